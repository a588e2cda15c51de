// <backprop-graph-picture>: the nodes of a graph with values, gradients and every contribution; they are walked, folded, connected and changed here.

/** @import { Program } from '../../graph/draft.js' */
/** @import { GraphState } from '../../graph/graph-state.js' */
/** @import { Item } from '../../draw/graph-view.js' */
/** @import { GraphFrame } from '../../types.js' */
/** @import { Acts, Moment } from './picture-node.js' */
/** @import { Folding, Scene } from './scene.js' */
import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { stateAt } from '../../draw/graph-steps.js';
import { walkGraph } from '../../draw/graph-walk.js';
import { connect, deleteNode, setLeaf } from '../../graph/text-edits.js';
import { emitChange } from '../change.js';
import { dragStep, dragged, follow, pan } from './gestures.js';
import { glide, sendBeads } from './motion.js';
import { graphPictureCss } from './picture-css.js';
import { edgeTemplate, labelTemplate } from './picture-edge.js';
import { itemSentence, nodeTemplate } from './picture-node.js';
import { makeScene } from './scene.js';
import { sharedCss } from '../shared-css.js';
import { seenOf, Viewport } from './viewport.js';
import { socketAt, socketHeight, wireTemplate } from './wire.js';

/** Past so many, only what is seen is drawn. */
const MOST_DRAWN = 120;

export class GraphPicture extends LitElement {
  static properties = { state: { attribute: false }, focused: { state: true }, folding: { state: true }, wire: { state: true } };
  static styles = [sharedCss, graphPictureCss];

