// The loss over the steps of a run: the core's history, with the present step in its place.

/** @import { Curve, Evaluation, Trainer } from '../types.js' */

/** @param {Trainer} trainer @param {Evaluation} evaluation of the present step @returns {Curve} */
export function curveOf(trainer, { train, test }) {
  const history = trainer.history();
  const { step } = trainer.status();
  const later = history.step.findIndex((kept) => kept >= step);
  const at = later < 0 ? history.step.length : later;
  const missing = history.step[at] !== step;
  /** @param {Float64Array | Float32Array} values @param {number} here */
  const withPresent = (values, here) => (missing ? [...values.subarray(0, at), here, ...values.subarray(at)] : [...values]);
  return { step: withPresent(history.step, step), train: withPresent(history.train, train.loss), test: withPresent(history.test, test.loss) };
}
