// Colours, dot plots and spoken sentences.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { colorLimit, mix, paint, parseColor, signTable } from '../../web/src/draw/colors.js';
import { dotPlot } from '../../web/src/draw/dots.js';
import { weightSentence } from '../../web/src/draw/sentence.js';

const table = signTable([213, 94, 0], [255, 255, 255], [0, 114, 178]);

test('colours are read from both forms that browsers give', () => {
  assert.deepEqual(parseColor('#D55E00'), [213, 94, 0]);
  assert.deepEqual(parseColor('rgb(213, 94, 0)'), [213, 94, 0]);
  assert.deepEqual(mix([0, 0, 0], [200, 100, 50], 0.5), [100, 50, 25]);
});

test('a map is vermillion at its lowest, blue at its highest, surface between', () => {
  const pixels = new Uint8ClampedArray(5 * 4);
  paint(pixels, [-2, -1, 0, 1, 2], 1, table);
  const at = (/** @type {number} */ i) => [...pixels.slice(4 * i, 4 * i + 4)];
  assert.deepEqual([at(0), at(1)], [[213, 94, 0, 255], [213, 94, 0, 255]]);
  assert.deepEqual([at(3), at(4)], [[0, 114, 178, 255], [0, 114, 178, 255]]);
  assert.ok(at(2).every((channel) => channel >= 253));
});

test('bounded activations keep one scale, others take their largest value', () => {
  assert.equal(colorLimit('tanh', Float32Array.of(0.2)), 1);
  assert.equal(colorLimit('relu', Float32Array.of(0, 3, 7)), 7);
  assert.equal(colorLimit('relu', Float32Array.of(0)), 1);
});

test('dots lie at their values, and equal ones are stacked', () => {
  const { limit, dots } = dotPlot([0, 0, 0, 0.4, -0.5], 200, 36);
  assert.equal(limit, 0.5);
  assert.deepEqual(dots.map(({ x }) => Math.round(x)), [100, 100, 100, 180, 0]);
  assert.deepEqual(new Set(dots.slice(0, 3).map(({ row }) => row)), new Set([0, 1, 2]));
});

/** @param {ReturnType<typeof dotPlot>} plot */
const distinct = ({ dots, spacing }) => dots.every((one, i) => dots.every((other, j) => i === j || one.row !== other.row || Math.abs(one.x - other.x) >= spacing - 1e-3));

test('up to 64 dots have a place each, however many are equal', () => {
  const crowd = Float32Array.from({ length: 64 }, (_, i) => (i % 3 ? 0 : i / 1e4));
  for (const values of [new Float32Array(5), new Float32Array(10), new Float32Array(30), new Float32Array(64), crowd]) {
    const plot = dotPlot(values, 200, 36);
    assert.ok(distinct(plot), `${values.length}`);
    assert.ok(Math.max(...plot.dots.map(({ row }) => row + 1)) * plot.spacing <= 36);
    assert.deepEqual(plot.piles, []);
  }
});

test('a thousand dots keep to their rows, and a full stack has its number', () => {
  const { spacing, dots, piles } = dotPlot(new Float32Array(1000), 200, 36);
  assert.ok(Math.max(...dots.map(({ row }) => row + 1)) * spacing <= 36);
  assert.deepEqual(piles, [{ x: 100, count: 1000 }]);
});

test('a weight is spoken with its place, its gradient, and what the step does', () => {
  const detail = /** @type {any} */ ({ layer: 1, to: 5, from: 4, weight: -0.1626, gradient: -0.0452, update: 0.00452 });
  assert.equal(
    weightSentence(detail, [2, 6, 6, 1]),
    'Weight from layer 1 neuron 5 to layer 2 neuron 6: −0.1626. Its gradient is −0.0452: the step raises it by 0.00452.',
  );
  assert.match(weightSentence({ ...detail, gradient: 0, update: -0 }, [2, 6, 6, 1]), /gradient is 0: the step leaves it as it is/);
});
