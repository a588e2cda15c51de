// What the panels of the graph page are made of: paths, formulas by hand, scripts, the race of three modes, growth, mistakes, second derivatives.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { byHand } from '../../web/src/draw/graph-by-hand.js';
import { CODE_MODES, codeLines } from '../../web/src/draw/graph-code.js';
import { torchText } from '../../web/src/draw/graph-code-parts.js';
import { differencesOf } from '../../web/src/draw/graph-faults.js';
import { namesOf } from '../../web/src/draw/graph-names.js';
import { entryName, factored, lengthOf, stepsOfPaths } from '../../web/src/draw/graph-paths.js';
import { raceOf } from '../../web/src/draw/graph-race.js';
import { MODES, questions } from '../../web/src/engine/graph-questions.js';
import { GraphSession } from '../../web/src/engine/graph-session.js';
import { gallery } from '../../web/src/graph/gallery.js';
import { growing } from '../../web/src/graph/growth.js';

const core = await load();
const session = new GraphSession(core);
const [lesson] = gallery.map(({ text }) => text);
/** @type {typeof session.ask} */
const ask = (source, question) => session.ask(source, question);
/** @param {string} source @param {number} [node] */
function waysOf(source, node = 0) {
  const frame = session.read(source);
  const paths = ask(source, (graph, output) => questions.paths(graph, output, { node, index: 0 }));
  return { frame, paths, ways: stepsOfPaths(frame, paths.paths) };
}
/** @param {string} source */
const hand = (source) => {
  const { frame, ways } = waysOf(source);
  return byHand(frame, namesOf(frame), ways, core.tables().ops);
};

test('the two paths of the lesson share ∂y/∂c, which stands once before both', () => {
  const { ways } = waysOf(lesson);
  const terms = factored(ways);
  assert.equal(terms.length, 1);
  assert.equal(terms[0].rest.length, 2);
  assert.equal(lengthOf(terms), 5);
});

for (const [source, count] of /** @type {[string, number][]} */ ([['x=3\ny=x*x', 2], ['x=3\ny=x/x', 2], ['x=2\na=x*x\ny=a*a', 4], ['x=2\na=x+x\nb=a*a\ny=b/b', 8]])) {
  test(`where a node is used in several places no two paths are the same, and each edge has its own derivative: ${source.replaceAll('\n', ', ')}`, () => {
    const { frame, ways } = waysOf(source);
    assert.equal(new Set(ways.map((way) => way.map(({ key }) => key).join())).size, count);
    for (const { to, slot, derivative } of ways.flat()) assert.equal(frame.nodes[to.node].explanation?.edges[slot].local[0], derivative);
  });
}

test('a rule is written by hand with the names of the text', () => {
  assert.equal(hand(lesson), '2 · x + 3');
  assert.equal(hand('x=0.8\nu=x**2\ny=sin(u)'), 'cos u · 2 · x');
  assert.equal(hand('x=2\ny=x**3'), '3 · x²');
  assert.equal(hand('x=2\ny=1 - x'), '−1');
  assert.equal(hand('x=2\ny=relu(x)'), '');
});

test('an entry is called as Python calls it', () => {
  assert.deepEqual([entryName('W', [2, 3], 4), entryName('x', [], 0), entryName('v', [3], 2)], ['W[1, 1]', 'x', 'v[2]']);
});

test('numbers stand as PyTorch prints them', () => {
  const tensor = (/** @type {number[]} */ data, /** @type {number[]} */ shape = data.length > 1 ? [data.length] : []) => torchText({ shape, data: Float64Array.from(data) });
  assert.deepEqual([tensor([7]), tensor([7.000000000001]), tensor([0.00001]), tensor([-1.5, 0]), tensor([1, 12, 3, -4], [2, 2])],
    ['tensor(7.)', 'tensor(7.0000)', 'tensor(1.0000e-05)', 'tensor([-1.5000,  0.0000])', 'tensor([[ 1., 12.], [ 3., -4.]])']);
});

