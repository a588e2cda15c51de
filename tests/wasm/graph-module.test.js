// The small module: the numbers of the large one to the bit, in the space that a lesson has for it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { load } from '../../wasm/index.js';
import { questions } from '../../web/src/engine/graph-questions.js';
import { GraphSession } from '../../web/src/engine/graph-session.js';
import { bank } from '../../web/src/questions/bank/lessons.js';
import { quiz } from '../../web/src/questions/quiz.js';
import { variantOf } from '../../web/src/questions/variants.js';

const large = await load();
const small = await load({ module: 'graph' });

const read = (file) => readFileSync(new URL(`../${file}`, import.meta.url));
const golden = (name) => JSON.parse(read(`golden/${name}_cases.json`)).cases;
const number = (value) => (typeof value === 'string' ? Number(value.replace('inf', 'Infinity')) : value);

/** A list of numbers, nested as its shape says. */
const nested = ({ shape, data }) => shape.reduceRight((list, size) => Array.from({ length: list.length / size }, (_, at) => list.slice(at * size, (at + 1) * size)), data.map(number))[0];

/** The same with lists in the place of typed arrays, of which node would compare the bits of NaNs too. */
function plain(value) {
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) return Array.from(value);
  return Array.isArray(value) ? value.map(plain) : Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}

/** Both modules' answers, each an error's message where there is one. */
const both = (ask) => [large, small].map((core) => {
  try {
    const { graph, ...answer } = Object(ask(core));
    graph?.delete();
    return plain(answer);
  } catch (error) {
    return error.message;
  }
});

/** @param {string} what @param {(core: typeof small) => unknown} ask */
function expectSame(what, ask) {
  const [expected, found] = both(ask);
  assert.deepEqual(found, expected, what);
  return expected;
}

test('it fits into the space that a lesson has for it', () => {
  const zipped = (file) => gzipSync(read(`../build/wasm-graph/${file}`), { level: 9 }).length;
  assert.ok(zipped('backprop-graph.wasm') <= 170_000, `${zipped('backprop-graph.wasm')} bytes`);
});

test('texts of one number each', () => {
  for (const { id, expr, vars } of ['scalar', 'edge'].flatMap(golden)) {
    const values = Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, number(value)]));
    expectSame(id, (core) => core.evaluate(expr, { values }));
  }
});

/** The golden file's names of attributes are NumPy's. */
const attributes = ({ axis: dim, ddof: correction, keepdims: keepdim, shape = [], ...rest }) =>
  ({ dim, correction, keepdim, ...rest, ...Object.fromEntries(shape.map((size, at) => [`size${at}`, size])) });

/** A node of an operation on leaves, after forward and backward. */
function recorded(core, { op, attrs = {}, inputs, cotangent }, use) {
  const graph = new core.Graph();
  try {
    const leaves = Object.values(inputs).map((input) => graph.variable(nested(input)));
    const output = graph.apply(op, leaves, attributes(attrs));
    graph.forward();
    if (graph.node(output).requiresGrad) graph.backward(output, nested(cotangent));
    return use(graph, output, leaves);
  } finally {
    graph.delete();
  }
}

test('operations on tensors, forward, backward, by dual numbers and by differences', () => {
  for (const each of ['tensor', 'ops'].flatMap(golden)) {
    const found = expectSame(each.id, (core) => recorded(core, each, (graph, output, leaves) => ({
      value: graph.value(output), gradients: leaves.map((leaf) => graph.gradient(leaf)), node: graph.node(output), explained: graph.explain(output),
      bad: graph.nonFinite(), text: graph.toText(output),
      ...(graph.node(output).requiresGrad && {
        modes: ['reverse', 'forward', 'central_differences'].map((mode) => graph.derivatives(output, mode, nested(each.cotangent))),
        wrong: graph.fault(output, 'forgotten_derivative', nested(each.cotangent)),
      }),
    })));
    assert.ok(typeof found !== 'string' || each.attrs.p === 'inf' || each.attrs.p === '-inf', `${each.id}: ${found}`);
  }
});

const texts = [
  'x = 2; y = x**2 + 3*tanh(x) - 1; y.backward()',
  'a = 3; b = -1.5; c = a*b; d = relu(c) + a; e = d*c; e.backward(); e.backward()',
  'x = [[1, 2, 3], [4, 5, 6.5]]; W = [[0.1, -0.2, 0.3], [1, 2, 3]]; b = [0.5, -1]; h = gelu(linear(x, W, b)); L = mse_loss(softmax(h, dim=1), [[1, 0], [0, 1]])',
  'p = sigmoid(w); q = log(p) + exp(p)/2; r = max(p, q); s = r*clamp(w, -1, 1)',
  'x = 0; y = log(x); z = 1/y',
  'x = [0.3, -0.2, 5]; y = sum(where(x > 0, sqrt(abs(x)), x^3)) + var(x)',
];

test('what panels ask about a graph, with its explanations and its PyTorch', () => {
  for (const text of texts) {
    const frame = expectSame(text, (core) => new GraphSession(core).read(text, undefined, true));
    for (const [name, argument] of [['paths', { node: 0, index: 0 }], ['check'], ['modes'], ['fault', 'overwrite'], ['fault', 'wrong_order'], ['hessian', 0]])
      expectSame(`${name} of ${text}`, (core) => new GraphSession(core).ask(text, (graph, output) => questions[name](graph, output, argument)));
    if (frame.errors.length > 0) continue;
    expectSame(`steps of ${text}`, (core) => {
      const { graph } = core.parse(text, { defaultValue: 0.5 });
      const steps = [];
      for (let node = graph.forwardStep(); node !== null; node = graph.forwardStep()) steps.push(node, graph.value(node));
      graph.delete();
      return steps;
    });
  }
});

test('what is said of mistakes', () => {
  for (const text of ['', 'x +* 2', 'a = 2\nb = tahn(a)\nc = a *', '(x', 'sum(x, dim=7)', '[1, [2]]', 'x = 1e999', 'x.grad', 'a = [1, 2] + [1, 2, 3]', 'matmul([1, 2], [[1, 2]])', 'x = 3 y = 4', 'for i in x', 'é = 2; é$'])
    for (const name of ['parse', 'evaluate']) expectSame(text, (core) => core[name](text, { defaultValue: 1.5 }));
  for (const ask of [(core) => core.parse(5), (core) => core.parse('x', { value: 2 }), (core) => core.parse('x', { values: { x: 'a' } }), (core) => new core.Graph().node(0),
    (core) => new core.Graph().variable([[1, 2], [3]]), (core) => new core.Graph().variable([]), (core) => new core.Graph().apply('ad', [])])
    assert.match(String(expectSame(String(ask), ask)), /^\[\w+\] /);
});

test('every question of the bank, in 20 variants', () => {
  for (const question of Object.values(bank))
    for (let seed = 0; seed < 20; seed++) {
      // Answers are kept by what a question is, so that each module has its own.
      const own = (core) => ({ ...question, of: core === small ? 'small' : 'large' });
      expectSame(`${question.id} ${seed}`, (core) => {
        const { parameters, points } = variantOf(core, own(core), seed).variant;
        return { parameters, points, outcomes: variantOf(core, own(core), seed).outcomes, posed: quiz.pose(core, own(core), seed), revealed: quiz.reveal(core, own(core), seed), verdict: quiz.check(core, own(core), seed, 'x*2 + 1') };
      });
    }
});
