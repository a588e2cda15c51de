// A gradient on its way back through layers: a product that gains one factor at each of them.

/** @import { Core, Kind } from './kind.js' */
import { evaluate, wrong } from './kind.js';

/** @typedef {{ gradient: number, factors: number[] }} FactorsSpec factors: the local gradients, from the last layer to the first, as backward meets them */
/** @typedef {{ gradient: number, factors: number[] }} FactorsState */
/** @typedef {{ products: number[] }} FactorsAnswer what arrives: at the output, then at each layer, from the last to the first */

export const MOST = { factor: 2, layers: 6 };

/** @type {Kind} */
export const factors = {
  tag: 'backprop-factors',
  attributes: {
    gradient: { type: 'number', default: 0.5, from: 0, to: MOST.factor, help: 'the gradient at the output' },
    factors: { type: 'numbers', default: [0.8, 0.6, 0.4], from: 0, to: MOST.factor, help: 'the local gradient of each layer, from the last to the first, 6 at most' },
  },
  controls: ['gradient', 'factors'],

  /** @param {FactorsSpec} spec @returns {FactorsState} */
  begin: ({ gradient, factors: locals }) => ({ gradient, factors: locals }),

  /** @param {Core} core @param {FactorsSpec} spec @param {FactorsState} state @returns {FactorsAnswer} */
  answer(core, spec, { gradient, factors: locals }) {
    if (locals.length > MOST.layers) throw wrong(factors, `factors="${locals.join()}"`, `at most ${MOST.layers} of them`);
    const text = locals.map((_, at) => `g${at + 1} = g${at}*f${at + 1}`).join('\n');
    const { values } = evaluate(core, text, { g0: gradient, ...Object.fromEntries(locals.map((local, at) => [`f${at + 1}`, local])) });
    return { products: [gradient, ...locals.map((_, at) => values[`g${at + 1}`][0])] };
  },
};
