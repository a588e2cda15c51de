// Data of one's own, by name: drawn points, whose name holds them, and larger ones, tables and those of a run's file, which this browser keeps.

/** @import { Drawn } from './points.js' */
import { keeper } from '../kept.js';
import { isKept, isTooLarge, nameAt, OwnStorage } from './own-storage.js';
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

/** @typedef {{ drawn?: Drawn, table?: Table, examples?: Examples, kept?: boolean }} Own one of the three, and whether a reload finds it, which is known once a run of it stands */

/** As many points as an address has room for. */
const MOST_IN_NAME = 100;

/** Does a name stand for data of one's own, known or not? @param {string | undefined} name */
export const isOwn = (name) => name !== undefined && /^(points|kept)~/.test(name);

export class OwnData {
  /** @type {Map<string, Own>} */
  #known = new Map();
  /** Those of them that the browser does not keep, or not yet, as it would. @type {Map<string, string>} */
  #texts = new Map();

  /** @param {import('./own-storage.js').Place | undefined} place where a reload finds them @param {() => number} [now] in ms */
  constructor(place, now = Date.now) {
    this.storage = new OwnStorage(place);
    this.now = now;
  }

  /** @param {Drawn} drawn @returns {string} its name */
  addPoints(drawn) {
    const code = encodePoints(drawn);
    if (drawn.points.length <= MOST_IN_NAME) return code;
    return this.#hold({ drawn }, JSON.stringify({ points: code }));
  }

  /** @param {Table} table @returns {Promise<string>} its name */
  async addTable(table) {
    const { csv, ...rest } = table;
    const text = isTooLarge(csv.size / 4) ? undefined : await csv.text();
    return this.#hold({ table }, text === undefined || isTooLarge(text.length) ? undefined : JSON.stringify({ csv: text, ...rest }));
  }

  /** @param {Examples} examples @returns {string} their name */
  addExamples(examples) {
    return this.#hold({ examples }, JSON.stringify({ examples }));
  }

  /** For this page; the same once more has the name that it has. @param {Own} own @param {string | undefined} text of it; nothing where it is too large */
  #hold(own, text) {
    const known = text === undefined ? undefined : this.#nameOf(text);
    if (known && this.get(known)?.kept) return known;
    let time = this.now();
    while (!known && this.get(nameAt(time))) time++;
    const name = known ?? nameAt(time);
    this.#known.set(name, own);
    if (text !== undefined) this.#texts.set(name, text);
    return name;
  }

  /** @param {string} text */
  #nameOf(text) {
    return [...this.#texts].find(([, other]) => other === text)?.[0] ?? this.storage.nameOf(text);
  }

  /** A run of them stands: from now on a reload finds them, if there is room. @param {string} name */
  keep(name) {
    const own = this.#known.get(name);
    if (!own || own.kept !== undefined) return;
    const text = this.#texts.get(name);
    const { kept, lost } = text === undefined ? { kept: false, lost: [] } : this.storage.keep(name, text);
    if (kept) this.#texts.delete(name);
    this.#known.set(name, { ...own, kept });
    for (const [older, its] of lost) this.#lose(older, its);
  }

  /** This page has them still, if it had. @param {string} name @param {string} text */
  #lose(name, text) {
    const own = this.#known.get(name);
    if (!own) return;
    this.#known.set(name, { ...own, kept: false });
    this.#texts.set(name, text);
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
      const { points, examples, csv, ...table } = JSON.parse(this.storage.get(name) ?? '{}');
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
