// Numbers as text that reads back as the same number: Python's floats, JSON's, and lists of them.

/** @typedef {'float32' | 'float64'} Dtype */
/** @typedef {Float32Array | Float64Array} Reals */

/** The fewest digits that read back as the same number; read as a double and rounded to float32, as Python and JavaScript do. @param {number} x @param {Dtype} dtype */
export function shortest(x, dtype) {
  if (Object.is(x, -0)) return '-0.0';
  if (dtype === 'float64' || !Number.isFinite(x)) return String(x);
  for (let digits = 1; digits < 9; digits++) {
    const rounded = Number(x.toPrecision(digits));
    if (Math.fround(rounded) === x) return String(rounded);
  }
  return String(Number(x.toPrecision(9)));
}

/** What JSON cannot say is a text. @param {number} x @param {Dtype} dtype */
export const jsonNumber = (x, dtype) => (Number.isFinite(x) ? shortest(x, dtype) : `"${pythonNames.get(String(x))}"`);

const pythonNames = new Map([['NaN', 'nan'], ['Infinity', 'inf'], ['-Infinity', '-inf']]);

/** @param {number} x @param {Dtype} dtype */
export const pythonNumber = (x, dtype) => (Number.isFinite(x) ? shortest(x, dtype) : `float('${pythonNames.get(String(x))}')`);

/**
 * The numbers of a tensor, row by row, as lists in brackets.
 * @param {ArrayLike<number>} data @param {number[]} shape @param {(x: number) => string} spell @returns {string}
 */
export function lists(data, shape, spell) {
  let texts = Array.from(data, spell);
  for (const size of shape.toReversed()) {
    const rows = [];
    for (let at = 0; at < texts.length; at += size) rows.push(`[${texts.slice(at, at + size).join(', ')}]`);
    texts = rows;
  }
  return texts[0] ?? '[]';
}

/** Bytes in the order of the file formats, the least significant first, whatever the machine's. @param {Reals} values */
export function littleEndian(values) {
  const bytes = new Uint8Array(values.byteLength);
  const view = new DataView(bytes.buffer);
  const wide = values instanceof Float64Array;
  for (const [i, value] of values.entries())
    if (wide) view.setFloat64(i * 8, value, true);
    else view.setFloat32(i * 4, value, true);
  return bytes;
}

/** The other way. @param {Uint8Array} bytes @param {Dtype} dtype @returns {Reals} */
export function fromLittleEndian(bytes, dtype) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (dtype === 'float64') return Float64Array.from({ length: bytes.length / 8 }, (_, i) => view.getFloat64(i * 8, true));
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => view.getFloat32(i * 4, true));
}

/** @param {Uint8Array} bytes */
export function base64(bytes) {
  let letters = '';
  for (let at = 0; at < bytes.length; at += 0x3000) letters += btoa(String.fromCharCode(...bytes.subarray(at, at + 0x3000)));
  return letters;
}

/** One after the other. @param {Uint8Array[]} pieces */
export function joined(pieces) {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
