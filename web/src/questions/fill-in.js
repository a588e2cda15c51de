// A graph whose values and gradients the reader fills in: checked in the order of the pass, each cell for what stands before it.

/** @import { Cell, CheckedCell, Core, Filled, Graph } from './types.js' */
import { diagnose, readNumber } from './answers.js';
import { Derivation } from './derivation.js';
import { mistakes } from './mistakes.js';
import { margin } from './variants.js';

/** @typedef {Record<number, string>} Entries by node, as they were typed */
/** @typedef {{ forward: Entries, backward: Entries }} Entered */

/** The mistakes of one backward step, of which the graph is small. */
const LOCAL = mistakes.filter(({ name, graph }) => graph && !['value-for-gradient', 'outer-only', 'inner-only', 'wrong-place'].includes(name));

/** The cells of a graph that went forward and backward, in the order of the pass: operations forth, then every node that takes a gradient back. @param {Graph} graph @param {number} output @returns {Cell[]} */
export function cellsOf(graph, output) {
  const nodes = Array.from({ length: graph.size }, (_, node) => ({ node, ...graph.node(node) }));
  const operations = nodes.filter(({ kind, node }) => kind === 'operation' && node <= output);
  const back = nodes.filter(({ requiresGrad, onPath, node }) => requiresGrad && onPath && node <= output).reverse();
  return [...operations.map(({ node }) => /** @type {Cell} */ ({ node, pass: 'forward' })), ...back.map(({ node }) => /** @type {Cell} */ ({ node, pass: 'backward' }))];
}

/**
 * The first wrong step is the only one that is diagnosed: what follows from it is not counted again.
 * @param {Core} core @param {Graph} graph after forward and backward @param {number} output @param {Entered} entered @param {import('./types.js').Tolerance} tolerance
 * @returns {Filled}
 */
export function checkFilled(core, graph, output, entered, tolerance) {
  const standing = standingIn(graph);
  /** @type {Filled['first']} */
  let first;
  const cells = cellsOf(graph, output).map((cell) => {
    const { node, pass } = cell;
    const text = entered[pass][node]?.trim() ?? '';
    if (text === '') return /** @type {CheckedCell} */ ({ ...cell, status: 'missing' });
    const read = readNumber(core, text);
    if ('error' in read) return /** @type {CheckedCell} */ ({ ...cell, status: 'unread', error: read.error });
    const right = standing[pass][node];
    const { due, wrong } = stepAt(core, graph, output, cell, standing);
    const near = (/** @type {number} */ x) => Math.abs(read.number - x) <= margin(tolerance, x);
    standing[pass][node] = read.number;
    const isDue = Number.isFinite(due) ? near(due) : near(right);
    if (!isDue && !near(right)) first ??= { ...cell, mistakes: diagnose([read.number], { right: [due], wrong: wrong.map(({ mistake, value }) => ({ mistake, node, values: [value] })) }, tolerance).mistakes };
    return /** @type {CheckedCell} */ ({ ...cell, status: near(right) ? 'right' : isDue ? 'follows' : 'wrong' });
  });
  const has = (/** @type {CheckedCell['status']} */ status) => cells.some((cell) => cell.status === status);
  const outcome = first ? 'wrong' : has('unread') ? 'unread' : has('missing') ? 'incomplete' : 'right';
  return { outcome, cells, first };
}

/** What stands in each node, for the steps that come after: at first, what is right. @param {Graph} graph @returns {Record<Cell['pass'], number[]>} */
export const standingIn = (graph) => ({
  forward: Array.from({ length: graph.size }, (_, node) => graph.value(node).data[0]),
  backward: Array.from({ length: graph.size }, (_, node) => graph.gradient(node)?.data[0] ?? NaN),
});

/** What is due in a cell, and what each mistake would put there. @param {Core} core @param {Graph} graph @param {number} output @param {Cell} cell @param {Record<Cell['pass'], number[]>} standing */
export function stepAt(core, graph, output, { node, pass }, standing) {
  return pass === 'forward' ? forwardStep(core, graph, node, standing.forward) : backwardStep(core, graph, node, output, standing);
}

/** An operation on what stands in its operands, and what it would be with a mistake. @param {Core} core @param {Graph} graph @param {number} node @param {number[]} values */
function forwardStep(core, graph, node, values) {
  const { op, inputs, attributes } = graph.node(node);
  const small = new core.Graph();
  try {
    const operands = inputs.map((input) => small.constant(values[input]));
    const due = small.apply(String(op), operands, attributes);
    const wrong = mistakes.flatMap(({ name, forward }) => {
      const other = forward?.[String(op)];
      return other ? [{ mistake: name, at: small.apply(other.op, other.turned ? [...operands].reverse() : operands) }] : [];
    });
    small.forward();
    return { due: small.value(due).data[0], wrong: wrong.map(({ mistake, at }) => ({ mistake, value: small.value(at).data[0] })) };
  } finally {
    small.delete();
  }
}

/**
 * A gradient from those of the node's uses, as a graph of its own: Σ (gradient that stands in the use) · use, whose derivative the core takes.
 * @param {Core} core @param {Graph} graph @param {number} node @param {number} output @param {Record<Cell['pass'], number[]>} standing
 */
function backwardStep(core, graph, node, output, { forward, backward }) {
  if (node === output) return { due: 1, wrong: [{ mistake: 'value-for-gradient', value: forward[node] }] };
  const small = new core.Graph();
  try {
    const leaf = small.variable(forward[node]);
    const products = Array.from({ length: graph.size }, (_, consumer) => ({ consumer, ...graph.node(consumer) }))
      .filter(({ consumer, inputs, onPath }) => inputs.includes(node) && onPath && consumer <= output)
      .map(({ consumer, op, inputs, attributes }) => {
        const use = small.apply(String(op), inputs.map((input) => (input === node ? leaf : small.constant(forward[input]))), attributes);
        return small.apply('mul', [use, small.constant(backward[consumer])]);
      });
    const sum = products.reduce((total, product) => small.apply('add', [total, product]));
    small.forward();
    small.backward(sum);
    const derivation = new Derivation(core, small, sum, leaf);
    const wrong = LOCAL.flatMap(({ name, graph: made }) => (made?.(derivation) ?? []).map(({ value }) => ({ mistake: name, value })));
    return { due: derivation.right, wrong: [...wrong, { mistake: 'wrong-sign', value: -derivation.right }, { mistake: 'value-for-gradient', value: forward[node] }] };
  } finally {
    small.delete();
  }
}
