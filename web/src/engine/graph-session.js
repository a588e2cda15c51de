// One text as a graph: records in the core what every step of forward and backward does, and asks it what panels want to know.

/** @import { Graph, GraphCore, GraphFrame, GraphPass, RecordedPass, Tensor } from '../types.js' */
import { messageOf } from '../message-of.js';

/** Of more the page makes no picture: drawing them would stop it. */
const MOST_NODES = 5000;

/** Up to so many nodes a graph is explained at once; a larger one when there is time, since to write out its numbers takes longer than all the rest. */
const MOST_AT_ONCE = 200;

export class GraphSession {
  /** @param {GraphCore} core */
  constructor(core) {
    this.core = core;
  }

  /**
   * The frame of a text; without a graph to show, its `nodes` are empty.
   * @param {string} source @param {GraphPass[]} [script] what runs after forward; if left out, backward as often as the text calls it, at least once
   * @param {boolean} [explained] whether a large graph is explained too
   * @returns {GraphFrame}
   */
  read(source, script, explained = false) {
    const { graph, output, names, spans, errors, freeNames, backwards } = this.core.parse(source, {});
    try {
      if (graph.size > MOST_NODES) errors.push({ message: `the text makes ${graph.size} nodes, more than a picture can hold; up to ${MOST_NODES} would be right`, line: 1, column: 1, length: 0 });
      const parsed = { source, names, spans, errors, freeNames, backwards };
      if (errors.length > 0 || output === null) return { ...parsed, output: -1, nodes: [], script: [], passes: [], code: '', notice: '', explained: true };
      const passes = script ?? Array.from({ length: Math.max(backwards, 1) }, () => /** @type {GraphPass} */ ('backward'));
      return { ...parsed, output, script: passes, ...record(graph, output, { names, spans }, passes, explained || graph.size <= MOST_AT_ONCE) };
    } finally {
      graph.delete();
    }
  }

  /**
   * Asks the core about a text that is a graph, after forward and backward.
   * @template Answer @param {string} source @param {(graph: Graph, output: number) => Answer} question @returns {Answer}
   */
  ask(source, question) {
    const { graph, output, errors } = this.core.parse(source, {});
    try {
      if (errors.length > 0 || output === null) throw new Error('the text is no graph');
      graph.forward();
      return question(graph, output);
    } finally {
      graph.delete();
    }
  }
}

/**
 * @param {Graph} graph @param {number} output
 * @param {{ names: GraphFrame['names'], spans: GraphFrame['spans'] }} text @param {GraphPass[]} script @param {boolean} explained
 */
function record(graph, output, { names, spans }, script, explained) {
  graph.forward();
  /** @type {RecordedPass[]} */
  const passes = [];
  let notice = '';
  try {
    for (const pass of script) passes.push(...(pass === 'backward' ? recordBackward(graph, output) : recordZero(graph)));
  } catch (error) {
    notice = messageOf(error);
  }
  /** @type {string[][]} */
  const called = Array.from({ length: graph.size }, () => []);
  for (const { node, name } of names) called[node]?.push(name);
  const nodes = Array.from({ length: graph.size }, (_, id) => ({
    id,
    ...graph.node(id),
    names: called[id],
    span: spans[id] ?? null,
    value: graph.value(id),
    explanation: notice || !explained ? null : graph.explain(id),
  }));
  return { nodes, passes, notice, explained, code: notice ? '' : graph.toPyTorch(output) };
}

/** Every node whose gradient a backward step handed on, with the gradients that changed; first the seed. @param {Graph} graph @param {number} output */
function recordBackward(graph, output) {
  graph.beginBackward(output);
  /** @type {RecordedPass[]} */
  const passes = [{ phase: 'seed', node: output, gradients: [{ node: output, gradient: gradientOf(graph, output) }] }];
  for (let node = graph.backwardStep(); node !== null; node = graph.backwardStep()) {
    const inputs = [...new Set(graph.node(node).inputs)].filter((input) => graph.gradient(input) !== null);
    passes.push({ phase: 'backward', node, gradients: inputs.map((input) => ({ node: input, gradient: gradientOf(graph, input) })) });
  }
  return passes;
}

/** zero_grad: the gradients of the leaves are 0 again. @param {Graph} graph @returns {RecordedPass[]} */
function recordZero(graph) {
  graph.zeroGrad();
  const leaves = Array.from({ length: graph.size }, (_, node) => node).filter((node) => graph.node(node).kind === 'parameter');
  return [{ phase: 'zero', node: -1, gradients: leaves.map((node) => ({ node, gradient: gradientOf(graph, node) })) }];
}

/** @param {Graph} graph @param {number} node */
function gradientOf(graph, node) {
  return /** @type {Tensor} */ (graph.gradient(node));
}
