// A trace of someone's own run: its parameters with the gradients that PyTorch gave them, and the batch that they are of, if it is told.

/** @import { Tensor } from './read.js' */
import { contentOf } from './json.js';

/** @typedef {Tensor & { gradient?: Float64Array }} Traced */
/** @typedef {{ parameters: Traced[], batch?: { x: number[][], y: any[] } }} Trace */

const EXAMPLE = '[{"name": "0.weight", "value": [[0.5, -1]], "grad": [[0.1, 0.2]]}]';

/** What the entries of the batch are called. @type {Record<string, 'x' | 'y'>} */
const BATCH = { x: 'x', input: 'x', inputs: 'x', y: 'y', target: 'y', targets: 'y' };

/** @param {Uint8Array} bytes @returns {Trace | undefined} nothing where it is no list of entries with names */
export function readTrace(bytes) {
  const content = contentOf(bytes);
  if (!Array.isArray(content)) return undefined;
  /** @type {Trace} */
  const trace = { parameters: [] };
  /** @type {{ x?: any, y?: any }} */
  const batch = {};
  for (const [at, entry] of content.entries()) {
    if (typeof entry?.name !== 'string' || entry.value === undefined) throw new Error(`[trace] entry ${at + 1} of ${content.length} has no name with a value; a list such as ${EXAMPLE} would be right`);
    const part = Object.hasOwn(BATCH, entry.name) ? BATCH[entry.name] : undefined;
    if (part) batch[part] = entry.value;
    else trace.parameters.push(traced(entry));
  }
  if (trace.parameters.length === 0) throw new Error(`[trace] there are no parameters; a list such as ${EXAMPLE} would be right`);
  if ((batch.x === undefined) !== (batch.y === undefined)) throw new Error(`[trace] there is ${batch.x === undefined ? 'a target without an input' : 'an input without a target'}; both, or neither, would be right`);
  if (batch.x !== undefined) trace.batch = batchOf(batch.x, batch.y);
  return trace;
}

/** @param {{ name: string, value: unknown, grad?: unknown }} entry @returns {Traced} */
function traced({ name, value, grad }) {
  const { shape, data } = tensorOf(value, name, 'value');
  if (shape.length < 1 || shape.length > 2) throw new Error(`[${short(name)}] has ${shape.length} dimensions; weights (outputs, inputs) and biases would be right`);
  if (grad === undefined || grad === null) return { name, shape, data };
  const gradient = tensorOf(grad, name, 'grad');
  if (String(gradient.shape) !== String(shape)) throw new Error(`[${short(name)}] has a grad of the shape (${gradient.shape}) for a value of (${shape}); the same would be right`);
  return { name, shape, data, gradient: gradient.data };
}

/** Rows as they are; targets as numbers, or rows of them. @param {unknown} x @param {unknown} y */
function batchOf(x, y) {
  const rows = tensorOf(x, 'x', 'value');
  const targets = tensorOf(y, 'y', 'value');
  if (rows.shape.length !== 2 || targets.shape.length < 1 || targets.shape.length > 2 || targets.shape[0] !== rows.shape[0])
    throw new Error(`[x] has the shape (${rows.shape}) and y (${targets.shape}); as many rows in both would be right`);
  const column = targets.shape.length === 2 && targets.shape[1] === 1;
  return { x: /** @type {number[][]} */ (x), y: column ? /** @type {number[][]} */ (y).map(([only]) => only) : /** @type {any[]} */ (y) };
}

/** Lists of equal lengths. @param {unknown} value @param {string} name @param {string} what @returns {{ shape: number[], data: Float64Array }} */
function tensorOf(value, name, what) {
  /** @type {number[]} */
  const shape = [];
  for (let level = value; Array.isArray(level) && shape.length < 4; level = level[0]) shape.push(level.length);
  /** @type {number[]} */
  const data = [];
  const walk = (/** @type {unknown} */ part, /** @type {number} */ depth) => {
    if (depth < shape.length) {
      if (!Array.isArray(part) || part.length !== shape[depth]) throw new Error(`[${short(name)}] has a ${what} whose lists differ in length; lists of equal lengths would be right`);
      for (const one of part) walk(one, depth + 1);
    } else if (typeof part !== 'number' || !Number.isFinite(part)) throw new Error(`[${short(name)}] has a ${what} with '${short(String(part))}' in it; finite numbers would be right`);
    else data.push(part);
  };
  walk(value, 0);
  return { shape, data: Float64Array.from(data) };
}

/** @param {string} text */
const short = (text) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
