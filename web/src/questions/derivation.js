// How a gradient of a graph comes about, for the mistakes that can be made on the way: its paths, edge by edge, with the core's local derivatives.

/** @import { Core, Graph } from './types.js' */

/** @typedef {{ key: string, input: number, consumer: number, slot: number, local: number }} Edge local: ∂consumer/∂input */

/** More paths than anybody multiplies by hand. */
const MOST_PATHS = 64;

/** The ops that are no functions: their derivative by one operand is the other one, or a sign. */
const ARITHMETIC = ['add', 'sub', 'mul', 'div', 'neg', 'sum', 'mean', 'matmul', 'reshape', 'transpose', 'detach'];

export class Derivation {
  /** @param {Core} core @param {Graph} graph after forward and backward @param {number} output @param {number} leaf a single number */
  constructor(core, graph, output, leaf) {
    this.core = core;
    this.graph = graph;
    this.output = output;
    this.leaf = leaf;
    this.right = this.gradient(leaf);
    this.nodes = Array.from({ length: graph.size }, (_, node) => graph.node(node));
    /** @type {Map<string, number>} how often the same nodes were passed */
    const passed = new Map();
    /** Each from the leaf to the output. @type {Edge[][]} */
    this.paths = graph.paths(leaf, output, MOST_PATHS).paths.map(({ elements, derivatives }) => {
      const name = elements.map(({ node, index }) => `${node}.${index}`).join();
      const again = passed.get(name) ?? 0;
      passed.set(name, again + 1);
      return elements.slice(1).map(({ node: consumer, index }, at) => {
        const { node: input, index: entry } = elements[at];
        const slots = this.nodes[consumer].inputs.flatMap((each, slot) => (each === input ? [slot] : []));
        const slot = slots[again % slots.length];
        return { key: `${input}.${entry} ${consumer}.${index} ${slot}`, input, consumer, slot, local: derivatives[at] };
      });
    });
    /** Every edge once. */
    this.edges = [...new Map(this.paths.flat().map((edge) => [edge.key, edge])).values()];
  }

  /** @param {number} node */
  gradient(node) {
    return this.graph.gradient(node)?.data[0] ?? 0;
  }

  /** @param {number} node */
  value(node) {
    return this.graph.value(node).data[0];
  }

  /** @param {Edge} edge */
  op({ consumer }) {
    return String(this.nodes[consumer].op);
  }

  /** The path's derivatives that are not 1, from the leaf to the output. @param {Edge[]} path */
  factors(path) {
    return path.filter(({ local }) => local !== 1);
  }

  /** What the product along each path sums to when the derivative of some edges is mistaken. @param {(edge: Edge) => number} local */
  total(local) {
    return this.paths.reduce((sum, path) => sum + path.reduce((product, edge) => product * local(edge), 1), 0);
  }

  /** The same with one edge mistaken. @param {Edge} wrong @param {number} local */
  with(wrong, local) {
    return { value: this.total((edge) => (edge.key === wrong.key ? local : edge.local)), node: wrong.consumer };
  }

  /** Edges into a function of one number: tanh(u), or a power whose exponent is a constant. */
  get functions() {
    return this.edges.filter((edge) => !ARITHMETIC.includes(this.op(edge)) && (this.nodes[edge.consumer].inputs.length === 1 || (this.op(edge) === 'pow' && edge.slot === 0)));
  }

  /** Edges into the base of a power, with its exponent. */
  get powers() {
    return this.edges.flatMap((edge) => {
      if (this.op(edge) === 'square') return [{ edge, exponent: 2 }];
      return this.op(edge) === 'pow' && edge.slot === 0 ? [{ edge, exponent: this.value(this.nodes[edge.consumer].inputs[1]) }] : [];
    });
  }

  /** The leaf's gradient with a mistake of the core's own table, made everywhere. @param {string} name */
  fault(name) {
    return this.graph.fault(this.output, name).wrong[this.leaf]?.data[0] ?? NaN;
  }

  /** Whether the leaf leads to a node. @param {number} node */
  leads(node) {
    return this.paths.some((path) => path.some(({ input }) => input === node));
  }

  /** ∂node/∂leaf. @param {number} node */
  derivativeOf(node) {
    return node === this.leaf ? 1 : this.graph.paths(this.leaf, node, MOST_PATHS).sum;
  }

  /** The derivative of an edge's function, as it would be at another place. @param {Edge} edge @param {number} place */
  localAt({ consumer, slot }, place) {
    const { op, inputs, attributes } = this.nodes[consumer];
    const graph = new this.core.Graph();
    try {
      const operands = inputs.map((input, at) => (at === slot ? graph.variable(place) : graph.constant(this.value(input))));
      const result = graph.apply(String(op), operands, attributes);
      graph.forward();
      graph.backward(result);
      return graph.gradient(operands[slot])?.data[0] ?? NaN;
    } finally {
      graph.delete();
    }
  }
}
