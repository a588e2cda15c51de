// A graph that is filled in: the first wrong step is found and diagnosed, and what follows from it is not counted again.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'parse5';
import { load } from '../../wasm/index.js';
import { attributesOf, elementsIn } from '../../web/lint/finding.js';
import { GraphSession } from '../../web/src/engine/graph-session.js';
import { bank } from '../../web/src/questions/bank/lessons.js';
import { standingIn, stepAt } from '../../web/src/questions/fill-in.js';
import { questionOf } from '../../web/src/questions/from-html.js';
import { quiz } from '../../web/src/questions/quiz.js';

/** @import { Question } from '../../web/src/questions/types.js' */

const core = await load();

/** @param {string} graph @returns {Question} */
const ask = (graph) => ({ id: 'filled', kind: 'graph', graph, tolerance: { absolute: 0.001 } });

/** Every cell right, but those that are named: `{ 'value y': '3' }`. @param {Question} question @param {Record<string, string>} changed */
function fill(question, changed) {
  const { nodes, cells } = quiz.pose(core, question, 0);
  /** @type {{ forward: Record<number, string>, backward: Record<number, string> }} */
  const entered = { forward: {}, backward: {} };
  for (const { node, pass } of cells) {
    const name = `${pass === 'forward' ? 'value' : 'gradient'} ${nodes[node].name}`;
    entered[pass][node] = changed[name] ?? String(pass === 'forward' ? nodes[node].value : nodes[node].gradient);
  }
  const checked = quiz.checkGraph(core, question, 0, entered);
  const named = (/** @type {{ node: number, pass: string }} */ { node, pass }) => `${pass === 'forward' ? 'value' : 'gradient'} ${nodes[node].name}`;
  return {
    outcome: checked.outcome,
    first: checked.first && [named(checked.first), ...checked.first.mistakes],
    not: Object.fromEntries(checked.cells.filter(({ status }) => status !== 'right').map((cell) => [named(cell), cell.status])),
  };
}

const lesson = ask('x = 2\na = x**2\nb = 3*x\nc = a + b\ny = c + 1');

test('all right is right', () => assert.deepEqual(fill(lesson, {}), { outcome: 'right', first: undefined, not: {} }));

test('the cells come in the order of the pass: operations forth, then back from the output to the leaves', () => {
  const { nodes, cells } = quiz.pose(core, lesson, 0);
  assert.deepEqual(cells.map(({ node, pass }) => `${pass[0]}${nodes[node].name}`), ['fa', 'fb', 'fc', 'fy', 'by', 'bc', 'bb', 'ba', 'bx']);
});

/** @type {[graph: string, changed: Record<string, string>, first: string[]][]} */
const steps = [
  ['x = 2\na = x**2\nb = 3*x\nc = a + b\ny = c + 1', { 'gradient x': '4' }, ['gradient x', 'forgot-use']],
  ['x = 2\na = x**2\nb = 3*x\nc = a + b\ny = c + 1', { 'gradient x': '-7' }, ['gradient x', 'wrong-sign']],
  ['x = 5\na = x**3\ny = a*2', { 'value a': '15' }, ['value a', 'exponent-as-factor']],
  ['x = 5\na = x**3\ny = a*2', { 'value a': '243' }, ['value a', 'operands-swapped']],
  ['x = 5\na = x**3\ny = a*2', { 'value y': '127' }, ['value y', 'wrong-operation']],
  ['x = 5\na = x**3\ny = a*2', { 'gradient x': '750' }, ['gradient x', '']],
  ['x = 5\na = x**3\ny = a*2', { 'gradient x': '50' }, ['gradient x', 'exponent-not-multiplied']],
  ['x = 0.5\na = tanh(x)\ny = a*3', { 'gradient x': '3' }, ['gradient x', 'forgot-derivative']],
  ['x = 0.5\na = x*4\ny = a*3', { 'gradient x': '7' }, ['gradient x', 'added']],
  ['x = 0.5\na = x*4\ny = a*3', { 'gradient x': '1.5' }, ['gradient x', 'own-operand']],
  ['x = 0.5\na = x*4\ny = a*3', { 'gradient y': '6' }, ['gradient y', 'value-for-gradient']],
];
for (const [graph, changed, [place, mistake]] of steps.filter(([, , [, mistake]]) => mistake)) {
  test(`${mistake}: ${JSON.stringify(changed)} in ${graph.replaceAll('\n', '; ')}`, () => {
    const { outcome, first } = fill(ask(graph), changed);
    assert.equal(outcome, 'wrong');
    assert.equal(first?.[0], place);
    assert.ok(first?.slice(1).includes(mistake), String(first));
  });
}

test('errors that only follow from the first wrong step are marked as such, forward and backward', () => {
  const { outcome, first, not } = fill(ask('w = 3\nu = w*2\nv = u - 1\nloss = v**2'), { 'value u': '5', 'value v': '4', 'value loss': '16', 'gradient v': '8', 'gradient u': '8', 'gradient w': '16' });
  assert.equal(outcome, 'wrong');
  assert.deepEqual(first, ['value u', 'wrong-operation']);
  assert.deepEqual(not, { 'value u': 'wrong', 'value v': 'follows', 'value loss': 'follows', 'gradient v': 'follows', 'gradient u': 'follows', 'gradient w': 'follows' });
});

test('only the first wrong step is diagnosed', () => {
  const { first, not } = fill(lesson, { 'gradient c': '0', 'gradient x': '99' });
  assert.deepEqual(first, ['gradient c']);
  assert.equal(not['gradient x'], 'wrong');
});

test('what is empty or cannot be read is neither right nor wrong', () => {
  assert.deepEqual(fill(lesson, { 'gradient x': '' }), { outcome: 'incomplete', first: undefined, not: { 'gradient x': 'missing' } });
  assert.deepEqual(fill(lesson, { 'gradient x': '2*' }), { outcome: 'unread', first: undefined, not: { 'gradient x': 'unread' } });
  assert.equal(fill(lesson, { 'gradient x': '2*2 + 3' }).outcome, 'right');
});

test('with the first numbers of every lesson’s graph, a mistake in one cell is told from all others', () => {
  const folder = new URL('../../web/lessons/', import.meta.url);
  const pages = readdirSync(folder).filter((file) => file.endsWith('.html')).flatMap((file) => elementsIn(parse(readFileSync(new URL(file, folder), 'utf8'))));
  const written = pages.filter((element) => element.tagName === 'backprop-question').map(attributesOf).filter(({ kind }) => kind === 'graph').map((attributes) => questionOf(attributes, '').question);
  const graphs = [...Object.values(bank).filter(({ kind }) => kind === 'graph'), ...written];
  assert.ok(graphs.length >= 3);
  for (const question of graphs) {
    const { source, nodes, cells } = quiz.pose(core, question, 0);
    const right = { forward: Object.fromEntries(nodes.map(({ id, value }) => [id, String(value)])), backward: Object.fromEntries(nodes.map(({ id, gradient }) => [id, String(gradient)])) };
    for (const cell of cells) {
      const wrong = new GraphSession(core).ask(source, (graph, output) => {
        graph.backward(output);
        return stepAt(core, graph, output, cell, standingIn(graph)).wrong;
      });
      for (const { value } of wrong.filter((each) => Number.isFinite(each.value))) {
        const { first } = quiz.checkGraph(core, question, 0, { ...right, [cell.pass]: { ...right[cell.pass], [cell.node]: String(value) } });
        assert.ok((first?.mistakes.length ?? 0) <= 1, `${source}: ${value} in ${cell.pass} ${nodes[cell.node].name}: ${first?.mistakes}`);
      }
    }
  }
});