  /** @type {Scene | undefined} */
  #scene;
  /** @type {Scene | undefined} */
  #shown;
  #count = -1;
  /** The last number of a slider or a drag that came while the one before was still being read. @type {(() => void) | undefined} */
  #waiting;
  #refocus = false;
  /** whether a node that is deleted had the focus */
  #deleted = false;

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
    /** key of the item that the Tab key reaches */
    this.focused = '';
    /** @type {Folding} */ this.folding = { mode: 'auto', turned: new Set() };
    /** @type {import('./wire.js').Wire | undefined} being drawn */
    this.wire = undefined;
    this.viewport = new Viewport(this);
    /** @type {Acts} */
    this.acts = {
      setLeaf: (node, value, entry) => this.#setLeaf(node, value, entry),
      unfold: (item) => this.#turn(item.key),
      fold: (key) => this.#turn(key),
      drag: (event, node) => this.#dragNumber(event, node),
      why: (event, node) => {
        event.stopPropagation();
        emitChange(this, { why: node });
      },
    };
  }

  get count() {
    return Math.min(this.state?.count ?? 0, this.state?.steps ?? 0);
  }

  /** @param {(program: Program) => import('../../graph/text-edits.js').Edit} edit */
  #edit(edit) {
    emitChange(this, { edit });
  }

  /** @param {number} node @param {number} value @param {number[]} [entry] */
  #setLeaf(node, value, entry) {
    const isRead = this.state?.frame?.source === this.state?.text || this.state?.errors.length;
    this.#waiting = isRead ? undefined : () => this.#setLeaf(node, value, entry);
    if (isRead) this.#edit((program) => setLeaf(program, node, value, entry));
  }

  /** A group the other way round. @param {string} key */
  #turn(key) {
    const turned = new Set(this.folding.turned);
    if (!turned.delete(key)) turned.add(key);
    this.folding = { ...this.folding, turned };
    this.#refocus = true;
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    const frame = this.state?.frame;
    if (frame?.nodes.length && (frame !== this.#scene?.frame || changed.has('folding'))) this.#scene = makeScene(frame, this.folding);
    if (frame?.nodes.length === 0) this.#scene = this.#shown = undefined;
    const items = this.#scene?.view.items ?? [];
    if (items.some(({ key }) => key === this.focused)) return;
    const before = this.#shown?.view.items.findIndex(({ key }) => key === this.focused) ?? 0;
    this.focused = items[Math.min(Math.max(before, 0), items.length - 1)]?.key ?? '';
  }

  updated() {
    const [scene, before] = [this.#scene, this.#shown];
    if (!scene) return;
    this.#waiting?.();
    if (scene !== before) {
      this.#shown = scene;
      this.#refocus ||= this.#deleted;
      this.#deleted = false;
      this.viewport.show(scene.layout);
      if (!this.viewport.zoomed) this.viewport.fit();
      if (before) glide(this.renderRoot, before, scene);
      void this.updateComplete.then(() => this.#reveal());
    }
    if (this.count !== this.#count) {
      this.#count = this.count;
      if (scene === before) {
        sendBeads(this.renderRoot);
        this.#reveal(true);
      }
    }
    if (!this.#refocus) return;
    this.#refocus = false;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.node[tabindex="0"]'))?.focus({ preventScroll: true });
  }

  /** The nodes of this step come into view, or the output. */
  #reveal(smooth = false) {
    const scene = this.#scene;
    if (!scene) return;
    const now = scene.steps[this.count - 1];
    const nodes = now && now.phase !== 'zero' ? [now.node, now.to] : [scene.frame.output];
    const rects = nodes.filter((node) => node >= 0).map((node) => scene.layout.places[scene.view.itemOf[node]]);
    const [x, y] = [Math.min(...rects.map((rect) => rect.x)), Math.min(...rects.map((rect) => rect.y))];
    const union = { x, y, width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x, height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y };
    this.viewport.reveal(union, smooth);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const scene = this.#scene;
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    if (!scene || !target.classList.contains('node') || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const item = scene.view.items[Number(target.dataset.item)];
    const next = walkGraph(scene.view.items, scene.layout.uses, item.id, event.key);
    if (next !== undefined) this.#focus(scene.view.items[next]);
    else if (event.key === 'Enter') this.#open(item);
    else if (event.key === 'Escape') emitChange(this, { select: null });
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      this.#deleted = true;
      this.#edit((program) => deleteNode(program, item.node));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {Item} item */
  #focus(item) {
    this.focused = item.key;
    this.#refocus = true;
    const place = this.#scene?.layout.places[item.id];
    if (place) this.viewport.reveal(place);
    this.requestUpdate();
  }

  /** A group unfolds, a node is selected. @param {Item} item */
  #open(item) {
    if (item.kind === 'layer' || item.kind === 'neuron') this.#turn(item.key);
    else emitChange(this, { select: item.node });
  }

  /** @param {PointerEvent} event @param {number} node */
  #dragNumber(event, node) {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    const value = this.#scene?.frame.nodes[node].value.data[0] ?? 0;
    const step = dragStep(value);
    let last = value;
    follow(event, (dx) => {
      const next = dragged(value, dx, step);
      if (next === last) return;
      last = next;
      this.acts.setLeaf(node, next);
    });
  }

  /** From a node's plug to the operand of another. @param {PointerEvent} event @param {Item} item */
  #drawWire(event, item) {
    const scene = this.#scene;
    if (event.button !== 0 || !scene) return;
    event.preventDefault();
    event.stopPropagation();
    const aim = (/** @type {PointerEvent} */ now) => {
      this.wire = { from: item.id, ...this.viewport.toPicture(now), ...socketAt(scene, /** @type {ShadowRoot} */ (this.renderRoot), this.viewport, now, item) };
    };
    follow(event, (_dx, _dy, now) => aim(now), (last) => {
      if (last) aim(last);
      const { wire } = this;
      this.wire = undefined;
      const to = wire && scene.view.items[wire.to]?.node;
      if (last && wire && to !== undefined && wire.slot >= 0) this.#edit((program) => connect(program, to, wire.slot, item.node));
    });
  }

  render() {
    const scene = this.#scene;
    if (!scene) return nothing;
    const { layout, view, frame } = scene;
    const { scale } = this.viewport;
    /** @type {Moment} */
    const moment = { state: stateAt(frame, scene.steps, this.count), now: scene.steps[this.count - 1], started: this.count > 0, lit: this.state?.lit ?? [], broken: this.#broken(frame) };
    const { items, edges } = view.items.length > MOST_DRAWN ? seenOf(scene, this.viewport.window(), this.focused) : { items: view.items, edges: layout.edges };
    return html`<div class="stage" @pointerdown=${pan} @wheel=${this.#wheel} @scroll=${this.#scrolled}><div class="sized" .style=${`width:${layout.width * scale}px;height:${layout.height * scale}px`}>
      <div class="picture" role="group" aria-label="Graph. Left and right walk its nodes, up goes to an operand, down to a use." @keydown=${this.#key}
        .style=${`width:${layout.width}px;height:${layout.height}px;transform:scale(${scale})`}>
        <svg class="edges" aria-hidden="true" width=${layout.width} height=${layout.height}>${edges.map((edge) => edgeTemplate(scene, edge, moment))}</svg>
        ${edges.map((edge) => labelTemplate(scene, edge, moment))}
        ${repeat(items, ({ key }) => key, (item) => this.#item(scene, item, moment))}
        ${this.wire ? wireTemplate(scene, this.wire) : nothing}
      </div></div></div>
      <div class="tools" role="group" aria-label="Picture">${view.items.length > 24 || scene.folded.length ? this.#foldButton(scene) : nothing}
        <button aria-label="Zoom out" @click=${() => this.viewport.zoom(1 / 1.25)}>−</button>
        <button aria-label="Zoom in" @click=${() => this.viewport.zoom(1.25)}>+</button>
        <button @click=${() => (this.viewport.fit(true), void this.updateComplete.then(() => this.#reveal()))}>Fit</button></div>`;
  }

  /** @param {Scene} scene */
  #foldButton({ folded, folds }) {
    if (folds.neurons.length + folds.layers.length === 0) return nothing;
    const mode = folded.length ? 'none' : 'all';
    return html`<button @click=${() => (this.folding = { mode, turned: new Set() })}>${mode === 'all' ? 'Fold all' : 'Unfold all'}</button>`;
  }

  #scrolled() {
    if ((this.#scene?.view.items.length ?? 0) > MOST_DRAWN) this.requestUpdate();
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    if (!event.ctrlKey) return;
    event.preventDefault();
    void this.viewport.zoom(Math.exp(-event.deltaY / 300), event);
  }

  /** What a mistake makes of this graph, while it is shown. @param {GraphFrame} frame */
  #broken(frame) {
    const broken = this.state?.broken;
    return broken?.source === frame.source ? broken : undefined;
  }

  /** @param {Scene} scene @param {Item} item @param {Moment} moment */
  #item(scene, item, moment) {
    const { x, y, width, height } = scene.layout.places[item.id];
    const { now } = moment;
    const active = now && item.members.some((member) => member === now.to || member === now.node);
    const selected = this.state?.selected !== undefined && item.members.includes(this.state.selected);
    const aimed = this.wire?.to === item.id;
    const tab = item.key === this.focused;
    const onClick = (/** @type {Event} */ event) => {
      const path = /** @type {Element[]} */ (event.composedPath());
      if (!path.some((element) => element.localName === 'input' || element.localName === 'button')) this.#open(item);
    };
    return html`<div class="node ${item.kind} ${active ? 'active' : ''} ${selected ? 'selected' : ''} ${aimed ? 'aimed' : ''}" role="group" data-item=${item.id}
      aria-label=${itemSentence(scene, item, moment)} tabindex=${tab ? 0 : -1} @focusin=${() => (this.focused = item.key)} @click=${onClick}
      .style=${`left:${x}px;top:${y}px;width:${width}px;height:${height}px`}>${nodeTemplate(scene, item, { ...moment, tab }, this.acts)}
      ${item.kind === 'layer' ? nothing : html`<span class="plug" aria-hidden="true" title="drag to an operand" .style=${`top:${height / 2}px`}
        @pointerdown=${(/** @type {PointerEvent} */ e) => this.#drawWire(e, item)} @click=${(/** @type {Event} */ e) => e.stopPropagation()}></span>`}
      ${aimed && this.wire ? html`<span class="socket" .style=${`top:${socketHeight(scene, item.id, this.wire.slot)}px`}></span>` : nothing}</div>`;
  }
}
customElements.define('backprop-graph-picture', GraphPicture);
