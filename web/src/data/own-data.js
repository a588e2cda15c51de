// Data of one's own, by name: drawn points, whose name holds them, and larger ones, tables and those of a run's file, which this browser keeps.

/** @import { Drawn } from './points.js' */
import { keeper } from '../kept.js';
import { classCount, decodePoints, encodePoints, pointsAsData } from './points.js';

/**
 * @typedef {object} Table a CSV text with what is chosen of it
 * @property {Blob} csv
 * @property {string} title the file's name, or what stands for it
 * @property {TableChoice} choice as the core takes it
 * @property {{ inputs: number, outputs: number, classes: string[] }} shape of the data that it makes; no classes where numbers are predicted
 */

/** @typedef {{ target: string[], inputs?: string[], missing: 'drop' | 'mean' | 'refuse', header?: boolean, delimiter?: string, integersAreClasses: boolean }} TableChoice */

/** @typedef {{ x: number[][], y: number[] | number[][], classes?: string[], title: string }} Examples as a file of a run has them, as the core takes them; `title` is the file's name */

/** @typedef {{ drawn?: Drawn, table?: Table, examples?: Examples, kept: boolean }} Own one of the three, and whether a reload finds it */

/** @typedef {Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>} Place */

/** The version stands in the key: another shape of what is kept gets another number. */
const KEY = 'backprop-own.1.';

/** As many points as an address has room for. */
const MOST_IN_NAME = 100;

/** What browsers give a page to keep, in letters. */
const MOST_KEPT = 5_000_000;

const isKept = (/** @type {string} */ name) => name.startsWith('kept~');

/** Does a name stand for data of one's own, known or not? @param {string | undefined} name */
export const isOwn = (name) => name !== undefined && /^(points|kept)~/.test(name);

export class OwnData {
  /** @type {Map<string, Own>} */
  #known = new Map();

  /** @param {Place | undefined} place where a reload finds them @param {() => number} [now] in ms */
  constructor(place, now = Date.now) {
    this.place = place;
    this.now = now;
  }

  /** @param {Drawn} drawn @returns {string} its name */
  addPoints(drawn) {
    const code = encodePoints(drawn);
    if (drawn.points.length <= MOST_IN_NAME) return code;
    return this.#keep({ drawn }, JSON.stringify({ points: code }));
  }

  /** @param {Table} table @returns {Promise<string>} its name */
  async addTable(table) {
    const { csv, ...rest } = table;
    const text = csv.size > 4 * MOST_KEPT ? undefined : await csv.text();
    return this.#keep({ table }, text === undefined || text.length > MOST_KEPT ? undefined : JSON.stringify({ csv: text, ...rest }));
  }

  /** @param {Examples} examples @returns {string} their name */
  addExamples(examples) {
    const text = JSON.stringify({ examples });
    return this.#keep({ examples }, text.length > MOST_KEPT ? undefined : text);
  }

  /** @param {Omit<Own, 'kept'>} own @param {string | undefined} text what is kept of it; nothing where it is too large */
  #keep(own, text) {
    let name = `kept~${this.now().toString(36)}`;
    while (this.#known.has(name)) name += 'a';
    this.#known.set(name, { ...own, kept: text !== undefined && this.#write(KEY + name, text) });
    return name;
  }

  /** Where there is no room, older data make it. @param {string} key @param {string} text @returns {boolean} */
  #write(key, text) {
    try {
      this.place?.setItem(key, text);
      return this.place !== undefined;
    } catch {
      const older = this.#keys();
      if (older.length === 0) return false;
      for (const other of older) this.place?.removeItem(other);
      for (const [name, own] of this.#known) if (isKept(name)) this.#known.set(name, { ...own, kept: false });
      return this.#write(key, text);
    }
  }

  #keys() {
    return Array.from({ length: this.place?.length ?? 0 }, (_, at) => this.place?.key(at) ?? '').filter((key) => key.startsWith(KEY));
  }

  /** @param {string | undefined} name @returns {Own | undefined} */
  get(name) {
    if (name === undefined || !isOwn(name)) return undefined;
    const known = this.#known.get(name) ?? (isKept(name) ? this.#read(name) : inName(name));
    if (known) this.#known.set(name, known);
    return known;
  }

  /** @param {string} name @returns {Own | undefined} */
  #read(name) {
    try {
      const { points, examples, csv, ...table } = JSON.parse(this.place?.getItem(KEY + name) ?? '{}');
      if (examples) return { examples, kept: true };
      if (typeof csv === 'string') return { table: { csv: new Blob([csv]), ...table }, kept: true };
      const drawn = decodePoints(String(points));
      return drawn && { drawn, kept: true };
    } catch {
      return undefined;
    }
  }
}

/** @param {string} name @returns {Own | undefined} */
function inName(name) {
  const drawn = decodePoints(name);
  return drawn && { drawn, kept: true };
}

/** Numbers that a network takes and gives for them. @param {Own} own */
export function shapeOf({ drawn, table, examples }) {
  if (table) return table.shape;
  if (examples) {
    const { x, y, classes = [] } = examples;
    return { inputs: x[0].length, outputs: classes.length || [y[0]].flat().length, classes };
  }
  const classes = drawn ? classCount(drawn) : 0;
  return { inputs: 2, outputs: classes, classes: pointsAsData(/** @type {Drawn} */ (drawn)).classes };
}

/** What the worker's shelf takes. @param {string} name @param {Own | undefined} own */
export function dataOf(name, own) {
  if (own?.table) return { csv: own.table.csv, ...own.table.choice };
  if (own?.drawn) return pointsAsData(own.drawn);
  if (own?.examples) {
    const { title, ...data } = own.examples;
    return data;
  }
  throw new Error(isKept(name)
    ? 'these data are kept in the browser in which they were made, and not in this one; a set of the list would be right'
    : 'the points of the address cannot be read; the whole address, as it was copied, would be right');
}

/** The data of this page. */
export const ownData = new OwnData(keeper());
