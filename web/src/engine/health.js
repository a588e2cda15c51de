// What can go wrong with a network, one row each: how it is told from the numbers of a run, and what to try.

/** @import { Settings, Trainer } from '../types.js' */
/** @import { LayerSignal } from './signal.js' */
import { deadUnits, unitsAreEqual } from './units.js';
import { signalOf } from './signal.js';
import { ENOUGH_ROWS } from './wide-look.js';

/** Bounds between well and ill; each is far from what runs that learn show, as tests/web/health.test.js measures. */
export const BOUNDS = {
  /** Of δ of the last layer, this part arrives at the least. */
  vanishing: 1e-3,
  /** Or at the most. */
  exploding: 1e3,
  /** More of a layer's units are flat for all examples. */
  dead: 0.5,
  /** So many of a layer's activations are where the slope is below a twentieth of the steepest. */
  saturated: 0.8,
  /** A step changes the weights by so much of what they are. */
  ratio: 1,
  /** The loss has grown so many times since the start. */
  growth: 10,
  /** A network whose loss has come down to this part of the first has learnt: its units may rest. */
  learnt: 0.5,
};

/** Functions with two flat ends; those with one are meant to rest there. */
const BOUNDED = new Set(['tanh', 'sigmoid', 'softsign', 'hardtanh']);

/**
 * @typedef {LayerSignal & { activation: string, units: number, saturated: number, dead: number, deadUnits: number[], equal: boolean, ratio: number }} LayerHealth
 *   `saturated` and `dead` as in the core's layerStatistics, over `rows`; `equal`: all units have the same weights, biases and gradients;
 *   `ratio` = ‖Δw‖ / ‖w‖ of the next step
 */

/**
 * @typedef {object} View what is looked at
 * @property {LayerHealth[]} layers
 * @property {number} rows training examples that were looked at
 * @property {boolean} enough whether that is enough to call a unit dead
 * @property {number} step
 * @property {number} loss over those examples
 * @property {number} start the loss on the training set at step 0
 * @property {number} ratio ‖Δw‖ / ‖w‖ of all weights together
 */

/** @typedef {{ name: string, layer: number, settings: Settings }} Ailment `settings` are one thing to try; `layer` is where it shows most */

/**
 * One row each, causes before their effects: where it is found (undefined for nowhere), and which settings to try.
 * @type {{ name: string, find: (view: View) => number | undefined, unless?: string[], settings: (view: View, options: Settings, layer: number) => Settings }[]}
 */
const TABLE = [
  {
    name: 'diverging',
    // At the start, steps that are too large come from gradients that explode.
    find: (view) => ((view.ratio > BOUNDS.ratio || view.loss > BOUNDS.growth * view.start) && !(view.step === 0 && explodesAt(view) !== undefined)
      ? largest(view.layers, ({ ratio }) => ratio) : undefined),
    settings: (_, options) => otherStart(options) ?? smallerSteps(options),
  },
  {
    name: 'exploding',
    unless: ['diverging'],
    find: explodesAt,
    settings: (_, options) => otherStart(options) ?? { clip_norm: 1 },
  },
  {
    name: 'symmetric',
    find: ({ layers }) => found(layers.findIndex(({ equal }, at) => equal && at < layers.length - 1)),
    settings: () => ({ init: 'default' }),
  },
  {
    name: 'dead',
    find: (view) => (view.enough && !hasLearnt(view) ? most(hidden(view), ({ activation, dead }) => (BOUNDED.has(activation) ? 0 : dead), BOUNDS.dead) : undefined),
    settings: ({ step }, options) => otherStart(options) ?? (step === 0 || options.lr <= SMALL_LR ? { activation: 'leaky_relu' } : smallerSteps(options)),
  },
  {
    name: 'saturated',
    find: (view) => (hasLearnt(view) ? undefined : most(view.layers, ({ activation, saturated }) => (BOUNDED.has(activation) ? saturated : 0), BOUNDS.saturated)),
    settings: (_, options) => otherStart(options) ?? smallerSteps(options),
  },
  {
    name: 'vanishing',
    unless: ['symmetric', 'dead', 'saturated'],
    find: (view) => (hasLearnt(view) ? undefined : most(view.layers, ({ received }) => 1 / received, 1 / BOUNDS.vanishing)),
    settings: ({ layers }, options) => (slopesAreTheCause(layers) ? { activation: 'leaky_relu', init: 'kaiming_normal' } : wider(options)),
  },
];

