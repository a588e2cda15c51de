// What the text edits are given of a text: what `parse` says, as plain data.
import { load } from '../../wasm/index.js';

const backprop = await load();
const ops = /** @type {any} */ (backprop.tables().ops);

/** @param {string} source @param {{ defaultValue?: number }} [options] */
export function programOf(source, options) {
  const { graph, ...parsed } = backprop.parse(source, options);
  const nodes = Array.from({ length: graph.size }, (_, node) => {
    const { kind, op, inputs } = graph.node(node);
    const { data } = graph.value(node);
    return { kind: String(kind), op, inputs: [...inputs], value: op ? undefined : data[0], data: op ? '' : String(data) };
  });
  graph.delete();
  return { source, ...parsed, nodes, ops };
}
