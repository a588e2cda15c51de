// The computational graph through the JavaScript boundary: values, gradients, steps, and clear errors.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';

const backprop = await load();

/** y = x² + 3x + 1 */
function polynomial(at) {
  const graph = new backprop.Graph();
  const x = graph.variable(at);
  const square = graph.apply('pow', [x, graph.constant(2)]);
  const triple = graph.apply('mul', [graph.constant(3), x]);
  const y = graph.apply('add', [graph.apply('add', [square, triple]), graph.constant(1)]);
  return { graph, x, square, triple, y };
}

test('y = x² + 3x + 1 at x = 2 is 11 and dy/dx is 7', () => {
  const { graph, x, y } = polynomial(2);
  graph.forward();
  graph.backward(y);
  assert.equal(graph.value(y).data[0], 11);
  assert.equal(graph.gradient(x).data[0], 7);
  graph.delete();
});

test('b = a + a, c = b + b gives dc/da = 4', () => {
  const graph = new backprop.Graph();
  const a = graph.variable(5);
  const b = graph.apply('add', [a, a]);
  const c = graph.apply('add', [b, b]);
  graph.forward();
  graph.backward(c);
  assert.equal(graph.gradient(a).data[0], 4);
  graph.delete();
});

test('stepping visits the operations forward, then back, and the shared leaf grows 0, 3, 7', () => {
  const { graph, x, square, triple, y } = polynomial(2);
  const forward = [];
  for (let node = graph.forwardStep(); node !== null; node = graph.forwardStep()) forward.push(node);
  assert.deepEqual(forward, [square, triple, y - 2, y]);
  graph.beginBackward(y);
  const grown = [];
  for (let node = graph.backwardStep(); node !== null; node = graph.backwardStep())
    grown.push([node, graph.gradient(x).data[0] + 0]); // a sum starts at −0
  assert.deepEqual(grown, [[y, 0], [y - 2, 0], [triple, 3], [square, 7]]);
  graph.delete();
});

test('a replay after set gives the new value; gradients accumulate until zeroGrad', () => {
  const { graph, x, y } = polynomial(2);
  graph.set(x, -1);
  graph.forward();
  graph.backward(y);
  graph.backward(y);
  assert.equal(graph.value(y).data[0], -1);
  assert.equal(graph.gradient(x).data[0], 2);
  graph.zeroGrad();
  assert.equal(graph.gradient(x).data[0], 0);
  graph.delete();
});

test('matrices cross as lists of rows and come back as copies that outlive the graph', () => {
  const graph = new backprop.Graph();
  const a = graph.variable([[1, 2, 3], [4, 5, 6]]);
  const loss = graph.apply('sum', [graph.apply('matmul', [a, graph.constant([[1], [0], [2]])])]);
  graph.forward();
  graph.backward(loss);
  const gradient = graph.gradient(a);
  graph.delete();
  assert.deepEqual(gradient, { shape: [2, 3], data: Float64Array.of(1, 0, 2, 1, 0, 2) });
});

test('a tensor of rank 3 keeps its planes, rows and columns', () => {
  const graph = new backprop.Graph();
  const a = graph.variable([[[1, 2, 3], [4, 5, 6]]]);
  assert.deepEqual(graph.value(a), { shape: [1, 2, 3], data: Float64Array.of(1, 2, 3, 4, 5, 6) });
  graph.delete();
});

test('a cotangent weighs the numbers of an output, and one leaf can be cleared alone', () => {
  const graph = new backprop.Graph();
  const a = graph.variable([1, 2]), b = graph.variable([3, 4]);
  const y = graph.apply('mul', [a, b]);
  graph.forward();
  assert.throws(() => graph.backward(y), /^Error: \[backward\] the output has shape \[2\]; .* from a cotangent of that shape$/);
  graph.backward(y, [10, -1]);
  assert.deepEqual(graph.gradient(a).data, Float64Array.of(30, -4));
  graph.zeroGrad(a);
  assert.deepEqual([...graph.gradient(a).data, ...graph.gradient(b).data], [0, 0, 10, -2]);
  graph.delete();
});

test('attributes are recorded by name, and what is not given is the default', () => {
  const graph = new backprop.Graph();
  const x = graph.variable(-2);
  const steep = graph.apply('leaky_relu', [x], { negative_slope: 0.5 }), usual = graph.apply('leaky_relu', [x], {});
  graph.forward();
  assert.deepEqual([graph.value(steep).data[0], graph.value(usual).data[0]], [-1, -0.02]);
  assert.deepEqual(graph.node(steep).attributes, { negative_slope: 0.5 });
  assert.deepEqual(graph.node(usual).attributes, { negative_slope: 0.01 });
  graph.delete();
});

test('without gradients recorded, a result requires none', () => {
  const graph = new backprop.Graph();
  const x = graph.variable(3);
  graph.setGradMode(false);
  const quiet = graph.apply('square', [x]);
  graph.setGradMode(true);
  const loud = graph.apply('square', [x]);
  assert.deepEqual([graph.node(quiet).requiresGrad, graph.node(loud).requiresGrad], [false, true]);
  graph.delete();
});

