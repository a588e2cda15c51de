// Where a weight or bias stands in the list of all parameters: layer by layer, the weights row by row before the biases.

/** @import { Settings, Weight } from '../types.js' */

/** @typedef {(layer: number) => boolean} Biased whether a layer has biases */

/** @param {Settings} settings of the run @returns {Biased} */
export const biasedBy = ({ bias }) => (layer) => (Array.isArray(bias) ? bias[layer] : bias !== false);

/** @type {Biased} */
export const allBiased = () => true;

/** @param {Weight} place @param {number[]} widths units per layer, input first @param {Biased} [biased] */
export function parameterIndex({ layer, to, from }, widths, biased = allBiased) {
  const before = widths.slice(0, layer).reduce((sum, inputs, at) => sum + widths[at + 1] * (inputs + (biased(at) ? 1 : 0)), 0);
  const inputs = widths[layer];
  return before + (from === null ? widths[layer + 1] * inputs + to : to * inputs + from);
}

/** Has the network such a weight or bias? @param {Weight} place @param {number[]} widths @param {Biased} biased */
export const hasPlace = ({ layer, to, from }, widths, biased) =>
  layer < widths.length - 1 && to < widths[layer + 1] && (from === null ? biased(layer) : from < widths[layer]);
