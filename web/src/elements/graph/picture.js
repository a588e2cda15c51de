// <backprop-graph-picture>: the nodes of a graph with values, gradients and every contribution; arrow keys walk them.

/** @import { GraphFrame, GraphNode } from '../../types.js' */
/** @import { Program } from '../../graph/draft.js' */
/** @import { GraphState } from '../../graph/graph-store.js' */
import { LitElement, html, nothing, svg } from 'lit';
import { signOf } from '../../draw/format.js';
import { layoutGraph } from '../../draw/graph-layout.js';
import { namesOf } from '../../draw/graph-names.js';
import { nodeSentence, tensorText } from '../../draw/graph-sentence.js';
import { stateAt, stepsOf } from '../../draw/graph-steps.js';
import { setLeaf } from '../../graph/text-edits.js';
import tables from '../../tables.js';
import { emitChange } from '../change.js';
import { graphPictureCss } from './picture-css.js';
import { sharedCss } from '../shared-css.js';

export class GraphPicture extends LitElement {
  static properties = { state: { attribute: false }, focused: { state: true } };
  static styles = [sharedCss, graphPictureCss];

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
    this.focused = 0;
  }

  get frame() {
    return this.state?.frame;
  }

  get count() {
    return Math.min(this.state?.count ?? 0, this.state?.steps ?? 0);
  }

  /** @param {GraphNode} node */
  #box({ id, kind, inputs, shape, explanation }) {
    const rows = shape.length > 1 ? Math.min(shape[0], 4) : 1;
    const uses = explanation?.uses.length ?? 0;
    const extra = (rows - 1) * 40 + (kind !== 'constant' && uses > 1 ? 28 * uses : 0);
    return { id, inputs, width: kind === 'operation' ? 148 : uses > 1 ? 232 : 184, height: kind === 'constant' && !shape.length ? 46 : 118 + extra };
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Enter' && event.composedPath()[0] instanceof HTMLDivElement) emitChange(this, { select: this.focused });
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!by || event.shiftKey || !this.frame || event.composedPath()[0] instanceof HTMLInputElement) return;
    event.preventDefault();
    event.stopPropagation();
    this.focused = Math.min(Math.max(this.focused + by, 0), this.frame.nodes.length - 1);
    void this.updateComplete.then(() => /** @type {HTMLElement} */ (this.renderRoot.querySelector('[tabindex="0"]')).focus());
  }

  render() {
    const { frame } = this;
    if (!frame?.nodes.length) return nothing;
    const steps = stepsOf(frame);
    const state = stateAt(frame, steps, this.count);
    const names = namesOf(frame);
    const { width, height, places, edges } = layoutGraph(frame.nodes.map((node) => this.#box(node)), 100);
    const now = steps[this.count - 1];
    return html`<div class="scroll"><div class="picture" role="group" aria-label="Graph. Arrow keys walk its nodes." @keydown=${this.#key}
      .style=${`width:${width}px;height:${height}px`}>
      <svg aria-hidden="true" width=${width} height=${height} viewBox="0 0 ${width} ${height}">${edges.map((edge) => this.#edge(edge, places, state, names, now))}</svg>
      ${frame.nodes.map((node) => this.#node(node, places[node.id], state, names, now))}
    </div></div>`;
  }

  /**
   * @param {ReturnType<typeof layoutGraph>['edges'][number]} edge @param {import('../../draw/graph-layout.js').Place[]} places
   * @param {ReturnType<typeof stateAt>} state @param {{ name: string }[]} names @param {import('../../draw/graph-steps.js').Step | undefined} now
   */
  #edge({ from, to, slot, points }, places, state, names, now) {
    const nodes = /** @type {GraphFrame} */ (this.frame).nodes;
    const [a, b] = [places[from], places[to]];
    const slots = nodes[to].inputs.length;
    const start = { x: a.x + a.width, y: a.y + a.height / 2 };
    const end = { x: b.x, y: b.y + (b.height * (slot + 1)) / (slots + 1) };
    const way = [start, ...points.slice(1, -1), end];
    const path = way.slice(1).map(({ x, y }, i) => `C${(way[i].x + x) / 2} ${way[i].y} ${(way[i].x + x) / 2} ${y} ${x} ${y}`).join('');
    const constant = !nodes[from].requiresGrad;
    const edge = nodes[to].explanation?.edges[slot];
    const active = now?.phase === 'backward' && now.node === to && now.to === from;
    const label = edge && !constant && state.known.has(to) ? edge : undefined;
    const text = label && (label.local.length === 1 ? `∂${names[to].name}/∂${names[from].name} = ${tensorText({ shape: [], data: label.local })}` : label.back.symbols);
    const [p, q] = [way[way.length - 2], end];
    return svg`<path class="edge ${constant ? 'constant' : ''} ${active ? 'active' : ''}" d="M${start.x} ${start.y}${path}"/>
      ${text ? svg`<text x=${end.x - 50} y=${(p.y + q.y) / 2 + 4} data-value=${label?.local.length === 1 ? String(label.local[0]) : nothing}>${text}</text>` : nothing}`;
  }

  /**
   * @param {GraphNode} node @param {import('../../draw/graph-layout.js').Place} place
   * @param {ReturnType<typeof stateAt>} state @param {{ name: string, expression: string }[]} names @param {import('../../draw/graph-steps.js').Step | undefined} now
   */
  #node(node, { x, y, width, height }, state, names, now) {
    const { id, kind, op, value, explanation } = node;
    const { name, expression } = names[id];
    const gradient = state.gradients.get(id);
    const known = state.known.has(id);
    const added = state.added.get(id) ?? [];
    const said = nodeSentence(names[id], kind, known ? tensorText(value) : '', tensorText(gradient));
    const output = names[/** @type {GraphFrame} */ (this.frame).output].name;
    const uses = explanation?.uses ?? [];
    const many = kind !== 'constant' && uses.length > 1;
    const scalar = value.shape.length === 0;
    const limit = [5, 10, 20, 50, 100, 1000].find((most) => most >= Math.abs(value.data[0])) ?? Math.abs(value.data[0]);
    const last = added.at(-1);
    return html`<div class="node ${kind} ${now && (now.to === id || now.node === id) ? 'active' : ''} ${id === this.state?.selected ? 'selected' : ''}" role="group" aria-label=${said} tabindex=${id === this.focused ? 0 : -1}
      @focus=${() => (this.focused = id)} @click=${() => emitChange(this, { select: id })} .style=${`left:${x}px;top:${y}px;width:${width}px;height:${height}px`}>
      <div class="head"><b>${name}</b> <span class="muted">${kind === 'constant' ? 'constant' : kind === 'parameter' ? (many ? `leaf, used ${uses.length} times` : 'leaf') : expression}</span>
        <span class="symbol">${op ? tables.ops.find((row) => row.name === op)?.symbol : ''}</span></div>
      ${kind === 'constant' && scalar ? nothing : html`<div class="value"><span class="n" data-value=${known ? [...value.data].join() : ''}>${known ? tensorText(value) : '–'}</span>
        ${kind === 'parameter' && scalar && node.span ? html`<input type="range" aria-label="value of ${name}" min=${-limit} max=${limit} step=${limit / 50} .value=${String(value.data[0])}
          @input=${(/** @type {Event} */ e) => this.#slide(id, Number(/** @type {HTMLInputElement} */ (e.target).value))}>` : nothing}</div>`}
      ${kind === 'constant' ? nothing : html`<div class="grads">
        ${many ? uses.map(({ consumer, edge }) => {
          const here = added.some(({ from }) => from === consumer);
          return html`<div class="row ${now?.phase === 'backward' && now.to === id && now.node === consumer ? 'now' : ''}"><span class="muted">from ${names[consumer].name}</span>
            <span class="n" data-value=${here ? [...edge.contribution].join() : ''}>${here ? edge.back.numbers || tensorText({ shape: node.shape, data: edge.contribution }) : '·'}</span></div>`;
        }) : nothing}
        <div class="row"><span class="muted">${kind === 'parameter' ? `${name}.grad` : `∂${output}/∂${name}`}</span>
          ${last?.before ? html`<span class="n">${tensorText(last.before)} += ${uses.filter(({ consumer }) => consumer === last.from).map(({ edge }) => tensorText({ shape: node.shape, data: edge.contribution })).join(' + ')} →</span>` : nothing}
          <b class="n ${gradient && scalar ? signOf(gradient.data[0]) : ''}" data-key="gradient.${name}" data-value=${gradient ? [...gradient.data].join() : '0'}>${gradient ? tensorText(gradient) : this.count > 0 && node.requiresGrad ? '0' : '·'}</b></div>
      </div>`}
    </div>`;
  }

  /** @param {number} node @param {number} value */
  #slide(node, value) {
    emitChange(this, { edit: (/** @type {Program} */ program) => setLeaf(program, node, Number(value.toPrecision(6))) });
  }
}
customElements.define('backprop-graph-picture', GraphPicture);
