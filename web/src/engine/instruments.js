// What panels ask the core about a run: each instrument is a function of the trainer and one argument that can be compared as JSON.

/** @import { Core, Settings, Trainer, Weight } from '../types.js' */
/** @import { Question } from './answer.js' */
/** @import { FlowSettings } from './flow.js' */
/** @import { RowsWanted } from './rows.js' */
/** @import { LayerQuantity } from './whole-layer.js' */
/** @import { Trace } from '../export/trace.js' */
/** @import { WideLook } from './wide-look.js' */
import { biasedBy, parameterIndex } from '../draw/parameters.js';
import { dataEntry } from '../export/data.js';
import { stateOf } from '../export/state.js';
import { messageOf } from '../message-of.js';
import { shippedNamed } from '../shipped.js';
import { answer } from './answer.js';
import { chain, flowOf } from './flow.js';
import { healthOf } from './health.js';
import { ratesOf } from './rates.js';
import { recordOf } from './run-record.js';
import { pageOfRows } from './rows.js';
import { seriesOf } from './series.js';
import { checkTrace } from './trace-check.js';
import { allNow, startOf, wholeLayer } from './whole-layer.js';

/** @typedef {Parameters<Trainer['slice']>[0]} SliceAxis */
/** @typedef {Parameters<Trainer['surface']>[0]} SurfaceAxes */

export const instruments = {
  /** Numbers of each layer's gradient, weights, update and activations. @param {Trainer} trainer */
  layerStatistics: (trainer) => trainer.layerStatistics(),

  /** Accuracy and norms over the run, sampled at frames. @param {Trainer} trainer */
  series: (trainer) => seriesOf(trainer).columns(),

  /** One quantity of a whole layer, biases included. @param {Trainer} trainer @param {{ layer: number, what: LayerQuantity }} wanted */
  matrix: (trainer, wanted) => wholeLayer(trainer, wanted),

  /** A page of the table of all weights and biases, or of one layer's. @param {Trainer} trainer @param {RowsWanted} wanted */
  rows: (trainer, wanted) => pageOfRows(trainer, wanted),

  /** All parameters as they were when the run began. @param {Trainer} trainer */
  start: (trainer) => startOf(trainer),

  /** All parameters as they are. @param {Trainer} trainer */
  now: (trainer) => allNow(trainer),

  /** What the pinned weights were, step by step, up to the present. @param {Trainer} trainer @param {Weight[]} places */
  watched: (trainer, places) => (places.length ? watchedUpTo(trainer) : []),

  /** Why the deltas on a way to the loss are what they are. @param {Trainer} trainer @param {{ example: number, units: { layer: number, to: number }[] }} way */
  reasons: (trainer, { example, units }) => units.map((unit) => reasonOf(trainer, unit, example)),

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

  /** What the network makes of an input that was drawn. @param {Trainer} trainer @param {Question} question @param {Tools} tools */
  answer: (trainer, question, { core }) => answer(core, trainer, question),

  /** What is wrong with the run, if anything, over its training examples. @param {Trainer} trainer @param {null | undefined} _ @param {Tools} tools */
  health: (trainer, _, { wide }) => healthOf(trainer, wide.of(trainer)),

  /** The deltas of a deep network at its start, which has nothing to do with the run. @param {Trainer} _ @param {FlowSettings} settings @param {Tools} tools */
  flow: (_, settings, { core }) => flowOf(core, settings),

  /** The gradients along a chain of factors. @param {Trainer} _ @param {number[]} factors @param {Tools} tools */
  chain: (_, factors, { core }) => chain(core, factors),

  /** All that a file of the network can hold. @param {Trainer} trainer @param {null | undefined} _ @param {Tools} tools */
  networkState: (trainer, _, { createLike, data }) => stateOf(trainer, createLike, dataEntry(trainer, data, shippedNamed(data) !== undefined), recordOf(trainer)),

  /** The gradients of a trace beside the core's. @param {Trainer} trainer @param {Trace} trace @param {Tools} tools */
  trace: (trainer, trace, { core, createLike }) => checkTrace(core, trace, trainer.options(), createLike),

  /** The rate over the steps of a schedule, of settings that need not be those of the run. @param {Trainer} _ @param {Parameters<typeof ratesOf>[1]} wanted @param {Tools} tools */
  rates: (_, wanted, { core }) => ratesOf(core, wanted),
};

/** @typedef {{ core: Core, wide: WideLook, createLike: (changes: Settings) => Trainer, data?: string }} Tools what some need besides the run: the same with other options, and the name of data that the core does not make */

/** Those that cost no more than a frame; the others wait for a pause. @type {ReadonlySet<string>} */
const LIVE = new Set([
  'answer',
  'health',
  'layerStatistics',
  'matrix',
  'reasons',
  'rows',
  'series',
  'watched',
]);

/** @typedef {{ [Name in keyof typeof instruments]?: Parameters<typeof instruments[Name]>[1] | null }} Wants instrument → its argument, null where it takes none */
/** @typedef {{ [Name in keyof typeof instruments]?: ReturnType<typeof instruments[Name]> }} Readings */

/**
 * What is wanted and can be had now; what the core refuses stands by name in `refused`, in its words.
 * @param {Trainer} trainer @param {Wants} wants @param {boolean} atRest @param {Tools} tools
 * @returns {{ instruments: Readings, refused: Record<string, string> }}
 */
export function read(trainer, wants, atRest, tools) {
  /** @type {Record<string, unknown>} */
  const readings = {};
  /** @type {Record<string, string>} */
  const refused = {};
  for (const [name, argument] of Object.entries(wants)) {
    if (!atRest && !LIVE.has(name)) continue;
    try {
      readings[name] = ask(trainer, name, argument, tools);
    } catch (error) {
      refused[name] = messageOf(error);
    }
  }
  return { instruments: /** @type {Readings} */ (readings), refused };
}

/** @param {Trainer} trainer @param {string} name @param {any} argument @param {Tools} tools */
export function ask(trainer, name, argument, tools) {
  return /** @type {any} */ (instruments)[name](trainer, argument ?? undefined, tools);
}

/** The core keeps evenly spaced points, and after a step back those ahead; here they end with the present. @param {Trainer} trainer */
function watchedUpTo(trainer) {
  const { step: now } = trainer.status();
  /** @type {ReturnType<Trainer['parameters']> | undefined} */
  let present;
  const { layers: widths, bias } = trainer.options();
  return trainer.watched().map((history) => {
    const { layer, to, from } = history;
    const past = history.step.findLastIndex((step) => step < now) + 1;
    const at = parameterIndex({ layer, to, from }, /** @type {number[]} */ (widths), biasedBy({ bias }));
    present ??= trainer.parameters();
    return {
      layer, to, from,
      step: [...history.step.subarray(0, past), now],
      weight: [...history.weight.subarray(0, past), present.values[at]],
      gradient: [...history.gradient.subarray(0, past), present.gradients[at]],
      update: [...history.update.subarray(0, past), present.updates[at]],
    };
  });
}

/** @param {Trainer} trainer @param {{ layer: number, to: number }} unit @param {number} example */
function reasonOf(trainer, { layer, to }, example) {
  const at = Math.min(example, trainer.batch().rows.length - 1);
  const { why, shares } = trainer.weight({ layer, to, from: 0, example: at });
  return { layer, to, delta: shares.delta[at], why };
}
