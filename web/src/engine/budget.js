// How much of a large network is computed and sent for drawing, so that drawing never costs more than training.

/** @import { Layer } from '../types.js' */

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

/**
 * A layer reduced to the units that are drawn; `inputs` and `outputs` still count all.
 * @param {Layer} layer @param {number[]} to the units drawn of it @param {number[]} from those of the layer before
 * @returns {Layer}
 */
export function cropLayer({ inputs, outputs, activation, weight, weightGradient }, to, from) {
  /** @param {Float32Array} values */
  const crop = (values) => {
    const cut = new Float32Array(to.length * from.length);
    let at = 0;
    for (const row of to) for (const column of from) cut[at++] = values[row * inputs + column];
    return cut;
  };
  return { inputs, outputs, activation, weight: crop(weight), weightGradient: crop(weightGradient) };
}
