// A graph as JSON: its text, and every node with its inputs, value and gradient.

/** @import { GraphState } from './graph-state.js' */
import { jsonNumber, lists } from './numbers.js';

/** @param {ArrayLike<number>} data @param {number[]} shape */
const tensor = (data, shape) => lists(data, shape, (x) => jsonNumber(x, 'float64'));

/** What JSON cannot say is a text. @param {string} _ @param {unknown} value */
const spoken = (_, value) => (typeof value === 'number' && !Number.isFinite(value) ? JSON.parse(jsonNumber(value, 'float64')) : value);

/** @param {GraphState} state */
export function graphToJson({ source, output, nodes }) {
  const rows = nodes.map(({ id, names, kind, op, attributes, inputs, shape, value, gradient }) =>
    `    {"id": ${id}, "names": ${JSON.stringify(names)}, "kind": "${kind}", "op": ${JSON.stringify(op)}, "attributes": ${JSON.stringify(attributes, spoken)}, "inputs": ${JSON.stringify(inputs)}, ` +
    `"shape": ${JSON.stringify(shape)}, "value": ${tensor(value, shape)}, "gradient": ${gradient ? tensor(gradient, shape) : 'null'}}`);
  return `{\n  "source": ${JSON.stringify(source)},\n  "output": ${output},\n  "nodes": [\n${rows.join(',\n')}\n  ]\n}\n`;
}
