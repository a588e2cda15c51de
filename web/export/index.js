// The package's door to exports: a run or a graph as a file for elsewhere, and such a file read back.

/** @import { Module, Trainer, GraphModule } from '../../wasm/index.js' */
/** @import { Read } from '../src/export/read.js' */
import { graphFormats, networkFormats } from '../src/export/formats.js';
import { graphStateOf } from '../src/export/graph-state.js';
import { readState } from '../src/export/read.js';
import { stateOf } from '../src/export/state.js';

/** @typedef {'pytorch' | 'numpy' | 'jax' | 'onnx' | 'safetensors' | 'npz' | 'json'} NetworkFormat */
/** @typedef {'pytorch' | 'svg' | 'dot' | 'json' | 'csv'} GraphFormat */
/** @typedef {{ name: string, title: string, extension: string, media: string, holds: string }} FormatDescription */

/** What there is, by what it is made of. @returns {{ network: FormatDescription[], graph: FormatDescription[] }} */
export function exportFormats() {
  const described = (/** @type {(FormatDescription & { write: unknown })[]} */ formats) => formats.map(({ write, ...about }) => about);
  return { network: described(networkFormats), graph: described(graphFormats) };
}

/**
 * A run where it stands, every number to the bit; the trainer is where it was afterwards.
 * @param {Module} backprop what `load()` gives
 * @param {Trainer} trainer
 * @param {NetworkFormat} format
 * @param {Parameters<Module['createTrainer']>[1]} [data] what the trainer was made with, if not with a generated set
 * @returns {string | Uint8Array} text for scripts and JSON
 */
export function exportRun(backprop, trainer, format, data) {
  const createLike = (/** @type {object} */ changes) => backprop.createTrainer({ ...trainer.options(), ...changes }, data);
  return formatNamed(networkFormats, format).write(stateOf(trainer, createLike));
}

/** A text as a graph, with its values and gradients. @param {Pick<GraphModule, 'parse'>} backprop either module @param {string} source @param {GraphFormat} format @returns {string} */
export function exportGraph(backprop, source, format) {
  return String(formatNamed(graphFormats, format).write(graphStateOf(/** @type {any} */ (backprop), source)));
}

/** What a file of safetensors, npz or JSON tells: its tensors in order, and of the run, if it was exported here. @param {Uint8Array} bytes @returns {Read | undefined} nothing where it is none of the three */
export const readExport = (bytes) => readState(bytes);

/** @template {{ name: string }} Format @param {Format[]} formats @param {string} name */
function formatNamed(formats, name) {
  const found = formats.find((format) => format.name === name);
  if (!found) throw new Error(`[export] '${name}' is no format; ${formats.map((format) => format.name).join(', ')} would be right`);
  return found;
}
