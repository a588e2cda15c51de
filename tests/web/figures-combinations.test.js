// The counter of combinations: exact where a double is, as a power of ten beyond, and times that follow from the measured rate.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { combinations } from '../../web/src/figures/combinations.js';

const core = await load();
/** @typedef {import('../../web/src/figures/combinations.js').CombinationsAnswer} CombinationsAnswer */
const answer = (/** @type {number} */ weights, /** @type {number} */ values, measurements = 0) =>
  /** @type {CombinationsAnswer} */ (combinations.answer(core, {}, { weights, values, measurements }));

test('a thousand combinations of three weights with ten values, and a million digits for a million weights', () => {
  assert.equal(answer(3, 10).count, 1000);
  assert.equal(answer(7, 41).count, 41 ** 7);
  assert.equal(answer(1e6, 10).power, 1e6);
  assert.equal(answer(1e6, 10).count, Infinity);
});

test('the time is the count over the rate, in the largest unit that is not too large', () => {
  const { count, measured: { perSecond, amount, unit, seconds } } = answer(6, 10);
  const names = { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1, minutes: 60, hours: 3600, days: 86400, years: 31557600, universes: 13.8e9 * 31557600 };
  assert.ok(Math.abs((amount * names[unit] * perSecond) / count - 1) < 1e-9);
  assert.ok(Math.abs(10 ** seconds * perSecond / count - 1) < 1e-9);
  assert.ok(perSecond > 1e4 && perSecond < 1e11, String(perSecond));
});

test('a hundred weights take longer than the universe has existed, on any machine', () => {
  const { measured: { unit, beyond } } = answer(100, 10);
  assert.equal(unit, 'universes');
  assert.ok(beyond > 60);
});

test('the rate is kept until it is asked for again', () => {
  const { perSecond } = answer(2, 10).measured;
  assert.equal(answer(5, 10).measured.perSecond, perSecond);
  assert.notEqual(answer(5, 10, 1).measured.perSecond, perSecond);
});
