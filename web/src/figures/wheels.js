// Three wheels on belts: the first turns the second, the second the third; how fast the last turns is the product.

/** @import { Core, Kind } from './kind.js' */
import { evaluate } from './kind.js';

/** @typedef {{ turn: number, first: number, second: number }} WheelsSpec */
/** @typedef {{ turn: number, first: number, second: number }} WheelsState */
/** @typedef {{ turns: number[], slopes: number[], slope: number }} WheelsAnswer turns: of each wheel; slopes: of each by the one before; slope: of the last by the first */

export const RATIO = /** @type {const} */ ([0.5, 4]);

/** @type {Kind} */
export const wheels = {
  tag: 'backprop-wheels',
  attributes: {
    turn: { type: 'number', default: 0.25, from: 0, to: 2, help: 'how many turns the first wheel has made' },
    first: { type: 'number', default: 3, from: RATIO[0], to: RATIO[1], help: 'turns of the second wheel for one of the first' },
    second: { type: 'number', default: 2, from: RATIO[0], to: RATIO[1], help: 'turns of the third wheel for one of the second' },
  },
  controls: ['turn', 'first', 'second', 'play'],

  /** @param {WheelsSpec} spec @returns {WheelsState} */
  begin: ({ turn, first, second }) => ({ turn, first, second }),

  /** @param {Core} core @param {WheelsSpec} spec @param {WheelsState} state @returns {WheelsAnswer} */
  answer(core, spec, { turn, first, second }) {
    const { values, gradients } = evaluate(core, 'g = a*x\ny = b*g', { x: turn, a: first, b: second });
    const by = (/** @type {number} */ ratio) => evaluate(core, 'a*x', { x: turn, a: ratio }).gradients.x[0];
    return { turns: [values.x[0], values.g[0], values.y[0]], slopes: [by(first), by(second)], slope: gradients.x[0] };
  },
};
