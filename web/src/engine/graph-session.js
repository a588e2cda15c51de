// One text as a graph: records in the core what every step of forward and backward does, and what the core says about it.

/** @import { Core, Graph, GraphFrame, Tensor } from '../types.js' */

export class GraphSession {
  /** @param {Core} core */
  constructor(core) {
    this.core = core;
  }

  /** The frame of a text; without a graph to show, its `nodes` are empty. @param {string} source @returns {GraphFrame} */
  read(source) {
    const { graph, output, names, spans, errors } = this.core.parse(source, {});
    try {
      if (errors.length > 0 || output === null) return { source, output: -1, nodes: [], passes: [], code: '', errors, notice: '' };
      return { source, output, errors, ...record(graph, output, names, spans) };
    } finally {
      graph.delete();
    }
  }
}

/**
 * @param {Graph} graph @param {number} output
 * @param {{ name: string, node: number }[]} names @param {({ begin: number, end: number } | null)[]} spans
 */
function record(graph, output, names, spans) {
  graph.forward();
  const { passes, notice } = recordBackward(graph, output);
  const nodes = Array.from({ length: graph.size }, (_, id) => ({
    id,
    ...graph.node(id),
    names: names.filter(({ node }) => node === id).map(({ name }) => name),
    span: spans[id] ?? null,
    value: graph.value(id),
    explanation: notice ? null : graph.explain(id),
  }));
  return { nodes, passes, notice, code: notice ? '' : graph.toPyTorch(output) };
}

/** Every node whose gradient a backward step handed on, with the gradients that changed. @param {Graph} graph @param {number} output */
function recordBackward(graph, output) {
  /** @type {GraphFrame['passes']} */
  const passes = [];
  try {
    graph.beginBackward(output);
  } catch (error) {
    return { passes, notice: error instanceof Error ? error.message : String(error) };
  }
  passes.push({ node: output, gradients: [{ node: output, gradient: gradientOf(graph, output) }] });
  for (let node = graph.backwardStep(); node !== null; node = graph.backwardStep()) {
    const inputs = [...new Set(graph.node(node).inputs)].filter((input) => graph.gradient(input) !== null);
    passes.push({ node, gradients: inputs.map((input) => ({ node: input, gradient: gradientOf(graph, input) })) });
  }
  return { passes, notice: '' };
}

/** @param {Graph} graph @param {number} node */
function gradientOf(graph, node) {
  return /** @type {Tensor} */ (graph.gradient(node));
}
