// A valley: the loss over one weight, and the steps of gradient descent down into it; or a nudge of the weight, and what its slope says that it does.

/** @import { Core, Kind } from './kind.js' */
import { descend } from './descent.js';
import { evaluate, wrong } from './kind.js';

/** @typedef {{ loss: string, from: number, to: number, start: number, rate: number, most: number, tangent: boolean, nudge: number, predict: boolean, history: boolean }} ValleySpec */
/** @typedef {{ start: number, rate: number, steps: number, nudge: number }} ValleyState */
/** @typedef {{ w: number, loss: number, gradient: number }} Place */
/** @typedef {{ w: number, loss: number, predicted: number, change: number, tangent: number }} Nudged where a nudge, or the next step, leads, what the slope predicts and what really happens; tangent: its height there */
/** @typedef {{ curve: Place[], path: Place[], next: Place, lowest: Place, nudged: Nudged }} ValleyAnswer path: where each step led; next: where one more would; lowest of what is drawn */

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
    nudge: { type: 'number', default: 0, help: 'a nudge Δw: instead of steps, what the slope predicts for it and what really happens' },
    predict: { type: 'flag', help: 'shows what the slope predicts for the next step, and what really happens' },
    history: { type: 'flag', help: 'draws the loss after each step, at the same height beside the valley' },
  },
  controls: ['start', 'rate', 'step', 'play', 'nudge'],

  /** @param {ValleySpec} spec @returns {ValleyState} */
  begin: ({ start, rate, nudge }) => ({ start, rate, steps: 0, nudge }),

  /** @param {Core} core @param {ValleySpec} spec @param {ValleyState} state @returns {ValleyAnswer} */
  answer(core, spec, { start, rate, steps, nudge }) {
    const { loss, from, to } = spec;
    if (!(from < to)) throw wrong(valley, `from="${from}" to="${to}"`, 'from less than to');
    const at = Array.from({ length: POINTS }, (_, point) => from + ((to - from) * point) / (POINTS - 1));
    const { output, gradients } = evaluate(core, loss, { w: at }, at.map(() => 1));
    if (output.length !== at.length) throw wrong(valley, `loss="${loss}"`, 'an expression of w with one number for each w, such as (w - 3)**2,');
    const curve = at.map((w, point) => ({ w, loss: output[point], gradient: gradients.w[point] }));
    const stops = descend(core, loss, ['w'], { w: start }, rate, steps + 1).map((stop) => ({ w: stop.weights[0], loss: stop.loss, gradient: stop.gradients[0] }));
    const path = stops.slice(0, steps + 1);
    const [here, next] = [path[path.length - 1], stops[stops.length - 1]];
    const step = evaluate(core, 'a - b', { a: next.w, b: here.w }).output[0];
    return {
      curve,
      path,
      next,
      lowest: curve.reduce((lowest, place) => (place.loss < lowest.loss ? place : lowest)),
      nudged: nudgedFrom(core, loss, here, spec.nudge ? nudge : step),
    };
  },
};

/** @param {Core} core @param {string} loss @param {Place} here @param {number} nudge @returns {Nudged} */
function nudgedFrom(core, loss, { w, loss: before, gradient }, nudge) {
  const to = evaluate(core, 'w + d', { w, d: nudge }).output[0];
  const after = evaluate(core, loss, { w: to }).output[0];
  const { values } = evaluate(core, 'predicted = g*d\ntangent = before + predicted\nchange = after - before', { g: gradient, d: nudge, before, after });
  return { w: to, loss: after, predicted: values.predicted[0], tangent: values.tangent[0], change: values.change[0] };
}
