// Gradient descent on a text of the graph language, as figures show it: the loss and its gradient at a place, and where steps lead.

/** @import { Core } from './kind.js' */
import { evaluate } from './kind.js';

/** @typedef {{ weights: number[], loss: number, gradients: number[] }} Stop where a step led */

/**
 * @param {Core} core @param {string} source whose output is one number, the loss @param {string[]} names of the weights, in order
 * @param {Record<string, number | number[]>} values of all names, the weights' at the start included @param {number} rate @param {number} steps
 * @returns {Stop[]} the start, and where each step led, until the loss is no finite number
 */
export function descend(core, source, names, values, rate, steps) {
  /** @param {number[]} weights @returns {Stop} */
  const at = (weights) => {
    const { output, gradients } = evaluate(core, source, { ...values, ...Object.fromEntries(names.map((name, index) => [name, weights[index]])) });
    if (output.length === 0) throw new Error(`"${source}" has no output`);
    return { weights, loss: output[0], gradients: names.map((name) => gradients[name]?.[0] ?? 0) };
  };
  const path = [at(names.map((name) => Number(values[name])))];
  while (path.length <= steps && Number.isFinite(path[path.length - 1].loss)) {
    const { weights, gradients } = path[path.length - 1];
    path.push(at(evaluate(core, 'w - r*g', { w: weights, g: gradients, r: rate }, weights.map(() => 1)).output));
  }
  return path;
}
