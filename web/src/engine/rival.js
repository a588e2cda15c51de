// A run that was kept as A and goes in lock-step with the one that is shown, B.

/** @import { Trainer } from '../types.js' */
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
    const own = this.#evaluations.of(this.trainer, exact);
    return {
      a: sideOf(this.trainer, own),
      b: sideOf(other, evaluation),
      curve: joined(pastOf(this.trainer, own), pastOf(other, evaluation)),
      layers: compareLayers(this.trainer.network().layers, other.network().layers),
      settings: differing(this.trainer.options(), other.options()),
    };
  }

  delete() {
    this.trainer.delete();
  }
}

/** @param {Trainer} trainer @param {Evaluated} evaluation */
function sideOf(trainer, { train, test }) {
  const { step, loss, stopped } = trainer.status();
  return { step, loss, stopped, train: train.loss, test: test.loss };
}

/** The training loss up to the last evaluation, by step. @param {Trainer} trainer @param {Evaluated} evaluation @returns {Map<number, number>} */
function pastOf(trainer, { step: now, train: { loss } }) {
  const { step, train } = trainer.history();
  const past = Array.from(step, (at, i) => /** @type {[number, number]} */ ([at, train[i]])).filter(([at]) => at < now);
  return new Map([...past, [now, loss]]);
}

/** Both over the steps of either; NaN where nothing is known of one. @param {Map<number, number>} a @param {Map<number, number>} b */
function joined(a, b) {
  const step = [...new Set([...a.keys(), ...b.keys()])].sort((one, other) => one - other);
  return { step, a: step.map((at) => a.get(at) ?? NaN), b: step.map((at) => b.get(at) ?? NaN) };
}
