// Protocol buffers, as much of them as ONNX takes: numbers, texts, bytes and messages, each with the number of its field.

import { joined } from './numbers.js';

const VARINT = 0;
const BYTES = 2;
const FIXED32 = 5;

/** @param {number} value a whole number from 0 */
function varint(value) {
  const bytes = [];
  for (; value > 0x7f; value = Math.floor(value / 128)) bytes.push((value % 128) | 0x80);
  return Uint8Array.from([...bytes, value]);
}

/** @param {number} field @param {number} type */
const key = (field, type) => varint(field * 8 + type);

/** @param {number} field @param {number} value a whole number from 0 */
export const whole = (field, value) => joined([key(field, VARINT), varint(value)]);

/** @param {number} field @param {number} value */
export function single(field, value) {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value, true);
  return joined([key(field, FIXED32), bytes]);
}

/** @param {number} field @param {Uint8Array} value */
export const bytes = (field, value) => joined([key(field, BYTES), varint(value.length), value]);

/** @param {number} field @param {string} value */
export const text = (field, value) => bytes(field, new TextEncoder().encode(value));

/** @param {number} field @param {Uint8Array[]} fields of the message */
export const message = (field, fields) => bytes(field, joined(fields));
