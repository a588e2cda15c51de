// Parameters by name, W1, b1, W2 …, as the block in which a network keeps them, and back.
import { nested } from '../nested.js';
import { isObject, shown } from './config.js';
import { Refusal } from './errors.js';
import { numbersFrom } from './lines.js';

/** @typedef {{ name: string, shape: number[], offset: number, size: number }} Place */

/**
 * Where each tensor of a network lies in its block, in order.
 * @param {{ layers: { inputs: number, outputs: number, bias: { length: number } }[] }} network
 */
export function placesOf({ layers }) {
  /** @type {Place[]} */
  const places = [];
  let offset = 0;
  const add = (/** @type {string} */ name, /** @type {number[]} */ ...shape) => {
    const size = shape.reduce((product, n) => product * n);
    places.push({ name, shape, offset, size });
    offset += size;
  };
  for (const [i, { inputs, outputs, bias }] of layers.entries()) {
    add(`W${i + 1}`, outputs, inputs);
    if (bias.length > 0) add(`b${i + 1}`, outputs);
  }
  return places;
}

/** The tensors of a block by name. @param {Place[]} places @param {Float32Array | Float64Array} block */
export const byName = (places, block) =>
  places.map(({ name, shape, offset, size }) => ({ name, value: nested({ shape, data: block.subarray(offset, offset + size) }) }));

/**
 * The names of an nn.Sequential's state_dict, `0.weight`, `0.bias`, `2.weight`, as ours: its numbers, which also count the activations, only rise.
 * @param {string[]} names
 */
function ourNames(names) {
  const sequential = names.map((name) => name.match(/^(\d+)\.(weight|bias)$/));
  const numbers = [...new Set(sequential.flatMap((found) => (found ? [Number(found[1])] : [])))].sort((a, b) => a - b);
  return names.map((name, i) => {
    const found = sequential[i];
    return found ? `${found[2] === 'weight' ? 'W' : 'b'}${numbers.indexOf(Number(found[1])) + 1}` : name;
  });
}

/**
 * The numbers of one tensor, row by row.
 * @param {any} given as lists, or as `{ shape, data }`
 * @param {Place} place
 * @param {string} name as the user calls it
 */
function tensorOf(given, { shape, size }, name) {
  const wanted = `${shape.join('×')} numbers`;
  const wrong = (/** @type {string} */ what) => new Refusal(`[parameters.${name}] ${what}; ${wanted} would be right`);
  let data = given;
  if (isObject(given)) {
    ({ data } = given);
    if (!Array.isArray(given.shape) || given.shape.length !== shape.length || shape.some((n, dim) => given.shape[dim] !== n))
      throw wrong(`has the shape ${Array.isArray(given.shape) ? `[${given.shape.slice(0, 4).map(shown).join(', ')}]` : shown(given.shape)}`);
    if (!Array.isArray(data) || data.length !== size) throw wrong(`has ${Array.isArray(data) ? `${data.length} numbers` : 'no list'} as data`);
  } else if (!Array.isArray(given) || given.length !== shape[0])
    throw wrong(Array.isArray(given) ? `has ${given.length} ${shape.length > 1 ? 'rows' : 'numbers'}` : `is ${shown(given)}`);
  else if (shape.length > 1) {
    const row = given.findIndex((each) => !Array.isArray(each) || each.length !== shape[1]);
    if (row >= 0) throw wrong(`row ${row + 1} ${Array.isArray(given[row]) ? `has ${given[row].length} numbers` : `is ${shown(given[row])}`}`);
    data = given.flat();
  }
  const numbers = numbersFrom(data);
  const bad = numbers.findIndex((/** @type {any} */ each) => !Number.isFinite(each));
  if (bad >= 0) throw new Refusal(`[parameters.${name}] number ${bad + 1} is ${shown(data[bad])}; a finite number would be right`);
  return numbers;
}

/**
 * The block of all parameters that a configuration gives.
 * @param {any} given by name
 * @param {Place[]} places
 * @returns {number[]}
 */
export function blockOf(given, places) {
  const example = '{"W1": [[0.5, -0.5]], "b1": [0]}';
  if (!isObject(given)) throw new Refusal(`[parameters] ${shown(given)} holds no tensors; an object such as ${example} would be right`);
  const names = Object.keys(given);
  const ours = ourNames(names);
  for (const [i, name] of ours.entries()) {
    if (!places.some((place) => place.name === name))
      throw new Refusal(`[parameters] ${shown(names[i])} is no tensor of this network; ${places.map((place) => place.name).join(', ')} would be right`);
    if (ours.indexOf(name) !== i) throw new Refusal(`[parameters] '${names[ours.indexOf(name)]}' and '${names[i]}' are the same tensor; one of them would be right`);
  }
  const missing = places.filter(({ name }) => !ours.includes(name)).map(({ name }) => name);
  if (missing.length > 0) throw new Refusal(`[parameters] ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing; all tensors of the network, or none, would be right`);
  return places.flatMap((place) => {
    const i = ours.indexOf(place.name);
    return tensorOf(given[names[i]], place, names[i]);
  });
}
