// Which weight comes next when the arrow keys walk the figure, and how weights and units are called.

/** @import { Weight } from '../types.js' */
import { drawnUnits, pictureSide } from './drawn.js';

/** Has the network such a weight or bias? @param {Weight} place @param {number[]} widths */
export function isIn({ layer, to, from }, widths) {
  return layer < widths.length - 1 && to < widths[layer + 1] && (from ?? 0) < widths[layer];
}

/** @param {number[]} units those drawn @param {number} unit */
const nearest = (units, unit) => (units.includes(unit) ? unit : (units.findLast((one) => one < unit) ?? units[0]));

/**
 * The nearest weight that exists and is drawn.
 * @param {Weight} weight @param {number[]} widths units per layer, input first
 * @returns {Weight}
 */
export function clampWeight({ layer, to, from }, widths) {
  const kept = Math.min(Math.max(layer, 0), widths.length - 2);
  const units = drawnUnits(widths);
  return { layer: kept, to: nearest(units[kept + 1], to), from: from === null ? null : nearest(units[kept], from) };
}

/**
 * Up and down go through the beads of a layer in the order they stand; right follows the signal through `to` into the
 * next layer, left follows the gradient back through `from`; a bias stands after the weights of its unit, and nothing is behind it.
 * @param {Weight} weight @param {'up' | 'down' | 'left' | 'right'} way @param {number[]} widths @returns {Weight}
 */
export function walk(weight, way, widths) {
  const { layer, to, from } = clampWeight(weight, widths);
  if (way === 'right') return layer + 2 < widths.length ? clampWeight({ layer: layer + 1, to, from: to }, widths) : weight;
  if (way === 'left') return layer > 0 && from !== null ? clampWeight({ layer: layer - 1, to: from, from }, widths) : weight;
  const units = drawnUnits(widths);
  const [sources, targets] = [units[layer], units[layer + 1]];
  const here = from === null ? sources.length - (way === 'down' ? 1 : 0) : sources.indexOf(from);
  const next = targets.indexOf(to) * sources.length + here + (way === 'down' ? 1 : -1);
  if (next < 0 || next >= sources.length * targets.length) return weight;
  return { layer, to: targets[Math.floor(next / sources.length)], from: sources[next % sources.length] };
}

/** All parameters in one round, layer by layer, each unit's bias after its weights. @param {Weight} weight @param {1 | -1} by @param {number[]} widths @returns {Weight} */
export function walkAll({ layer, to, from }, by, widths) {
  const row = (/** @type {number} */ at) => widths[at] + 1;
  const next = to * row(layer) + (from ?? widths[layer]) + by;
  const layers = widths.length - 1;
  const beyond = next < 0 || next >= row(layer) * widths[layer + 1];
  const there = beyond ? (layer + by + layers) % layers : layer;
  const place = !beyond ? next : by > 0 ? 0 : row(there) * widths[there + 1] - 1;
  const column = place % row(there);
  return { layer: there, to: Math.floor(place / row(there)), from: column === widths[there] ? null : column };
}

/** All drawn weights in one round, for ‹ and ›. @param {Weight} weight @param {1 | -1} by @param {number[]} widths @returns {Weight} */
export function walkRound(weight, by, widths) {
  const next = walk(weight, by > 0 ? 'down' : 'up', widths);
  if (!sameWeight(next, weight)) return next;
  const layer = (weight.layer + by + widths.length - 1) % (widths.length - 1);
  const units = drawnUnits(widths);
  const end = by > 0 ? 0 : -1;
  return { layer, to: units[layer + 1].at(end) ?? 0, from: units[layer].at(end) ?? 0 };
}

/** @param {Weight | undefined} a @param {Weight | undefined} b */
export function sameWeight(a, b) {
  return !!a && !!b && a.layer === b.layer && a.to === b.to && a.from === b.from;
}

/**
 * Short name of a unit, for subscripts; column 0 is the input, and the unit null a bias's 1.
 * @param {number} column @param {number | null} unit @param {number[]} widths @param {{ features?: string[] }} [data] what inputs are called
 */
export function unitName(column, unit, widths, data) {
  if (unit === null) return '1';
  if (column === 0) return data?.features?.[unit] ?? (widths[0] <= 2 ? ['x', 'y'][unit] : `x${unit + 1}`);
  return column === widths.length - 1 && widths[column] === 1 ? 'ŷ' : String(unit + 1);
}

/**
 * @param {number} column @param {number | null} unit null for a bias @param {number[]} widths
 * @param {{ inputs: string[], classes: string[], features?: string[] }} [data] what inputs and outputs are called
 */
export function unitTitle(column, unit, widths, data) {
  if (unit === null) return 'bias';
  if (column === 0) {
    const side = pictureSide(widths[0]);
    if (side > 0) return `pixel ${unit % side + 1} of row ${Math.floor(unit / side) + 1}`;
    const ofColumns = widths[0] > 2 && !data?.features?.length;
    return `input ${(ofColumns && data?.inputs[unit]) || unitName(0, unit, widths, data)}`;
  }
  if (column < widths.length - 1) return `layer ${column} neuron ${unit + 1}`;
  return widths[column] === 1 ? 'output ŷ' : data?.classes[unit] ? `output of class ${data.classes[unit]}` : `output ${unit + 1}`;
}

/**
 * The example of the batch `by` places on, round its ends.
 * @param {{ weight: { example: number }, batch: { rows: { length: number } } }} frame @param {number} by 1 or −1
 */
export function exampleRound({ weight, batch }, by) {
  const count = batch.rows.length;
  return (weight.example + by + count) % count;
}
