// The axis of a whole run: ticks at round steps, and what is known of a step from the curve of the loss.

/** @import { Curve } from '../types.js' */

/** Round steps after 0 and before the last, at most eleven. @param {number} last */
export function stepTicks(last) {
  let apart = 1;
  for (let i = 1; last / apart > 12; i++) apart = [1, 2, 5][i % 3] * 10 ** Math.floor(i / 3);
  const ticks = [];
  for (let step = apart; step < last; step += apart) ticks.push(step);
  return ticks;
}

/** The training loss at the last step up to this one that the curve has. @param {Curve} curve @param {number} step */
export function lossAt({ step: steps, train }, step) {
  return train[Math.max(steps.findLastIndex((each) => each <= step), 0)];
}
