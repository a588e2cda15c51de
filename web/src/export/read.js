// Reads what was saved, here or elsewhere: JSON, safetensors or npz, told apart by their first bytes.

/** @import { Reals } from './numbers.js' */
import { fromJson } from './json.js';
import { fromNpz } from './npz.js';
import { fromSafetensors } from './safetensors.js';

export { readTrace } from './trace.js';

/** @typedef {{ name: string, shape: number[], data: Reals }} Tensor */
/** @typedef {{ step?: number, options?: Record<string, any>, data?: any, begun_lr?: number, w?: string, lr_at?: string }} About */
/** @typedef {{ about: About, tensors: Tensor[] }} Read what a file tells: of the run, if this program wrote it, and its tensors in order */

/** @param {Uint8Array} bytes @returns {Read | undefined} nothing where it is none of the three */
export function readState(bytes) {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return fromNpz(bytes);
  // The length of the header, of eight bytes; then its brace.
  if (bytes[8] === 0x7b && bytes.subarray(4, 8).every((byte) => byte === 0)) return fromSafetensors(bytes);
  return fromJson(bytes);
}

/** Units of each layer, the inputs first, as the weights tell them. @param {Tensor[]} tensors */
export function widthsOf(tensors) {
  const weights = tensors.filter(({ shape }) => shape.length === 2);
  if (weights.length === 0) throw new Error('[parameters] there are no weights; a matrix (outputs, inputs) for each layer would be right');
  for (const [i, { name, shape }] of weights.entries())
    if (i > 0 && shape[1] !== weights[i - 1].shape[0])
      throw new Error(`[${name}] takes ${shape[1]} inputs, and ${weights[i - 1].name} gives ${weights[i - 1].shape[0]}; layers in their order, each a matrix (outputs, inputs), would be right`);
  return [weights[0].shape[1], ...weights.map(({ shape }) => shape[0])];
}

/** Which layers have biases: a weight's is the vector after it. @param {Tensor[]} tensors */
export const biasOf = (tensors) => tensors.flatMap(({ shape }, at) => (shape.length === 2 ? [tensors[at + 1]?.shape.length === 1] : []));

/** The network that tensors are the parameters of; its activations, which they do not tell, are the settings', or the first of these for all layers where their number differs. @param {Tensor[]} tensors @param {Record<string, any>} settings */
export function networkOf(tensors, { activation }) {
  const layers = widthsOf(tensors);
  const fits = !Array.isArray(activation) || activation.length === layers.length - 2;
  return { layers, bias: biasOf(tensors), activation: fits ? activation : activation[0] ?? 'tanh' };
}
