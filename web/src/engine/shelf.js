// Keeps the data sets that runs learn: those that ship, once they were loaded, one at a time; and one's own, as the page gave them.

import { loadData } from '../shipped.js';

/** @typedef {import('../types.js').Data} Data */
/** @typedef {Exclude<Data, { csv: any }> | ({ csv: Blob } & import('../data/own-data.js').TableChoice)} GivenData a text crosses as a Blob, which copies nothing */

/** @param {Blob} blob */
export const bytesOf = async (blob) => new Uint8Array(await blob.arrayBuffer());

export class Shelf {
  /** @type {Map<string, Data>} */
  #sets = new Map();
  #loading = new AbortController();

  /** @param {string} name @param {(done: number, bytes: number) => void} progress */
  async load(name, progress) {
    if (this.#sets.has(name)) return;
    this.#loading = new AbortController();
    this.#sets.set(name, await loadData(name, { signal: this.#loading.signal, progress }));
  }

  /** Data of one's own. @param {string} name @param {GivenData} data */
  async put(name, data) {
    if (this.#sets.has(name)) return;
    this.#sets.set(name, 'csv' in data ? { ...data, csv: await bytesOf(data.csv) } : data);
  }

  /** What is being loaded is given up; its `load` rejects with an AbortError. */
  cancel() {
    this.#loading.abort();
  }

  /** @param {string} name */
  get(name) {
    return this.#sets.get(name);
  }
}
