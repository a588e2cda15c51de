// Which weight comes next when the arrow keys walk the figure, and how weights and units are called.

/** @import { Weight } from '../types.js' */
import { MAX_DRAWN } from './layout.js';

/** @param {number} units */
const last = (units) => Math.min(units, MAX_DRAWN) - 1;

/**
 * The nearest weight that exists and is drawn.
 * @param {Weight} weight @param {number[]} widths units per layer, input first
 * @returns {Weight}
 */
export function clampWeight({ layer, to, from }, widths) {
  const kept = Math.min(Math.max(layer, 0), widths.length - 2);
  return { layer: kept, to: Math.min(to, last(widths[kept + 1])), from: Math.min(from, last(widths[kept])) };
}

/**
 * Up and down go through the beads of a layer in the order they stand; right follows the signal through `to` into the
 * next layer, left follows the gradient back through `from`.
 * @param {Weight} weight @param {'up' | 'down' | 'left' | 'right'} way @param {number[]} widths @returns {Weight}
 */
export function walk(weight, way, widths) {
  const { layer, to, from } = weight;
  if (way === 'right') return layer + 2 < widths.length ? clampWeight({ layer: layer + 1, to, from: to }, widths) : weight;
  if (way === 'left') return layer > 0 ? clampWeight({ layer: layer - 1, to: from, from }, widths) : weight;
  const sources = last(widths[layer]) + 1;
  const targets = last(widths[layer + 1]) + 1;
  const next = to * sources + from + (way === 'down' ? 1 : -1);
  if (next < 0 || next >= sources * targets) return weight;
  return { layer, to: Math.floor(next / sources), from: next % sources };
}

/** All drawn weights in one round, for ‹ and ›. @param {Weight} weight @param {1 | -1} by @param {number[]} widths @returns {Weight} */
export function walkRound(weight, by, widths) {
  const next = walk(weight, by > 0 ? 'down' : 'up', widths);
  if (!sameWeight(next, weight)) return next;
  const layer = (weight.layer + by + widths.length - 1) % (widths.length - 1);
  return by > 0
    ? { layer, to: 0, from: 0 }
    : { layer, to: last(widths[layer + 1]), from: last(widths[layer]) };
}

/** @param {Weight | undefined} a @param {Weight | undefined} b */
export function sameWeight(a, b) {
  return !!a && !!b && a.layer === b.layer && a.to === b.to && a.from === b.from;
}

/** Short name of a unit, for subscripts; column 0 is the input. @param {number} column @param {number} unit @param {number[]} widths */
export function unitName(column, unit, widths) {
  if (column === 0) return ['x', 'y'][unit] ?? `x${unit + 1}`;
  return column === widths.length - 1 && widths[column] === 1 ? 'ŷ' : String(unit + 1);
}

/** @param {number} column @param {number} unit @param {number[]} widths */
export function unitTitle(column, unit, widths) {
  if (column === 0) return `input ${unitName(0, unit, widths)}`;
  return column === widths.length - 1 ? 'output ŷ' : `layer ${column} neuron ${unit + 1}`;
}
