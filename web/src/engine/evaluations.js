// Loss and accuracy over all rows, which take a pass over the whole data set: always exact at rest, and in play anew as seldom as that costs little.

/** @import { Evaluation, Trainer } from '../types.js' */

/** Of the time in play, evaluations take one part in so many. */
const SHARE = 40;

/** @typedef {Evaluation & { step: number }} Evaluated and at which step of the run */

export class Evaluations {
  /** @type {Evaluated | undefined} */
  #last;
  #next = 0;

  /** @param {() => number} [now] in ms */
  constructor(now = () => performance.now()) {
    this.now = now;
  }

  /** @param {Trainer} trainer @param {boolean} exact whether it must be of the present step @returns {Evaluated} */
  of(trainer, exact) {
    const started = this.now();
    if (this.#last && !exact && started < this.#next) return this.#last;
    this.#last = { ...trainer.evaluate(), step: trainer.status().step };
    const ended = this.now();
    this.#next = ended + SHARE * (ended - started);
    return this.#last;
  }

  /** Another run, or the same elsewhere. */
  forget() {
    this.#last = undefined;
  }
}
