// What panels ask the core about a run: each instrument is a function of the trainer and one argument that can be compared as JSON.

/** @import { Core, Trainer, Weight } from '../types.js' */
import { ratesOf } from './rates.js';

import { seriesOf } from './series.js';

/** @typedef {Parameters<Trainer['slice']>[0]} SliceAxis */
/** @typedef {Parameters<Trainer['surface']>[0]} SurfaceAxes */

export const instruments = {
  /** Numbers of each layer's gradient, weights, update and activations. @param {Trainer} trainer */
  layerStatistics: (trainer) => trainer.layerStatistics(),

  /** Accuracy and norms over the run, sampled at frames. @param {Trainer} trainer */
  series: (trainer) => seriesOf(trainer).columns(),

  /** One layer as a whole, biases included, with the update that the next step makes. @param {Trainer} trainer @param {number} layer */
  matrix: (trainer, layer) => wholeLayer(trainer, layer),

  /** How the update of one parameter comes about. @param {Trainer} trainer @param {number} index */
  anatomy: (trainer, index) => trainer.anatomy(index),

  /** What the pinned weights were, step by step. @param {Trainer} trainer @param {Weight[]} places */
  watched: (trainer, places) => (places.length ? trainer.watched() : []),

  /** The loss along a line through the present weights. @param {Trainer} trainer @param {SliceAxis} axis */
  slice: (trainer, axis) => trainer.slice(axis),

  /** The loss over a plane through the present weights. @param {Trainer} trainer @param {SurfaceAxes} axes */
  surface: (trainer, axes) => trainer.surface(axes),

  /** What the next step should change in the loss, and what it does change. @param {Trainer} trainer @param {1 | 2} order */
  predictedChange: (trainer, order) => trainer.predictedChange(order),

  /** The largest eigenvalue of the loss's Hessian, beside 2 / lr. @param {Trainer} trainer @param {Parameters<Trainer['curvature']>[0]} options */
  curvature: (trainer, options) => trainer.curvature(options),

  /** All gradients against float64, and a sample against central differences. @param {Trainer} trainer @param {Parameters<Trainer['checkAll']>[0]} options */
  checkAll: (trainer, options) => trainer.checkAll(options),

  /** The rate over the steps of a schedule, of settings that need not be those of the run. @param {Trainer} _ @param {Parameters<typeof ratesOf>[1]} wanted @param {Core} [core] */
  rates: (_, wanted, core) => (core ? ratesOf(core, wanted) : []),
};

/** Those that cost no more than a frame; the others wait for a pause. @type {ReadonlySet<string>} */
const LIVE = new Set(['layerStatistics', 'series', 'matrix', 'anatomy', 'watched']);

/** @typedef {{ [Name in keyof typeof instruments]?: Parameters<typeof instruments[Name]>[1] | null }} Wants instrument → its argument, null where it takes none */
/** @typedef {{ [Name in keyof typeof instruments]?: ReturnType<typeof instruments[Name]> }} Readings */

/**
 * What is wanted and can be had now; what the core refuses stands by name in `refused`, in its words.
 * @param {Trainer} trainer @param {Wants} wants @param {boolean} atRest
 * @returns {{ instruments: Readings, refused: Record<string, string> }}
 */
export function read(trainer, wants, atRest) {
  /** @type {Record<string, unknown>} */
  const readings = {};
  /** @type {Record<string, string>} */
  const refused = {};
  for (const [name, argument] of Object.entries(wants)) {
    if (!atRest && !LIVE.has(name)) continue;
    try {
      readings[name] = ask(trainer, name, argument);
    } catch (error) {
      refused[name] = error instanceof Error ? error.message : String(error);
    }
  }
  return { instruments: /** @type {Readings} */ (readings), refused };
}

/** @param {Trainer} trainer @param {string} name @param {any} argument @param {Core} [core] for what is no question about this run */
export function ask(trainer, name, argument, core) {
  return /** @type {any} */ (instruments)[name](trainer, argument ?? undefined, core);
}

/** @param {Trainer} trainer @param {number} layer */
function wholeLayer(trainer, layer) {
  const { layers } = trainer.network();
  const at = Math.min(layer, layers.length - 1);
  const offset = layers.slice(0, at).reduce((sum, { inputs, outputs }) => sum + outputs * (inputs + 1), 0);
  const { inputs, outputs } = layers[at];
  const updates = trainer.parameters().updates;
  const weights = inputs * outputs;
  return {
    layer: at,
    ...layers[at],
    weightUpdate: updates.slice(offset, offset + weights),
    biasUpdate: updates.slice(offset + weights, offset + weights + outputs),
  };
}
