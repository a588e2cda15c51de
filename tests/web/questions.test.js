// Questions: answers in any form are taken, and each misconception gets its own diagnosis.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'parse5';
import { load } from '../../wasm/index.js';
import { attributesOf, elementsIn } from '../../web/lint/finding.js';
import { gallery } from '../../web/src/graph/gallery.js';
import { bank, lessons } from '../../web/src/questions/bank/lessons.js';
import { questionOf } from '../../web/src/questions/from-html.js';
import { mistakes } from '../../web/src/questions/mistakes.js';
import { quiz } from '../../web/src/questions/quiz.js';
import { variantOf } from '../../web/src/questions/variants.js';

/** @import { Question } from '../../web/src/questions/types.js' */

const core = await load();
/** @param {string} id @param {string} text @param {number} [seed] @param {boolean} [comma] */
const check = (id, text, seed = 0, comma = false) => quiz.check(core, bank[id], seed, text, comma);

/** Worked out by hand for the numbers of seed 0. @type {[id: string, answer: string, mistake: string][]} */
const made = [
  ['problem-loss', '4', 'square-signed'],
  ['problem-loss', '1', 'not-squared'],
  ['problem-loss', '2', 'absolute-error'],
  ['problem-loss', '10', 'sum-for-mean'],
  ['problem-step', '6', 'gradient-only'],
  ['problem-combinations', '30', 'exponent-as-factor'],
  ['problem-combinations', '3**10', 'operands-swapped'],
  ['problem-combinations', '100', 'miscounted'],
  ['problem-step', '2 - 0.1*3', 'forgot-two'],
  ['problem-step', '2 - 0.1*9', 'value-for-gradient'],
  ['chain-gears', '7', 'added'],
  ['chain-gears', '1/12', 'reciprocal'],
  ['chain-sine', 'cos(3*x**2)', 'outer-only'],
  ['chain-sine', 'cos(x)*6*x', 'wrong-place'],
  ['chain-sine', '6*x', 'forgot-derivative'],
  ['chain-power', '3*(2*x + 1)**3*2', 'exponent-kept'],
  ['chain-power', '(2*x + 1)**2*2', 'exponent-not-multiplied'],
  ['chain-power', '3*(2*x + 1)**2*(2 + 1)', 'constant-kept'],
  ['chain-product', '1*2*x', 'product-of-derivatives'],
  ['chain-product', '(x + 1)*2*x', 'forgot-use'],
  ['chain-product', 'x + 1 + (x + 1)*2*x', 'own-operand'],
  ['chain-quotient', '(3*(x**2 + 1) + 3*x*2*x)/(x**2 + 1)**2', 'quotient-turned'],
  ['chain-quotient', '(3*x*2*x - 3*(x**2 + 1))/(x**2 + 1)**2', 'quotient-turned'],
  ['composition-tanh', '1.5*2', 'forgot-derivative'],
  ['passes-error', '1.5', 'forgot-two'],
  ['passes-error', '2*(2 - 3.5)', 'swapped'],
  ['passes-batch', '14', 'sum-for-mean'],
  ['direction-change', '20', 'percent'],
  ['direction-change', '2.5*0.02', 'factor-missing'],
  ['graph-seven', '4', 'forgot-use'],
  ['graph-seven', '8', 'constant-kept'],
  ['graph-seven', '11', 'value-for-gradient'],
  ['graph-twice', '30', 'not-added-up'],
  ['graph-detach', '6', 'not-cut'],
  ['graph-detach', '0', 'all-cut'],
  ['efficiency-count', '100', 'every-path-whole'],
  ['efficiency-count', '10', 'work-shared'],
  ['efficiency-reuse', '55', 'nothing-shared'],
  ['efficiency-reuse', '10', 'weights-only'],
  ['efficiency-reuse', '20', 'first-layer-too'],
  ['flow-residual', '0.2', 'bypass-forgotten'],
  ['exercise-chain', '2*(3*x + 2)', 'outer-only'],
  ['exercise-chain', '3', 'inner-only'],
  ['exercise-chain', '(3*x + 2)*3', 'forgot-two'],
  ['exercise-chain', '-6*(3*x + 2)', 'wrong-sign'],
  ['exercise-layers', '2.3', 'added'],
  ['exercise-layers', '0.8*0.6*0.4', 'factor-missing'],
  ['exercise-layers', '0.5*0.8*0.6*0.4*0.4', 'factor-twice'],
  ['exercise-layers', '0.1', 'rounded-early'],
  ['exercise-update', '1.95', 'along-gradient'],
  ['exercise-update', '2.005', 'rate-twice'],
  ['exercise-update', '2.5', 'forgot-rate'],
  ['exercise-update', '0.05', 'step-only'],
  ['flow-sigmoid', '0.8176', 'value-for-gradient'],
  ['beyond-momentum', '0.8', 'no-momentum'],
  ['beyond-difference', '12.61', 'one-sided'],
  ['beyond-difference', '24.02', 'half-distance'],
  ['direction-sign', 'lower', 'along-gradient'],
  ['composition-layers', 'sum', 'added'],
];

