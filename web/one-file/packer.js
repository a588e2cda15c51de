// Calls packer.wasm (packer/): each kind of content has a model of its own, and what packs is what unpacks.

/** What the models are for, in packer.wasm's order. */
export const KINDS = { text: 0, module: 1, digits: 2 };

/** @typedef {{ memory: WebAssembly.Memory, reserve(bytes: number): number, pack(kind: number, plain: number, size: number, packed: number): number, unpack(kind: number, packed: number, packedSize: number, plain: number, size: number): void }} Exports */

/** It keeps what it takes, so that each call has an instance of its own. @param {WebAssembly.Module} packer @returns {Exports} */
const begin = (packer) => /** @type {any} */ (new WebAssembly.Instance(packer, {}).exports);

/** Copies bytes to where the module can read them. @param {Exports} to @param {Uint8Array} bytes */
function given(to, bytes) {
  const at = to.reserve(bytes.length);
  new Uint8Array(to.memory.buffer).set(bytes, at);
  return at;
}

/** @param {WebAssembly.Module} packer @param {number} kind of `KINDS` @param {Uint8Array} plain */
export function pack(packer, kind, plain) {
  const module = begin(packer);
  const from = given(module, plain);
  const to = module.reserve(16 * plain.length + 16);
  const size = module.pack(kind, from, plain.length, to);
  return new Uint8Array(module.memory.buffer).slice(to, to + size);
}

/** @param {WebAssembly.Module} packer @param {number} kind @param {Uint8Array} packed @param {number} size of what comes out */
export function unpack(packer, kind, packed, size) {
  const module = begin(packer);
  const from = given(module, packed);
  const to = module.reserve(size);
  module.unpack(kind, from, packed.length, to, size);
  return new Uint8Array(module.memory.buffer).slice(to, to + size);
}
