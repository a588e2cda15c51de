// What panels ask the core about a graph that has gone forward: each question is a function of the graph, its output and one argument.

/** @import { Graph } from '../types.js' */
import { readGraph } from '../export/graph-state.js';
import { medianTime } from './stopwatch.js';

/** The ways to come to the same gradients, in the core's words. */
export const MODES = /** @type {const} */ (['reverse', 'forward', 'central_differences']);

/** Of more second derivatives than these one row is asked for at a time. */
export const MOST_SQUARE = 8;

/** @template Answer @param {(mode: typeof MODES[number]) => Answer} answer @returns {Record<typeof MODES[number], Answer>} */
const eachMode = (answer) => /** @type {any} */ (Object.fromEntries(MODES.map((mode) => [mode, answer(mode)])));

export const questions = {
  /** The paths from one number to the output, the largest first. @param {Graph} graph @param {number} output @param {{ node: number, index: number, most?: number }} from */
  paths: (graph, output, { node, index, most = 8 }) => graph.paths({ node, index }, { node: output, index: 0 }, most),

  /** Every gradient beside its central difference. @param {Graph} graph @param {number} output */
  check: (graph, output) => graph.check(output),

  /** The same gradients in each mode, with what they cost. @param {Graph} graph @param {number} output */
  modes: (graph, output) => eachMode((mode) => graph.derivatives(output, mode)),

  /** What each mode costs, and how long it takes in ms. @param {Graph} graph @param {number} output */
  cost: (graph, output) => eachMode((mode) => ({ ...graph.derivatives(output, mode).work, ms: medianTime(() => graph.derivatives(output, mode)) })),

  /** What a file of it holds. @param {Graph} graph @param {number} output @param {Parameters<typeof readGraph>[2]} text */
  state: (graph, output, text) => readGraph(graph, output, text),

  /** @param {Graph} graph @param {number} output @param {string} name of the core's table of faults */
  fault: (graph, output, name) => graph.fault(output, name),

  /**
   * Rows of the Hessian over all entries of all leaves: all of them, or where they are many the one that is named.
   * @param {Graph} graph @param {number} output @param {number} row
   */
  hessian: (graph, output, row) => {
    graph.backward(output);
    const entries = Array.from({ length: graph.size }, (_, node) => graph.node(node)).flatMap(({ kind, shape }, node) =>
      kind === 'parameter' ? Array.from({ length: shape.reduce((count, size) => count * size, 1) }, (_, index) => ({ node, index })) : []);
    const wanted = entries.length > MOST_SQUARE ? [Math.min(row, entries.length - 1)] : entries.map((_, at) => at);
    const rows = wanted.map((at) => {
      const { leaves } = graph.hessianVectorProduct(output, entries.map((_, other) => (other === at ? 1 : 0)));
      return { entry: at, values: leaves.flatMap(({ gradient }) => [...gradient.data]) };
    });
    return { entries, rows };
  },
};

/** @typedef {typeof questions} Questions */
