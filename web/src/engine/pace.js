// The pace of play: as fast as can be, or so many steps a second, each of which can be watched.

/** @typedef {{ now: () => number, pause: () => Promise<void>, later: (then: () => void, ms: number) => void, interval: number }} Clock `pause` gives way to
 *   messages; frames come `interval` ms apart in play */

/** Of a step's time, a frame with all that is wanted takes no more than one part in so many. */
const EXACT_SHARE = 4;

export class Pace {
  /** Steps a second. */
  #speed = Infinity;
  /** ms that a frame took when it last had all that is wanted. */
  #took = 0;
  #shown = -Infinity;
  #wake = () => {};

  /** @param {Clock} clock */
  constructor(clock) {
    this.clock = clock;
  }

  /** @param {number} speed steps a second; Infinity for as many as can be */
  set(speed) {
    this.#speed = speed;
    this.forget();
    this.wake();
  }

  get slow() {
    return this.#speed < Infinity;
  }

  /** ms of a step. */
  get time() {
    return 1000 / this.#speed;
  }

  /** Is there time for frames with all that is wanted? */
  get allowsExact() {
    return EXACT_SHARE * this.#took < this.time;
  }

  /** A frame with all that is wanted was made. @param {number} ms */
  tookExact(ms) {
    this.#took = ms;
  }

  /** What is wanted is other than before. */
  forget() {
    this.#took = 0;
  }

  /** Is a step of now to be shown? Each is, unless frames may only come more slowly. @param {number} now */
  shows(now) {
    if (now < this.#shown + this.clock.interval - this.time / 2) return false;
    this.#shown = now;
    return true;
  }

  /** Until the time of a step that began then is over, or play is to go on otherwise. @param {number} began @returns {Promise<void>} */
  rest(began) {
    const left = began + this.time - this.clock.now();
    if (left <= 0) return this.clock.pause();
    return new Promise((resolve) => {
      this.#wake = resolve;
      this.clock.later(resolve, left);
    });
  }

  /** Who rests goes on. */
  wake() {
    this.#wake();
  }
}
