// What the graph's picture is made of before it is drawn: order, ports, labels, groups, sizes, walks.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { boxesOf, labelText, sizeFor } from '../../web/src/draw/graph-boxes.js';
import { foldedOf, foldsOf } from '../../web/src/draw/graph-fold.js';
import { layoutGraph } from '../../web/src/draw/graph-layout.js';
import { namesOf } from '../../web/src/draw/graph-names.js';
import { productText, shortNumber, tensorText } from '../../web/src/draw/graph-numbers.js';
import { viewOf } from '../../web/src/draw/graph-view.js';
import { walkGraph } from '../../web/src/draw/graph-walk.js';
import { dragStep, dragged } from '../../web/src/elements/graph/gestures.js';
import { fittingScale } from '../../web/src/elements/graph/viewport.js';
import { makeScene } from '../../web/src/elements/graph/scene.js';
import { GraphSession } from '../../web/src/engine/graph-session.js';

const session = new GraphSession(await load());
const LESSON = 'x = 2\ny = x**2 + 3*x + 1';
const mlp = (/** @type {number} */ units) => [
  'x1 = 0.5\nx2 = -1.2',
  ...Array.from({ length: units }, (_, i) => `w${i + 1}_1 = 0.${i + 1}\nw${i + 1}_2 = -0.${i + 1}\nb${i + 1} = 0.1\nh${i + 1} = tanh(w${i + 1}_1*x1 + w${i + 1}_2*x2 + b${i + 1})`),
  ...Array.from({ length: units }, (_, i) => `v${i + 1} = 0.${i + 1}`),
  `y = ${Array.from({ length: units }, (_, i) => `v${i + 1}*h${i + 1}`).join(' + ')}`,
].join('\n');
const texts = {
  lesson: LESSON,
  cubic: 'x=2\ny=x*x*x - 1/x',
  neuron: 'x1 = 2.0\nx2 = 0.0\nw1 = -3.0\nw2 = 1.0\nb = 6.88\nn = x1*w1 + x2*w2 + b\no = tanh(n)',
  matrix: 'W = [[1, 2], [3, -4]]\nv = [0.5, -1]\ny = (W @ v).tanh().sum()',
  'both ways': 'a=1\nb=2\ny=(a-b)*(b-a)',
  mlp: mlp(4),
};
/** @param {string} source @param {'auto' | 'all' | 'none'} [mode] */
const sceneOf = (source, mode = 'auto') => makeScene(session.read(source), { mode, turned: new Set() });

