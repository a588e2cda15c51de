// A way through the time of a run, made in slices: it tells how far it is when it is a long one, and another one takes its place.

/** @import { Clock } from './pace.js' */

/** ms of work before messages are let in. */
export const SLICE = 12;
/** ms before a way tells how far it is, and between two such words. */
const [SILENT, BETWEEN] = [500, 100];

export class Way {
  /** @type {Generator<number, void> | undefined} */
  #now;

  /** @param {Clock} clock @param {(travel: { at: number, to: number }) => void} tell */
  constructor(clock, tell) {
    this.clock = clock;
    this.tell = tell;
  }

  get isUnderWay() {
    return this.#now !== undefined;
  }

  /** It stops where it is. */
  giveUp() {
    this.#now = undefined;
  }

  /**
   * Whether it came to its end.
   * @param {Generator<number, void>} way @param {number} to @param {() => Promise<void> | undefined} tooLong gives it up @param {number} [patience] in ms, before it is too long
   */
  async follow(way, to, tooLong, patience = Infinity) {
    const { now, pause } = this.clock;
    this.#now = way;
    const began = now();
    let [end, said] = [began + SLICE, began + SILENT - BETWEEN];
    try {
      for (const at of way) {
        if (now() < end) continue;
        if (now() > said + BETWEEN) {
          said = now();
          this.tell({ at, to });
        }
        await pause();
        if (now() > began + patience) await tooLong();
        if (this.#now !== way) return false;
        end = now() + SLICE;
      }
    } finally {
      if (this.#now === way) this.#now = undefined;
    }
    return true;
  }
}
