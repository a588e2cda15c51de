// Which weight comes next when the arrow keys walk the figure, and how weights and units are called.

/** @import { Weight } from '../types.js' */
/** @import { Biased } from './parameters.js' */
import { drawnUnits, pictureSide } from './drawn.js';
import { allBiased } from './parameters.js';

/** @param {number[]} units those drawn @param {number} unit */
const nearest = (units, unit) => (units.includes(unit) ? unit : (units.findLast((one) => one < unit) ?? units[0]));

/**
 * The nearest weight that exists and is drawn.
 * @param {Weight} weight @param {number[]} widths units per layer, input first @param {Biased} [biased]
 * @returns {Weight}
 */
export function clampWeight({ layer, to, from }, widths, biased = allBiased) {
  const kept = Math.min(Math.max(layer, 0), widths.length - 2);
  const units = drawnUnits(widths);
  const source = from === null ? (biased(kept) ? null : units[kept][0]) : nearest(units[kept], from);
  return { layer: kept, to: nearest(units[kept + 1], to), from: source };
}

/**
 * Up and down go through the weights of a layer in the order their beads stand, a bias after those of its unit; right follows the signal
 * through `to` into the next layer, left follows the gradient back through `from`; nothing is behind a bias.
 * @param {Weight} weight @param {'up' | 'down' | 'left' | 'right'} way @param {number[]} widths @param {Biased} [biased] @returns {Weight}
 */
export function walk(weight, way, widths, biased = allBiased) {
  const { layer, to, from } = clampWeight(weight, widths, biased);
  if (way === 'right') return layer + 2 < widths.length ? clampWeight({ layer: layer + 1, to, from: to }, widths) : weight;
  if (way === 'left') return layer > 0 && from !== null ? clampWeight({ layer: layer - 1, to: from, from }, widths) : weight;
  const { sources, targets } = drawnOf(layer, widths, biased);
  const next = targets.indexOf(to) * sources.length + sources.indexOf(from) + (way === 'down' ? 1 : -1);
  if (next < 0 || next >= sources.length * targets.length) return weight;
  return { layer, to: targets[Math.floor(next / sources.length)], from: sources[next % sources.length] };
}

/**
 * All parameters in one round, layer by layer, each unit's bias after its weights.
 * @param {Weight} weight @param {1 | -1} by @param {number[]} widths @param {Biased} [biased] @returns {Weight}
 */
export function walkAll({ layer, to, from }, by, widths, biased = allBiased) {
  const row = (/** @type {number} */ at) => widths[at] + (biased(at) ? 1 : 0);
  const next = to * row(layer) + (from ?? widths[layer]) + by;
  const layers = widths.length - 1;
  const beyond = next < 0 || next >= row(layer) * widths[layer + 1];
  const there = beyond ? (layer + by + layers) % layers : layer;
  const place = !beyond ? next : by > 0 ? 0 : row(there) * widths[there + 1] - 1;
  const column = place % row(there);
  return { layer: there, to: Math.floor(place / row(there)), from: column === widths[there] ? null : column };
}

/** All drawn weights and biases in one round, for ‹ and ›. @param {Weight} weight @param {1 | -1} by @param {number[]} widths @param {Biased} [biased] @returns {Weight} */
export function walkRound(weight, by, widths, biased = allBiased) {
  const next = walk(weight, by > 0 ? 'down' : 'up', widths, biased);
  if (!sameWeight(next, weight)) return next;
  const layer = (weight.layer + by + widths.length - 1) % (widths.length - 1);
  const { sources, targets } = drawnOf(layer, widths, biased);
  const end = by > 0 ? 0 : -1;
  return { layer, to: targets.at(end) ?? 0, from: sources.at(end) ?? null };
}

/** @param {number} layer @param {number[]} widths @param {Biased} biased @returns {{ sources: (number | null)[], targets: number[] }} */
function drawnOf(layer, widths, biased) {
  const units = drawnUnits(widths);
  return { sources: [...units[layer], ...(biased(layer) ? [null] : [])], targets: units[layer + 1] };
}

