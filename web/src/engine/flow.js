// How far a gradient comes: a chain of numbers, and a deep network that exists for this one backward pass. Both are the core's.

/** @import { Core } from '../types.js' */

/** A chain this deep, of layers this wide, takes the core a few milliseconds. */
export const MOST = { depth: 50, width: 16 };
const ROWS = 8;
/** Hidden layers that one run can have. */
const MOST_HIDDEN = 30;

/** @typedef {{ depth: number, width: number, activation: 'sigmoid' | 'tanh' | 'relu', init: string, seed: number }} FlowSettings depth counts the hidden layers */

/**
 * dy/dx of y = f₁ · f₂ · … · x, as backward makes it: products from the output on.
 * @param {Core} core @param {number[]} factors in forward order
 * @returns {number[]} the gradient before each factor, in forward order: the first is dy/dx
 */
export function chain(core, factors) {
  const last = factors.length - 1;
  const lines = factors.map((_, back) => `g${last - back} = f${last - back}${back ? ` * g${last - back + 1}` : ''}`);
  const { values } = evaluate(core, lines.join('\n'), Object.fromEntries(factors.map((factor, at) => [`f${at}`, factor])));
  return factors.map((_, at) => values.get(`g${at}`)?.[0] ?? NaN);
}

/**
 * The norm of δ = ∂loss/∂z in each layer of a network at its start, over some points of the spiral (mse, an identity as output). The core's
 * trainer draws the weights; the backward pass is that of its graph, which may be deeper than a run.
 * @param {Core} core @param {FlowSettings} settings
 * @returns {{ deltas: number[] }} ‖δ‖ / √points of each hidden layer, then of the output
 */
export function flowOf(core, settings) {
  const depth = between(settings.depth, 1, MOST.depth);
  const width = between(settings.width, 1, MOST.width);
  const { layers, x, target } = drawNetwork(core, { ...settings, depth, width });
  /** @type {Record<string, any>} */
  const values = { h0: x, t: target };
  const lines = layers.flatMap(({ outputs, inputs, weight, bias }, at) => {
    values[`W${at}`] = rowsOf(weight, inputs);
    // A bias for each example: its gradient is that example's δ.
    values[`b${at}`] = Array.from({ length: outputs }, (_, unit) => Array(x[0].length).fill(bias[unit]));
    const z = `W${at} @ h${at} + b${at}`;
    return [`h${at + 1} = ${at === depth ? z : `${settings.activation}(${z})`}`];
  });
  const { gradients } = evaluate(core, [...lines, `loss = sum((h${depth + 1} - t) ** 2)`].join('\n'), values);
  return { deltas: layers.map((_, at) => Math.hypot(...(gradients.get(`b${at}`) ?? [NaN])) / Math.sqrt(x[0].length)) };
}

/** Weights as a run starts with, and points of its data, a column each. @param {Core} core @param {FlowSettings} settings */
function drawNetwork(core, { depth, width, activation, init, seed }) {
  const [first, ...more] = Array.from({ length: Math.ceil(depth / MOST_HIDDEN) }, (_, part) => {
    const hidden = Math.min(depth - part * MOST_HIDDEN, MOST_HIDDEN);
    // The parts after the first give their layers between hidden ones, so they need one more unit list.
    const widths = Array(part ? hidden + 1 : hidden).fill(width);
    return startOf(core, { layers: [2, ...widths, 1], activation: [activation], output_activation: 'identity', init, seed: seed + part });
  });
  const [output] = first.layers.slice(-1);
  return { ...first, layers: [...first.layers.slice(0, -1), ...more.flatMap(({ layers }) => layers.slice(1, -1)), output] };
}

/** @param {Core} core @param {Record<string, any>} options */
function startOf(core, options) {
  const trainer = core.createTrainer({ ...options, samples: 20, batch_size: ROWS });
  try {
    const examples = Array.from(trainer.batch().rows, (_, at) => trainer.example(at));
    return {
      layers: trainer.network().layers,
      x: examples[0] ? Array.from(examples[0].x, (_, input) => examples.map(({ x }) => x[input])) : [],
      target: [examples.map(({ target }) => target[0])],
    };
  } finally {
    trainer.delete();
  }
}

/** @param {Core} core @param {string} source @param {Record<string, any>} values */
function evaluate(core, source, values) {
  const { errors, ...read } = core.evaluate(source, { values });
  if (errors.length) throw new Error(errors[0].message);
  const byName = (/** @type {typeof read.values} */ list) => new Map(list.map(({ name, data }) => [name, data]));
  return { values: byName(read.values), gradients: byName(read.gradients) };
}

/** @param {ArrayLike<number>} matrix @param {number} columns */
function rowsOf(matrix, columns) {
  return Array.from({ length: matrix.length / columns }, (_, row) => Array.from({ length: columns }, (_, column) => matrix[row * columns + column]));
}

/** @param {number} value @param {number} low @param {number} high */
const between = (value, low, high) => Math.min(Math.max(Math.round(value), low), high);
