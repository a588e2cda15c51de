// A graph as a picture for print and slides: each node with its value and gradient, each edge with its local derivative. It needs nothing but itself.

/** @import { Box } from '../draw/graph-layout.js' */
/** @import { GraphNodeState, GraphState } from './graph-state.js' */
import { signOf } from '../draw/format.js';
import { layoutGraph } from '../draw/graph-layout.js';
import { shortNumber } from '../draw/graph-numbers.js';

/** Advance of a character of each size, in px: what measures text where no page is. */
const HEAD = 7.2;
const VALUE = 11;
const SMALL = 6.9;
const MARGIN = 16;

/** As the page has them in light. */
const COLORS = { ink: '#1a1d21', muted: '#5a6270', border: '#868e9a', negative: '#b04600', zero: '#5a6270', positive: '#00629b' };

/** As XML has it, which has no place for control characters and halves of others. @param {string} text */
const escaped = (text) => text.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD').replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

/** @param {ArrayLike<number>} data @param {number[]} shape */
const numbersOf = (data, shape) => (data.length === 1 ? shortNumber(data[0]) : data.length <= 4 ? `[${Array.from(data, (x) => shortNumber(x)).join(', ')}]` : shape.join('×'));

/** What stands in a node. @param {GraphNodeState} node @param {string} output its name */
function linesOf({ names, op, kind, value, gradient, shape }, output) {
  const name = names[0];
  const head = [name, op ?? (kind === 'constant' ? 'constant' : '')].filter(Boolean);
  const said = gradient && kind !== 'constant' ? `${name ? `∂${output}/∂${name} =` : 'gradient'} ${numbersOf(gradient, shape)}` : '';
  return { head, value: numbersOf(value, shape), said, sign: gradient?.length === 1 ? signOf(gradient[0]) : /** @type {const} */ ('zero') };
}

/** The local derivative by an input that has a gradient; empty by another. @param {GraphNodeState[]} nodes @param {number} id @param {number} slot */
function localText(nodes, id, slot) {
  const { inputs, locals } = nodes[id];
  return nodes[inputs[slot]].kind === 'constant' || locals[slot] === null ? '' : shortNumber(/** @type {number} */ (locals[slot]));
}

/** @param {GraphState} state */
export function graphToSvg({ nodes, output, source }) {
  const outputName = nodes[output].names[0] ?? 'L';
  const lines = nodes.map((node) => linesOf(node, outputName));
  const boxes = nodes.map(({ id, inputs, locals }) => /** @type {Box} */ ({
    id, inputs,
    width: Math.max(72, lines[id].head.join(' ').length * HEAD, lines[id].value.length * VALUE, lines[id].said.length * SMALL) + 24,
    height: lines[id].said ? 86 : 60,
    labels: locals.map((_, slot) => {
      const text = localText(nodes, id, slot).length * SMALL + 24;
      return { width: text, height: 24, at: 12, text };
    }),
  }));
  const { width, height, places, edges } = layoutGraph(boxes);
  const wires = edges.map(({ path, label, to, slot }) => {
    const local = localText(nodes, to, slot);
    return `<path class="edge" d="${path}"/>${label && local ? `<text class="small" x="${label.x + label.width / 2}" y="${label.y + 8}">${escaped(local)}</text>` : ''}`;
  });
  const drawn = nodes.map((node) => nodeOf(node, lines[node.id], places[node.id], node.id === output));
  const [w, h] = [Math.ceil(width + 2 * MARGIN), Math.ceil(height + 2 * MARGIN)];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="${-MARGIN} ${-MARGIN} ${w} ${h}" role="img" class="backprop-graph" font-family="system-ui, sans-serif" font-size="13">
<title>${escaped(source)}</title>
<style>.backprop-graph text { fill: ${COLORS.ink}; text-anchor: middle } .backprop-graph .value { font: 18px ui-monospace, monospace } .backprop-graph .small { font: 11.5px ui-monospace, monospace; fill: ${COLORS.muted} } .backprop-graph .edge { fill: none; stroke: ${COLORS.border}; stroke-width: 1.2 } .backprop-graph g rect { stroke: ${COLORS.border} } .backprop-graph rect { fill: #fff } .backprop-graph .constant rect { stroke-dasharray: 4 3 } .backprop-graph .output rect { stroke: ${COLORS.ink}; stroke-width: 2 } .backprop-graph .negative { fill: ${COLORS.negative} } .backprop-graph .positive { fill: ${COLORS.positive} } .backprop-graph .muted { fill: ${COLORS.muted} }</style>
<rect x="${-MARGIN}" y="${-MARGIN}" width="${w}" height="${h}"/>
${[...wires, ...drawn].join('\n')}
</svg>
`;
}

/** @param {GraphNodeState} node @param {ReturnType<typeof linesOf>} lines @param {import('../draw/graph-layout.js').Place} place @param {boolean} isOutput */
function nodeOf({ kind }, { head: [name, ...op], value, said, sign }, { x, y, width, height }, isOutput) {
  const middle = x + width / 2;
  return `<g class="${kind}${isOutput ? ' output' : ''}"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>
  <text x="${middle}" y="${y + 20}"><tspan font-weight="600">${escaped(name ?? '')}</tspan> <tspan class="muted">${escaped(op.join(' '))}</tspan></text>
  <text class="value" x="${middle}" y="${y + 46}">${escaped(value)}</text>${said ? `
  <text class="small ${sign}" x="${middle}" y="${y + 72}">${escaped(said)}</text>` : ''}</g>`;
}
