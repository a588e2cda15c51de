// The way of a run to a step in small portions, from the nearest state that the core keeps, so that nobody waits without a word.

/** @import { Trainer } from '../types.js' */

/** So many states the core keeps of an ordinary run, the first ones so many steps apart (checkpoints.hpp). Of a huge run it keeps fewer: then the first portion is longer. */
const [KEPT, APART] = [64, 128];
/** About as long as a portion takes, in ms. */
const PORTION = 4;

/** The last step up to this one whose state is kept. @param {number} step @param {number} furthest that the run has been */
export function keptBefore(step, furthest) {
  let stride = APART;
  while (furthest >= KEPT * stride) stride *= 2;
  return Math.floor(Math.min(step, furthest) / stride) * stride;
}

/**
 * Yields where the run is, after each portion.
 * @param {Trainer} trainer @param {number} step @param {number} furthest that it has been @param {() => number} [now] in ms
 * @returns {Generator<number, void>}
 */
export function* journey(trainer, step, furthest, now = () => performance.now()) {
  // The core says what is wrong with a number that is no step.
  if (!Number.isSafeInteger(step) || step < 0) return void trainer.goTo(step);
  const kept = keptBefore(step, furthest);
  const here = trainer.status().step;
  if (step < here || kept > here) trainer.goTo(kept);
  for (let portion = 1; ; ) {
    const { step: at, stopped } = trainer.status();
    yield at;
    if (at >= step || stopped) return;
    const began = now();
    trainer.step(Math.min(portion, step - at));
    const took = now() - began;
    if (took < PORTION / 2) portion = Math.min(portion * 2, 4096);
    else if (took > PORTION) portion = Math.max(portion >> 1, 1);
  }
}
