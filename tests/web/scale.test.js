// How large weights and pushes are drawn.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrowPath, bead, fullScale, legendTicks, logTicks, niceLimit, pushLevel, weightWidth } from '../../web/src/draw/scale.js';

test('an edge is 0.6 px wide at 0 and 3.2 px from 2.5 on', () => {
  assert.deepEqual([0, 2.5, -2.5, 100].map(weightWidth), [0.6, 3.2, 3.2, 3.2]);
  assert.ok(weightWidth(1) < weightWidth(-2));
});

test('a push grows with the gradient from 0 to full length and no further', () => {
  const levels = [0, 1e-6, 1e-3, 1e-2, 0.1, 1, 50].map((g) => pushLevel(g, 1));
  assert.equal(levels[0], 0);
  assert.equal(levels[5], 1);
  assert.equal(levels[6], 1);
  for (let i = 1; i < 6; i++) assert.ok(levels[i] > levels[i - 1]);
  assert.equal(pushLevel(-0.1, 1), pushLevel(0.1, 1));
});

test('a positive gradient pushes its weight down, a negative one up', () => {
  assert.equal(bead(0.1, 1).raises, false);
  assert.equal(bead(-0.1, 1).raises, true);
});

test('exactly 0 is a ring, next to nothing a hollow arrow, all else an arrow', () => {
  assert.deepEqual([0, 9e-6, -9e-6, 2e-5].map((g) => bead(g, 1).shape), ['ring', 'hollow', 'hollow', 'arrow']);
});

test('a bead is 4.5 by 3.2 px for nothing and 19.5 by 7.2 px for all', () => {
  assert.deepEqual({ length: bead(0, 1).length, height: bead(0, 1).height }, { length: 4.5, height: 3.2 });
  assert.deepEqual({ length: bead(1, 1).length, height: bead(1, 1).height }, { length: 19.5, height: 7.2 });
});

test('what is not a number is drawn as no push', () => assert.equal(bead(NaN, 1).shape, 'ring'));

test('full length is 1 when frozen, else the largest gradient of the network or of the layer', () => {
  const layers = [{ weightGradient: Float32Array.of(0.25, -0.5) }, { weightGradient: Float32Array.of(2, -1) }];
  assert.deepEqual(fullScale('frozen', layers), [1, 1]);
  assert.deepEqual(fullScale('auto', layers), [2, 2]);
  assert.deepEqual(fullScale('per layer', layers), [0.5, 2]);
});

test('arrows to the left mirror arrows to the right', () => {
  const mirrored = arrowPath(10, 6, true).replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x, y) => `${-Number(x)} ${y}`);
  assert.equal(arrowPath(10, 6, false), mirrored);
});

test('the legend shows no push and each decade up to full length', () => {
  assert.deepEqual(legendTicks(1), [0, 0.001, 0.01, 0.1, 1]);
});

test('axis limits are 1, 2 or 5 times a power of ten, never below the value', () => {
  assert.deepEqual([0, 0.03, 0.2, 0.21, 5, 7, NaN].map(niceLimit), [1, 0.05, 0.2, 0.5, 5, 10, 1]);
});

test('log ticks lie within the axis and are never crowded', () => {
  assert.deepEqual(logTicks(0.05, 1.5), [0.05, 0.1, 0.2, 0.5, 1]);
  assert.deepEqual(logTicks(1e-4, 1), [1e-4, 1e-3, 1e-2, 0.1, 1]);
  assert.deepEqual(logTicks(1e-12, 10), [1e-12, 1e-9, 1e-6, 1e-3, 1]);
  assert.deepEqual(logTicks(0.75, 1.6), [0.8, 0.9, 1, 1.5]);
});
