// The same graph as tape_bench.cpp records, in the module that a page loads.
import { load } from '../../wasm/index.js';
import { workloads } from './workloads.js';

/** @import { Contestant, Session } from '../../wasm/cli/bench/timing.js' */

const backprop = await load();

/** @param {number} nodes @returns {Session} */
function recorded(nodes) {
  const graph = new backprop.Graph();
  const a = graph.variable(0.5), b = graph.constant(0.3);
  let y = a;
  for (let turn = 0; graph.size < nodes; turn = (turn + 1) % 3)
    y = turn === 0 ? graph.apply('add', [y, b]) : turn === 1 ? graph.apply('mul', [y, a]) : graph.apply('tanh', [y]);
  return {
    work: graph.size,
    run: (turns) => {
      for (let turn = 0; turn < turns; ++turn) {
        graph.forward();
        graph.backward(y);
      }
    },
    end: () => graph.delete(),
  };
}

/** @type {Contestant[]} */
export const contestants = workloads.flatMap(({ name: workload, nodes }) =>
  nodes ? [{ system: 'backprop-playground', workload, start: () => recorded(nodes) }] : [],
);
