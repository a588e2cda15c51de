// The figures of the lesson on efficiency: products of a chain with and without reuse, the race of three modes, the table that passes fill.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { jacobian } from '../../web/src/figures/jacobian.js';
import { readFigure } from '../../web/src/figures/kind.js';
import { race } from '../../web/src/figures/race.js';
import { MOST_LAYERS, reuse } from '../../web/src/figures/reuse.js';

/** @typedef {import('../../web/src/figures/reuse.js').ReuseAnswer} ReuseAnswer */
const core = await load();
const alt = 'what it shows';
const close = (/** @type {number} */ a, /** @type {number} */ b) => assert.ok(Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(b)), `${a} is not ${b}`);
const reused = (/** @type {number} */ layers, /** @type {'alone' | 'reuse'} */ way) => /** @type {ReuseAnswer} */ (reuse.answer(core, {}, { layers, way, steps: 0 }));

test('each way gives the gradients that backward gives the chain', () => {
  const source = 'w1 = 1.5\nw2 = 0.5\nw3 = 2\nw4 = 0.8\nw5 = 1.2\nloss = (w5*(w4*(w3*(w2*(w1*2)))) - 2)**2';
  const gradients = new Map(core.evaluate(source).gradients.map(({ name, data }) => [name, data[0]]));
  for (const way of /** @type {const} */ (['alone', 'reuse']))
    for (const { weight, gradient } of reused(5, way).rows) close(gradient, gradients.get(`w${weight}`) ?? NaN);
});

test('alone takes n(n + 1)/2 multiplications, with reuse 2n − 1, and what is repeated is the difference', () => {
  for (let layers = 2; layers <= MOST_LAYERS; layers++) {
    const { counts, again } = reused(layers, 'alone');
    assert.deepEqual(counts, { alone: (layers * (layers + 1)) / 2, reuse: 2 * layers - 1 });
    assert.equal(again, counts.alone - counts.reuse);
  }
});

test('each multiplication has its cell, and a row comes to its gradient', () => {
  for (const way of /** @type {const} */ (['alone', 'reuse'])) {
    const { rows, counts } = reused(4, way);
    const made = rows.flatMap(({ cells }) => cells.filter(({ from }, place) => place > 0 || from).map(({ done }) => done));
    assert.deepEqual(made, Array.from({ length: counts[way] }, (_, at) => at + 1));
    for (const { cells, gradient } of rows) {
      assert.equal(cells.at(-1)?.product, gradient);
      close(cells.reduce((product, { value }) => product * value, 1), gradient);
    }
  }
});

test('reverse mode grows in proportion, the others with the square, and one run is timed where it is asked for', () => {
  const { spec } = readFigure(race, { alt });
  assert.equal('measured' in race.answer(core, spec, race.begin(spec)), false);
  const answer = /** @type {import('../../web/src/figures/race.js').RaceAnswer} */ (race.answer(core, spec, { size: 128, log: false, timed: { size: 4, mode: 'forward' } }));
  assert.deepEqual(answer.rows.map(({ size }) => size), [2, 4, 8, 16, 32, 64, 128]);
  for (const { size, reverse, forward, central_differences } of answer.rows) assert.deepEqual([reverse, forward, central_differences], [6 * size, 6 * size ** 2, 6 * size ** 2]);
  assert.deepEqual([answer.growth.reverse, answer.growth.forward, answer.times], [2, 4, 128]);
  assert.deepEqual([answer.measured?.size, answer.measured?.mode], [4, 'forward']);
  assert.ok(Number(answer.measured?.ms) > 0);
});

test('a chain is raced as well', () => {
  const { rows } = /** @type {import('../../web/src/figures/race.js').RaceAnswer} */ (race.answer(core, { graph: 'chain', most: 512 }, { size: 8, log: true, timed: null }));
  assert.deepEqual(rows.map(({ reverse, forward }) => [reverse, forward]), [2, 4, 8].map((n) => [5 * n - 3, 4 * n ** 2 - 2 * n]));
});

test('the table holds the derivatives, and passes are counted up to those that fill it', () => {
  const { rows, filled, passes } = /** @type {import('../../web/src/figures/jacobian.js').JacobianAnswer} */ (jacobian.answer(core, {}, { weights: 4, outputs: 2, direction: 'backward', passes: 9 }));
  assert.deepEqual([filled, passes], [2, { forward: 4, backward: 2 }]);
  rows.forEach((row, output) => {
    const factors = row.map((_, weight) => Math.sin(output * 8 + weight + 1));
    const y = Math.tanh(factors.reduce((sum, factor, weight) => sum + factor * 0.2 * (weight + 1), 0));
    row.forEach((derivative, weight) => close(derivative, (1 - y ** 2) * factors[weight]));
  });
});

test('a wrong attribute is named, with what would be right', () => {
  assert.throws(() => readFigure(reuse, { alt, layers: '9' }), /\[backprop-reuse\] layers="9"; a whole number from 2 to 6 would be right/);
  assert.throws(() => readFigure(race, { alt, graph: 'tree' }), /\[backprop-race\] graph="tree" is unknown; chain, fan, layer would be right/);
  assert.throws(() => readFigure(jacobian, { alt, lock: 'passes' }), /there is no control passes; direction, weights, outputs, pass, play would be right/);
});
