// One quantity of a whole layer, for a matrix; and all parameters at two moments, to see what has changed.

/** @import { Trainer } from '../types.js' */
import { biasedBy, largestSize, layerOffsets } from '../draw/parameters.js';

/** @typedef {'weight' | 'gradient' | 'update'} LayerQuantity */

const ARRAYS = /** @type {const} */ ({ weight: 'values', gradient: 'gradients', update: 'updates' });

/**
 * Of a large network only what is drawn travels. `weight` and `bias` are arrays of the quantity that was asked for, in PyTorch's order; a layer without biases has an
 * empty `bias`.
 * @param {Trainer} trainer @param {{ layer: number, what: LayerQuantity }} wanted
 */
export function wholeLayer(trainer, { layer, what }) {
  const options = trainer.options();
  const widths = /** @type {number[]} */ (options.layers);
  const all = trainer.parameters()[ARRAYS[what]];
  const at = Math.min(layer, widths.length - 2);
  const offsets = layerOffsets(widths, biasedBy(options));
  const [inputs, outputs] = [widths[at], widths[at + 1]];
  const biases = offsets[at] + inputs * outputs;
  return {
    layer: at,
    what,
    inputs,
    outputs,
    weight: all.slice(offsets[at], biases),
    bias: all.slice(biases, offsets[at + 1]),
    /** Of each layer, so that all can share one scale. */
    largest: widths.slice(1).map((_, one) => largestSize(all.subarray(offsets[one], offsets[one + 1]))),
  };
}

/** @typedef {{ step: number, values: Float32Array }} Moment */

/** @type {WeakMap<Trainer, Moment>} */
const starts = new WeakMap();

/** @param {Trainer} trainer */
export function keepStart(trainer) {
  starts.set(trainer, allNow(trainer));
}

/** @param {Trainer} trainer */
export function startOf(trainer) {
  return starts.get(trainer) ?? allNow(trainer);
}

/** @param {Trainer} trainer @returns {Moment} */
export function allNow(trainer) {
  return { step: trainer.status().step, values: trainer.parameters().values };
}
