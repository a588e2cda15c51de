// The loss along a line: which part of the line is read, how it lies on the picture, and what is to be said of the step.

/** @import { Trainer, Weight } from '../types.js' */
/** @import { SliceState } from '../lab-state.js' */
/** @import { SliceAxis } from '../engine/instruments.js' */
import { niceLimit } from './scale.js';

/** @typedef {ReturnType<Trainer['slice']>} Slice */

const POINTS = 81;

/** How much of a line is seen at first, as a quarter of the axis: of a weight 4 units, of the update from 4 steps back to 4 ahead. */
export const USUAL_ZOOM = { weight: 1, gradient: 1, update: 2, random: 0.5 };

/**
 * What the core is asked for. The axis stands still while a weight moves by less than a quarter of it.
 * @param {Weight & { weight: number }} detail the weight that the card shows @param {SliceState} slice @returns {SliceAxis}
 */
export function sliceAxis({ layer, to, from, weight }, { along, zoom }) {
  const middle = along === 'weight' && Number.isFinite(weight) ? Math.round(weight / zoom) * zoom : 0;
  const [low, high] = [middle - 2 * zoom, middle + 2 * zoom].map((end) => Number(end.toPrecision(12)));
  return { along: along === 'weight' ? { layer, to, from } : along, low, high, points: POINTS };
}

/** The zoom at which the next step is a quarter of the axis. @param {Slice} slice */
export const zoomToStep = ({ here, next }) => niceLimit(Math.abs(next - here));

/**
 * Where things lie in an area of so many px; a loss that is not finite lies nowhere.
 * @param {Slice} slice @param {number} width @param {number} height
 */
export function sliceScale({ at, loss, lossHere, lossNext }, width, height) {
  const finite = [...loss, lossHere, lossNext].filter(Number.isFinite);
  const [low, high] = [Math.min(...finite), Math.max(...finite)];
  const slack = (high - low || Math.abs(high) || 1) * 0.06;
  const first = at[0];
  const last = at[at.length - 1];
  return {
    low, high,
    x: (/** @type {number} */ place) => ((place - first) / (last - first)) * width,
    y: (/** @type {number} */ value) => ((high + slack - value) / (high - low + 2 * slack)) * height,
  };
}

/** Index of the point that is nearest to a place on the line. @param {Slice} slice @param {number} place */
export function nearestPoint({ at }, place) {
  const share = (place - at[0]) / (at[at.length - 1] - at[0]);
  return Math.min(Math.max(Math.round(share * (at.length - 1)), 0), at.length - 1);
}

/** The verdict on the next step along the line. @param {Slice} slice */
export function stepSentence({ at, loss, here, lossHere, next, lossNext }) {
  if (next === here) return 'The next step does not move along this line.';
  if (!Number.isFinite(lossNext)) return 'The next step overshoots: the loss there is no finite number.';
  if (lossNext > lossHere) return 'The next step overshoots: it lands higher than it starts. A smaller η would not.';
  const between = [...loss].filter((_, i) => (at[i] - here) * (at[i] - next) < 0);
  if (between.some((value) => value < lossNext)) return 'The next step goes past the lowest point on its way: η is large here.';
  return 'The next step lands lower than it starts.';
}
