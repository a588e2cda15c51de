// Derivatives in every way, and explanations, through the JavaScript boundary.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';

const backprop = await load();

/** A text's graph after both passes, freed after `body`. */
function withGraph(source, body) {
  const parsed = backprop.parse(source);
  assert.deepEqual(parsed.errors, []);
  parsed.graph.forward();
  parsed.graph.backward(parsed.output);
  try {
    body({ ...parsed, node: Object.fromEntries(parsed.names.map((each) => [each.name, each.node])) });
  } finally {
    parsed.graph.delete();
  }
}

test('three ways lead to the same gradient, each with its work', () => {
  withGraph('x = 2; w = [1, 3]; y = sum(w * x^3)', ({ graph, output }) => {
    const work = {};
    for (const mode of ['reverse', 'forward', 'central_differences']) {
      const found = graph.derivatives(output, mode);
      const numbers = found.leaves.flatMap(({ gradient }) => [...gradient.data]);
      numbers.forEach((number, i) => assert.ok(Math.abs(number - [48, 8, 8][i]) < 1e-6, mode));
      work[mode] = found.work.visits;
    }
    assert.ok(work.reverse < work.forward && work.forward < work.central_differences);
    assert.throws(() => graph.derivatives(output, 'backward'), { message: "[derivatives] 'backward' is unknown; reverse, forward or central_differences would be right" });
  });
});

test('the second derivative of x³ at 2 is 12', () => {
  withGraph('x = 2; y = x^3', ({ graph, output }) => {
    assert.deepEqual([...graph.hessianVectorProduct(output, [1]).leaves[0].gradient.data], [12]);
    assert.throws(() => graph.hessianVectorProduct(output, []), /^Error: \[direction\] has 0 numbers; 1 would be right/);
  });
});

test('the check agrees, and says where there is no derivative', () => {
  withGraph('x = 2; y = abs(x) * x', ({ graph, output }) => assert.equal(graph.check(output)[0].entries[0].agrees, true));
  withGraph('x = 0; y = abs(x)', ({ graph, output }) => {
    const [{ entries: [{ agrees, kink }] }] = graph.check(output);
    assert.deepEqual([agrees || kink], [true]);
  });
});

test('a node explains its rule, and the sum over its uses', () => {
  withGraph('a = 2; b = 3; y = a*b + a', ({ graph, node, output }) => {
    const { uses, gradient, passGradient, rule } = graph.explain(node.a);
    assert.deepEqual(uses.map(({ edge }) => edge.contribution[0]).sort(), [1, 3]);
    assert.deepEqual([gradient[0], passGradient[0], rule.symbols], [4, 4, 'leaf']);
    assert.equal(graph.explain(output).edges.length, 2);
  });
});

test('the paths from one number to another add up to the derivative', () => {
  withGraph('a = 2; y = a*a + a', ({ graph, node, output }) => {
    const { sum, count, complete, paths } = graph.paths(node.a, output);
    assert.deepEqual([sum, count, complete, paths.map(({ product }) => product)], [5, 3, true, [2, 2, 1]]);
    assert.equal(graph.paths({ node: node.a, index: 0 }, output, 1).complete, false);
  });
  withGraph('w = [1, 2]; y = sum(w)', ({ graph, node, output }) =>
    assert.throws(() => graph.paths(node.w, output), /^Error: \[paths\] node 0 holds 2 numbers; \{ node: 0, index: 0 \} would be right/));
});

test('the first number that is not finite is named with its operands', () => {
  withGraph('x = 0; y = log(x)', ({ graph, node }) => {
    const { node: where, operands, inGradient } = graph.nonFinite();
    assert.deepEqual([where, [...operands], inGradient], [node.y, [0], false]);
  });
  withGraph('x = 1; y = log(x)', ({ graph }) => assert.equal(graph.nonFinite(), null));
});

test('a fault gives the wrong gradient beside the right one, and leaves the graph as it is', () => {
  withGraph('a = 2; y = a*a', ({ graph, node, output }) => {
    const { wrong, right } = graph.fault(output, 'overwrite');
    assert.deepEqual([wrong[node.a].data[0], right[node.a].data[0], graph.gradient(node.a).data[0]], [2, 4, 4]);
    for (const { name } of backprop.tables().faults) assert.equal(graph.fault(output, name).right[node.a].data[0], 4);
    assert.throws(() => graph.fault(output, 'overwrit'), /\(did you mean overwrite\?\)/);
  });
});
