// How large the gradient is at each layer of a deep network: it shrinks or grows by a factor a layer, with or without a path that goes past each layer.

/** @import { Core, Kind } from './kind.js' */
import { randomOf } from '../questions/random.js';
import { evaluate } from './kind.js';

/** @typedef {'sigmoid' | 'tanh' | 'relu'} Activation */
/** @typedef {{ depth: number, activation: Activation, scale: number, residual: boolean, seed: number }} FlowSpec */
/** @typedef {FlowSpec} FlowState */
/** @typedef {{ norms: number[], factor: number }} FlowAnswer norms of ∂L/∂h of each layer, from the first to the last, where it is 1; factor: what one layer multiplies it by, on average */

export const MOST = { depth: 50, scale: 4 };
const WIDTH = 16;
const EXAMPLES = 4;

/** @type {Kind} */
export const flow = {
  tag: 'backprop-flow',
  needs: 'graph',
  attributes: {
    depth: { type: 'whole', default: 20, from: 2, to: MOST.depth, help: 'how many layers, of sixteen units each' },
    activation: { type: 'choice', default: 'sigmoid', among: ['sigmoid', 'tanh', 'relu'], help: 'the activation of every layer' },
    scale: { type: 'number', default: 1, from: 0, to: MOST.scale, help: 'the weights: their standard deviation times the root of the number of inputs' },
    residual: { type: 'flag', help: 'every layer adds to what came in: h + f(h) in place of f(h)' },
    seed: { type: 'whole', default: 1, from: 0, to: 1e6, help: 'which weights are drawn' },
  },
  controls: ['depth', 'activation', 'scale', 'residual', 'draw'],

  /** @param {FlowSpec} spec @returns {FlowState} */
  begin: (spec) => ({ ...spec }),

  /** @param {Core} core @param {FlowSpec} spec @param {FlowState} state @returns {FlowAnswer} */
  answer(core, spec, { depth, activation, scale, residual, seed }) {
    const random = randomOf('backprop-flow', seed);
    /** Uniform on [−1, 1). @param {number} rows @param {number} columns */
    const draw = (rows, columns) => Array.from({ length: rows }, () => Array.from({ length: columns }, () => 2 * random() - 1));
    const layers = Array.from({ length: depth }, (_, at) => at + 1);
    /** @type {Record<string, any>} */
    const values = { s: scale, h0: draw(WIDTH, EXAMPLES), g: draw(WIDTH, EXAMPLES) };
    // Something that is 0 is added to each layer's output: its gradient is the one that arrives there.
    const zeros = Array.from({ length: WIDTH }, () => Array(EXAMPLES).fill(0));
    for (const k of layers) Object.assign(values, { [`U${k}`]: draw(WIDTH, WIDTH), [`e${k}`]: zeros });
    // The variance of a uniform number on [−1, 1) is 1/3.
    const lines = layers.map((k) => `h${k} = ${residual ? `h${k - 1} + ` : ''}${activation}(s*sqrt(3/${WIDTH})*U${k} @ h${k - 1}) + e${k}`);
    const { gradients } = evaluate(core, [...lines, `sum(h${depth}*g)/norm(g)`].join('\n'), values);
    const norms = evaluate(core, 'norm(G, dim=1)', { G: layers.map((k) => gradients[`e${k}`]) }, layers.map(() => 1)).output;
    const { output: [factor] } = evaluate(core, '(a/b)**(1/n)', { a: norms[0], b: norms[depth - 1], n: depth - 1 });
    return { norms, factor };
  },
};
