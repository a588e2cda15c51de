// A gradient on its way back through layers, each of which multiplies it by its local gradient.

/** @import { Core, Kind } from './kind.js' */
import { evaluate, wrong } from './kind.js';

/** @typedef {{ output: number, factors: number[], most: number }} FactorsSpec */
/** @typedef {{ output: number, factors: number[] }} FactorsState factors: from the last layer to the first */
/** @typedef {{ arrived: number[] }} FactorsAnswer at the output, then behind each layer */

const MOST_LAYERS = 6;

/** @type {Kind} */
export const factors = {
  tag: 'backprop-factors',
  attributes: {
    output: { type: 'number', default: 0.5, from: -10, to: 10, help: 'the gradient at the output' },
    factors: { type: 'numbers', default: [0.8, 0.6, 0.4], from: -10, to: 10, help: 'the local gradient of each layer, from the last to the first' },
    most: { type: 'number', default: 1.5, from: 0.1, to: 10, help: 'the largest number that the sliders offer' },
  },
  controls: ['output', 'factors'],

  /** @param {FactorsSpec} spec @returns {FactorsState} */
  begin({ output, factors: locals }) {
    if (locals.length > MOST_LAYERS) throw wrong(factors, `factors="${locals.join()}"`, `at most ${MOST_LAYERS} numbers`);
    return { output, factors: locals };
  },

  /** @param {Core} core @param {FactorsSpec} spec @param {FactorsState} state @returns {FactorsAnswer} */
  answer(core, spec, { output, factors: locals }) {
    const lines = locals.map((_, at) => `p${at + 1} = p${at} * f${at}`);
    const { values } = evaluate(core, lines.join('\n'), { p0: output, ...Object.fromEntries(locals.map((local, at) => [`f${at}`, local])) });
    return { arrived: [output, ...locals.map((_, at) => values[`p${at + 1}`][0])] };
  },
};
