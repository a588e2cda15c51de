// A valley: the loss over one weight, and the steps of gradient descent down into it.

/** @import { Core, Kind } from './kind.js' */
import { evaluate, wrong } from './kind.js';

/** @typedef {{ loss: string, from: number, to: number, start: number, rate: number, most: number, tangent: boolean }} ValleySpec */
/** @typedef {{ start: number, rate: number, steps: number }} ValleyState */
/** @typedef {{ w: number, loss: number, gradient: number }} Place */
/** @typedef {{ curve: Place[], path: Place[], next: Place }} ValleyAnswer path: where each step led; next: where one more would */

const POINTS = 161;

/** @type {Kind} */
export const valley = {
  tag: 'backprop-valley',
  attributes: {
    loss: { type: 'text', default: '(w - 3)**2 / 4 + 1', help: 'the loss, an expression of w' },
    from: { type: 'number', default: -2, help: 'the smallest w that is drawn' },
    to: { type: 'number', default: 8, help: 'the largest w that is drawn' },
    start: { type: 'number', default: -1, help: 'where w begins' },
    rate: { type: 'number', default: 0.4, from: 0, to: 100, help: 'the learning rate' },
    most: { type: 'number', default: 5, from: 0, to: 100, help: 'the largest learning rate that the slider offers' },
    tangent: { type: 'flag', help: 'draws the slope at w' },
  },
  controls: ['start', 'rate', 'step', 'play'],

  /** @param {ValleySpec} spec @returns {ValleyState} */
  begin: ({ start, rate }) => ({ start, rate, steps: 0 }),

  /** @param {Core} core @param {ValleySpec} spec @param {ValleyState} state @returns {ValleyAnswer} */
  answer(core, { loss, from, to }, { start, rate, steps }) {
    if (!(from < to)) throw wrong(valley, `from="${from}" to="${to}"`, 'from less than to');
    /** Loss and slope at each of these. @param {number[]} w */
    const at = (w) => {
      const { output, gradients } = evaluate(core, loss, { w }, w.map(() => 1));
      if (output.length !== w.length) throw wrong(valley, `loss="${loss}"`, 'an expression of w with one number for each w, such as (w - 3)**2,');
      return w.map((each, point) => ({ w: each, loss: output[point], gradient: gradients.w[point] }));
    };
    const moved = (/** @type {Place} */ { w, gradient }) => evaluate(core, 'w - r*g', { w, r: rate, g: gradient }).output[0];
    const path = at([start]);
    while (path.length <= steps && Number.isFinite(path[path.length - 1].loss)) path.push(...at([moved(path[path.length - 1])]));
    const w = Array.from({ length: POINTS }, (_, point) => from + ((to - from) * point) / (POINTS - 1));
    return { curve: at(w), path, next: at([moved(path[path.length - 1])])[0] };
  },
};
