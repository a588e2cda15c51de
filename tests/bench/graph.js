// The same graph as tape_bench.cpp records, in the module that a page loads.

/**
 * Nanoseconds a node, the best of several runs, for each size.
 * @param {import('../../wasm/index.js').Module} backprop
 * @param {number[]} sizes
 */
export function measureGraph(backprop, sizes) {
  measure(backprop, 10_000, 500); // V8 compiles code anew once it has run for a while
  return sizes.map((nodes) => measure(backprop, nodes, Math.max(20, 2e6 / nodes)));
}

/** @param {import('../../wasm/index.js').Module} backprop @param {number} nodes @param {number} runs */
function measure(backprop, nodes, runs) {
  const graph = new backprop.Graph();
  const a = graph.variable(0.5), b = graph.constant(0.3);
  let y = a;
  for (let turn = 0; graph.size < nodes; turn = (turn + 1) % 3)
    y = turn === 0 ? graph.apply('add', [y, b]) : turn === 1 ? graph.apply('mul', [y, a]) : graph.apply('tanh', [y]);
  const forward = leastTime(runs, () => graph.forward()), backward = leastTime(runs, () => graph.backward(y));
  graph.delete();
  return { nodes, forward: forward / nodes, backward: backward / nodes };
}

/** Nanoseconds. @param {number} runs @param {() => void} run */
function leastTime(runs, run) {
  let least = Infinity;
  for (let i = 0; i < runs; ++i) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least * 1e6;
}
