// Optimizers side by side: each trains the same two weights, a line's slope and offset, from the same start; the loss over both is drawn as contours.

/** @import { Core, Kind } from './kind.js' */
import { wrong } from './kind.js';

/** @typedef {{ optimizers: string, steps: number, stretch: number, most: number }} OptimizersSpec */
/** @typedef {{ steps: number, rates: Record<string, number> }} OptimizersState rates by the optimizer's name */
/** @typedef {{ w: number, b: number, loss: number }} Place */
/** @typedef {{ name: string, lr: number, path: Place[] }} Runner */
/** @typedef {{ grid: { w: number[], b: number[], loss: number[][] }, runners: Runner[], bottom: { w: number, b: number } }} OptimizersAnswer loss[row of b][column of w] */

/** What each name is to the trainer, and a learning rate that suits it; `steep` says that it is divided by the steepness, to which these rules are bound. @type {Record<string, { options: Record<string, string | number>, lr: number, steep?: boolean }>} */
const RULES = {
  sgd: { options: { optimizer: 'sgd' }, lr: 0.9, steep: true },
  momentum: { options: { optimizer: 'sgd', momentum: 0.9 }, lr: 0.25, steep: true },
  adagrad: { options: { optimizer: 'adagrad' }, lr: 0.8 },
  rmsprop: { options: { optimizer: 'rmsprop' }, lr: 0.1 },
  adam: { options: { optimizer: 'adam' }, lr: 0.3 },
};

/** Along the slope the valley is narrow. */
const POINTS = { w: 81, b: 41 };
const [W, B] = [[-3.5, 5], [-3, 3]];
const START = { w: -2.4, b: 2.2 };
/** The line that is learnt. */
const LINE = { w: 1, b: -0.5 };

/** @type {Kind} */
export const optimizers = {
  tag: 'backprop-optimizers',
  attributes: {
    optimizers: { type: 'text', default: 'sgd, momentum, rmsprop', help: `which run side by side, of ${Object.keys(RULES).join(', ')}` },
    stretch: { type: 'number', default: 8, from: 1, to: 10, help: 'how much steeper the valley is in one direction than in the other, in x' },
    steps: { type: 'whole', default: 0, from: 0, to: 200, help: 'how many steps are taken at the start' },
    most: { type: 'whole', default: 40, from: 1, to: 200, help: 'how many steps can be taken' },
  },
  controls: ['steps', 'rate', 'play'],
  needs: 'trainer',

  /** @param {OptimizersSpec} spec @returns {OptimizersState} */
  begin: (spec) => ({ steps: spec.steps, rates: Object.fromEntries(namesOf(spec).map((name) => [name, rateOf(name, spec.stretch)])) }),

  /** @param {Core} core @param {OptimizersSpec} spec @param {OptimizersState} state @returns {OptimizersAnswer} */
  answer(core, spec, { steps, rates }) {
    // x around 0 with this spread: the loss over slope and offset is a valley that is stretch² times as steep along the slope.
    const x = [-1.5, -0.5, 0.5, 1.5].map((each) => [each * spec.stretch / Math.sqrt(1.25)]);
    const data = { x, y: x.map(([each]) => [LINE.w * each + LINE.b]) };
    const runners = namesOf(spec).map((name) => ({ name, lr: rates[name], path: walk(core, { ...RULES[name].options, lr: rates[name] }, data, steps) }));
    return { grid: gridOf(core, data), runners, bottom: LINE };
  },
};

/** @param {string} name @param {number} stretch */
const rateOf = (name, stretch) => Number((RULES[name].lr / (RULES[name].steep ? stretch ** 2 : 1)).toPrecision(2));

/** @param {OptimizersSpec} spec */
function namesOf({ optimizers: list }) {
  const names = list.split(',').map((name) => name.trim()).filter(Boolean);
  const unknown = names.find((name) => !(name in RULES));
  if (unknown !== undefined || names.length === 0) throw wrong(optimizers, `optimizers="${list}"${unknown ? `: ${unknown} is unknown` : ''}`, Object.keys(RULES).join(', '));
  return names;
}

/** A trainer of a line, at the start. @param {Core} core @param {Record<string, string | number>} options @param {{ x: number[][], y: number[][] }} data */
function lineOf(core, options, data) {
  const trainer = core.createTrainer({ layers: [1, 1], output_activation: 'identity', loss: 'mse', batch_size: data.x.length, train_fraction: 1, ...options }, data);
  trainer.setParameters(0, [START.w, START.b]);
  return trainer;
}

/** @param {Core} core @param {Record<string, string | number>} options @param {{ x: number[][], y: number[][] }} data @param {number} steps @returns {Place[]} */
function walk(core, options, data, steps) {
  const trainer = lineOf(core, options, data);
  try {
    const place = () => {
      const [w, b] = trainer.parameters().values;
      return { w, b, loss: trainer.evaluate().train.loss };
    };
    const path = [place()];
    for (let step = 0; step < steps && trainer.step(1).finite; step++) path.push(place());
    return path;
  } finally {
    trainer.delete();
  }
}

/** The loss over the plane of both weights, which the trainer measures from the start. @param {Core} core @param {{ x: number[][], y: number[][] }} data */
function gridOf(core, data) {
  const trainer = lineOf(core, {}, data);
  try {
    const axis = (/** @type {number[]} */ range, /** @type {number} */ start, /** @type {number[]} */ along, /** @type {number} */ points) => ({ along, low: range[0] - start, high: range[1] - start, points });
    const { x, y, loss } = trainer.surface({ x: axis(W, START.w, [1, 0], POINTS.w), y: axis(B, START.b, [0, 1], POINTS.b), rows: 'train' });
    const rows = Array.from(y, (_, row) => Array.from(loss.slice(row * x.length, (row + 1) * x.length)));
    return { w: Array.from(x, (offset) => START.w + offset), b: Array.from(y, (offset) => START.b + offset), loss: rows };
  } finally {
    trainer.delete();
  }
}
