// A graph to fill in: each operation has a field for its value, each node that takes a gradient one for that; marks say which are right.

/** @import { Box } from '../../draw/graph-layout.js' */
/** @import { Entered } from '../../questions/fill-in.js' */
/** @import { Drawn, Posed } from '../../questions/quiz.js' */
/** @import { Strings } from '../../questions/speech.js' */
/** @import { Cell, CheckedCell, Filled } from '../../questions/types.js' */
import { html, nothing, svg } from 'lit';
import { live } from 'lit/directives/live.js';
import { layoutGraph } from '../../draw/graph-layout.js';
import { mathOf } from '../../questions/math-text.js';
import { cellName, say, writeNumber } from '../../questions/speech.js';

const WIDTH = 152;
/** Rather so much smaller than cut off, where a pointer is fine enough for it. */
const LEAST = 0.8;
const HEIGHTS = { constant: 34, node: 130 };

const MARKS = /** @type {const} */ ({ right: ['✓', 'isRight'], wrong: ['✗', 'isWrong'], follows: ['↳', 'isFollows'], missing: ['…', 'isMissing'], unread: ['?', 'isUnread'] });

/**
 * @param {Posed} posed @param {number} room its width in px, 0 before that is known @param {Entered} entered @param {Filled | undefined} filled @param {Strings} strings @param {(cell: Cell, text: string) => void} onType
 */
export function graphTemplate({ nodes, cells }, room, entered, filled, strings, onType) {
  /** @type {Box[]} */
  const boxes = nodes.map(({ id, inputs, constant }) => ({ id, inputs, width: constant ? 30 : WIDTH, height: constant ? HEIGHTS.constant : HEIGHTS.node, near: constant }));
  const { width, height, places, edges } = layoutGraph(boxes);
  const scale = Math.min(room / width, 1);
  const zoom = scale >= LEAST && matchMedia('(pointer: fine)').matches ? scale : 1;
  const checked = new Map(filled?.cells.map((cell) => [`${cell.pass} ${cell.node}`, cell]));
  const field = (/** @type {Cell} */ cell) => fieldTemplate(cell, nodes, entered, checked.get(`${cell.pass} ${cell.node}`), isFirst(filled, cell), strings, onType);
  return html`<div class="stage"><div class="picture" .style=${`width:${width}px;height:${height}px;zoom:${zoom}`}>
    <svg aria-hidden="true" width=${width} height=${height}>${edges.map(({ path }) => edgeTemplate(path))}</svg>
    ${nodes.map((node) => {
      const { x, y, width: wide, height: high } = places[node.id];
      return html`<div class="node ${node.constant ? 'constant' : ''}" role="group" aria-label=${titleOf(node, strings)} .style=${`left:${x}px;top:${y}px;width:${wide}px;height:${high}px`}>
        ${node.constant ? html`<span class="mono">${writeNumber(strings, node.value)}</span>` : html`<b class="mono title">${titleOf(node, strings)}</b>
          ${node.leaf ? html`<span class="row"><span class="muted">${say(strings, 'value')}</span><span class="mono">${writeNumber(strings, node.value)}</span></span>` : nothing}
          ${cells.filter((cell) => cell.node === node.id).map(field)}`}</div>`;
    })}</div></div>`;
}

/** @param {Drawn} node @param {Strings} strings */
const titleOf = ({ name, expression, leaf }, strings) => mathOf(strings, leaf ? name : `${name} = ${expression}`);

/** @param {string} path */
const edgeTemplate = (path) => svg`<path d=${path}></path>`;

/** @param {Filled | undefined} filled @param {Cell} cell */
const isFirst = (filled, { node, pass }) => filled?.first?.node === node && filled.first.pass === pass;

/**
 * @param {Cell} cell @param {Drawn[]} nodes @param {Entered} entered @param {CheckedCell | undefined} checked @param {boolean} first whether it is the first wrong step
 * @param {Strings} strings @param {(cell: Cell, text: string) => void} onType
 */
function fieldTemplate({ node, pass }, nodes, entered, checked, first, strings, onType) {
  const cell = /** @type {Cell} */ ({ node, pass });
  const [mark, words] = checked ? MARKS[checked.status] : ['', undefined];
  const name = cellName(strings, cell, nodes);
  return html`<label class="row ${first ? 'first' : ''}"><span class="muted">${say(strings, pass === 'forward' ? 'value' : 'gradient')}</span>
    <input class="field mono" autocomplete="off" spellcheck="false" aria-label=${words ? `${name}: ${say(strings, words)}` : name} aria-invalid=${checked?.status === 'wrong' || checked?.status === 'unread'}
      .value=${live(entered[pass][node] ?? '')} @input=${(/** @type {Event & { target: HTMLInputElement }} */ { target }) => onType(cell, target.value)}>
    <span class="mark" aria-hidden="true" title=${words ? say(strings, words) : nothing}>${mark}</span></label>`;
}
