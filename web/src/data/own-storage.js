// What this browser keeps of data of one's own, each a text by its name: where there is no room for new ones, the oldest make it.

/** @typedef {Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>} Place */

/** The version stands in the key: another shape of what is kept gets another number. */
const KEY = 'backprop-own.1.';

/** What browsers give a page to keep, in letters. */
const MOST_KEPT = 5_000_000;

const PREFIX = 'kept~';

/** The name of data that came at a time. @param {number} time in ms */
export const nameAt = (time) => PREFIX + time.toString(36);

/** Is it the name of what a browser keeps? @param {string} name */
export const isKept = (name) => name.startsWith(PREFIX);

/** Is a text with so many letters more than any browser keeps? @param {number} letters */
export const isTooLarge = (letters) => letters > MOST_KEPT;

export class OwnStorage {
  /** @param {Place | undefined} place nothing is kept without one */
  constructor(place) {
    this.place = place;
  }

  /** @param {string} name @returns {string | undefined} */
  get(name) {
    return this.place?.getItem(KEY + name) ?? undefined;
  }

  /** @param {string} text @returns {string | undefined} */
  nameOf(text) {
    return this.#names().find((name) => this.get(name) === text);
  }

  /**
   * Older data make room, no more of them than it takes, and none for what has no room even so.
   * @param {string} name @param {string} text @returns {{ kept: boolean, lost: [name: string, text: string][] }} `lost` are those that made room
   */
  keep(name, text) {
    if (isTooLarge(text.length)) return { kept: false, lost: [] };
    /** @type {[string, string][]} */
    const gone = [];
    let kept = this.#put(name, text);
    for (const older of kept ? [] : this.#names()) {
      gone.push([older, this.get(older) ?? '']);
      this.place?.removeItem(KEY + older);
      kept = this.#put(name, text);
      if (kept) break;
    }
    return { kept, lost: gone.reverse().filter(([other, its]) => !this.#put(other, its)) };
  }

  /** @param {string} name @param {string} text @returns {boolean} whether there was room */
  #put(name, text) {
    try {
      this.place?.setItem(KEY + name, text);
      return this.place !== undefined;
    } catch {
      return false;
    }
  }

  /** The oldest first. */
  #names() {
    const keys = Array.from({ length: this.place?.length ?? 0 }, (_, at) => this.place?.key(at) ?? '');
    const timeOf = (/** @type {string} */ name) => parseInt(name.slice(PREFIX.length), 36);
    return keys.filter((key) => key.startsWith(KEY)).map((key) => key.slice(KEY.length)).sort((a, b) => timeOf(a) - timeOf(b));
  }
}
