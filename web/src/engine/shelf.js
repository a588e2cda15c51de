// Keeps the data sets that ship, once they were loaded; one is loaded at a time and can be given up.

import { loadData } from '../shipped.js';

export class Shelf {
  /** @type {Map<string, Awaited<ReturnType<typeof loadData>>>} */
  #sets = new Map();
  #loading = new AbortController();

  /** @param {string} name @param {(done: number, bytes: number) => void} progress */
  async load(name, progress) {
    if (this.#sets.has(name)) return;
    this.#loading = new AbortController();
    this.#sets.set(name, await loadData(name, { signal: this.#loading.signal, progress }));
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
