// The figure of a graph: its numbers by hand, its loop of training, its script, its sentences in both languages, and what an author is told.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { namesOf } from '../../web/src/draw/graph-names.js';
import { scriptOf } from '../../web/src/draw/graph-script.js';
import { stepSentence } from '../../web/src/draw/graph-sentence.js';
import { stateAt, stepsOf } from '../../web/src/draw/graph-steps.js';
import { graphWords } from '../../web/src/draw/graph-words.js';
import { graph } from '../../web/src/figures/graph.js';
import { lessonGraphWords } from '../../web/src/figures/graph-words.js';
import { readFigure } from '../../web/src/figures/kind.js';
import { pathKeys } from '../../web/src/elements/graph/keys-of-numbers.js';

/** @import { GraphAnswer, GraphFigureState } from '../../web/src/figures/graph.js' */

const core = await load();
const german = lessonGraphWords.de;
const POLYNOMIAL = 'x = 2; y = x**2 + 3*x + 1';
const LINE = 'w = 3; b = -1; y = w*2 + b; loss = (y - 4)**2';

/** @param {Record<string, string>} attributes @param {Partial<GraphFigureState>} [state] @returns {GraphAnswer} */
function answerTo(attributes, state = {}) {
  const { spec } = readFigure(graph, { alt: 'a graph', ...attributes });
  return /** @type {GraphAnswer} */ (graph.answer(core, spec, { ...graph.begin(spec), ...state }));
}

/** @param {GraphAnswer} answer @param {string} name */
const nodeOf = ({ frame }, name) => /** @type {any} */ (frame.nodes.find(({ names }) => names.includes(name)));

test('x.grad is 4 + 3 = 7, a second pass makes it 14, and zero_grad 0', () => {
  const gradients = (/** @type {GraphFigureState['passes']} */ passes) => {
    const { frame } = answerTo({ graph: POLYNOMIAL }, { passes });
    return stateAt(frame, stepsOf(frame), Infinity).gradients.get(0)?.data[0] ?? 0;
  };
  assert.equal(gradients(['backward']), 7);
  assert.equal(gradients(['backward', 'backward']), 14);
  assert.equal(gradients(['backward', 'backward', 'zero_grad']), 0);
});

test('a leaf that was moved stands in the text, signs and lists too', () => {
  const answer = answerTo({ graph: LINE }, { leaves: { w: [-0.5], b: [2] } });
  assert.equal(answer.frame.source, 'w = -0.5; b = 2; y = w*2 + b; loss = (y - 4)**2');
  assert.deepEqual(answer.losses, [9]);
  assert.equal(answerTo({ graph: 'W = [[1, 2], [3, 4]]; y = sum(W)' }, { leaves: { W: [1, 2, 3.5, 4] } }).frame.source, 'W = [[1, 2], [3.5, 4]]; y = sum(W)');
});

test('the loop moves weights by w − α·gradient, and the loss falls by the factor that a line has', () => {
  // y = 2w + b: a step of rate α shrinks the error by 1 − α·2·(2² + 1).
  const answer = answerTo({ graph: LINE, update: 'w, b', rate: '0.05' }, { round: 4, rate: 0.05 });
  assert.deepEqual(answer.losses.map((loss) => Number(loss.toFixed(12))), [1, 0.25, 0.0625, 0.015625, 0.00390625]);
  const [first] = answerTo({ graph: LINE, update: 'w', rate: '0.05' }, { rate: 0.05 }).frame.update?.moves ?? [];
  assert.deepEqual(first, { name: 'w', node: 0, before: [3], gradient: [4], after: [2.8] });
  assert.equal(nodeOf(answer, 'w').value.data[0].toFixed(10), '2.6250000000', '3 − 0.05·4·(1 + ½ + ¼ + ⅛)');
});

test('each wrong attribute is named, with what would be right', () => {
  assert.throws(() => answerTo({ graph: 'x = 2; y = x +' }), /\[backprop-graph-figure\] graph="x = 2; y = x \+" at column \d+: .*; a text of the graph page would be right/);
  assert.throws(() => answerTo({ graph: 'y = x**2' }), /column 5: `x` is not defined/);
  assert.throws(() => answerTo({ graph: 'x = [1, 2]; y = x*x' }), /one number at the end/);
  assert.throws(() => answerTo({ graph: LINE, update: 'w, v' }), /update="w, v": v is no variable of the graph; w, b would be right/);
  assert.throws(() => answerTo({ graph: LINE, at: 'middle' }), /at="middle" is unknown; start, forward, end would be right/);
});

