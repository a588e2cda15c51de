// NumPy's archive of arrays: W1, b1, … and `state`, a text of JSON that says the rest.

/** @import { NetworkState } from './state.js' */
/** @import { Reals } from './numbers.js' */
import { fromLittleEndian, joined, littleEndian } from './numbers.js';
import { aboutOf } from './json.js';
import { unzipped, zipped } from './zip.js';

/** @typedef {import('./read.js').Read} Read */

const MAGIC = [0x93, ...new TextEncoder().encode('NUMPY'), 1, 0];

/** @param {string} type such as <f4 @param {number[]} shape @param {Uint8Array} data */
function npy(type, shape, data) {
  const header = `{'descr': '${type}', 'fortran_order': False, 'shape': (${shape.join(', ')}${shape.length === 1 ? ',' : ''}), }`;
  // The numbers begin at a multiple of 64.
  const padded = `${header.padEnd(Math.ceil((header.length + 11) / 64) * 64 - 11)}\n`;
  return joined([Uint8Array.from([...MAGIC, padded.length & 0xff, padded.length >> 8]), new TextEncoder().encode(padded), data]);
}

/** @param {Reals} values @param {number[]} shape */
const numbers = (values, shape) => npy(values instanceof Float64Array ? '<f8' : '<f4', shape, littleEndian(values));

/** A text as NumPy holds it: four bytes a character. @param {string} text */
function words(text) {
  const codes = Uint32Array.from(text, (letter) => /** @type {number} */ (letter.codePointAt(0)));
  const bytes = new Uint8Array(codes.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [i, code] of codes.entries()) view.setUint32(i * 4, code, true);
  return npy(`<U${codes.length}`, [], bytes);
}

/** @param {NetworkState} state */
export function toNpz(state) {
  const { parameters, training, widths } = state;
  const wide = training.target.length / training.count;
  return zipped([
    ...parameters.map(({ name, value, shape }) => ({ name: `${name}.npy`, bytes: numbers(value, shape) })),
    ...parameters.map(({ name, gradient, shape }) => ({ name: `${name}.grad.npy`, bytes: numbers(gradient, shape) })),
    { name: 'x.npy', bytes: numbers(training.x, [training.count, widths[0]]) },
    { name: 'target.npy', bytes: numbers(training.target, state.options.loss === 'cross_entropy' ? [training.count] : [training.count, wide]) },
    { name: 'state.npy', bytes: words(aboutOf(state)) },
  ]);
}

/** @param {Uint8Array} bytes @returns {Read} */
export function fromNpz(bytes) {
  const arrays = unzipped(bytes).map(({ name, bytes: content }) => ({ name: name.replace(/\.npy$/, ''), ...array(name, content) }));
  const about = arrays.find(({ name }) => name === 'state');
  const tensors = arrays.filter(({ name }) => /^([Wb]\d+|(\w+\.)*(weight|bias))$/.test(name));
  return {
    about: about?.type.startsWith('<U') ? JSON.parse(text(about.data)) : {},
    tensors: tensors.map(({ name, type, shape, data }) => ({ name, shape, data: fromLittleEndian(data, dtypeOf(name, type)) })),
  };
}

/** @param {string} name @param {string} type */
function dtypeOf(name, type) {
  if (type === '<f4') return 'float32';
  if (type === '<f8') return 'float64';
  throw new Error(`[${name}] holds numbers of the type ${type}; float32 or float64 would be right`);
}

/** @param {Uint8Array} data */
function text(data) {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  return Array.from({ length: data.length / 4 }, (_, i) => String.fromCodePoint(view.getUint32(i * 4, true))).join('').replace(/\0+$/, '');
}

/** @param {string} name @param {Uint8Array} bytes */
function array(name, bytes) {
  const wide = bytes[6] > 1;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = wide ? 12 : 10;
  const length = bytes.length < start || MAGIC.slice(0, 6).some((byte, i) => bytes[i] !== byte) ? undefined : wide ? view.getUint32(8, true) : view.getUint16(8, true);
  const header = length === undefined ? '' : new TextDecoder().decode(bytes.subarray(start, start + length));
  const [, type] = header.match(/'descr': '([^']+)'/) ?? [];
  const [, sizes] = header.match(/'shape': \(([\d, ]*)\)/) ?? [];
  if (length === undefined || type === undefined || sizes === undefined) throw new Error(`[${name}] is no array of NumPy; one that np.savez wrote would be right`);
  if (header.includes("'fortran_order': True")) throw new Error(`[${name}] is stored column by column; np.ascontiguousarray would be right`);
  return { type, shape: sizes.split(',').filter((size) => size.trim()).map(Number), data: bytes.subarray(start + length) };
}
