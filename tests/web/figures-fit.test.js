// Fitting by hand: what the core says of a setting, against the formulas; where its own search leads; what is wrong in attributes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { fit } from '../../web/src/figures/fit.js';
import { readFigure } from '../../web/src/figures/kind.js';

const core = await load();
const line = { alt: 'A line.', x: '0,1,2', y: '1,1,4', model: 'w*x + b', weights: 'w, b', start: '1,0.5', rate: '0.1' };
const net = {
  alt: 'A network.', x: '-2,-1,0,1,2', y: '-0.4,0.3,1,0.2,-0.5', model: 'v1*tanh(w1*x + b1) + v2*tanh(w2*x + b2) + c',
  weights: 'w1, b1, v1, w2, b2, v2, c', start: '0.5,-0.5,1,1,0.5,0.5,0', rate: '0.3', from: '-2', to: '2', step: '0.1',
};
const answer = (/** @type {Record<string, string>} */ attributes, /** @type {object} */ patch = {}) => {
  const { spec } = readFigure(fit, attributes);
  return /** @type {import('../../web/src/figures/fit.js').FitAnswer} */ (fit.answer(core, spec, { ...fit.begin(spec), ...patch }));
};
const close = (/** @type {number} */ a, /** @type {number} */ b) => assert.ok(Math.abs(a - b) < 1e-12, `${a} is not ${b}`);

test('the loss is the mean of the squared errors, and each gradient its derivative', () => {
  const { points, loss, weights } = answer(line);
  const errors = [0.5 - 1, 1.5 - 1, 2.5 - 4];
  points.forEach(({ residual }, at) => close(residual, errors[at]));
  close(loss, errors.reduce((sum, e) => sum + e * e, 0) / 3);
  close(weights[0].gradient, (2 * errors.reduce((sum, e, x) => sum + e * x, 0)) / 3);
  close(weights[1].gradient, (2 * errors.reduce((sum, e) => sum + e, 0)) / 3);
});

test('the settings of the sliders are counted', () => {
  assert.equal(answer(net).settings, 41 ** 7);
});

test('the best of a search is kept, whatever is tried after it', () => {
  assert.deepEqual(answer(line, { weights: [9, 9], best: [1.5, 0.5] }).best.weights, [1.5, 0.5]);
  assert.deepEqual(answer(line, { weights: [1.5, 0.5], best: [9, 9] }).best.weights, [1.5, 0.5]);
});

test('gradient descent takes the steps that it is asked for, each against the gradient, and fits a network', () => {
  const [before, after] = [answer(line), answer(line, { ahead: 1 })];
  after.weights.forEach(({ value }, at) => close(value, before.weights[at].value - 0.1 * before.weights[at].gradient));
  assert.ok(answer(net, { ahead: 400 }).loss < 0.01);
});

test('what is wrong is named', () => {
  assert.throws(() => answer({ ...line, y: '1,2' }), /y has 2 numbers and x has 3/);
  assert.throws(() => answer({ ...line, start: '1' }), /start has 1 numbers.*w, b/);
  assert.throws(() => answer({ ...line, model: 'w*x + ' }), /column/);
  assert.throws(() => answer({ ...line, weights: 'w, q' }), /`b` is not defined/);
  assert.throws(() => answer({ ...line, model: 'w + b' }), /one number for each x/);
});
