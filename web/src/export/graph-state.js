// A graph with its values and gradients: what a file of it holds.

/** @import { Core, Graph } from '../types.js' */

/**
 * @typedef {object} GraphNodeState
 * @property {number} id
 * @property {string[]} names
 * @property {'constant' | 'parameter' | 'operation'} kind
 * @property {string | null} op
 * @property {Record<string, number | boolean | string | null>} attributes
 * @property {number[]} inputs
 * @property {number[]} shape
 * @property {ArrayLike<number>} value
 * @property {ArrayLike<number> | null} gradient of the output by it
 * @property {(number | null)[]} locals by input, what ∂node/∂input is where both are one number
 */

/** @typedef {{ source: string, output: number, nodes: GraphNodeState[], code: string }} GraphState `code` is for PyTorch */

/** @param {Pick<Core, 'parse'>} core @param {string} source @returns {GraphState} */
export function graphStateOf(core, source) {
  const { graph, output, names, errors } = core.parse(source, {});
  try {
    const [mistake] = errors;
    if (mistake) throw new Error(`${mistake.line}:${mistake.column}: ${mistake.message}`);
    if (output === null) throw new Error('1:1: the text has no value; an expression such as x^2 would be right');
    graph.forward();
    return readGraph(graph, output, { source, names });
  } finally {
    graph.delete();
  }
}

/**
 * The same of a graph that has gone forward, and goes backward here.
 * @param {Graph} graph @param {number} output @param {{ source: string, names: { name: string, node: number }[] }} text @returns {GraphState}
 */
export function readGraph(graph, output, { source, names }) {
  // A result of several numbers has a gradient only for a cotangent, which a text cannot give.
  const differentiable = graph.node(output).requiresGrad && graph.value(output).data.length === 1;
  if (differentiable) graph.backward(output);
  const nodes = Array.from({ length: graph.size }, (_, id) => {
    const { kind, op, attributes, inputs, shape } = graph.node(id);
    const edges = differentiable ? graph.explain(id).edges : [];
    return {
      id, kind, op, attributes, inputs, shape, names: names.filter(({ node }) => node === id).map(({ name }) => name), value: graph.value(id).data,
      gradient: (differentiable && graph.gradient(id)?.data) || null,
      locals: inputs.map((_input, slot) => (edges[slot]?.local?.length === 1 ? edges[slot].local[0] : null)),
    };
  });
  return { source, output, nodes, code: graph.toPyTorch(output) };
}
