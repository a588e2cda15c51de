// A run that was kept as A and goes in lock-step with the one that is shown, B.

/** @import { Curve, Trainer } from '../types.js' */
/** @import { Evaluated } from './evaluations.js' */
import { compareLayers, differing } from './comparison.js';
import { Evaluations } from './evaluations.js';

/** @typedef {ReturnType<Rival['compare']>} Comparison */

export class Rival {
  #evaluations = new Evaluations();

  /** @param {Trainer} trainer which it owns */
  constructor(trainer) {
    this.trainer = trainer;
  }

  /** @param {number} step of the run that is shown */
  follow(step) {
    if (step < this.trainer.status().step) this.#evaluations.forget();
    this.trainer.goTo(step);
  }

  /** What the page tells of both. @param {Trainer} other @param {Evaluated} evaluation of the other @param {boolean} exact */
  compare(other, evaluation, exact) {
    return {
      a: sideOf(this.trainer, this.#evaluations.of(this.trainer, exact)),
      b: sideOf(other, evaluation),
      layers: compareLayers(this.trainer.network().layers, other.network().layers),
      settings: differing(this.trainer.options(), other.options()),
    };
  }

  delete() {
    this.trainer.delete();
  }
}

/** @param {Trainer} trainer @param {Evaluated} evaluation */
function sideOf(trainer, { step: evaluated, train, test }) {
  const { step, loss, stopped } = trainer.status();
  return { step, loss, stopped, train: train.loss, test: test.loss, curve: pastOf(trainer, evaluated, train.loss) };
}

/** The training loss up to a step. @param {Trainer} trainer @param {number} now @param {number} loss there @returns {Pick<Curve, 'step' | 'train'>} */
function pastOf(trainer, now, loss) {
  const { step, train } = trainer.history();
  const past = step.findLastIndex((at) => at < now) + 1;
  return { step: [...step.subarray(0, past), now], train: [...train.subarray(0, past), loss] };
}