test('what is wrong is said with its place and what would be right, and the graph stays as it was', () => {
  const { graph, x, y } = polynomial(2);
  const before = graph.size;
  const ops = backprop.tables().ops.map(({ name }) => name);
  const names = `${ops.slice(0, -1).join(', ')} or ${ops.at(-1)} would be right`;
  const tensors = 'a number, or equally long lists, nested up to three deep, would be right';
  const wrong = [
    [() => graph.apply('tahn', [x]), `[apply] 'tahn' is not an operation (did you mean tanh?); ${names}`],
    [() => graph.apply(5, [x]), `[apply] 5 is not a name; ${names}`],
    [() => graph.apply('é'.repeat(40), [x]), `[apply] '${'é'.repeat(20)}…' is not an operation; ${names}`],
    [() => graph.apply('add', [x]), '[add] takes 2 inputs, not 1'],
    [() => graph.apply('add', [x, 99]), '[node] 99 is out of range; a whole number from 0 to 7 would be right'],
    [() => graph.apply('add', [x, 'x']), "[add] entry 2 is 'x'; a number would be right"],
    [() => graph.apply('add', x), '[add] 0 is not a list; a list of numbers would be right'],
    [() => graph.variable([[1, 2], [3]]), '[tensor] row 2 has 1 numbers; as many as in the first row, and at least one, would be right'],
    [() => graph.variable([[1], 2]), '[tensor] row 2 is 2; a list of numbers would be right'],
    [() => graph.variable([1, '2']), "[tensor] entry 2 is '2'; a number would be right"],
    [() => graph.variable([1, [2]]), '[tensor] entry 2 is a list; a number would be right'],
    [() => graph.variable([['x']]), "[tensor] row 1, column 1 is 'x'; a number would be right"],
    [() => graph.constant(new Array(3)), '[tensor] entry 1 is undefined; a number would be right'],
    [() => graph.variable([[[1, 2]], [[3]]]), '[tensor] plane 2, row 1 has 1 numbers; as many as in the first row, and at least one, would be right'],
    [() => graph.variable([[[1]], [[2], [3]]]), '[tensor] plane 2 has 2 rows; as many as in the first plane, and at least one, would be right'],
    [() => graph.variable([[[1]], 2]), '[tensor] plane 2 is 2; a list of rows would be right'],
    [() => graph.variable([[[[1]]]]), '[tensor] lists are nested more than three deep; a tensor of rank 0 to 3 would be right'],
    [() => graph.variable([]), '[tensor] the list is empty; at least one number would be right'],
    [() => graph.variable('2'), `[tensor] '2' is not a tensor; ${tensors}`],
    [() => graph.variable(new DataView(new ArrayBuffer(8))), `[tensor] an object is not a tensor; ${tensors}`],
    [() => graph.value(null), '[node] null is not a number; a whole number from 0 to 7 would be right'],
    [() => graph.value(''), "[node] '' is not a number; a whole number from 0 to 7 would be right"],
    [() => graph.gradient(false), '[node] false is not a number; a whole number from 0 to 7 would be right'],
    [() => graph.node(1n), '[node] a bigint is not a number; a whole number from 0 to 7 would be right'],
    [() => graph.value(), '[node] is missing; a whole number from 0 to 7 would be right'],
    [() => graph.backward(-1), '[node] -1 is out of range; a whole number from 0 to 7 would be right'],
    [() => graph.backward(1), '[backward] the output does not depend on any leaf that requires a gradient'],
    [() => graph.backward(y, [1, 2]), '[backward] the cotangent has shape [2] and the output []; the same shape would be right'],
    [() => graph.zeroGrad(y), `[zeroGrad] node ${y} is no variable, and keeps no gradient`],
    [() => graph.setGradMode(1), '[setGradMode] 1 is no flag; true or false would be right'],
    [() => graph.apply('leaky_relu', [x], { slope: 1 }), "[leaky_relu] 'slope' is no attribute; negative_slope would be right"],
    [() => graph.apply('leaky_relu', [x], { negative_slop: 1 }), "[leaky_relu] 'negative_slop' is no attribute (did you mean negative_slope?); negative_slope would be right"],
    [() => graph.apply('leaky_relu', [x], { negative_slope: '1' }), "[leaky_relu] negative_slope is '1'; a finite number would be right"],
    [() => graph.apply('tanh', [x], { dim: 1 }), "[tanh] 'dim' is no attribute; it has none"],
    [() => graph.apply('tanh', [x], 3), '[tanh] 3 is not a set of attributes; an object such as { dim: 1 } would be right'],
    [() => graph.set(y, 1), '[set] an operation computes its value; only a leaf can be set'],
    [() => graph.set(x, [1, 2]), '[set] the leaf has shape [] and the value [2]'],
  ];
  for (const [call, message] of wrong) assert.throws(call, { name: 'Error', message });
  assert.equal(graph.size, before);
  graph.forward();
  graph.backward(y);
  assert.equal(graph.gradient(x).data[0], 7);
  graph.delete();
});

test('a hundred thousand errors leave the stack of the module where it was', () => {
  const graph = new backprop.Graph();
  for (let i = 0; i < 100_000; ++i) assert.throws(() => graph.value(0));
  assert.equal(graph.variable(2), 0);
  graph.delete();
});

test('a chain of a million nodes runs forward and backward, and its memory serves the next one', () => {
  const run = () => {
    const graph = new backprop.Graph();
    const x = graph.variable(1), step = graph.constant(1e-6);
    let y = x;
    while (graph.size < 1_000_000) y = graph.apply('add', [y, step]);
    graph.forward();
    graph.backward(y);
    const result = [graph.value(y).data[0], graph.gradient(x).data[0]];
    graph.delete();
    return result;
  };
  const [value, gradient] = run();
  assert.ok(Math.abs(value - 2) < 1e-5);
  assert.equal(gradient, 1);
  const after = backprop.memoryUsed();
  run();
  assert.equal(backprop.memoryUsed(), after);
});

test('a graph that was deleted answers with an error', () => {
  const graph = new backprop.Graph();
  graph.delete();
  assert.throws(() => graph.forward(), { name: 'Error', message: '[Graph] was deleted; another one would be right' });
  assert.throws(() => graph.delete(), /^Error: \[Graph\] was deleted/);
});
