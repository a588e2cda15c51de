// A model that a reader fits by hand: the points, what the model says of each with the weights as they are set, and the loss of that.

/** @import { Core, Kind } from './kind.js' */
import { descend } from './descent.js';
import { evaluate, wrong } from './kind.js';

/**
 * @typedef {{ x: number[], y: number[], model: string, weights: string, start: number[], from: number, to: number, step: number, goal: number,
 *   squares: boolean, descend: boolean, rate: number, stride: number }} FitSpec
 */
/** @typedef {{ weights: number[], best: number[], tries: number, steps: number, ahead: number }} FitState ahead: steps of gradient descent to take from these weights */
/**
 * @typedef {object} FitAnswer
 * @property {{ x: number, y: number, prediction: number, residual: number }[]} points
 * @property {{ x: number, prediction: number }[]} curve
 * @property {{ name: string, value: number, gradient: number }[]} weights after the steps
 * @property {number} loss @property {{ loss: number, weights: number[] }} best of these weights and the best before
 * @property {number} settings that the sliders can be set to @property {number} steps of descent, those taken now included
 */

const POINTS = 121;

/** @type {Kind} */
export const fit = {
  tag: 'backprop-fit',
  attributes: {
    x: { type: 'numbers', default: [0, 1, 2, 3, 4], help: 'the inputs' },
    y: { type: 'numbers', default: [0.5, 1, 2.2, 2.6, 3.5], help: 'the outputs that the model should give, one for each input' },
    model: { type: 'text', default: 'w*x + b', help: 'the prediction, an expression of x and the weights' },
    weights: { type: 'text', default: 'w, b', help: 'the names of the weights, separated by commas' },
    start: { type: 'numbers', default: [0, 0], help: 'where the weights begin' },
    from: { type: 'number', default: -2, help: 'the lowest end of the sliders' },
    to: { type: 'number', default: 2, help: 'the highest end of the sliders' },
    step: { type: 'number', default: 0.1, from: 0.001, help: 'from one position of a slider to the next' },
    goal: { type: 'number', default: 0.05, from: 0, help: 'the loss that counts as found' },
    squares: { type: 'flag', help: 'draws the square of each error' },
    descend: { type: 'flag', help: 'lets gradient descent search, and shows where it pushes each weight' },
    rate: { type: 'number', default: 0.1, from: 0, help: 'the learning rate' },
    stride: { type: 'whole', default: 1, from: 1, to: 20, help: 'steps of gradient descent from picture to picture while it plays' },
  },
  controls: ['weights', 'step', 'play'],

  /** @param {FitSpec} spec @returns {FitState} */
  begin: ({ start }) => ({ weights: start, best: start, tries: 0, steps: 0, ahead: 0 }),

  /** @param {Core} core @param {FitSpec} spec @param {FitState} state @returns {FitAnswer} */
  answer(core, spec, state) {
    const { x, y, model, rate, from, to, step } = spec;
    const names = namesOf(spec);
    const source = `prediction = ${model}\nresidual = prediction - y\nloss = mse(prediction, y)`;
    const named = (/** @type {number[]} */ weights) => Object.fromEntries(names.map((name, at) => [name, weights[at]]));
    predictionsOf(core, model, x, named(state.weights)); // What is wrong with a model is said of it alone.
    const path = descend(core, source, names, { x, y, ...named(state.weights) }, rate, state.ahead);
    const { weights, loss, gradients } = path[path.length - 1];
    const { values } = evaluate(core, source, { x, y, ...named(weights) });
    const before = evaluate(core, source, { x, y, ...named(state.best) }).output[0];
    return {
      points: x.map((each, at) => ({ x: each, y: y[at], prediction: values.prediction[at], residual: values.residual[at] })),
      curve: curveOf(core, spec, named(weights)),
      weights: names.map((name, at) => ({ name, value: weights[at], gradient: gradients[at] })),
      loss,
      best: loss <= before ? { loss, weights } : { loss: before, weights: state.best },
      settings: evaluate(core, 'round((b - a)/s + 1)**n', { a: from, b: to, s: step, n: names.length }).output[0],
      steps: state.steps,
    };
  },
};

/** @param {FitSpec} spec */
function namesOf({ x, y, weights, start, from, to }) {
  const names = weights.split(',').map((name) => name.trim()).filter(Boolean);
  if (x.length !== y.length) throw wrong(fit, `y has ${y.length} numbers and x has ${x.length}`, 'as many of each');
  if (start.length !== names.length) throw wrong(fit, `start has ${start.length} numbers`, `one for each of ${names.join(', ')}`);
  if (names.some((name) => name === 'x' || name === 'y')) throw wrong(fit, `weights="${weights}"`, 'names other than x and y');
  if (!(from < to)) throw wrong(fit, `from="${from}" to="${to}"`, 'from less than to');
  return names;
}

/** What the model says between the points and a little beyond. @param {Core} core @param {FitSpec} spec @param {Record<string, number>} weights */
function curveOf(core, { x, model }, weights) {
  const [low, high] = [Math.min(...x), Math.max(...x)];
  const margin = (high - low || 1) * 0.06;
  const at = Array.from({ length: POINTS }, (_, point) => low - margin + ((high - low + 2 * margin) * point) / (POINTS - 1));
  const predictions = predictionsOf(core, model, at, weights);
  return at.map((each, point) => ({ x: each, prediction: predictions[point] }));
}

/** @param {Core} core @param {string} model @param {number[]} x @param {Record<string, number>} weights */
function predictionsOf(core, model, x, weights) {
  const { prediction } = evaluate(core, `prediction = ${model}\nsum(prediction)`, { x, ...weights }).values;
  if (prediction.length !== x.length) throw wrong(fit, `model="${model}"`, 'an expression of x with one number for each x');
  return prediction;
}
