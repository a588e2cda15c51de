// The derivatives of several outputs by several weights, and how many passes fill the table: one for each column forward, one for each row backward.

/** @import { Core, Kind } from './kind.js' */
import { evaluate } from './kind.js';

/** @typedef {'backward' | 'forward'} Direction */
/** @typedef {{ weights: number, outputs: number, direction: Direction }} JacobianSpec */
/** @typedef {{ weights: number, outputs: number, direction: Direction, passes: number }} JacobianState */
/** @typedef {{ rows: number[][], filled: number, passes: Record<Direction, number> }} JacobianAnswer filled: the passes that have been made, at most those that are needed */

export const MOST = { weights: 8, outputs: 5 };

/** @type {Kind} */
export const jacobian = {
  tag: 'backprop-jacobian',
  attributes: {
    weights: { type: 'whole', default: 6, from: 1, to: MOST.weights, help: 'how many weights there are: columns' },
    outputs: { type: 'whole', default: 3, from: 1, to: MOST.outputs, help: 'how many outputs there are: rows' },
    direction: { type: 'choice', default: 'forward', among: ['forward', 'backward'], help: 'which passes fill the table' },
  },
  controls: ['direction', 'weights', 'outputs', 'pass', 'play'],

  /** @param {JacobianSpec} spec @returns {JacobianState} */
  begin: ({ weights, outputs, direction }) => ({ weights, outputs, direction, passes: 0 }),

  /** @param {Core} core @param {JacobianSpec} spec @param {JacobianState} state @returns {JacobianAnswer} */
  answer(core, spec, { weights, outputs, direction, passes }) {
    const w = Array.from({ length: weights }, (_, at) => 0.2 * (at + 1));
    const places = Array.from({ length: outputs }, (_, row) => w.map((_, column) => row * MOST.weights + column + 1));
    // A row of the table is a backward pass that begins at that output.
    const rows = places.map((_, row) => evaluate(core, 'tanh(sin(k) @ w)', { k: places, w }, places.map((_, output) => (output === row ? 1 : 0))).gradients.w);
    const needed = { forward: weights, backward: outputs };
    return { rows, filled: Math.min(passes, needed[direction]), passes: needed };
  },
};
