// The files in which a network or a graph can be taken elsewhere: one row a format.

/** @import { GraphState } from './graph-state.js' */
/** @import { NetworkState } from './state.js' */
import { toDot } from './dot.js';
import { graphToCsv } from './graph-csv.js';
import { graphToJson } from './graph-json.js';
import { graphToSvg } from './graph-svg.js';
import { toJax } from './jax.js';
import { toJson } from './json.js';
import { toNpz } from './npz.js';
import { toNumPy } from './numpy.js';
import { toOnnx } from './onnx.js';
import { toPyTorch } from './pytorch.js';
import { toSafetensors } from './safetensors.js';

/**
 * @template State
 * @typedef {object} FormatOf
 * @property {string} name as --format takes it
 * @property {string} title as people call it
 * @property {string} extension
 * @property {string} media its media type
 * @property {string} holds what is in it
 * @property {(state: State) => string | Uint8Array} write
 */

/** @typedef {FormatOf<NetworkState>} Format */

/** @type {Format[]} */
export const networkFormats = [
  {
    name: 'pytorch', title: 'PyTorch script', extension: 'py', media: 'text/x-python', write: toPyTorch,
    holds: 'network, weights, data and optimizer; proves every gradient and the next step, then trains, on one process or many',
  },
  { name: 'numpy', title: 'NumPy script', extension: 'py', media: 'text/x-python', write: toNumPy, holds: 'the same with the backward pass written out, for one process' },
  { name: 'jax', title: 'JAX script', extension: 'py', media: 'text/x-python', write: toJax, holds: 'the same with gradients by jax.grad, for one process' },
  { name: 'onnx', title: 'ONNX model', extension: 'onnx', media: 'application/octet-stream', write: toOnnx, holds: 'network and weights, to be run anywhere; its settings beside them' },
  { name: 'safetensors', title: 'safetensors', extension: 'safetensors', media: 'application/octet-stream', write: toSafetensors, holds: "weights by the names of PyTorch's nn.Sequential; the settings beside them" },
  { name: 'npz', title: 'NumPy arrays', extension: 'npz', media: 'application/zip', write: toNpz, holds: 'weights, gradients and training data as arrays; the settings as text' },
  { name: 'json', title: 'JSON', extension: 'json', media: 'application/json', write: toJson, holds: "settings, weights, gradients, the next step, the optimizer's memory and the batch" },
];

/** @type {FormatOf<GraphState>[]} */
export const graphFormats = [
  { name: 'pytorch', title: 'PyTorch script', extension: 'py', media: 'text/x-python', write: ({ code }) => code, holds: 'the same computation with its gradients' },
  { name: 'svg', title: 'SVG', extension: 'svg', media: 'image/svg+xml', write: graphToSvg, holds: 'the picture, for print and slides: values, local derivatives, gradients' },
  { name: 'dot', title: 'Graphviz', extension: 'dot', media: 'text/vnd.graphviz', write: toDot, holds: 'the picture, with values and gradients' },
  { name: 'json', title: 'JSON', extension: 'json', media: 'application/json', write: graphToJson, holds: 'every node with its inputs, value and gradient' },
  { name: 'csv', title: 'CSV', extension: 'csv', media: 'text/csv', write: graphToCsv, holds: 'a row for each number, with its node and its gradient' },
];
