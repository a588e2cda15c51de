// A computation as a graph that is stepped forward and backward; if weights are named, gradient descent then moves them and the loop goes on.

/** @import { Core, Kind } from './kind.js' */
/** @import { GraphFrame, GraphPass, Move } from '../types.js' */
import { GraphSession } from '../engine/graph-session.js';
import { evaluate, wrong } from './kind.js';

/** @typedef {{ graph: string, at: 'start' | 'forward' | 'end', code: boolean, again: boolean, update: string, rate: number, most: number }} GraphSpec */
/**
 * @typedef {object} GraphFigureState
 * @property {Record<string, number[]>} leaves that were moved, by name
 * @property {GraphPass[]} passes what runs after forward
 * @property {number} rate
 * @property {number} round how often the weights were moved
 * @property {number | 'forward'} count steps of this round that are seen; nothing is computed anew for it
 */
/** @typedef {{ frame: GraphFrame, round: number, losses: number[], code: string }} GraphAnswer losses: of each round; code: PyTorch's, with the first values */
/** @typedef {{ name: string, node: number, shape: number[], span: { begin: number, end: number } }} Leaf whose number stands in the text */

export const MOST_ROUNDS = 40;

const STARTS = { start: 0, forward: /** @type {const} */ ('forward'), end: Infinity };

/** @type {Kind} */
export const graph = {
  tag: 'backprop-graph-figure',
  needs: 'graph',
  attributes: {
    graph: { type: 'text', help: 'the computation, as in graph="x = 2; y = x**2 + 3*x + 1"' },
    at: { type: 'choice', among: Object.keys(STARTS), default: 'start', help: 'how far it has come at first: nothing, all values, or all gradients too' },
    code: { type: 'flag', help: 'shows the same in PyTorch, with the line of each step' },
    again: { type: 'flag', help: 'offers a further backward pass, and zero_grad' },
    update: { type: 'text', default: '', help: 'the weights that gradient descent moves after backward, as in update="w, b"' },
    rate: { type: 'number', default: 0.1, from: 0, to: 100, help: 'the learning rate of that' },
    most: { type: 'number', default: 0.5, from: 0, to: 100, help: 'the largest learning rate that the slider offers' },
  },
  controls: ['leaves', 'rate', 'round', 'passes'],

  /** @param {GraphSpec} spec @returns {GraphFigureState} */
  begin: ({ at, rate }) => ({ leaves: {}, passes: ['backward'], rate, round: 0, count: STARTS[at] }),

  /** @param {Core} core @param {GraphSpec} spec @param {GraphFigureState} state @returns {GraphAnswer} */
  answer(core, spec, { leaves: moved, passes, rate, round }) {
    const leaves = leavesOf(core, spec.graph);
    const weights = spec.update.split(',').map((name) => name.trim()).filter(Boolean);
    const unknown = weights.find((name) => !leaves.some((leaf) => leaf.name === name));
    if (unknown) throw wrong(graph, `update="${spec.update}": ${unknown} is no variable of the graph`, leaves.map(({ name }) => name).join(', ') || 'none');
    const source = (/** @type {Record<string, number[]>} */ values) => written(spec.graph, leaves, values);
    const losses = [];
    let values = moved;
    for (let at = 0; at < round; at++) {
      const now = evaluate(core, source(values));
      losses.push(now.output[0]);
      values = { ...values, ...Object.fromEntries(movesOf(core, leaves, weights, rate, now).map(({ name, after }) => [name, after])) };
    }
    const session = new GraphSession(core);
    const frame = session.read(source(values), passes, true);
    if (frame.notice || frame.nodes.length === 0) throw wrong(graph, `graph="${spec.graph}": ${frame.notice || 'there is nothing in it'}`, 'one number at the end, such as y = x**2,');
    losses.push(frame.nodes[frame.output].value.data[0]);
    if (weights.length) frame.update = { rate, moves: movesOf(core, leaves, weights, rate, evaluate(core, frame.source)) };
    return { frame, round, losses, code: session.ask(source(moved), (graph, output) => graph.toPyTorch(output)) };
  },
};

/** The variables whose number stands in the text. @param {Core} core @param {string} source @returns {Leaf[]} */
function leavesOf(core, source) {
  const { graph: parsed, names, spans, errors } = core.parse(source, {});
  try {
    const [error] = errors;
    if (error) throw wrong(graph, `graph="${source}" at column ${error.column}: ${error.message}`, 'a text of the graph page');
    return Array.from({ length: parsed.size }, (_, node) => ({ node, ...parsed.node(node), name: names.find((each) => each.node === node)?.name, span: spans[node] }))
      .flatMap(({ node, kind, shape, name, span }) => (kind === 'parameter' && name && span ? [{ node, shape, name, span }] : []));
  } finally {
    parsed.delete();
  }
}

/** The text with other numbers. @param {string} source @param {Leaf[]} leaves @param {Record<string, number[]>} values */
function written(source, leaves, values) {
  return leaves.filter(({ name }) => name in values).sort((a, b) => b.span.begin - a.span.begin)
    .reduce((text, { name, shape, span }) => text.slice(0, span.begin) + listOf(shape, values[name]) + text.slice(span.end), source);
}

/** [[1, 2], [3, 4]]; one number as it is. @param {number[]} shape @param {number[]} data @returns {string} */
function listOf([length, ...inner], data) {
  if (length === undefined) return String(data[0]);
  const each = data.length / length;
  return `[${Array.from({ length }, (_, at) => listOf(inner, data.slice(at * each, (at + 1) * each))).join(', ')}]`;
}

/**
 * One step of gradient descent. @param {Core} core @param {Leaf[]} leaves @param {string[]} weights @param {number} rate
 * @param {ReturnType<typeof evaluate>} now @returns {Move[]}
 */
function movesOf(core, leaves, weights, rate, { values, gradients }) {
  return leaves.filter(({ name }) => weights.includes(name)).map(({ name, node }) => {
    const [before, gradient] = [values[name], gradients[name]];
    return { name, node, before, gradient, after: evaluate(core, 'w - rate*gradient', { w: before, rate, gradient }).output };
  });
}