/** @param {Weight | undefined} a @param {Weight | undefined} b */
export function sameWeight(a, b) {
  return !!a && !!b && a.layer === b.layer && a.to === b.to && a.from === b.from;
}

/** @typedef {{ inputs?: string[], classes?: string[], features?: string[] }} Named what inputs, outputs and features are called */

/** Characters of a column’s name that are written in a subscript or under a unit, and of a class’s, of which there are two in a line. */
const [SHORT, SHORT_CLASS] = [8, 6];

/**
 * What a column of the data is called, if it has a name of its own: the core's own sets call theirs x1 and x2.
 * @param {number} unit @param {Named} [data]
 */
function ownName(unit, data) {
  const name = data?.inputs?.[unit];
  return name === `x${unit + 1}` ? undefined : name;
}

/** A coordinate of the plane that the data are of, whatever the network sees of it. @param {number} at 0 or 1 @param {Named} data */
export const axisName = (at, data) => ownName(at, data) || 'xy'[at];

/** @param {string} name @param {number} most characters */
export const shorten = (name, most) => (name.length > most ? `${name.slice(0, most - 1)}…` : name);

/** An output is called as its class, unless two were then called the same. @param {number} unit @param {Named} [data] */
function classShort(unit, { classes = [] } = {}) {
  const short = classes.map((name) => shorten(name, SHORT_CLASS));
  return new Set(short).size === short.length ? short[unit] : undefined;
}

/**
 * Short name of a unit, for subscripts; column 0 is the input, and the unit null a bias's 1.
 * @param {number} column @param {number | null} unit @param {number[]} widths @param {Named} [data]
 */
export function unitName(column, unit, widths, data) {
  if (unit === null) return '1';
  if (column === 0) return data?.features?.[unit] ?? (widths[0] <= 2 ? shorten(ownName(unit, data) || 'xy'[unit], SHORT) : `x${unit + 1}`);
  if (column < widths.length - 1) return String(unit + 1);
  return widths[column] === 1 ? 'ŷ' : classShort(unit, data) || String(unit + 1);
}

/** Neither a number, nor a letter with its number as x3. @param {string} name */
const isWord = (name) => name.length > 1 && !/^\D?\d+$/.test(name);

/**
 * Short name of a weight or bias: the letter and its subscript, as in w₆₅ and b₆; a comma keeps a word apart.
 * @param {Weight} weight @param {number[]} widths @param {Named} [data]
 */
export function weightName({ layer, to, from }, widths, data) {
  const unit = unitName(layer + 1, to, widths, data);
  if (from === null) return { letter: 'b', index: unit };
  const source = unitName(layer, from, widths, data);
  const words = isWord(unit) || (!data?.features?.[from] && isWord(source));
  return { letter: 'w', index: `${unit}${words ? ',' : ''}${source}` };
}

/**
 * @param {number} column @param {number | null} unit null for a bias @param {number[]} widths @param {Named} [data]
 */
export function unitTitle(column, unit, widths, data) {
  if (unit === null) return 'bias';
  if (column === 0) {
    const side = pictureSide(widths[0]);
    if (side > 0) return `pixel ${unit % side + 1} of row ${Math.floor(unit / side) + 1}`;
    return `input ${(!data?.features?.length && ownName(unit, data)) || unitName(0, unit, widths, data)}`;
  }
  if (column < widths.length - 1) return `layer ${column} neuron ${unit + 1}`;
  return widths[column] === 1 ? 'output ŷ' : data?.classes?.[unit] ? `output of class ${data.classes[unit]}` : `output ${unit + 1}`;
}

/**
 * The example of the batch `by` places on, round its ends.
 * @param {{ weight: { example: number }, batch: { rows: { length: number } } }} frame @param {number} by 1 or −1
 */
export function exampleRound({ weight, batch }, by) {
  const count = batch.rows.length;
  return (weight.example + by + count) % count;
}
