// The pure parts of the graph page: names, steps, and where nodes stand.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { layoutGraph } from '../../web/src/draw/graph-layout.js';
import { namesOf } from '../../web/src/draw/graph-names.js';
import { stateAt, stepsOf } from '../../web/src/draw/graph-steps.js';
import { GraphSession } from '../../web/src/engine/graph-session.js';

const read = async (/** @type {string} */ source) => new GraphSession(await load()).read(source);
const lesson = 'x = 2\ny = x**2 + 3*x + 1';
const texts = [lesson, 'x=2\ny=x*x*x - 1/x', 'a=1\nb=2\ny=(a-b)*(b-a)', 'W=[[1,2],[3,4]]\nv=[1,2]\ny=(W@v).tanh().sum()'];
/** @param {import('../../web/src/types.js').GraphFrame} frame */
const boxes = (frame) => frame.nodes.map(({ id, inputs }) => ({ id, inputs, width: 130, height: 100 + 10 * (id % 3) }));

test('unnamed operations get letters, and operands stand by their names', async () => {
  const frame = await read(lesson);
  const names = namesOf(frame);
  assert.deepEqual(frame.nodes.filter(({ op }) => op).map(({ id }) => `${names[id].name} = ${names[id].expression}`), ['a = x**2', 'b = 3*x', 'c = a + b', 'y = c + 1']);
});

test('the lesson takes eleven steps, and x grows by 3 and by 4 to 7', async () => {
  const frame = await read(lesson);
  const steps = stepsOf(frame);
  assert.deepEqual(steps.map(({ phase }) => phase[0]).join(''), 'zffffsbbbbb');
  const grown = stateAt(frame, steps, steps.length).added.get(0)?.map(({ before, after }) => [before?.data[0], after.data[0]]);
  assert.deepEqual(grown, [[undefined, 3], [3, 7]]);
});

test('before its step an operation has no value, and before the seed nothing has a gradient', async () => {
  const frame = await read(lesson);
  const state = stateAt(frame, stepsOf(frame), 2);
  assert.ok(state.known.has(2) && !state.known.has(4));
  assert.equal(state.gradients.size, 0);
});

test('an output of several numbers goes forward only, and says why', async () => {
  const frame = await read('x=[1,2]\ny=x*2');
  assert.match(frame.notice, /shape \[2\]/);
  assert.equal(frame.nodes.length, 3);
});

for (const source of texts) {
  test(`no two nodes overlap, and edges go right: ${source.split('\n').at(-1)}`, async () => {
    const frame = await read(source);
    const { places } = layoutGraph(boxes(frame));
    places.forEach((a, i) => places.slice(0, i).forEach((b) => {
      assert.ok(a.x >= b.x + b.width || b.x >= a.x + a.width || a.y >= b.y + b.height || b.y >= a.y + a.height);
    }));
    for (const { id, inputs } of frame.nodes) for (const input of inputs) assert.ok(places[input].x + places[input].width < places[id].x);
  });
}

for (const source of ['a=1\nb=2\ny=a-b', 'a=1\nb=2\ny=b/a', 'x=1\ny=exp(x)**sin(x)', 'A=[[1]]\nB=[[2]]\ny=sum(B@A)']) {
  test(`operands stand in their order: ${source.split('\n').at(-1)}`, async () => {
    const frame = await read(source);
    const { places } = layoutGraph(boxes(frame));
    for (const { inputs: [first, second] } of frame.nodes) if (second !== undefined) assert.ok(places[first].y < places[second].y);
  });
}
