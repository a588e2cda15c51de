// One training run: its trainer, the settings of which it was made, and its way through time.

/** @import { Edited, Frame, Settings, Trainer, Weight } from '../types.js' */
/** @import { Edit } from './run-record.js' */
import { biasedBy, hasPlace, parameterIndex } from '../draw/parameters.js';
import { rewind } from './divergence.js';
import { Evaluations } from './evaluations.js';
import { journey } from './journey.js';
import { recordOf } from './run-record.js';
import { seriesOf } from './series.js';
import { keepStart } from './whole-layer.js';

export class Run {
  /** How it diverged, when that was the last that happened. @type {Frame['divergence']} */
  divergence;
  #evaluations = new Evaluations();
  #deleted = false;

  /**
   * @param {Trainer} trainer which it owns @param {Settings} settings of which it was made
   * @param {(step: number) => void} [arrived] told of each step at which it comes to stand
   */
  constructor(trainer, settings, arrived = () => {}) {
    this.trainer = trainer;
    this.settings = settings;
    this.arrived = arrived;
    const options = /** @type {Settings} */ (trainer.options());
    /** Units per layer, input first. @type {number[]} */
    this.widths = options.layers;
    this.biased = biasedBy(options);
    /** Can there be maps over all that the inputs may be? */
    this.plane = trainer.data().inputs.length <= 2;
    keepStart(trainer);
  }

  get at() {
    return this.trainer.status().step;
  }

  /** Has it ended for good, by numbers that are not finite or for want of patience? */
  get stopped() {
    return this.trainer.status().stopped !== null;
  }

  /** Examples a step, on the average: the last batch of an epoch may be smaller, and no batch exceeds the training set. */
  get batchSize() {
    const { step, samples } = this.trainer.status();
    return step > 0 ? samples / step : this.trainer.batch().rows.length;
  }

  /** @param {Weight} place */
  has(place) {
    return hasPlace(place, this.widths, this.biased);
  }

  /** Loss and accuracy over all rows. @param {boolean} exact whether they must be of the present step */
  evaluate(exact) {
    return this.#evaluations.of(this.trainer, exact);
  }

  /** Returns how many steps were done: fewer where training cannot go on. @param {number} n */
  step(n) {
    const before = this.at;
    this.divergence = undefined;
    const { step } = this.trainer.step(n);
    this.arrive();
    return step - before;
  }

  /** @param {number} lr */
  setLr(lr) {
    this.trainer.setLr(lr);
    this.#changed({ lr });
    this.settings = { ...this.settings, lr };
  }

  /** A weight or bias gets another value. @param {Weight} place @param {number} value @returns {Edited} */
  setParameter(place, value) {
    const { trainer } = this;
    const index = parameterIndex(place, this.widths, this.biased);
    const before = trainer.parameters().values[index];
    const { step } = trainer.setParameters(index, [value]);
    this.#changed({ place, value });
    this.#evaluations.forget();
    return { step, before, after: trainer.parameters().values[index] };
  }

  /** What was kept from this step on no longer holds. @param {Omit<Edit, 'step'>} edit */
  #changed(edit) {
    const { at } = this;
    this.divergence = undefined;
    recordOf(this.trainer).add({ step: at, ...edit });
    seriesOf(this.trainer).forgetFrom(at);
  }

  /** The way to the run as it was after `step` updates, or will be; yields where it is. @param {number} step @returns {Generator<number, void>} */
  *travel(step) {
    this.divergence = undefined;
    this.#evaluations.forget();
    try {
      for (const at of journey(this.trainer, step, recordOf(this.trainer).furthest)) {
        this.arrive();
        yield at;
      }
    } finally {
      // Wherever it ends, the rate is the one that the run has there; a trainer that is gone has none.
      if (!this.#deleted) this.settings = { ...this.settings, lr: Number(this.trainer.options().lr) };
    }
  }

  /** Where it came to a number that is not finite it goes back to where it still was one, and says what happened. */
  settle() {
    if (this.trainer.status().stopped !== 'not finite') return;
    this.divergence = rewind(this.trainer);
    this.#evaluations.forget();
    this.arrive();
  }

  /** It stands at a step. */
  arrive() {
    const { at } = this;
    recordOf(this.trainer).reach(at);
    this.arrived(at);
  }

  delete() {
    this.#deleted = true;
    this.trainer.delete();
  }
}
