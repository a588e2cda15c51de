// A history as a small line: over steps, so that it does not stretch where the core kept more points.

import { round } from './scale.js';

/** Larger brings small gradients further up beside the largest. */
const REACH = 20;

/** Gradients cross many orders of magnitude: asinh keeps their sign and shows the small beside the large. @param {number} x @param {number} largest */
const squeezed = (x, largest) => (largest > 0 ? Math.asinh((x / largest) * REACH) : 0);

/**
 * Its path and where it ends; a number that is not finite leaves a gap.
 * @param {ArrayLike<number>} steps @param {ArrayLike<number>} values @param {{ width: number, height: number, asinh?: boolean }} area asinh: 0 stays in the middle
 * @returns {{ path: string, x: number, y: number }}
 */
export function sparkline(steps, values, { width, height, asinh = false }) {
  const finite = Array.from(values).filter(Number.isFinite);
  const largest = finite.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const shown = Array.from(values, (value) => (asinh ? squeezed(value, largest) : value));
  const end = Math.asinh(REACH);
  const [low, high] = asinh ? [-end, end] : rangeOf(finite);
  const [first, last] = [steps[0], steps[steps.length - 1]];
  const x = (/** @type {number} */ at) => round(last > first ? ((steps[at] - first) / (last - first)) * width : width);
  const y = (/** @type {number} */ at) => round(((high - shown[at]) / (high - low)) * height);
  let path = '';
  let pen = false;
  for (let at = 0; at < shown.length; at++) {
    if (Number.isFinite(shown[at])) path += `${pen ? 'L' : 'M'}${x(at)} ${y(at)}`;
    pen = Number.isFinite(shown[at]);
  }
  return { path, x: width, y: pen ? y(shown.length - 1) : NaN };
}

/** A history that stands still lies in the middle. @param {number[]} values */
function rangeOf(values) {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity);
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  if (!(high >= low)) return [-1, 1];
  return high > low ? [low, high] : [low - 1, high + 1];
}
