// A graph for Graphviz: dot -Tsvg graph.dot. Values and gradients stand in the nodes, with four digits.

/** @import { GraphNodeState, GraphState } from './graph-state.js' */

/** A text within quotes. @param {string} text */
const quoted = (text) => `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;

/** @param {ArrayLike<number>} data @param {number[]} shape */
const brief = (data, shape) => (data.length === 1 ? String(Number(data[0].toPrecision(4))) : shape.join('×'));

/** @param {GraphNodeState} node */
function label({ names, op, kind, value, gradient, shape }) {
  const head = [names.join(', '), op].filter(Boolean).join(' = ') || (kind === 'constant' ? '' : kind);
  return [head, brief(value, shape), gradient && `grad ${brief(gradient, shape)}`].filter(Boolean).join('\n');
}

const SHAPES = { constant: 'plaintext', parameter: 'box', operation: 'ellipse' };

/** @param {GraphState} state */
export function toDot({ nodes, output }) {
  const lines = nodes.map((node) => `  n${node.id} [label=${quoted(label(node))}, shape=${SHAPES[node.kind]}${node.id === output ? ', peripheries=2' : ''}];`);
  const edges = nodes.flatMap(({ id, inputs }) => inputs.map((input) => `  n${input} -> n${id};`));
  return `digraph backpropagation {\n  rankdir=LR;\n${[...lines, ...edges].join('\n')}\n}\n`;
}
