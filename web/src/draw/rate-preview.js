// A schedule of the learning rate as a small curve: over how many steps, and its path.

/** @import { Settings } from '../types.js' */

/** As many steps as are tried out at most. */
const MOST_STEPS = 20_000;

/** Steps in which a schedule shows what it does; 0 where the rate stays. @param {Settings} settings */
export function stepsShown({ schedule, step_size, T_max, total_iters, total_steps }) {
  const steps = { step: 4 * step_size, exponential: 100, cosine: 2 * T_max, linear: 2 * total_iters, one_cycle: total_steps }[/** @type {string} */ (schedule)];
  return Math.min(steps ?? 0, MOST_STEPS);
}

/** @param {number[]} rates evenly spaced @param {number} width @param {number} height from 0 to the largest */
export function ratePath(rates, width, height) {
  const most = Math.max(...rates) || 1;
  const places = rates.map((rate, at) => `${((at / (rates.length - 1)) * width).toFixed(1)} ${((1 - rate / most) * height).toFixed(1)}`);
  return `M${places.join('L')}`;
}