/** Of lessons, whose questions are written in their pages. @type {[attributes: Record<string, string>, answer: string, mistake: string][]} */
const inPages = [
  ...[['5.5', 'layers-added'], ['4', 'layers-added'], ['3.5', 'weights-added'], ['7', 'weights-added'], ['6', 'layer-left-out'], ['1', 'layer-left-out']]
    .map(([answer, mistake]) => /** @type {[Record<string, string>, string, string]} */ ([questionIn('04-forward-and-backward.html', 'layers-added'), answer, mistake])),
  [questionIn('02-the-chain-rule.html', 'turns-added'), '5', 'turns-added'],
  [questionIn('02-the-chain-rule.html', 'turns-added'), '2', 'one-wheel'],
  [questionIn('04-forward-and-backward.html', 'gradient-only'), '2.95', 'value-for-gradient'],
  [questionIn('04-forward-and-backward.html', 'gradient-only'), '4', 'gradient-only'],
  [questionIn('06-the-computational-graph.html', 'kinds-counted'), '3', 'kinds-counted'],
  [questionIn('06-the-computational-graph.html', 'kinds-counted'), '5', 'naming-counted'],
  [questionIn('06-the-computational-graph.html', 'kinds-counted'), '6', 'operands-counted'],
];

/** The attributes of the question of a page that lists a mistake. @param {string} file @param {string} mistake */
function questionIn(file, mistake) {
  const page = parse(readFileSync(new URL(`../../web/lessons/${file}`, import.meta.url), 'utf8'));
  return elementsIn(page).map(attributesOf).find(({ mistakes: listed }) => listed?.split(', ').includes(mistake)) ?? {};
}

for (const [attributes, answer, mistake] of inPages) {
  test(`${mistake}: ${answer} in a lesson’s own question gets this diagnosis and no other`, () => {
    assert.deepEqual(quiz.check(core, questionOf(attributes, '').question, 0, answer).mistakes, [mistake]);
  });
}

for (const [id, answer, mistake] of made) {
  test(`${mistake}: ${answer} in ${id} gets this diagnosis and no other`, () => {
    const { outcome, mistakes: said } = check(id, answer);
    assert.deepEqual({ outcome, said }, { outcome: 'wrong', said: [mistake] });
  });
}

for (const question of Object.values(bank).filter(({ kind }) => kind === 'numeric')) {
  test(`what each mistake gives in ${question.id} is diagnosed as this mistake, whatever the seed`, () => {
    for (let seed = 0; seed < 40; seed++) {
      for (const { mistake, values: [value] } of variantOf(core, question, seed).outcomes.wrong) {
        assert.deepEqual(quiz.check(core, question, seed, String(value)).mistakes, [mistake], `seed ${seed}`);
      }
    }
  });
}

test('every row of the catalogue but that of forward steps was made above', () => {
  const covered = new Set([...made, ...inPages].map(([, , mistake]) => mistake));
  assert.deepEqual(mistakes.map(({ name }) => name).filter((name) => !covered.has(name)), ['wrong-operation']);
});

/** @type {[id: string, answers: string[]][]} */
const right = [
  ['exercise-chain', ['6*(3*x+2)', '18*x+12', '2*(3*x + 2)*3', '12 + x*18', '6*u', '18 * x + 12.0', '((3*x+2)^2 - (3*x+2)**2) + 18*x + 12', '−(−18)·x + 12']],
  ['exercise-layers', ['0.096', '0.5*0.8*0.6*0.4', '.096', '9.6e-2', '12/125']],
  ['exercise-update', ['2.05', '2.0 - 0.1*(-0.5)', '2 + 0.05', '41/20']],
  ['chain-product', ['3*x**2 + 2*x + 2']],
  ['chain-sine', ['6*x*cos(3*x^2)', '6*x*sin(pi/2 - 3*x*x)', '2*3*x*cos(u)']],
  ['graph-seven', ['7', '2*2 + 3']],
  ['problem-combinations', ['1000', '10**3', '10^3']],
];
for (const [id, answers] of right) {
  for (const answer of answers) test(`${answer} is right in ${id}`, () => assert.equal(check(id, answer).outcome, 'right'));
}

