// Random choices of a seed, for tests that try many things.

import { randomOf } from '../../web/src/questions/random.js';

/** @param {number} seed */
export function chance(seed) {
  const next = randomOf('chance', seed);
  const below = (/** @type {number} */ n) => Math.floor(next() * n);
  /** @template T @param {readonly T[]} list @returns {T} */
  const pick = (list) => list[below(list.length)];
  /** At most so many, each once. @template T @param {readonly T[]} list @param {number} most @returns {T[]} */
  const some = (list, most) => [...new Set(Array.from({ length: below(Math.min(most, list.length) + 1) }, () => pick(list)))];
  return { below, pick, some, real: (/** @type {number} */ low, /** @type {number} */ high) => low + (high - low) * next() };
}
