// Readers of the exported files that share nothing with what wrote them.
import { crc32 } from 'node:zlib';

/** @param {Uint8Array} bytes */
const view = (bytes) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Numbers of a tensor in the file. @param {Uint8Array} bytes @param {number} width bytes a number */
const reals = (bytes, width) => Array.from({ length: bytes.length / width }, (_, i) => (width === 8 ? view(bytes).getFloat64(i * 8, true) : view(bytes).getFloat32(i * 4, true)));

/** The files of an archive from its front, local header by local header. @param {Uint8Array} bytes */
export function zipEntries(bytes) {
  /** @type {{ name: string, bytes: Uint8Array }[]} */
  const entries = [];
  for (let at = 0; view(bytes).getUint32(at, true) === 0x04034b50; ) {
    const [sum, size, name, extra] = [view(bytes).getUint32(at + 14, true), view(bytes).getUint32(at + 18, true), view(bytes).getUint16(at + 26, true), view(bytes).getUint16(at + 28, true)];
    const start = at + 30 + name + extra;
    const content = bytes.subarray(start, start + size);
    if (crc32 && crc32(content) !== sum) throw new Error('a check sum differs');
    entries.push({ name: Buffer.from(bytes.subarray(at + 30, at + 30 + name)).toString(), bytes: content });
    at = start + size;
  }
  return entries;
}

/** @param {Uint8Array} bytes */
export function npy(bytes) {
  if (Buffer.from(bytes.subarray(0, 8)).toString('latin1') !== '\x93NUMPY\x01\x00') throw new Error('no array');
  const start = 10 + view(bytes).getUint16(8, true);
  const header = Buffer.from(bytes.subarray(10, start)).toString();
  const [, width, shape] = /** @type {RegExpMatchArray} */ (header.match(/^\{'descr': '<f([48])', 'fortran_order': False, 'shape': \(([\d, ]*)\), \} *\n$/));
  return { start, shape: shape.split(',').filter((size) => size.trim() !== '').map(Number), data: reals(bytes.subarray(start), Number(width)) };
}

/** @param {Uint8Array} bytes */
export function safetensors(bytes) {
  const start = 8 + Number(view(bytes).getBigUint64(0, true));
  const { __metadata__: _, ...header } = JSON.parse(Buffer.from(bytes.subarray(8, start)).toString());
  return Object.entries(header).map(([name, { dtype, shape, data_offsets: [from, to] }]) => ({ name, shape, data: reals(bytes.subarray(start + from, start + to), dtype === 'F64' ? 8 : 4) }));
}

/** @typedef {{ field: number, value: any }} Field a number, or bytes */

/** The fields of a message of protocol buffers. @param {Uint8Array} bytes */
export function fields(bytes) {
  let at = 0;
  const varint = () => {
    let [value, scale] = [0, 1];
    for (;;) {
      const byte = bytes[at++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  /** @type {Field[]} */
  const found = [];
  while (at < bytes.length) {
    const key = varint();
    const [field, type] = [key >> 3, key & 7];
    if (type === 0) found.push({ field, value: varint() });
    else {
      const size = type === 5 ? 4 : varint();
      found.push({ field, value: bytes.subarray(at, at + size) });
      at += size;
    }
  }
  return found;
}

/** The values of one field. @param {Field[]} message @param {number} number @returns {any[]} */
const valuesOf = (message, number) => message.filter(({ field }) => field === number).map(({ value }) => value);

/** @param {Uint8Array} bytes */
const text = (bytes) => Buffer.from(bytes).toString();

/** Tensors and nodes of a model. @param {Uint8Array} model */
export function onnxTensors(model) {
  const graph = fields(valuesOf(fields(model), 7)[0]);
  return {
    tensors: valuesOf(graph, 5).map(fields).map((tensor) => ({ name: text(valuesOf(tensor, 8)[0]), shape: valuesOf(tensor, 1), data: reals(valuesOf(tensor, 9)[0], valuesOf(tensor, 2)[0] === 11 ? 8 : 4) })),
    nodes: valuesOf(graph, 1).map(fields).map((node) => ({ op: text(valuesOf(node, 4)[0]), inputs: valuesOf(node, 1).map(text), outputs: valuesOf(node, 2).map(text) })),
  };
}
