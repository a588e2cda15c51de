// What card, pins and slice make of the core's numbers: the anatomy in words, lines, the part of a line that is read.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anatomySteps, isPlain } from '../../web/src/draw/anatomy.js';
import { biasedBy, parameterIndex } from '../../web/src/draw/parameters.js';
import { nearestPoint, sliceAxis, stepSentence } from '../../web/src/draw/slice.js';
import { sparkline } from '../../web/src/draw/sparkline.js';
import { wayToLoss } from '../../web/src/draw/way.js';
import { Session } from '../../web/src/engine/session.js';
import { load } from '../../wasm/index.js';

/** One step of a run with these options, its first parameter taken apart. @param {object} options */
async function anatomyOf(options) {
  const trainer = (await load()).createTrainer({ ...options });
  trainer.step(2);
  const steps = anatomySteps(trainer.anatomy(0), trainer.options());
  const plain = isPlain(trainer.options());
  trainer.delete();
  return { plain, said: steps.map((step) => step.idle ?? step.name) };
}

test('what an optimizer does not do is said in words, what it does has the names of its formula', async () => {
  assert.deepEqual(await anatomyOf({}), {
    plain: true, said: ['gradient', 'no clipping', 'no decay', 'no l1', 'g', 'no momentum', 'η', 'Δw'] });
  assert.deepEqual(await anatomyOf({ momentum: 0.9, clip_norm: 1e6, l1: 0.1 }), {
    plain: false, said: ['gradient', 'not clipped', 'no decay', '+ l1', 'g', 'v', 'η', 'Δw'] });
  assert.deepEqual((await anatomyOf({ optimizer: 'adam', amsgrad: true, weight_decay: 0.1, clip_norm: 1e-3 })).said, [
    'gradient', 'clipped', '+ decay', 'no l1', 'g', 'm', 'v', 'max v', '√v̂ + eps', 'η', 'Δw']);
  assert.deepEqual((await anatomyOf({ optimizer: 'adamw' })).said.slice(-4), ['√v̂ + eps', 'η', '+ decay', 'Δw']);
  assert.deepEqual((await anatomyOf({ optimizer: 'rmsprop', centered: true, momentum: 0.5 })).said.slice(5), ['m', 's', '√s + eps', 'b', 'η', 'Δw']);
});

test('the place of a parameter in the list of all counts those biases alone that are there', async () => {
  const options = { layers: [2, 3, 2, 1], bias: [true, false, true] };
  const trainer = (await load()).createTrainer(options);
  const { values } = trainer.parameters();
  const place = { layer: 2, to: 0, from: 1 };
  assert.equal(values[parameterIndex(place, options.layers, biasedBy(trainer.options()))], trainer.weight({ ...place, example: 0 }).weight);
  trainer.delete();
});

test('the axis of a slice stands still while its weight moves a little, and the weight is never at its end', () => {
  const place = { layer: 0, to: 1, from: null };
  const axis = (/** @type {number} */ weight) => sliceAxis({ ...place, weight }, { along: 'weight', zoom: 0.5 });
  assert.deepEqual(axis(0.3), { along: place, low: -0.5, high: 1.5, points: 81 });
  assert.deepEqual(axis(0.6), axis(0.3));
  assert.deepEqual(sliceAxis({ ...place, weight: 7 }, { along: 'update', zoom: 2 }), { along: 'update', low: -4, high: 4, points: 81 });
});

test('the sentence on the step tells an overshoot from a step past the lowest point and from a good one', () => {
  const at = Float64Array.from([-2, -1, 0, 1, 2]);
  const loss = at.map((x) => x * x);
  const from = (/** @type {number} */ here, /** @type {number} */ next) =>
    stepSentence({ at, loss, here, lossHere: here ** 2, slope: 2 * here, next, lossNext: next ** 2 });
  assert.match(from(1.5, -1.8), /overshoots/);
  assert.match(from(1.8, -1.5), /past the lowest/);
  assert.match(from(1.8, 1.2), /lower than it starts/);
  assert.match(from(1, 1), /does not move/);
  assert.match(from(1, NaN), /no finite number/);
  assert.deepEqual([-9, 0.4, 0.6].map((x) => nearestPoint(/** @type {any} */ ({ at }), x)), [0, 2, 3]);
});

test('a sparkline runs over steps, leaves gaps, and keeps the sign of a small gradient beside a large one', () => {
  const area = { width: 100, height: 10 };
  assert.deepEqual(sparkline([0, 1, 10], [0, 1, 0.5], area), { path: 'M0 10L10 0L100 5', x: 100, y: 5 });
  assert.equal(sparkline([0, 5, 10], [1, NaN, 2], area).path, 'M0 10M100 0');
  assert.deepEqual(sparkline([7], [3], area), { path: 'M100 5', x: 100, y: 5 });
  const { y } = sparkline([0, 1], [-1, 0.01], { ...area, asinh: true });
  assert.ok(y < 4.8 && y > 4, `${y}`);
});

test('the way to the loss goes on from each delta that was asked for', () => {
  const way = wayToLoss({ layer: 0, to: 2, from: null }, [1]);
  assert.deepEqual([way.edge({ layer: 1, to: 5, from: 2 }), way.edge({ layer: 1, to: 5, from: 1 }), way.edge({ layer: 2, to: 0, from: 1 })], [true, false, true]);
  assert.deepEqual([way.unit(0, 2), way.unit(1, 2), way.unit(2, 1), way.unit(2, 2)], [false, true, true, false]);
  assert.equal(way.end, 2);
});

test('the anatomy in a frame is that of the weight in it, whatever the network has become since that was chosen', async () => {
  const session = new Session(await load());
  session.select({ layer: 1, to: 5, from: 4 }, 0);
  for (const settings of [{}, { layers: [2, 3, 1] }, { layers: [2, 6, 6, 1], bias: false }, { layers: [2, 6, 1], bias: [false, true] }]) {
    session.apply({ seed: 3, ...settings });
    session.step(3);
    for (const { weight, anatomy } of [session.frame(false), session.detail()])
      assert.deepEqual([anatomy.gradient, anatomy.update], [weight.gradient, weight.update], JSON.stringify(settings));
  }
});