/**
 * What is wrong with a run, if anything, and the numbers that say so. `wide` is the run before many examples, or the run itself.
 * @param {Trainer} trainer @param {Trainer} wide
 */
export function healthOf(trainer, wide) {
  const view = look(trainer, wide);
  const options = trainer.options();
  /** @type {Ailment[]} */
  const ailments = [];
  for (const { name, find, unless, settings } of TABLE) {
    if (unless?.some((other) => ailments.some((ailment) => ailment.name === other))) continue;
    const layer = find(view);
    if (layer !== undefined) ailments.push({ name, layer, settings: settings(view, options, layer) });
  }
  return { ...view, ailments };
}

/** @param {Trainer} trainer @param {Trainer} wide @returns {View} */
function look(trainer, wide) {
  const own = trainer.layerStatistics().layers;
  const seen = wide === trainer ? own : wide.layerStatistics().layers;
  const { layers } = wide.network();
  const signal = signalOf(wide, layers);
  const rows = wide.batch().rows.length;
  const { step, batches } = trainer.status();
  return {
    layers: layers.map((layer, at) => ({
      ...signal[at],
      activation: layer.activation,
      units: layer.outputs,
      saturated: seen[at].saturated,
      dead: seen[at].dead,
      deadUnits: deadUnits(wide, layers, at, seen[at].dead),
      equal: unitsAreEqual(layer),
      ratio: own[at].ratio,
    })),
    rows,
    enough: wide !== trainer || batches === 1 || rows >= ENOUGH_ROWS,
    step,
    loss: wide.status().loss,
    start: trainer.history().train[0],
    ratio: norm(own.map(({ update }) => update.norm)) / norm(own.map(({ weight }) => weight.norm)),
  };
}

const norm = (/** @type {number[]} */ parts) => Math.sqrt(parts.reduce((sum, x) => sum + x * x, 0));
const found = (/** @type {number} */ at) => (at < 0 ? undefined : at);
/** @param {View} view */
const hidden = ({ layers }) => layers.slice(0, -1);

/** @param {View} view */
const hasLearnt = ({ loss, start }) => loss <= BOUNDS.learnt * start;

/** @param {LayerHealth[]} layers @param {(layer: LayerHealth, at: number) => number} measure */
function largest(layers, measure) {
  const sizes = layers.map((layer, at) => measure(layer, at) || 0);
  return sizes.indexOf(Math.max(...sizes));
}

/** The layer that has most, if that is beyond the bound. @param {LayerHealth[]} layers @param {(layer: LayerHealth, at: number) => number} measure @param {number} bound */
function most(layers, measure, bound) {
  const at = largest(layers, measure);
  return at >= 0 && measure(layers[at], at) > bound ? at : undefined;
}

/** Does less of δ pass the slopes than the weights? @param {LayerHealth[]} layers */
function slopesAreTheCause(layers) {
  const product = (/** @type {'slope' | 'weights'} */ what) => layers.reduce((all, layer) => all + Math.log(layer[what]), 0);
  return product('slope') < product('weights');
}

/** @param {View} view */
function explodesAt({ layers }) {
  return most(layers, ({ received }) => received, BOUNDS.exploding);
}

/** Weights of another size than the usual ones are the first suspect; those of kaiming and xavier have it. @param {Settings} options */
const otherStart = ({ init }) => (['normal', 'uniform', 'constant'].includes(init) ? { init: 'default' } : undefined);

/** Steps of this size seldom kill a unit. */
const SMALL_LR = 0.01;

/** An lr beside another setting starts the run anew. @param {Settings} options */
const smallerSteps = ({ lr, seed }) => ({ lr: Number((lr / 10).toPrecision(6)), seed });

/** Weights that keep the size of what passes them. @param {Settings} options */
const wider = ({ activation }) => ({ init: [activation].flat().some((/** @type {string} */ name) => name.includes('elu')) ? 'kaiming_normal' : 'xavier_normal' });
