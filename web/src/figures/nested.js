// A network as functions inside functions: each layer with its numbers, and the chain of derivatives from the loss to one weight of each layer.

/** @import { Core, Kind } from './kind.js' */
import { evaluate, wrong } from './kind.js';

/** @typedef {{ sizes: number[], activation: string, input: number[], weights: number[], target: number, open: number, by: number, all: boolean }} NestedSpec */
/** @typedef {{ open: number, by: number, x: number, w: number[] }} NestedState by: the layer whose weight it is about; x: the first input; w: each layer's first weight */
/**
 * @typedef {object} Layer
 * @property {number[][]} weight @property {number[]} bias @property {number[]} z @property {number[]} a @property {number[]} slope of the activation, at z
 * @property {number[][]} jacobian ∂a by what comes in: a row for each unit @property {number[][]} own ∂a by the layer's first weight, a column
 * @property {number[][]} arriving ∂loss/∂a, a row @property {number} product of all derivatives from the loss to the first weight
 */
/** @typedef {{ x: number[], layers: Layer[], loss: number, gradients: number[] }} NestedAnswer gradients: of each layer's first weight, as backward gives them */

const MOST_LAYERS = 4;
const MOST_UNITS = 2;
const INPUTS = [1.5, -0.5];
/** Taken one after the other, layer by layer, weights before biases. */
const WEIGHTS = [0.6, -0.4, 0.9, 0.5, -0.2, 0.3, 0.8, 0.7, -0.5, 0.4];

/** @type {Kind} */
export const nested = {
  tag: 'backprop-nested',
  attributes: {
    sizes: { type: 'numbers', default: [1, 1, 1, 1], from: 1, to: MOST_UNITS, help: 'how many inputs there are, then how many units in each layer' },
    activation: { type: 'choice', default: 'tanh', among: ['tanh', 'sigmoid', 'relu'], help: 'of every layer' },
    input: { type: 'numbers', default: INPUTS, from: -10, to: 10, help: 'the inputs' },
    weights: { type: 'numbers', default: WEIGHTS, from: -10, to: 10, help: 'weights, row by row, then biases, layer by layer; from the start again where they end' },
    target: { type: 'number', default: 1, help: 'what the output should be' },
    open: { type: 'whole', default: 0, from: 0, to: MOST_LAYERS, help: 'how many layers are unfolded at first' },
    by: { type: 'whole', default: 1, from: 1, to: MOST_LAYERS, help: 'the layer whose weight the chain leads to' },
    all: { type: 'flag', help: 'shows the chains to all layers, one under the other' },
  },
  controls: ['unfold', 'by', 'x', 'w', 'chain'],

  /** @param {NestedSpec} spec @returns {NestedState} */
  begin(spec) {
    const { sizes, by, open, input } = spec;
    const layers = sizes.length - 1;
    if (!(layers >= 1 && layers <= MOST_LAYERS) || sizes.some((size) => !Number.isInteger(size))) throw wrong(nested, `sizes="${sizes.join()}"`, `2 to ${MOST_LAYERS + 1} whole numbers, such as 2,2,1,`);
    if (by > layers) throw wrong(nested, `by="${by}"`, `a layer from 1 to ${layers}`);
    if (input.length < sizes[0]) throw wrong(nested, `input="${input.join()}"`, `${sizes[0]} numbers`);
    return { open: Math.min(open, layers), by, x: input[0], w: dealt(spec).map(({ weight }) => weight[0][0]) };
  },

  /** @param {Core} core @param {NestedSpec} spec @param {NestedState} state @returns {NestedAnswer} */
  answer(core, spec, { x: first, w }) {
    const { sizes, activation, input, target } = spec;
    const x = [first, ...input.slice(1, sizes[0])];
    let into = x;
    const layers = dealt(spec).map(({ weight, bias }, at) => {
      weight[0][0] = w[at];
      const ones = bias.map(() => 1);
      const text = `z = W @ x + b\na = ${activation}(z)`;
      const { values } = evaluate(core, text, { W: weight, b: bias, x: into }, ones);
      const rows = bias.map((_, unit) => evaluate(core, text, { W: weight, b: bias, x: into }, bias.map((_, each) => (each === unit ? 1 : 0))).gradients);
      const layer = {
        weight, bias, z: values.z, a: values.a, slope: evaluate(core, `${activation}(z)`, { z: values.z }, ones).gradients.z,
        jacobian: rows.map((row) => row.x), own: rows.map((row) => [row.W[0]]),
      };
      into = layer.a;
      return layer;
    });
    const output = layers[layers.length - 1].a;
    const { output: [loss], gradients } = evaluate(core, 'mse(a, t)', { a: output, t: output.map(() => target) });
    /** What arrives at each layer, the last one first. */
    const arriving = [gradients.a];
    for (const { jacobian } of [...layers].reverse().slice(0, -1)) {
      const row = arriving[arriving.length - 1];
      arriving.push(evaluate(core, 'v @ J', { v: row, J: jacobian }, jacobian[0].map(() => 1)).output);
    }
    arriving.reverse();
    return {
      x, loss, gradients: whole(core, spec, layers, x),
      layers: layers.map((layer, at) => ({ ...layer, arriving: [arriving[at]], product: evaluate(core, 'v @ c', { v: arriving[at], c: layer.own }, [1]).output[0] })),
    };
  },
};

/** The layers' weights and biases. @param {Pick<NestedSpec, 'sizes' | 'weights'>} spec @returns {{ weight: number[][], bias: number[] }[]} */
function dealt({ sizes, weights }) {
  let at = 0;
  const next = () => weights[at++ % weights.length];
  return sizes.slice(1).map((units, layer) => ({
    weight: Array.from({ length: units }, () => Array.from({ length: sizes[layer] }, next)),
    bias: Array.from({ length: units }, next),
  }));
}

/** The same gradients by one backward pass through all of it. @param {Core} core @param {NestedSpec} spec @param {Pick<Layer, 'weight' | 'bias'>[]} layers @param {number[]} x */
function whole(core, { activation, target }, layers, x) {
  const lines = layers.map((_, at) => `f${at + 1} = ${activation}(W${at + 1} @ ${at ? `f${at}` : 'x'} + b${at + 1})`);
  const named = layers.flatMap(({ weight, bias }, at) => [[`W${at + 1}`, weight], [`b${at + 1}`, bias]]);
  const last = layers[layers.length - 1].bias;
  const { gradients } = evaluate(core, [...lines, `mse(f${layers.length}, t)`].join('\n'), { ...Object.fromEntries(named), x, t: last.map(() => target) });
  return layers.map((_, at) => gradients[`W${at + 1}`][0]);
}