test('the script prints after each pass, and trains in a loop where weights are moved', () => {
  const plain = answerTo({ graph: POLYNOMIAL });
  assert.deepEqual(scriptOf(plain.code, { passes: ['backward', 'backward', 'zero_grad'], leaves: ['x'] }).map(({ text }) => text), [
    'import torch', '', 'x = torch.tensor(2.0, requires_grad=True)', 'y = x ** 2 + 3 * x + 1',
    'y.backward(retain_graph=True)', 'print(x.grad)', 'y.backward()', 'print(x.grad)', 'x.grad.zero_()']);
  const loop = answerTo({ graph: 'x = torch.tensor(2.0); w = 3; loss = (w*x - 4)**2' });
  assert.deepEqual(scriptOf(loop.code, { passes: ['backward'], leaves: ['w'], update: { names: ['w'], rate: 0.1, rounds: 40 } }).map(({ text }) => text), [
    'import torch', '', 'x = torch.tensor(2.0)', 'w = torch.tensor(3.0, requires_grad=True)', 'optimizer = torch.optim.SGD([w], lr=0.1)', '', 'for step in range(40):',
    '    optimizer.zero_grad()', '    loss = (w * x - 4) ** 2', '    loss.backward()', '    optimizer.step()', '    print(f"{loss.item():.4f}")']);
});

test('every step is said in both languages, with the numbers of the core', () => {
  const { frame } = answerTo({ graph: POLYNOMIAL.replace('2;', '1;'), update: 'x' });
  const steps = stepsOf(frame);
  const said = (/** @type {typeof graphWords} */ words) => steps.map((step, at) => {
    const before = step.phase === 'backward' ? stateAt(frame, steps, at + 1).added.get(step.to)?.at(-1)?.before : undefined;
    return stepSentence(frame, step, namesOf(frame), before, words);
  });
  assert.equal(said(graphWords).at(-2), 'a = x**2 sends back to x upstream × local, 1 × 2 = 2; x has a gradient already, so it is added: 3 becomes 5.');
  assert.equal(said(graphWords).at(-1), 'Each weight moves against its gradient: x = 1 − 0.1 · 5 = 0.5.');
  assert.equal(said(german).at(-2), 'a = x**2 gibt an x zurück: ankommend × lokal, 1 × 2 = 2; x hat schon einen Gradienten, also wird addiert: aus 3 wird 5.');
  assert.equal(said(german).at(-1), 'Jedes Gewicht bewegt sich gegen seinen Gradienten: x = 1 − 0,1 · 5 = 0,5.');
});

test('a number in a lesson has no zeros at its end', () => {
  const { write } = lessonGraphWords.en;
  assert.equal(write('2.7000 × 1.0000 = 2.7, 1.20e−5, 100, 0.0500'), '2.7 × 1 = 2.7, 1.20e−5, 100, 0.05');
  assert.equal(german.write('2.7000 × 1.0000'), '2,7 × 1');
});

test('the German words of picture and steps have every sentence of the English, with the same blanks, and every rule of the core', () => {
  const bones = (/** @type {any} */ words) => Object.fromEntries(Object.entries(words).map(([key, sentence]) => [key, [...sentence.matchAll(/\{\w+\}/g)].map(String).sort()]));
  for (const part of /** @type {const} */ (['steps', 'sentences', 'nodes'])) assert.deepEqual(bones(german[part]), bones(graphWords[part]), part);
  assert.deepEqual(core.tables().ops.map(({ reason }) => reason).filter((reason) => !(reason in german.reasons)), []);
});

test('the keys of numbers are paths into the answer', () => {
  const answer = answerTo({ graph: POLYNOMIAL });
  const follow = (/** @type {string | undefined} */ path) => String(path?.split(/[.[\]]+/).filter(Boolean).reduce((/** @type {any} */ value, key) => value?.[key], answer));
  const keys = pathKeys(answer.frame, []);
  const gradient = stateAt(answer.frame, stepsOf(answer.frame), Infinity).gradients.get(0);
  assert.equal(follow(keys.value(0, true)), '2');
  assert.equal(follow(keys.gradient(0, gradient)), '7');
  assert.equal(keys.gradient(0, undefined), undefined);
  assert.equal(follow(keys.contribution({ consumer: 2, slot: 0, input: 0 }, true)), '4');
  assert.equal(follow(keys.local({ consumer: 2, slot: 0, input: 0 })), '4');
});
