// Mini-batches: the gradient of one weight by each example, and how the mean over a few of them scatters around the mean over all.

/** @import { Core, Kind } from './kind.js' */
import { randomOf } from '../questions/random.js';
import { evaluate } from './kind.js';

/** @typedef {{ examples: number, slope: number, noise: number, w: number, batch: number, seed: number }} BatchesSpec */
/** @typedef {{ w: number, batch: number, seed: number }} BatchesState */
/**
 * @typedef {object} BatchesAnswer
 * @property {{ x: number, y: number, gradient: number }[]} examples
 * @property {number} whole the gradient over all examples
 * @property {number[]} means gradients of many mini-batches
 * @property {number} spread their standard deviation around `whole`
 * @property {number[]} chosen the examples of the first mini-batch
 */

/** So many mini-batches are drawn. */
const DRAWS = 80;

/** @type {Kind} */
export const batches = {
  tag: 'backprop-batches',
  attributes: {
    examples: { type: 'whole', default: 64, from: 2, to: 256, help: 'how many examples there are' },
    slope: { type: 'number', default: 1.5, help: 'the slope of the line that they are scattered around' },
    noise: { type: 'number', default: 0.6, from: 0, to: 10, help: 'how far they are scattered, as a standard deviation' },
    w: { type: 'number', default: 0.2, from: -2, to: 4, help: 'the weight of the model y = w · x' },
    batch: { type: 'whole', default: 4, from: 1, to: 256, help: 'how many examples a mini-batch has' },
    seed: { type: 'whole', default: 1, help: 'of the examples and of the draws' },
  },
  controls: ['w', 'batch', 'draw'],

  /** @param {BatchesSpec} spec @returns {BatchesState} */
  begin: ({ w, batch, examples, seed }) => ({ w, batch: Math.min(batch, examples), seed }),

  /** @param {Core} core @param {BatchesSpec} spec @param {BatchesState} state @returns {BatchesAnswer} */
  answer(core, { examples: count, slope, noise, seed: first }, { w, batch, seed }) {
    const { x, y } = draw(core, { count, slope, noise, seed: first });
    // A weight of its own for each example: its gradient is what that example alone asks for.
    const { gradients } = evaluate(core, 'sum((w*x - y)**2)', { w: x.map(() => w), x, y });
    const gradient = gradients.w;
    const sets = Array.from({ length: DRAWS }, (_, at) => sample(count, batch, randomOf('mini-batches', seed, at)));
    const rows = sets.map((set) => x.map((_, example) => (set.includes(example) ? 1 : 0)));
    const { values } = evaluate(core, 'means = S @ g / b\nwhole = mean(g)\nspread = sqrt(mean((means - whole)**2))', { S: rows, g: gradient, b: batch });
    return { examples: x.map((each, at) => ({ x: each, y: y[at], gradient: gradient[at] })), whole: values.whole[0], means: values.means, spread: values.spread[0], chosen: sets[0] };
  },
};

/** Points around a line: uniform x, and noise by the method of Box and Muller. @param {Core} core @param {{ count: number, slope: number, noise: number, seed: number }} of */
function draw(core, { count, slope, noise, seed }) {
  const random = randomOf('examples', seed);
  const uniform = Array.from({ length: count }, () => [random(), 1 - random(), random()]);
  const { values } = evaluate(core, 'x = 4*p - 2\ny = a*x + s*sqrt(-2*log(q))*cos(6.283185307179586*r)\nall = sum(x + y)', {
    p: uniform.map(([p]) => p), q: uniform.map(([, q]) => q), r: uniform.map(([, , r]) => r), a: slope, s: noise });
  return { x: values.x, y: values.y };
}

/** Some of `count` examples, each at most once. @param {number} count @param {number} size @param {() => number} random */
function sample(count, size, random) {
  const order = Array.from({ length: count }, (_, at) => at);
  for (let at = 0; at < size; at++) {
    const other = at + Math.floor(random() * (count - at));
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order.slice(0, size).sort((a, b) => a - b);
}
