// What a matrix shows besides numbers that the core sends: how far weights have moved, and which were checked.

/** @import { Readings } from '../engine/instruments.js' */
/** @import { Mark } from '../elements/lab/matrix-canvas.js' */
/** @import { Biased } from './parameters.js' */
import { allBiased, largestSize, layerOffsets, placeOf } from './parameters.js';

/**
 * Present weights minus those of another moment, zeros before that moment is known; and the largest of these, as only this layer's are known.
 * @param {{ weight: Float32Array, bias: Float32Array }} now of one layer @param {Float32Array | undefined} then its parameters, weights before biases
 */
export function movedSince({ weight, bias }, then) {
  const moved = (/** @type {Float32Array} */ values, /** @type {number} */ offset) => values.map((value, at) => (then ? value - then[offset + at] : 0));
  const numbers = { weight: moved(weight, 0), bias: moved(bias, weight.length) };
  return { ...numbers, largest: [Math.max(largestSize(numbers.weight), largestSize(numbers.bias))] };
}

/** @param {Mark[]} marks */
export function markCounts(marks) {
  const count = (/** @type {Mark['says']} */ what) => marks.filter(({ says }) => says === what).length;
  return { agrees: count('agrees'), disagrees: count('disagrees'), kink: count('kink') };
}

/**
 * What a check says of the cells of one layer.
 * @param {NonNullable<Readings['checkAll']>['checked']} checked @param {number} layer @param {number[]} widths units per layer, input first
 * @param {Biased} [biased]
 * @returns {Mark[]}
 */
export function layerMarks(checked, layer, widths, biased = allBiased) {
  const [begin, end] = layerOffsets(widths, biased).slice(layer);
  /** @type {Mark[]} */
  const marks = [];
  checked.parameter.forEach((index, at) => {
    if (index < begin || index >= end) return;
    const { to, from } = placeOf(index, widths, biased);
    marks.push({ to, from, says: checked.kink[at] ? 'kink' : checked.agrees[at] ? 'agrees' : 'disagrees' });
  });
  return marks;
}
