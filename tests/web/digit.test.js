// A drawn digit as pixels: filled, centred and as dark as the digits of the data, wherever and however large it was drawn.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadData } from '../../wasm/data.js';
import { load } from '../../wasm/index.js';
import { mannerOf, pixelsFor, pixelsOf, toggled } from '../../web/src/data/digit.js';
import { answer } from '../../web/src/engine/answer.js';

/** @import { Manner, Stroke } from '../../web/src/data/digit.js' */

const core = await load();
const [digits, mnist] = ['digits', 'mnist'].map((name) => /** @type {Manner} */ (mannerOf(name)));

/** A ring around (x, y), as a nought is written. @param {number} x @param {number} y @param {number} r @returns {Stroke} */
const ring = (x, y, r) => Array.from({ length: 41 }, (_, i) => [x + 0.7 * r * Math.sin(i * 0.157), y - r * Math.cos(i * 0.157)]);

/** @param {number[]} pixels @param {number} side @param {number} least */
function boxOf(pixels, side, least) {
  const inked = pixels.flatMap((ink, at) => (ink >= least ? [[at % side, Math.floor(at / side)]] : []));
  const of = (/** @type {number} */ axis) => inked.map((place) => place[axis]);
  return [Math.min(...of(0)), Math.max(...of(0)), Math.min(...of(1)), Math.max(...of(1))];
}

test('a nought fills the box that the data fill, wherever it was drawn', () => {
  assert.deepEqual(boxOf(pixelsOf([ring(0.2, 0.7, 0.15)], digits), 8, 1).slice(2), [0, 7]);
  const found = boxOf(pixelsOf([ring(0.8, 0.3, 0.1)], mnist), 28, 0.25);
  assert.deepEqual(found.slice(2), [4, 24], 'twenty rows around the middle of pixel 15');
  for (const manner of [digits, mnist]) {
    const here = pixelsOf([ring(0.5, 0.5, 0.4)], manner);
    const there = pixelsOf([ring(0.3, 0.6, 0.1)], manner);
    const apart = here.reduce((most, ink, at) => Math.max(most, Math.abs(ink - there[at])), 0);
    assert.ok(apart <= manner.most / 4, `at most a few points of a pixel differ: ${apart}`);
  }
});

test('ink is from 0 to the most of the set, about as much as in its noughts', () => {
  for (const [manner, average] of /** @type {[Manner, number][]} */ ([[digits, 19.8 * 16], [mnist, 136]])) {
    const pixels = pixelsOf([ring(0.5, 0.5, 0.4)], manner);
    assert.equal(pixels.length, manner.side ** 2);
    assert.ok(Math.min(...pixels) === 0 && Math.max(...pixels) === manner.most);
    const ink = pixels.reduce((sum, value) => sum + value, 0);
    assert.ok(Math.abs(ink / average - 1) < 0.3, `${ink} beside ${average}`);
  }
});

test('the mass of an MNIST digit is in the middle, also of one that leans', () => {
  const pixels = pixelsOf([[[0.2, 0.1], [0.25, 0.9], [0.8, 0.9]]], mnist);
  const all = pixels.reduce((sum, ink) => sum + ink, 0);
  const mean = (/** @type {(at: number) => number} */ place) => pixels.reduce((sum, ink, at) => sum + ink * (place(at) + 0.5), 0) / all;
  assert.ok(Math.abs(mean((at) => at % 28) - 14.5) < 0.1 && Math.abs(mean((at) => Math.floor(at / 28)) - 14.5) < 0.1);
});

test('nothing drawn is no picture; a dot is one; the same drawing is made once', () => {
  assert.deepEqual(pixelsOf([], digits), []);
  assert.ok(pixelsOf([[[0.5, 0.5]]], digits).some((ink) => ink > 0));
  const digit = { strokes: [ring(0.5, 0.5, 0.3)], of: null };
  assert.equal(pixelsFor(digit, 'mnist'), pixelsFor(digit, 'mnist'));
  assert.notEqual(pixelsFor(digit, 'mnist'), pixelsFor(digit, 'digits'));
});

test('a cell is inked by a dot in its middle, and a second time it is not', () => {
  const once = toggled([ring(0.5, 0.5, 0.3)], 8, 2, 3);
  assert.deepEqual(once[1], [[2.5 / 8, 3.5 / 8]]);
  assert.equal(toggled(once, 8, 2, 3).length, 1);
});

test('the answer to an example of the data is what the run says of that example, and its pull the slope of the output', async () => {
  const trainer = core.createTrainer({ layers: [64, 12, 10], loss: 'cross_entropy', output_activation: 'identity', activation: 'relu', dtype: 'float64' }, await loadData('digits'));
  trainer.step(300);
  const { x, layers } = trainer.example(0);
  const pixels = Array.from(x);
  const { outputs, probabilities, pull, of } = answer(core, trainer, { x: pixels, of: null });
  outputs.forEach((value, at) => assert.ok(Math.abs(value - layers[1].z[at]) < 1e-9));
  assert.ok(Math.abs((probabilities ?? new Float64Array()).reduce((sum, p) => sum + p, 0) - 1) < 1e-12);
  assert.equal(of, outputs.indexOf(Math.max(...outputs)));
  for (const at of [20, 35, 42]) {
    const output = (/** @type {number} */ by) => answer(core, trainer, { x: pixels.with(at, pixels[at] + by), of: 3 }).outputs[3];
    const { pull: other } = answer(core, trainer, { x: pixels, of: 3 });
    assert.ok(Math.abs((output(1e-5) - output(-1e-5)) / 2e-5 - other[at]) < 1e-7);
  }
  assert.equal(pull.length, 64);
  trainer.delete();
});