/** @param {{ x: number, y: number }} a @param {{ x: number, y: number }} b @param {{ x: number, y: number }} c */
const side = (a, b, c) => Math.sign((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
/** How many pairs of pieces of two edges' straightened ways cross. @param {ReturnType<typeof layoutGraph>['edges']} edges */
function crossings(edges) {
  let count = 0;
  edges.forEach(({ points: p }, i) => edges.slice(0, i).forEach(({ points: q }) => {
    for (let a = 1; a < p.length; a++) {
      for (let b = 1; b < q.length; b++) {
        if (side(p[a - 1], p[a], q[b - 1]) * side(p[a - 1], p[a], q[b]) < 0 && side(q[b - 1], q[b], p[a - 1]) * side(q[b - 1], q[b], p[a]) < 0) count++;
      }
    }
  }));
  return count;
}
/** @typedef {{ x: number, y: number, width: number, height: number }} Rect */
/** @param {Rect} a @param {Rect} b */
const overlap = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

for (const name of /** @type {const} */ (['lesson', 'cubic', 'neuron', 'matrix'])) {
  test(`no two edges of the ${name} cross`, () => {
    assert.equal(crossings(sceneOf(texts[name]).layout.edges), 0);
  });
}

for (const [name, source] of Object.entries(texts)) {
  test(`in the ${name} every operand arrives below the one before, at its own port, and no label or node covers another`, () => {
    const { layout: { places, edges, width, height }, view } = sceneOf(source, 'none');
    for (const { id } of view.items) {
      const ends = edges.filter(({ to }) => to === id).sort((a, b) => a.slot - b.slot).map(({ points }) => Number(points.at(-1)?.y));
      ends.forEach((y, slot) => assert.ok(slot === 0 || y > ends[slot - 1], `${view.items[id].name} ${ends}`));
    }
    const rects = [...places, ...edges.flatMap(({ label }) => (label ? [label] : []))];
    rects.forEach((a, i) => rects.slice(0, i).forEach((b) => assert.ok(!overlap(a, b), JSON.stringify([a, b]))));
    for (const { x, y, width: w, height: h } of rects) assert.ok(x >= 0 && y >= 0 && x + w <= width && y + h <= height);
  });
}

test('what stands before an operation comes in the order of its operands, constants too', () => {
  const { layout: { places, edges }, view } = sceneOf('x = 2\nc = x*x\ny = c + 1\nz = 1 - y');
  const at = (/** @type {number} */ to, /** @type {number} */ slot) => {
    const edge = edges.find((each) => each.to === to && each.slot === slot);
    return edge?.label?.y ?? places[Number(edge?.from)].y;
  };
  for (const { id, inputs } of view.items) if (inputs.length === 2) assert.ok(at(id, 0) < at(id, 1));
});

test("a node's uses are listed from top to bottom as their consumers stand", () => {
  const { layout: { uses, places }, view } = sceneOf(LESSON);
  const heights = uses[0].map(({ to }) => places[to].y);
  assert.deepEqual(heights, [...heights].sort((a, b) => a - b));
  assert.deepEqual(uses[0].map(({ to }) => view.items[to].name), ['a', 'b']);
});

test('a constant used once stands close before its operation, right of every node of the column before', () => {
  const { layout: { places }, view } = sceneOf(LESSON);
  for (const { id, near, uses } of view.items) {
    if (!near) continue;
    const gap = places[uses[0].to].x - places[id].x - places[id].width;
    assert.ok(gap > 0 && gap < 50, String(gap));
  }
});

test('an edge carries its local derivative, a matrix its rule, a constant none', () => {
  const { frame, names, view } = sceneOf(LESSON);
  assert.deepEqual(view.links.map((link) => labelText(frame, names, view, link)), ['∂a/∂x = 4', '', '', '∂b/∂x = 3', '∂c/∂a = 1', '∂c/∂b = 1', '∂y/∂c = 1', '']);
  const matrix = sceneOf(texts.matrix);
  assert.equal(labelText(matrix.frame, matrix.names, matrix.view, matrix.view.links[0]), 'Ȳ · Bᵀ');
});

test('a contribution is upstream times local', () => {
  const frame = session.read(LESSON);
  assert.equal(productText(frame, 2, 0), '1 × 4 = 4');
  assert.equal(productText(session.read('x = 3\ny = 2 - x'), 2, 1), '1 × −1 = −1');
});

test('numbers are short where that is exact', () => {
  assert.deepEqual([0.5, -2, 0.1, 1 / 3, 1e-7].map((x) => shortNumber(x)), ['0.5', '−2', '0.1', '0.3333', '1.00e−7']);
  assert.equal(tensorText({ shape: [20], data: new Float64Array(20) }), 'shape 20');
});

test('names that are given twice have keys of their own', () => {
  const keys = namesOf(session.read('x = 2\nb = x + 2\ny = b + 2')).map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
});

test('up to sixty nodes nothing folds, past that neurons and then layers do', () => {
  assert.equal(sceneOf(mlp(4)).folded.length, 0);
  const some = sceneOf(mlp(9));
  assert.ok(some.frame.nodes.length > 60);
  assert.deepEqual([...new Set(some.folded.map(({ kind }) => kind))], ['neuron']);
  const many = sceneOf(mlp(14));
  assert.deepEqual(many.view.items.map(({ name }) => name).sort(), ['b1…b14', 'h1…h14', 'v1…v14', 'w1_1…w14_2', 'x1…x2', 'y']);
  assert.equal(many.view.items.find(({ name }) => name === 'h1…h14')?.members.length, 70);
});

test('a group that is opened shows its neurons, and these their operations', () => {
  const frame = session.read(mlp(14));
  const opened = makeScene(frame, { mode: 'auto', turned: new Set(['layer h1…h14']) });
  assert.equal(opened.view.items.filter(({ kind }) => kind === 'neuron').length, 15);
  const key = opened.folded.find(({ name }) => name === 'h2')?.key ?? '';
  const inside = makeScene(frame, { mode: 'auto', turned: new Set(['layer h1…h14', key]) });
  assert.equal(inside.view.items.length, opened.view.items.length + 4);
});

test('no folding makes a circle or loses a node', () => {
  const tricky = 'h1 = 2\nh2 = h1*3 + 1\nz1 = h2*h2 - 1\nh3 = z1*2 + h1\nz2 = h3*z1 + 1\ny = z2*z1 + h3';
  for (const source of [tricky, mlp(9), mlp(3), texts.neuron]) {
    const frame = session.read(source);
    const names = namesOf(frame);
    const view = viewOf(frame, names, foldedOf(frame.nodes.length, foldsOf(frame, names), 'all', new Set()));
    assert.deepEqual(view.items.flatMap(({ members }) => members).sort((a, b) => a - b), frame.nodes.map(({ id }) => id));
    for (const { from, to } of view.links) assert.ok(from < to);
  }
});

test('a thousand nodes are placed without overlap', () => {
  const frame = session.read(`x = 0.5\ny = ${Array.from({ length: 333 }, (_, i) => `x*${i + 1}`).join(' + ')}`);
  const names = namesOf(frame);
  const { boxes } = boxesOf(frame, names, viewOf(frame, names, []));
  const places = layoutGraph(boxes).places;
  const sorted = [...places].sort((a, b) => a.x - b.x);
  sorted.forEach((a, i) => {
    for (let k = i + 1; k < sorted.length && sorted[k].x < a.x + a.width; k++) assert.ok(!overlap(a, sorted[k]));
  });
});

test('with room for whatever numbers become, graphs that differ in their numbers alone are laid out alike', () => {
  for (const text of ['w = W; b = B; y = w*2 + b; loss = (y - 4)**2', 'w = W; y = w*[1, 3]; loss = mse(y, [1, 4])', 'x = W; a = x*x; b = x + a; y = a*b - x']) {
    const layouts = [[3, -1], [2.60625, -1.196875], [-1.4e-7, 123456.789]].map(([w, b]) => {
      const frame = session.read(text.replace('W', String(w)).replace('B', String(b)));
      return makeScene(frame, { mode: 'auto', turned: new Set() }, { room: 5 }).layout;
    });
    for (const layout of layouts) assert.deepEqual(layout, layouts[0], text);
  }
});

test('a number is set smaller where it would be wider than its place', () => {
  assert.equal(sizeFor('0.25', 66, 22), 22);
  const size = sizeFor('−0.00391', 66, 22);
  assert.ok(size < 22 && 8 * 0.6 * size <= 66);
});

test('a matrix has room for its entries, a large one for its heat map', () => {
  const { measures, frame } = sceneOf('W = [[1.25, -2.5, 3], [4, 5, 6]]\nB = ones(40, 30)\ny = W.sum() + B.sum()');
  const small = measures[frame.nodes.findIndex(({ names }) => names[0] === 'W')];
  assert.ok(small.width >= 3 * small.cell + 26 && small.value >= 2 * 22);
  const large = measures[frame.nodes.findIndex(({ names }) => names[0] === 'B')];
  assert.ok(large.width >= 150 && large.value >= 90);
});

test('the arrow keys walk in topological order, up to the first operand and down to the first use', () => {
  const { view: { items }, layout: { uses } } = sceneOf(LESSON);
  assert.deepEqual(['ArrowRight', 'ArrowLeft', 'ArrowUp', 'ArrowDown', 'End', 'Enter'].map((key) => walkGraph(items, uses, 2, key)), [3, 1, 0, 5, 7, undefined]);
  assert.equal(walkGraph(items, uses, 0, 'ArrowUp'), 0);
});

test('a dragged number moves in steps of its own size', () => {
  assert.equal(dragStep(2), 0.1);
  assert.equal(dragStep(350), 10);
  assert.equal(dragged(2, 20, dragStep(2)), 2.5);
  assert.equal(dragged(-0.03, -8, dragStep(-0.03)), -0.032);
});

test('the picture is fitted to width and height, never enlarged, and never too small to read', () => {
  assert.equal(fittingScale({ width: 500, height: 300 }, { width: 1000, height: 700 }), 1);
  assert.ok(Math.abs(fittingScale({ width: 1200, height: 300 }, { width: 1000, height: 700 }) - 0.8) < 1e-9);
  assert.equal(fittingScale({ width: 9000, height: 300 }, { width: 360, height: 700 }), 0.7);
});
