// The language through the JavaScript boundary: a text becomes a graph or numbers, and a graph a text again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';

const backprop = await load();

test('a text is recorded with its names, its leaves and the places of its nodes', () => {
  const source = 'σ = 2; y = x*σ  # a comment';
  const { graph, output, names, leaves, freeNames, spans, errors } = backprop.parse(source, { values: { x: [1, 3] } });
  assert.deepEqual(errors, []);
  graph.forward();
  graph.backward(output, [1, 10]);
  const node = Object.fromEntries(names.map((each) => [each.name, each.node]));
  assert.deepEqual([...graph.value(node.y).data, ...graph.gradient(node.x).data, ...graph.gradient(node['σ']).data], [2, 6, 2, 20, 31]);
  assert.deepEqual([leaves.map(({ name }) => name).sort(), freeNames], [['x', 'σ'], ['x']]);
  assert.equal(source.slice(spans[output].begin, spans[output].end), 'x*σ');
  graph.delete();
});

test('all mistakes of a text come with their places, and what could be recorded is there', () => {
  const { graph, errors, names } = backprop.parse('a = 2\nb = tahn(a)\nc = a *\nd = a + 1');
  assert.deepEqual(errors.map(({ line, column }) => [line, column]), [[2, 5], [3, 8]]);
  assert.match(errors[0].message, /did you mean tanh\?/);
  assert.deepEqual(names.map(({ name }) => name), ['a', 'd']);
  graph.delete();
});

test('what is printed parses to the same values, and PyTorch gets a script', () => {
  const first = backprop.parse('x = 2; y = x**2 + 3*tanh(x) - 1');
  const text = first.graph.toText();
  const second = backprop.parse(text);
  for (const { graph } of [first, second]) graph.forward();
  assert.equal(first.graph.size, second.graph.size);
  assert.deepEqual(first.graph.value(first.output), second.graph.value(second.output));
  const script = first.graph.toPyTorch(first.output);
  for (const part of ['import torch', 'requires_grad=True', 'torch.tanh(', '.backward()']) assert.ok(script.includes(part), part);
  for (const { graph } of [first, second]) graph.delete();
});

test('evaluate gives value and gradients at once, in both types of numbers, and keeps nothing', () => {
  const before = backprop.memoryUsed();
  const { output, gradients, errors } = backprop.evaluate('x^2 + 3*x + 1', { values: { x: 2 } });
  assert.deepEqual([output.data[0], gradients, errors], [11, [{ name: 'x', shape: [], data: Float64Array.of(7) }], []]);
  const single = backprop.evaluate('0.1 + x', { values: { x: 0 }, dtype: 'float32' });
  assert.deepEqual(single.output.data, Float32Array.of(0.1));
  assert.equal(backprop.memoryUsed(), before);
});

test('leaves without a way to the output have gradient 0, and a tensor asks for a cotangent', () => {
  const gradient = (source, options) => backprop.evaluate(source, options).gradients.map(({ data }) => [...data]);
  assert.deepEqual(gradient('x = 2; 5'), [[0]]);
  assert.deepEqual(gradient('x = 2; y = x*x; y.backward(); y.backward()'), [[8]]);
  assert.deepEqual(gradient('x = [1, 2]; x*x', { cotangent: [1, 10] }), [[2, 40]]);
  const { output, gradients, errors } = backprop.evaluate('x = [1, 2]; x*x');
  assert.deepEqual([[...output.data], gradients], [[1, 4], []]);
  assert.match(errors[0].message, /from a cotangent of that shape/);
});

test('names such as __proto__ are names, and options are checked', () => {
  const values = JSON.parse('{"__proto__": 2, "toString": 3}');
  assert.equal(backprop.evaluate('__proto__ * toString', { values }).output.data[0], 6);
  const wrong = [
    [() => backprop.evaluate(5), "[evaluate] 5 is not a text; one such as 'x^2' would be right"],
    [() => backprop.parse('x', { value: 1 }), "[parse] 'value' is no option (did you mean values?); values or defaultValue would be right"],
    [() => backprop.evaluate('x', { values: 3 }), '[values] 3 gives no values by name; an object such as { x: 2 } would be right'],
    [() => backprop.evaluate('x', { dtype: 'half' }), "[dtype] 'half' is no type of numbers; 'float64' or 'float32' would be right"],
  ];
  for (const [call, message] of wrong) assert.throws(call, { name: 'Error', message });
});
