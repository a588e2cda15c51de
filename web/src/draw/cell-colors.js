// Numbers as colours on an asinh scale, looked up by the first bits of each float: 100,000 cells take a fraction of a millisecond.

import { pushLevel } from './scale.js';

/** Sign, exponent and six bits of a float32 choose the colour; what is cut off moves it by less than one shade. */
const CUT = 17;
const NOT_A_NUMBER = [128, 128, 128];

/**
 * A colour, as four bytes in a word, for each beginning of a float32.
 * @param {Uint8ClampedArray} table of 256 colours, from negative to positive @param {number} full of full colour
 * @param {number} [span] see `QUANTITIES`
 */
export function colorLookup(table, full, span) {
  const lookup = new Uint32Array(2 ** (32 - CUT));
  const bytes = new Uint8ClampedArray(lookup.buffer);
  const word = new Uint32Array(1);
  const float = new Float32Array(word.buffer);
  for (let i = 0; i < lookup.length; i++) {
    word[0] = i << CUT;
    const [value] = float;
    const entry = Math.round((1 + Math.sign(value) * pushLevel(value, full, span)) * 127.5) * 4;
    bytes.set(Number.isNaN(value) ? NOT_A_NUMBER : table.subarray(entry, entry + 3), 4 * i);
    bytes[4 * i + 3] = 255;
  }
  return lookup;
}

/**
 * One pixel a number, rows of `columns` into a picture `width` pixels wide, from pixel `start` on.
 * @param {Uint32Array} pixels @param {number} width @param {number} start @param {Float32Array} values @param {number} columns @param {Uint32Array} lookup
 */
export function paintCells(pixels, width, start, values, columns, lookup) {
  const words = new Uint32Array(values.buffer, values.byteOffset, values.length);
  for (let from = 0, to = start; from < words.length; from += columns, to += width) {
    for (let i = 0; i < columns; i++) pixels[to + i] = lookup[words[from + i] >>> CUT];
  }
}

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);

/** The colour of one number: red, green, blue. @param {Uint32Array} lookup @param {number} value */
export function lookedUp(lookup, value) {
  float[0] = value;
  const color = lookup[bits[0] >>> CUT];
  return [color & 255, (color >>> 8) & 255, (color >>> 16) & 255];
}
