// The list of all parameters: layer by layer, the weights row by row before the biases.

/** @import { Settings, Weight } from '../types.js' */

/** @typedef {(layer: number) => boolean} Biased whether a layer has biases */

/** @param {Settings} settings of the run @returns {Biased} */
export const biasedBy = ({ bias }) => (layer) => (Array.isArray(bias) ? bias[layer] : bias !== false);

/** @type {Biased} */
export const allBiased = () => true;

/** Parameters of a layer. @param {number} layer @param {number[]} widths @param {Biased} biased */
const sizeOf = (layer, widths, biased) => widths[layer + 1] * (widths[layer] + (biased(layer) ? 1 : 0));

/** Where each layer's parameters begin, and the number of all. @param {number[]} widths units per layer, input first @param {Biased} [biased] */
export function layerOffsets(widths, biased = allBiased) {
  const offsets = [0];
  for (let at = 0; at + 1 < widths.length; at++) offsets.push(offsets[at] + sizeOf(at, widths, biased));
  return offsets;
}

/** Where a weight or bias stands in the list. @param {Weight} place @param {number[]} widths @param {Biased} [biased] */
export function parameterIndex({ layer, to, from }, widths, biased = allBiased) {
  const before = layerOffsets(widths, biased)[layer];
  const inputs = widths[layer];
  return before + (from === null ? widths[layer + 1] * inputs + to : to * inputs + from);
}

/** The place of a parameter in that list. @param {number} index @param {number[]} widths @param {Biased} [biased] @returns {Weight} */
export function placeOf(index, widths, biased = allBiased) {
  let layer = 0;
  let rest = index;
  for (; rest >= sizeOf(layer, widths, biased); layer++) rest -= sizeOf(layer, widths, biased);
  const weights = widths[layer] * widths[layer + 1];
  return rest >= weights ? { layer, to: rest - weights, from: null } : { layer, to: Math.floor(rest / widths[layer]), from: rest % widths[layer] };
}

/** @param {Float32Array} values */
export function largestSize(values) {
  let most = 0;
  for (const value of values) if (Math.abs(value) > most) most = Math.abs(value);
  return most;
}

/** Has the network such a weight or bias? @param {Weight} place @param {number[]} widths @param {Biased} [biased] */
export const hasPlace = ({ layer, to, from }, widths, biased = allBiased) =>
  layer < widths.length - 1 && to < widths[layer + 1] && (from === null ? biased(layer) : from < widths[layer]);
