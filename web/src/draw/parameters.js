// Where a weight or bias stands in the list of all parameters: layer by layer, the weights row by row before the biases.

/** @import { Weight } from '../types.js' */

/** @param {Weight} place @param {number[]} widths units per layer, input first */
export function parameterIndex({ layer, to, from }, widths) {
  const before = widths.slice(0, layer).reduce((sum, inputs, at) => sum + widths[at + 1] * (inputs + 1), 0);
  const inputs = widths[layer];
  return before + (from === null ? widths[layer + 1] * inputs + to : to * inputs + from);
}

/** Has the network such a weight or bias? @param {Weight} place @param {number[]} widths */
export function hasParameter({ layer, to, from }, widths) {
  return layer < widths.length - 1 && to < widths[layer + 1] && (from ?? 0) < widths[layer];
}
