// A zip archive of files that are stored as they are, as np.load reads it.

import { joined } from './numbers.js';

/** @typedef {{ name: string, bytes: Uint8Array }} Entry */

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** The first of January 1980: the same state makes the same bytes. */
const DATE = 0x0021;

const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** @param {Uint8Array} bytes */
export function crc32(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (rest >>> 8) ^ remainders[(rest ^ byte) & 0xff];
  return (rest ^ 0xffffffff) >>> 0;
}

/** Numbers of 2 or 4 bytes. @param {[number, 2 | 4][]} fields */
function record(fields) {
  const bytes = new Uint8Array(fields.reduce((sum, [, size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [value, size] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

/** @param {Entry[]} entries */
export function zipped(entries) {
  const pieces = [];
  const directory = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    const called = new TextEncoder().encode(name);
    // Version 2.0, names in UTF-8, stored, time, date, sum, sizes, lengths of name and extra.
    /** @type {[number, 2 | 4][]} */
    const common = [[20, 2], [0x0800, 2], [0, 2], [0, 2], [DATE, 2], [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [called.length, 2], [0, 2]];
    const local = joined([record([[LOCAL, 4], ...common]), called, bytes]);
    // Comment, disk, attributes inside and outside, where it begins.
    directory.push(joined([record([[CENTRAL, 4], [20, 2], ...common, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]), called]));
    pieces.push(local);
    offset += local.length;
  }
  const central = joined(directory);
  const end = record([[END, 4], [0, 2], [0, 2], [entries.length, 2], [entries.length, 2], [central.length, 4], [offset, 4], [0, 2]]);
  return joined([...pieces, central, end]);
}

/** The files of an archive; compressed ones are refused. @param {Uint8Array} bytes @returns {Entry[]} */
export function unzipped(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new Error('[zip] the archive has no end; a whole .npz file would be right');
  let at = view.getUint32(end + 16, true);
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw new Error('[zip] the list of files is broken; a whole .npz file would be right');
    const [method, size, length, begin] = [view.getUint16(at + 10, true), view.getUint32(at + 24, true), view.getUint16(at + 28, true), view.getUint32(at + 42, true)];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    if (method !== 0) throw new Error(`[${name}] is compressed; np.savez, which stores arrays as they are, would be right`);
    if (begin + 30 > bytes.length || view.getUint32(begin, true) !== LOCAL) throw new Error(`[${name}] is not where the archive says; a whole .npz file would be right`);
    const from = begin + 30 + view.getUint16(begin + 26, true) + view.getUint16(begin + 28, true);
    const content = bytes.subarray(from, from + size);
    if (content.length !== size || crc32(content) !== view.getUint32(at + 16, true)) throw new Error(`[${name}] is damaged: its check sum differs; a whole .npz file would be right`);
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    return { name, bytes: content };
  });
}
