// The loss over the steps of a run: the core's history, with the last evaluation in its place.

/** @import { Curve, Trainer } from '../types.js' */
/** @import { Evaluated } from './evaluations.js' */

/** @param {Trainer} trainer @param {Evaluated} evaluation @returns {Curve} */
export function curveOf(trainer, { step, train, test }) {
  const history = trainer.history();
  const later = history.step.findIndex((kept) => kept >= step);
  const at = later < 0 ? history.step.length : later;
  const missing = history.step[at] !== step;
  /** @param {Float64Array | Float32Array} values @param {number} here */
  const withLast = (values, here) => (missing ? [...values.subarray(0, at), here, ...values.subarray(at)] : [...values]);
  return { step: withLast(history.step, step), train: withLast(history.train, train.loss), test: withLast(history.test, test.loss) };
}
