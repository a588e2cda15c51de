// safetensors: a header of JSON, then the numbers; with the names of an nn.Sequential, so that PyTorch's load_state_dict takes it.

/** @import { NetworkState } from './state.js' */
import { aboutOf } from './json.js';
import { fromLittleEndian, joined, littleEndian } from './numbers.js';

/** @typedef {import('./read.js').Read} Read */

/** @param {NetworkState} state */
export function toSafetensors(state) {
  const { parameters, dtype } = state;
  let at = 0;
  const entries = parameters.map(({ key, shape, value }) => [key, { dtype: dtype === 'float64' ? 'F64' : 'F32', shape, data_offsets: [at, (at += value.byteLength)] }]);
  const header = JSON.stringify({ __metadata__: { format: 'pt', state: aboutOf(state) }, ...Object.fromEntries(entries) });
  const bytes = new TextEncoder().encode(header);
  // The numbers begin at a multiple of 8.
  const padded = joined([bytes, new Uint8Array((8 - (bytes.length % 8)) % 8).fill(0x20)]);
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(padded.length), true);
  return joined([length, padded, ...parameters.map(({ value }) => littleEndian(value))]);
}

/** @param {Uint8Array} bytes @returns {Read} */
export function fromSafetensors(bytes) {
  const length = bytes.length < 8 ? NaN : Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true));
  if (!(length <= bytes.length - 8)) throw new Error('[safetensors] the header is longer than the file; a whole file would be right');
  const { __metadata__: about, ...entries } = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  const data = bytes.subarray(8 + length);
  return {
    about: about?.state ? JSON.parse(about.state) : {},
    tensors: Object.entries(entries).sort(([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0]).map(([name, { dtype, shape, data_offsets: [from, to] }]) => {
      if (dtype !== 'F32' && dtype !== 'F64') throw new Error(`[${name}] holds numbers of the type ${dtype}; F32 or F64 would be right`);
      if (to > data.length) throw new Error(`[${name}] ends after the file; a whole file would be right`);
      return { name, shape, data: fromLittleEndian(data.slice(from, to), dtype === 'F32' ? 'float32' : 'float64') };
    }),
  };
}
