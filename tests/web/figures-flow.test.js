// The figures of the lesson on gradient flow: the slope of an activation, and a deep network with and without a path past its layers.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { flow } from '../../web/src/figures/flow.js';
import { readFigure } from '../../web/src/figures/kind.js';
import { slopes } from '../../web/src/figures/slopes.js';

/** @typedef {import('../../web/src/figures/flow.js').FlowAnswer} FlowAnswer */
const core = await load();
const alt = 'what it shows';
const close = (/** @type {number} */ a, /** @type {number} */ b) => assert.ok(Math.abs(a - b) < 1e-9 * Math.max(1e-12, Math.abs(b)), `${a} is not ${b}`);
const flowOf = (/** @type {Partial<import('../../web/src/figures/flow.js').FlowState>} */ state) =>
  /** @type {FlowAnswer} */ (flow.answer(core, {}, { depth: 20, activation: 'sigmoid', scale: 1, residual: false, seed: 1, ...state }));

test('the slope of the sigmoid is s(1 − s), and layers leave its power', () => {
  const { curve, here, left } = /** @type {import('../../web/src/figures/slopes.js').SlopesAnswer} */ (slopes.answer(core, {}, { activation: 'sigmoid', z: 1.5, layers: 7 }));
  const s = 1 / (1 + Math.exp(-1.5));
  close(here.value, s);
  close(here.slope, s * (1 - s));
  close(left, (s * (1 - s)) ** 7);
  assert.equal(Math.max(...curve.map(({ slope }) => slope)), 0.25);
});

test('the last layer has a gradient of 1, and the factor of each layer leads from there to the first', () => {
  const { norms, factor } = flowOf({});
  assert.equal(norms.length, 20);
  close(norms[19], 1);
  close(norms[19] * factor ** 19, norms[0]);
});

test('weights twice as large double what comes back through each relu layer', () => {
  const [small, large] = [flowOf({ depth: 4, activation: 'relu', scale: 1 }), flowOf({ depth: 4, activation: 'relu', scale: 2 })];
  small.norms.forEach((norm, at) => close(large.norms[at], norm * 2 ** (3 - at)));
});

test('sigmoid vanishes, large weights of relu explode, relu keeps its size near the root of 2, and a path past the layers lets it through', () => {
  for (let seed = 1; seed <= 5; seed++) {
    assert.ok(flowOf({ seed }).factor < 0.3);
    assert.ok(flowOf({ seed, activation: 'relu', scale: 2.5 }).factor > 1.4);
    assert.ok(Math.abs(flowOf({ seed, activation: 'relu', scale: Math.SQRT2 }).factor - 1) < 0.15);
    const { norms, factor } = flowOf({ seed, residual: true, depth: 50 });
    assert.ok(factor >= 0.99 && factor < 1.03 && norms[0] < 4, `${factor}`);
  }
});

test('other weights come with another seed, the same with the same', () => {
  assert.deepEqual(flowOf({ seed: 4 }), flowOf({ seed: 4 }));
  assert.notDeepEqual(flowOf({ seed: 4 }), flowOf({ seed: 5 }));
});

test('a wrong attribute is named, with what would be right', () => {
  assert.throws(() => readFigure(flow, { alt, depth: '51' }), /\[backprop-flow\] depth="51"; a whole number from 2 to 50 would be right/);
  assert.throws(() => readFigure(slopes, { alt, activation: 'gelu' }), /\[backprop-slopes\] activation="gelu" is unknown; sigmoid, tanh, relu would be right/);
});
