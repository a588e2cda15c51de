// Which units of a layer do nothing, and whether all do the same.

/** @import { Trainer } from '../types.js' */

/** @typedef {ReturnType<Trainer['network']>['layers'][number]} LayerNumbers */

/** Where the slope of a function is exactly 0. @type {Record<string, (z: number) => boolean>} */
const FLAT = { relu: (z) => z <= 0, relu6: (z) => z <= 0 || z >= 6, hardtanh: (z) => Math.abs(z) >= 1 };

/**
 * Units of a layer that are flat for every example of the batch: nothing reaches the weights of such a one. Known for functions with a slope
 * of exactly 0.
 * @param {Pick<Trainer, 'batch' | 'example'>} trainer @param {LayerNumbers[]} layers of its network @param {number} layer
 * @param {number} share of the layer's units that the core found dead @returns {number[]}
 */
export function deadUnits(trainer, layers, layer, share) {
  const { activation, inputs, outputs, weightGradient, biasGradient } = layers[layer];
  const isFlat = FLAT[activation];
  if (!isFlat || share === 0) return [];
  // Only those without any gradient can be.
  let suspects = Array.from({ length: outputs }, (_, unit) => unit).filter((unit) =>
    !biasGradient[unit] && weightGradient.subarray(unit * inputs, (unit + 1) * inputs).every((gradient) => gradient === 0));
  if (suspects.length === Math.round(share * outputs)) return suspects;
  const rows = trainer.batch().rows.length;
  for (let row = 0; row < rows && suspects.length > 0; row++) {
    const { z } = trainer.example(row).layers[layer];
    suspects = suspects.filter((unit) => isFlat(z[unit]));
  }
  return suspects;
}

/**
 * Have all units of a layer the same weights, bias and gradients? Then every step keeps them so.
 * @param {Pick<LayerNumbers, 'inputs' | 'outputs' | 'weight' | 'bias' | 'weightGradient' | 'biasGradient'>} layer
 */
export function unitsAreEqual({ inputs, outputs, weight, bias, weightGradient, biasGradient }) {
  if (outputs < 2) return false;
  return allRowsEqual(weight, inputs) && allRowsEqual(bias, 1) && allRowsEqual(weightGradient, inputs) && allRowsEqual(biasGradient, 1);
}

/** @param {Float32Array} matrix @param {number} columns */
function allRowsEqual(matrix, columns) {
  return matrix.every((value, at) => Math.abs(value - matrix[at % columns]) <= 1e-5 * Math.abs(value));
}