test('the exercises have the published numbers for seed 0', () => {
  assert.deepEqual(quiz.pose(core, bank['exercise-chain'], 0).numbers, { a: 3, b: 2 });
  assert.ok(Math.abs(Number(quiz.reveal(core, bank['exercise-layers'], 0).answer) - 0.096) < 1e-15);
  assert.ok(Math.abs(Number(quiz.reveal(core, bank['exercise-update'], 0).answer) - 2.05) < 1e-15);
});

test('an answer within the tolerance is right, and one just outside is not', () => {
  assert.equal(check('exercise-layers', '0.0964').outcome, 'right');
  assert.equal(check('exercise-layers', '0.0966').outcome, 'wrong');
  assert.equal(check('problem-combinations', '1001').outcome, 'wrong');
});

test('where one writes a decimal comma, it is a point', () => {
  assert.equal(check('exercise-update', '2,05', 0, true).outcome, 'right');
  assert.equal(check('exercise-update', '2,05').outcome, 'unread');
});

test('what cannot be read is told in the core’s words, with the column', () => {
  assert.deepEqual(check('exercise-chain', '6*(3*x+)').error, { message: 'an expression is expected before `)`', column: 8 });
  assert.deepEqual(check('exercise-chain', '6*(3*x+2').error?.column, 9);
  assert.match(String(check('exercise-update', '').error?.message), /./);
});

test('a name that is not of the question is named', () => {
  assert.deepEqual(check('exercise-chain', '6*z').unknown, ['z']);
  assert.deepEqual(check('exercise-update', 'w - 1').unknown, ['w']);
});

test('places where an expression is not finite are avoided', () => {
  /** @type {Question} */
  const question = { id: 'log', kind: 'expression', graph: 'y = x*log(x - 1)', answer: 'x.grad', points: { x: { from: 0, to: 3 } }, mistakes: ['forgot-use'] };
  assert.equal(quiz.check(core, question, 1, 'log(x - 1) + x/(x - 1)').outcome, 'right');
  assert.deepEqual(quiz.check(core, question, 1, 'log(x - 1)').mistakes, ['forgot-use']);
});

test('two mistakes that give the same are both said where the question lists none', () => {
  /** @type {Question} */
  const question = { id: 'any', kind: 'numeric', graph: 'x = 2\ny = x**2 + 3*x', answer: 'x.grad' };
  assert.deepEqual(quiz.check(core, question, 0, '4').mistakes, ['forgot-use', 'forgot-derivative']);
});

test('steps lead to the answer, and the mistake says at which operation it was made', () => {
  const { steps } = quiz.reveal(core, bank['graph-seven'], 0);
  assert.match(String(steps.at(-1)?.numbers), /= \d/);
  const { node } = check('graph-seven', '8');
  assert.ok(steps.some((step) => step.node === node));
  assert.deepEqual(quiz.reveal(core, bank['exercise-layers'], 0).steps.map(({ numbers }) => numbers), ['0.4', '0.24', '0.096']);
});

test('a shown solution is right, in every question that has one', () => {
  for (const question of Object.values(bank).filter(({ kind }) => kind === 'expression')) {
    for (const seed of [0, 1, 2]) assert.equal(quiz.check(core, question, seed, quiz.reveal(core, question, seed).solution).outcome, 'right', question.id);
  }
});

test('each of the ten lessons has two questions or more, and the exercises are three', () => {
  assert.equal(Object.keys(lessons).length, 10);
  for (const [lesson, questions] of Object.entries(lessons)) assert.ok(questions.length >= 2, lesson);
  assert.equal(lessons.exercises.length, 3);
});

test('any graph can be asked about: its gradients are right, and twice as much is not', () => {
  let asked = 0;
  for (const { title: name, text: source } of gallery) {
    const { graph, leaves, errors } = core.parse(source, {});
    const scalars = leaves.filter(({ node }) => graph.value(node).shape.length === 0 && graph.node(node).requiresGrad);
    graph.delete();
    if (errors.length > 0 || source.includes('backward')) continue;
    for (const leaf of scalars.slice(0, 2)) {
      /** @type {Question} */
      const question = { id: name, kind: 'numeric', graph: source, answer: `${leaf.name}.grad` };
      const { answer } = quiz.reveal(core, question, 0);
      assert.equal(quiz.check(core, question, 0, String(answer)).outcome, 'right', name);
      if (answer !== 0) assert.equal(quiz.check(core, question, 0, `2*${answer}`).outcome, 'wrong', name);
      asked++;
    }
  }
  assert.ok(asked >= 5, String(asked));
});
