// Variants of questions: 1,000 seeds of each, whose right answer and wrong ones are finite and can be told apart.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { rightOption } from '../../web/src/questions/answers.js';
import { bank } from '../../web/src/questions/bank/lessons.js';
import { fillCode, fillProse } from '../../web/src/questions/placeholders.js';
import { quiz } from '../../web/src/questions/quiz.js';
import { POINTS, margin, toleranceOf, valuesOf, variantOf } from '../../web/src/questions/variants.js';

/** @import { Question } from '../../web/src/questions/types.js' */

const core = await load();
const SEEDS = 1000;

for (const question of Object.values(bank)) {
  test(`${question.id}: ${SEEDS} seeds without a collision, in many variants`, () => {
    const seen = new Set();
    for (let seed = 0; seed < SEEDS; seed++) {
      const { variant, outcomes } = variantOf(core, question, seed);
      seen.add(JSON.stringify(variant.parameters));
      if (question.kind === 'graph') continue;
      if (question.kind === 'choice') {
        assert.ok(rightOption(core, variant, outcomes));
        continue;
      }
      const { right, wrong } = outcomes;
      assert.ok([right, ...wrong.map(({ values }) => values)].flat().every(Number.isFinite));
      assert.equal(right.length, question.kind === 'expression' ? POINTS : 1);
      const tolerance = toleranceOf(question);
      const isApart = (/** @type {number[]} */ a, /** @type {number[]} */ b) => a.some((x, at) => Math.abs(x - b[at]) > margin(tolerance, x) + margin(tolerance, b[at]));
      wrong.forEach((a, at) => {
        assert.ok(isApart(a.values, right), `seed ${seed}: ${a.mistake}`);
        for (const b of wrong.slice(0, at)) assert.ok(a.mistake === b.mistake || isApart(a.values, b.values), `seed ${seed}: ${a.mistake} and ${b.mistake}`);
      });
      assert.deepEqual([...new Set(wrong.map(({ mistake }) => mistake))].sort(), [...(question.mistakes ?? [])].sort());
    }
    const possible = Object.values(question.parameters ?? {}).reduce((count, range) => count * valuesOf(range).length, 1);
    assert.ok(seen.size >= Math.min(possible, 300) / 4, `${seen.size} of ${possible} variants`);
  });

  test(`${question.id}: seed 0 has the numbers that are written in it, and a seed the same numbers every time`, () => {
    const first = Object.fromEntries(Object.entries(question.parameters ?? {}).map(([name, range]) => [name, range.first]));
    assert.deepEqual(variantOf(core, question, 0).variant.parameters, first);
    const once = variantOf(core, question, 5);
    for (let seed = 100; seed < 140; seed++) variantOf(core, question, seed);
    assert.notEqual(variantOf(core, question, 5), once);
    assert.deepEqual(variantOf(core, question, 5), once);
  });
}

test('the graphs to fill in have finite values and gradients', () => {
  for (const question of Object.values(bank).filter(({ kind }) => kind === 'graph')) {
    for (let seed = 0; seed < 50; seed++) {
      const { nodes } = quiz.pose(core, question, seed);
      assert.ok(nodes.every(({ value, gradient }) => Number.isFinite(value) && (gradient === null || Number.isFinite(gradient))));
    }
  }
});

test('conditions hold, and what no number fulfils is said', () => {
  /** @type {Question} */
  const question = { id: 'conditions', kind: 'numeric', parameters: { a: { from: 1, to: 3 }, b: { from: 1, to: 3 } }, where: ['{a} < {b}'], answer: '{a}*{b}' };
  for (let seed = 1; seed < 100; seed++) {
    const { a, b } = variantOf(core, question, seed).variant.parameters;
    assert.ok(a < b);
  }
  assert.throws(() => variantOf(core, { ...question, where: ['{a} > 3'] }, 1), /no numbers fulfil the conditions/);
});

/** @type {[question: Question, message: RegExp][]} */
const broken = [
  [{ id: 'b', kind: 'numeric', answer: '2*3', mistakes: ['forgot-everything'] }, /'forgot-everything' is unknown/],
  [{ id: 'b', kind: 'numeric', answer: '2*3', mistakes: ['forgot-rate'] }, /'forgot-rate' cannot be made here/],
  [{ id: 'b', kind: 'numeric', answer: '2*{a}' }, /\{a\} is no parameter/],
  [{ id: 'b', kind: 'numeric', answer: '2*' }, /expression is expected/],
  [{ id: 'b', kind: 'numeric', answer: '1/0' }, /not finite/],
  [{ id: 'b', kind: 'numeric', graph: 'y = x*', answer: 'x.grad' }, /expression is expected/],
  [{ id: 'b', kind: 'numeric', graph: 'x = 1\ny = x*x', answer: 'x.grad', mistakes: ['forgot-two', 'forgot-use'] }, /cannot be made here/],
];
for (const [question, message] of broken) {
  test(`a broken question says what is wrong: ${message.source}`, () => assert.throws(() => variantOf(core, question, 1), message));
}

test('signs in code and prose are as one writes them, and powers keep their parentheses', () => {
  assert.equal(fillCode('y = {a}*x + {b}', { a: -3, b: -2 }), 'y = -3*x - 2');
  assert.equal(fillCode('y = x - {b}', { b: -2 }), 'y = x + 2');
  assert.equal(fillCode('y = {b}**2 + {b}**2', { b: -2 }), 'y = (-2)**2 + (-2)**2');
  assert.equal(fillCode('2*{b}', { b: -2 }), '2*(-2)');
  const write = (/** @type {number} */ x) => String(x).replace('-', '−');
  assert.equal(fillProse('(w − {t})² and {a}x + {b}', { t: -1, a: -2, b: -5 }, write), '(w + 1)² and −2x − 5');
});
