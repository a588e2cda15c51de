// The gradients of someone's own run beside the core's: the same weights, the same batch, in float64.

/** @import { Core, Settings, Trainer } from '../types.js' */
/** @import { Trace } from '../export/trace.js' */
import { networkOf } from '../export/read.js';

/** Of the largest gradient of a tensor, how much may differ: what float32 rounds off in a deep network, and no mistake is as small. */
const TOLERANCE = 1e-4;

/**
 * @typedef {object} Compared one tensor
 * @property {string} name
 * @property {number[]} shape
 * @property {boolean | undefined} agrees nothing where the trace has no gradient of it
 * @property {number} difference the largest
 * @property {number[]} at its place
 * @property {number} theirs there
 * @property {number} ours there
 * @property {number} wrong so many differ
 */

/** @typedef {{ loss: number, rows: number, own: boolean, tensors: Compared[] }} TraceCheck `own` is whether the batch is the trace's, else the first one of the run */

/**
 * What a network of these weights gives with the settings of the run that stands: activation, loss, reduction.
 * @param {Core} core @param {Trace} trace @param {Settings} settings @param {(changes: Settings) => Trainer} createLike the run with other options
 * @returns {TraceCheck}
 */
export function checkTrace(core, { parameters, batch }, settings, createLike) {
  /** The network, without what would make another gradient of it. @type {Settings} */
  const plain = { ...networkOf(parameters, settings), dtype: 'float64', init: 'default', dropout: 0, fault: 'none', l1: 0, patience: 0 };
  const { data: _, ...options } = settings;
  const trainer = batch
    ? core.createTrainer({ ...options, ...plain, features: [], batch_size: batch.x.length, shuffle: false, train_fraction: 1, standardize: false }, /** @type {any} */ (batch))
    : createLike(plain);
  try {
    trainer.setParameters(0, parameters.flatMap(({ data }) => Array.from(data)));
    const { gradients } = trainer.parameters();
    let offset = 0;
    const tensors = parameters.map(({ name, shape, data, gradient }) => {
      const ours = gradients.subarray(offset, (offset += data.length));
      return { name, shape, ...compared(shape, gradient, ours) };
    });
    return { loss: trainer.status().loss, rows: trainer.batch().rows.length, own: batch !== undefined, tensors };
  } finally {
    trainer.delete();
  }
}

/** @param {number[]} shape @param {Float64Array | undefined} theirs @param {Float32Array | Float64Array} ours */
function compared(shape, theirs, ours) {
  if (!theirs) return { agrees: undefined, difference: 0, at: [], theirs: NaN, ours: NaN, wrong: 0 };
  const bound = TOLERANCE * Math.max(largest(ours), largest(theirs));
  const differences = Array.from(theirs, (value, i) => Math.abs(value - ours[i]));
  const worst = differences.reduce((most, difference, i) => (difference > differences[most] ? i : most), 0);
  const wrong = differences.filter((difference) => difference > bound).length;
  const at = shape.length === 2 ? [Math.floor(worst / shape[1]), worst % shape[1]] : [worst];
  return { agrees: wrong === 0, difference: differences[worst], at, theirs: theirs[worst], ours: ours[worst], wrong };
}

/** @param {ArrayLike<number>} values */
const largest = (values) => Array.from(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
