// The list of all parameters: layer by layer, the weights row by row before the biases.

/** @import { Settings, Weight } from '../types.js' */

/** @typedef {(layer: number) => boolean} Biased whether a layer has biases */

/** @param {Settings} settings of the run @returns {Biased} */
export const biasedBy = ({ bias }) => (layer) => (Array.isArray(bias) ? bias[layer] : bias !== false);

/** @type {Biased} */
export const allBiased = () => true;

/** Where a weight or bias stands in it. @param {Weight} place @param {number[]} widths units per layer, input first @param {Biased} [biased] */
export function parameterIndex({ layer, to, from }, widths, biased = allBiased) {
  const before = widths.slice(0, layer).reduce((sum, inputs, at) => sum + widths[at + 1] * (inputs + (biased(at) ? 1 : 0)), 0);
  const inputs = widths[layer];
  return before + (from === null ? widths[layer + 1] * inputs + to : to * inputs + from);
}

/** The place of a parameter in that list. @param {number} index @param {number[]} widths @returns {Weight} */
export function placeOf(index, widths) {
  let layer = 0;
  let rest = index;
  for (; rest >= widths[layer + 1] * (widths[layer] + 1); layer++) rest -= widths[layer + 1] * (widths[layer] + 1);
  const weights = widths[layer] * widths[layer + 1];
  return rest >= weights ? { layer, to: rest - weights, from: null } : { layer, to: Math.floor(rest / widths[layer]), from: rest % widths[layer] };
}

/** @param {Float32Array} values */
export function largestSize(values) {
  let most = 0;
  for (const value of values) if (Math.abs(value) > most) most = Math.abs(value);
  return most;
}
