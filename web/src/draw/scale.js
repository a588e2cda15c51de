// How large a weight and a push are drawn. The push of a weight is minus its gradient: where the next step moves it.

/** @import { Layer, ScaleMode } from '../types.js' */

const DECADES = 1000;

/** Width of an edge in px, from |w|. @param {number} weight */
export function weightWidth(weight) {
  const size = Math.min(Math.abs(weight) / 2.5, 1);
  return 0.6 + 2.6 * (Number.isNaN(size) ? 0 : size);
}

/**
 * How long a bead is, from 0 to 1: asinh, so that tiny gradients still show their sign; `full` is the gradient that is
 * drawn at full length, and what is `span` times smaller can still be told from nothing.
 * @param {number} gradient @param {number} full
 */
export function pushLevel(gradient, full, span = DECADES) {
  const size = Math.abs(gradient);
  if (!(size > 0) || !(full > 0)) return 0;
  return Math.min(Math.asinh((size / full) * span) / Math.asinh(span), 1);
}

/**
 * The gradient that has full length, for each layer.
 * @param {ScaleMode} mode @param {Pick<Layer, 'weightGradient'>[]} layers @returns {number[]}
 */
export function fullScale(mode, layers) {
  if (mode === 'frozen') return layers.map(() => 1);
  const largest = layers.map((layer) => layer.weightGradient.reduce((most, g) => Math.max(most, Math.abs(g)), 0));
  return mode === 'auto' ? largest.map(() => Math.max(...largest)) : largest;
}

/**
 * What stands on an edge: nothing to say (ring), too little to trust the eye with (hollow), or an arrow.
 * @param {number} gradient @param {number} full
 * @returns {{ shape: 'ring' | 'hollow' | 'arrow', raises: boolean, length: number, height: number }}
 */
export function bead(gradient, full) {
  const level = pushLevel(gradient, full);
  const shape = level === 0 ? 'ring' : Math.abs(gradient) < full * 1e-5 ? 'hollow' : 'arrow';
  return { shape, raises: gradient < 0, length: 4.5 + 15 * level, height: 3.2 + 4 * level };
}

/**
 * Outline of a level arrow around (0, 0).
 * @param {number} length @param {number} height @param {boolean} right
 */
export function arrowPath(length, height, right) {
  const side = right ? 1 : -1;
  const tip = (side * length) / 2;
  const neck = tip - side * Math.max(2.4, length * 0.42);
  const shaft = height * 0.24;
  const wing = height / 2;
  const at = (/** @type {number} */ x, /** @type {number} */ y) => `${round(x)} ${round(y)}`;
  const upper = [at(-tip, -shaft), at(neck, -shaft), at(neck, -wing), at(tip, 0)];
  const lower = [at(neck, wing), at(neck, shaft), at(-tip, shaft)];
  return `M${[...upper, ...lower].join('L')}Z`;
}

/** Hundredths of a pixel are enough for any drawing. @param {number} x */
export function round(x) {
  return Math.round(x * 100) / 100;
}

/** Where the legend puts its beads: no push, then each decade up to full length. @param {number} full */
export function legendTicks(full) {
  return [0, full / 1000, full / 100, full / 10, full];
}

/** Smallest of 1, 2, 5 × 10ⁿ that is not below `x`: an axis that does not twitch. @param {number} x */
export function niceLimit(x) {
  if (!(x > 0) || !Number.isFinite(x)) return 1;
  const decade = 10 ** Math.floor(Math.log10(x));
  const found = [1, 2, 5].find((step) => step * decade >= x * (1 - 1e-12));
  return Number(((found ?? 10) * decade).toPrecision(1));
}

/**
 * Ticks of a log axis between two positive numbers: the finest of three sets that is not crowded, at last every so many decades.
 * @param {number} low @param {number} high
 */
export function logTicks(low, high) {
  for (const steps of [[1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 5]]) {
    const ticks = decades(low, high, steps);
    if (ticks.length <= 5) return ticks;
  }
  const whole = decades(low, high, [1]);
  const every = Math.ceil(whole.length / 6);
  return whole.filter((_, i) => i % every === 0);
}

/** @param {number} low @param {number} high @param {number[]} steps */
function decades(low, high, steps) {
  const ticks = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    for (const step of steps) {
      const tick = Number(`${step}e${power}`);
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}
