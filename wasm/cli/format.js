// Numbers and tensors as text: for people, and as JSON that keeps NaN, infinities and −0.

/** @import { Nested } from '../nested.js' */

/** JSON of a number; what JSON cannot say is a string. @param {number} x @param {string} dtype */
function jsonNumber(x, dtype) {
  if (!Number.isFinite(x)) return `"${plainNumber(x)}"`;
  return Object.is(x, -0) ? '-0.0' : dtype === 'float32' ? singleNumber(x) : String(x);
}

/** @param {number} x */
function plainNumber(x) {
  if (Number.isNaN(x)) return 'nan';
  if (!Number.isFinite(x)) return x > 0 ? 'inf' : '-inf';
  return Object.is(x, -0) ? '-0' : String(x);
}

/** As few digits as tell a float32 from every other. @param {number} x */
function singleNumber(x) {
  for (let digits = 6; digits < 10; ++digits) {
    const rounded = Number(x.toPrecision(digits));
    if (Math.fround(rounded) === x) return plainNumber(rounded);
  }
  return plainNumber(x);
}

/** @param {Nested} value @param {string} dtype @returns {string} */
export const jsonTensor = (value, dtype = 'float64') =>
  Array.isArray(value) ? `[${value.map((entry) => jsonTensor(entry, dtype)).join(',')}]` : jsonNumber(value, dtype);

/**
 * @param {Nested} value
 * @param {string} dtype
 * @param {number} indent of the lines after the first
 * @returns {string}
 */
export function plainTensor(value, dtype, indent) {
  if (!Array.isArray(value)) return dtype === 'float32' ? singleNumber(value) : plainNumber(value);
  const entries = value.map((entry) => plainTensor(entry, dtype, indent + 1));
  return `[${entries.join(Array.isArray(value[0]) ? `,\n${' '.repeat(indent + 1)}` : ', ')}]`;
}

/** The last tensor of each name, as JSON. @param {{ name: string, value: Nested }[]} tensors @param {string} dtype */
export function jsonByName(tensors, dtype = 'float64') {
  const byName = new Map(tensors.map(({ name, value }) => [name, value]));
  return `{${[...byName].map(([name, value]) => `${JSON.stringify(name)}:${jsonTensor(value, dtype)}`).join(',')}}`;
}

/** Lines of equally many cells as columns. @param {string[][]} rows */
export function columns(rows) {
  const widths = rows[0].map((_, i) => rows.reduce((most, row) => Math.max(most, row[i].length), 0));
  return rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i])).join('  ').trimEnd()).join('\n');
}

/**
 * `line:column: message`, with the line and a caret below.
 * @param {string} source
 * @param {{ message: string, line: number, column: number, length: number }} error
 */
export function pointAt(source, { message, line, column, length }) {
  const text = Array.from(source.split(/\r\n|[\n\r\u2028\u2029]/)[line - 1] ?? '', (letter) => (/[\p{Cc}\p{Cf}]/u.test(letter) ? ' ' : letter));
  const from = Math.max(0, column - 60); // A long line is shown around the place.
  const shown = text.slice(from, from + 100).join('');
  const caret = ' '.repeat(column - 1 - from) + '^'.repeat(Math.max(1, Math.min(length, 100)));
  return `${line}:${column}: ${message}\n  ${shown}\n  ${caret}`;
}