test('each script of each example computes what the core printed, and says what comes out', () => {
  for (const { text } of gallery) {
    const frame = session.read(text);
    const check = ask(text, questions.check);
    const computed = frame.code.split('\n').filter((line) => /^\w+ = /.test(line)).map((line) => line.replace(', requires_grad=True', ''));
    for (const mode of CODE_MODES) {
      const lines = codeLines(frame, mode, check).map((line) => line.text.trim().replace(', requires_grad=True', ''));
      for (const line of computed) assert.ok(lines.includes(line), `${mode}: ${line}`);
      assert.ok(lines.some((line) => line.includes('# ') && line.includes('tensor')), mode);
    }
  }
});

test('in lock-step the last gradient of each mode comes with its last visit, and no visit is without a sentence', () => {
  for (const { title, text } of gallery) {
    const frame = session.read(text);
    const race = raceOf(frame, namesOf(frame), ask(text, questions.modes));
    for (const mode of MODES) {
      const { visits, doneAt, doing } = race[mode];
      assert.ok(doneAt[doneAt.length - 1] <= visits, `${title}, ${mode}`);
      if (mode !== 'reverse') assert.equal(doneAt[doneAt.length - 1], visits, `${title}, ${mode}`);
      for (let visit = 1; visit <= visits; visit++) assert.doesNotMatch(doing(visit), /undefined|NaN/);
    }
  }
});

test('reverse mode visits O(n) nodes, forward mode and differences O(n²)', () => {
  for (const [kind, { text }] of Object.entries(growing)) {
    const [small, large] = [64, 128].map((n) => ask(text(n), questions.modes));
    const ratio = (/** @type {typeof MODES[number]} */ mode) => large[mode].work.visits / small[mode].work.visits;
    assert.ok(Math.abs(ratio('reverse') - 2) < 0.05, kind);
    assert.ok(Math.abs(ratio('forward') - 4) < 0.1, kind);
    assert.ok(Math.abs(ratio('central_differences') - 4) < 0.1, kind);
  }
});

test('the cost of a graph has its visits and a time of each mode', () => {
  const cost = ask(lesson, questions.cost);
  assert.deepEqual(MODES.map((mode) => cost[mode].visits), [8, 4, 8]);
  for (const mode of MODES) assert.ok(cost[mode].ms > 0);
});

test('the first wrong node is the one that backward comes to first', () => {
  const at = (/** @type {string} */ source, /** @type {string} */ fault) => {
    const frame = session.read(source);
    const { first, differs } = differencesOf(ask(source, (graph, output) => questions.fault(graph, output, fault)));
    return [first === undefined ? '' : namesOf(frame)[first].name, differs.length];
  };
  assert.deepEqual(at(lesson, 'overwrite'), ['x', 1]);
  assert.deepEqual(at(lesson, 'forgotten_derivative'), ['', 0]);
  assert.deepEqual(at('x=0.8\nu=x**2\ny=sin(u)', 'forgotten_derivative'), ['u', 2]);
  assert.deepEqual(at('x=0.8\nu=x**2\ny=sin(u)', 'none'), ['', 0]);
});

test('every mistake of the table shows in some graph of the gallery', () => {
  for (const { name } of core.tables().faults.slice(1))
    assert.ok(gallery.some(({ text }) => differencesOf(ask(text, (graph, output) => questions.fault(graph, output, name))).differs.length), name);
});

test('second derivatives of a² b + b³ at (2, 3) are 2b, 2a and 6b, and of many numbers one row comes', () => {
  const { entries, rows } = ask('a=2\nb=3\ny=a**2*b + b**3', (graph, output) => questions.hessian(graph, output, 0));
  assert.deepEqual(entries, [{ node: 0, index: 0 }, { node: 1, index: 0 }]);
  assert.deepEqual(rows.map(({ values }) => values), [[6, 4], [4, 18]]);
  const many = ask('x=[1,2,3,4,5,6,7,8,9]\ny=sum(x**3)', (graph, output) => questions.hessian(graph, output, 4));
  assert.equal(many.entries.length, 9);
  assert.deepEqual(many.rows, [{ entry: 4, values: [0, 0, 0, 0, 30, 0, 0, 0, 0] }]);
});

test('every file of the panels says first what it is for', () => {
  for (const name of ['why', 'check', 'compare', 'growth', 'hessian', 'break-it', 'examples', 'formula'])
    assert.match(readFileSync(new URL(`../../web/src/elements/graph/${name}.js`, import.meta.url), 'utf8'), /^\/\/ <backprop-/);
});
