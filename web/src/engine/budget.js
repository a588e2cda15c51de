// How much of a large network is computed and sent for drawing, so that drawing never costs more than training.

/** @import { Layer } from '../types.js' */
import { MAX_DRAWN } from '../draw/layout.js';

/** @param {number[]} widths units per layer, input first */
function weights(widths) {
  return widths.slice(1).reduce((sum, units, at) => sum + units * widths[at], 0);
}

/**
 * Points along one side of the units' maps: fine at rest, coarser in play and in large networks.
 * @param {number[]} widths @param {boolean} exact
 */
export function mapSize(widths, exact) {
  const points = (exact ? 4e6 : 1e6) / Math.max(weights(widths), 1);
  return Math.min(Math.max(Math.floor(Math.sqrt(points)), 8), exact ? 100 : 64);
}

/** A layer reduced to the units that are drawn; `inputs` and `outputs` still count all. @param {Layer} layer @returns {Layer} */
export function cropLayer(layer) {
  const rows = Math.min(layer.outputs, MAX_DRAWN);
  const columns = Math.min(layer.inputs, MAX_DRAWN);
  /** @param {Float32Array} values */
  const crop = (values) => {
    const kept = new Float32Array(rows * columns);
    for (let row = 0; row < rows; row++) {
      kept.set(values.subarray(row * layer.inputs, row * layer.inputs + columns), row * columns);
    }
    return kept;
  };
  const { inputs, outputs, activation } = layer;
  return { inputs, outputs, activation, weight: crop(layer.weight), weightGradient: crop(layer.weightGradient) };
}
