// The loss over two weights as a map: its heights, the gradient at a point, and where steps against it lead.

/** @import { Core, Kind } from './kind.js' */
import { descend } from './descent.js';
import { evaluate, wrong } from './kind.js';

/** @typedef {{ loss: string, x: number[], y: number[], start: number[], rate: number, most: number, levels: number[] }} LandscapeSpec */
/** @typedef {{ start: number[], rate: number, steps: number }} LandscapeState */
/** @typedef {{ w1: number, w2: number, loss: number, g1: number, g2: number, length: number }} Spot */
/**
 * @typedef {object} LandscapeAnswer
 * @property {{ w1: number[], w2: number[], loss: number[] }} map the losses row by row: w2 from row to row, w1 within one
 * @property {number} steepest length of the longest gradient on a coarse grid of the map
 * @property {Spot[]} path where each step led @property {Spot} next where one more would @property {number} predicted by how much the slope says that this changes the loss
 * @property {number} change by how much it really does
 */

/** Points of the map along each side, and of the coarse grid. */
const FINE = 61;
const COARSE = 9;

/** @type {Kind} */
export const landscape = {
  tag: 'backprop-landscape',
  attributes: {
    loss: { type: 'text', default: 'w1**2 / 4 + 2*w2**2', help: 'the loss, an expression of w1 and w2' },
    x: { type: 'numbers', default: [-3, 3], help: 'from where to where w1 is drawn' },
    y: { type: 'numbers', default: [-2, 2], help: 'from where to where w2 is drawn' },
    start: { type: 'numbers', default: [-2.4, 1.2], help: 'where w1 and w2 begin' },
    rate: { type: 'number', default: 0.2, from: 0, to: 100, help: 'the learning rate' },
    most: { type: 'number', default: 0.6, from: 0, to: 100, help: 'the largest learning rate that the slider offers' },
    levels: { type: 'numbers', default: [0.1, 0.5, 1, 2, 3, 4, 6, 8, 10], help: 'the losses whose contour lines are drawn' },
  },
  controls: ['start', 'rate', 'step', 'play'],

  /** @param {LandscapeSpec} spec @returns {LandscapeState} */
  begin: ({ start, rate }) => ({ start, rate, steps: 0 }),

  /** @param {Core} core @param {LandscapeSpec} spec @param {LandscapeState} state @returns {LandscapeAnswer} */
  answer(core, { loss, x, y, start: written }, { start, rate, steps }) {
    for (const [name, pair] of Object.entries({ x, y, start: written })) if (pair.length !== 2) throw wrong(landscape, `${name}="${pair}"`, 'two numbers');
    for (const [name, [low, high]] of Object.entries({ x, y })) if (!(low < high)) throw wrong(landscape, `${name}="${low},${high}"`, 'the smaller number first');
    const path = descend(core, bothIn(loss), ['w1', 'w2'], { w1: start[0], w2: start[1] }, rate, steps + 1).map(({ weights: [w1, w2], loss: height, gradients: [g1, g2] }) =>
      ({ w1, w2, loss: height, g1, g2, length: lengthsOf(core, [g1], [g2])[0] }));
    const [here, next] = [path[Math.min(steps, path.length - 1)], path[path.length - 1]];
    const { values } = evaluate(core, 'predicted = g1*(a1 - w1) + g2*(a2 - w2)\nchange = after - before', { ...here, a1: next.w1, a2: next.w2, before: here.loss, after: next.loss });
    return { map: mapOf(core, loss, x, y), steepest: steepestOf(core, loss, x, y), path: path.slice(0, steps + 1), next, predicted: values.predicted[0], change: values.change[0] };
  },
};

/** A loss may leave out a weight. @param {string} loss */
const bothIn = (loss) => `height = ${loss}\neach = height + 0*w1 + 0*w2`;

/** @param {number[]} ends @param {number} count */
const between = ([low, high], count) => Array.from({ length: count }, (_, at) => low + ((high - low) * at) / (count - 1));

/** @param {Core} core @param {string} loss @param {number[]} x @param {number[]} y */
function mapOf(core, loss, x, y) {
  const [w1, w2] = [between(x, FINE), between(y, FINE)];
  const { values } = evaluate(core, `${bothIn(loss)}\nsum(each)`, { w1: [w1], w2: w2.map((each) => [each]) });
  return { w1, w2, loss: values.each };
}

/** @param {Core} core @param {string} loss @param {number[]} x @param {number[]} y */
function steepestOf(core, loss, x, y) {
  const spots = between(y, COARSE).flatMap((w2) => between(x, COARSE).map((w1) => ({ w1, w2 })));
  const { gradients } = evaluate(core, `${bothIn(loss)}\nsum(each)`, { w1: spots.map(({ w1 }) => w1), w2: spots.map(({ w2 }) => w2) });
  return Math.max(...lengthsOf(core, gradients.w1, gradients.w2).filter(Number.isFinite));
}

/** @param {Core} core @param {number[]} g1 @param {number[]} g2 */
const lengthsOf = (core, g1, g2) => evaluate(core, 'hypot(a, b)', { a: g1, b: g2 }, g1.map(() => 1)).output;
