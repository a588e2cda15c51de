// The picture of a graph as it is looked at, on the graph page and in a lesson: nodes with values, gradients and every contribution, walked by keys and folded.
// Elements that extend it say what can be changed.

/** @import { GraphState } from '../../graph/graph-state.js' */
/** @import { Item } from '../../draw/graph-view.js' */
/** @import { GraphFrame } from '../../types.js' */
/** @import { Acts, Moment } from './picture-node.js' */
/** @import { Folding, Manner, Scene } from './scene.js' */
import { LitElement, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { stateAt } from '../../draw/graph-steps.js';
import { walkGraph } from '../../draw/graph-walk.js';
import { dragStep, dragged, follow, pan } from './gestures.js';
import { glide, sendBeads } from './motion.js';
import { graphPictureCss } from './picture-css.js';
import { edgeTemplate, labelTemplate } from './picture-edge.js';
import { itemSentence, nodeTemplate } from './picture-node.js';
import { makeScene } from './scene.js';
import { sharedCss } from '../shared-css.js';
import { seenOf, Viewport } from './viewport.js';

/** Past so many, only what is seen is drawn. */
export const MOST_DRAWN = 120;

/** @typedef {Pick<GraphState, 'frame' | 'count'> & Partial<GraphState>} Seen what is looked at, after so many steps */

/** A line of one px may fall between the pixels of a picture that is scaled: this one is painted there too. */
const dashes = html`<svg class="dashes" aria-hidden="true"><rect /></svg>`;

export class GraphView extends LitElement {
  static properties = { state: { attribute: false }, manner: { attribute: false }, focused: { state: true }, folding: { state: true } };
  static styles = [sharedCss, graphPictureCss];

  /** @type {Scene | undefined} */
  scene;
  /** @type {Scene | undefined} */
  #shown;
  #count = -1;
  #refocus = false;
  /** whether the focus stays on the picture when the item that has it goes */
  keepsFocus = false;

  constructor() {
    super();
    /** @type {Seen | undefined} */ this.state = undefined;
    /** @type {Partial<Manner>} */ this.manner = {};
    /** key of the item that the Tab key reaches */
    this.focused = '';
    /** @type {Folding} */ this.folding = { mode: 'auto', turned: new Set() };
    this.viewport = new Viewport(this);
    /** @type {Acts} */
    this.acts = { unfold: (item) => this.#turn(item.key), fold: (key) => this.#turn(key) };
  }

  /** A number of a leaf follows the pointer. @param {PointerEvent} event @param {number} node */
  dragNumber(event, node) {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    const value = this.scene?.frame.nodes[node].value.data[0] ?? 0;
    const step = dragStep(value);
    let last = value;
    follow(event, (dx) => {
      const next = dragged(value, dx, step);
      if (next === last) return;
      last = next;
      this.acts.setLeaf?.(node, next);
    });
  }

  get count() {
    return Math.min(this.state?.count ?? 0, this.scene?.steps.length ?? 0);
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
    if (frame?.nodes.length && (frame !== this.scene?.frame || changed.has('folding') || changed.has('manner'))) this.scene = makeScene(frame, this.folding, this.manner);
    if (frame?.nodes.length === 0) this.scene = this.#shown = undefined;
    const items = this.scene?.view.items ?? [];
    if (items.some(({ key }) => key === this.focused)) return;
    const before = this.#shown?.view.items.findIndex(({ key }) => key === this.focused) ?? 0;
    this.focused = items[Math.min(Math.max(before, 0), items.length - 1)]?.key ?? '';
  }

  updated() {
    const [scene, before] = [this.scene, this.#shown];
    if (!scene) return;
    if (scene !== before) {
      this.#shown = scene;
      this.#refocus ||= this.keepsFocus;
      this.keepsFocus = false;
      this.viewport.show(scene.layout);
      if (!this.viewport.zoomed) this.viewport.fit();
      if (before) glide(this.renderRoot, before, scene);
      void this.updateComplete.then(() => this.reveal());
    }
    if (this.count !== this.#count) {
      this.#count = this.count;
      if (scene === before) {
        sendBeads(this.renderRoot);
        this.reveal(true);
      }
    }
    if (!this.#refocus) return;
    this.#refocus = false;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.node[tabindex="0"]'))?.focus({ preventScroll: true });
  }

  /** The nodes of this step come into view; before the first the first node, else the output. */
  reveal(smooth = false) {
    const { scene } = this;
    if (!scene) return;
    const now = scene.steps[this.count - 1];
    const moved = now?.phase === 'update' ? scene.frame.update?.moves.map(({ node }) => node) : undefined;
    const nodes = moved ?? (now && now.node >= 0 ? [now.node, now.to] : [now ? scene.frame.output : scene.view.items[0].node]);
    const rects = nodes.filter((node) => node >= 0).map((node) => scene.layout.places[scene.view.itemOf[node]]);
    const [x, y] = [Math.min(...rects.map((rect) => rect.x)), Math.min(...rects.map((rect) => rect.y))];
    const union = { x, y, width: Math.max(...rects.map((rect) => rect.x + rect.width)) - x, height: Math.max(...rects.map((rect) => rect.y + rect.height)) - y };
    this.viewport.reveal(union, smooth);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { scene } = this;
    const target = /** @type {HTMLElement} */ (event.composedPath()[0]);
    if (!scene || !target.classList.contains('node') || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return;
    const item = scene.view.items[Number(target.dataset.item)];
    const next = walkGraph(scene.view.items, scene.layout.uses, item.id, event.key);
    if (next !== undefined) this.#focus(scene.view.items[next]);
    else if (!this.pressed(event.key, item)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Another key on an item. @param {string} key @param {Item} item @returns {boolean} whether it means something */
  pressed(key, item) {
    if (key !== 'Enter') return false;
    this.open(item);
    return true;
  }

  /** @param {Item} item */
  #focus(item) {
    this.focused = item.key;
    this.#refocus = true;
    const place = this.scene?.layout.places[item.id];
    if (place) this.viewport.reveal(place);
    this.requestUpdate();
  }

  /** A group unfolds. @param {Item} item */
  open(item) {
    if (item.kind === 'layer' || item.kind === 'neuron') this.#turn(item.key);
  }

  render() {
    const { scene } = this;
    if (!scene) return nothing;
    const { layout, view, frame, words } = scene;
    const { scale } = this.viewport;
    /** @type {Moment} */
    const moment = { state: stateAt(frame, scene.steps, this.count), now: scene.steps[this.count - 1], started: this.count > 0, lit: this.state?.lit ?? [], broken: this.#broken(frame) };
    const { items, edges } = view.items.length > MOST_DRAWN ? seenOf(scene, this.viewport.window(), this.focused) : { items: view.items, edges: layout.edges };
    return html`<div class="stage" @pointerdown=${pan} @wheel=${this.wheel} @scroll=${this.#scrolled}><div class="sized" .style=${`width:${layout.width * scale}px;height:${layout.height * scale}px`}>
      <div class="picture" role="group" aria-label=${words.nodes.picture} @keydown=${this.#key}
        .style=${`width:${layout.width}px;height:${layout.height}px;transform:scale(${scale})`}>
        <svg class="edges" aria-hidden="true" width=${layout.width} height=${layout.height}>${edges.map((edge) => edgeTemplate(scene, edge, moment))}</svg>
        ${edges.map((edge) => labelTemplate(scene, edge, moment))}
        ${repeat(items, ({ key }) => key, (item) => this.#item(scene, item, moment))}
        ${this.above(scene)}
      </div></div></div>
      ${this.tools(scene)}`;
  }

  /** What a wheel does besides scrolling. @type {((event: WheelEvent) => void) | undefined} */
  wheel = undefined;

  /** What lies over the nodes. @param {Scene} _scene @returns {unknown} */
  above(_scene) {
    return nothing;
  }

  /** Buttons beside the picture. @param {Scene} _scene @returns {unknown} */
  tools(_scene) {
    return nothing;
  }

  /** What hangs on a node. @param {Scene} _scene @param {Item} _item @returns {{ marks: string, parts: unknown }} its classes, and what is drawn */
  attached(_scene, _item) {
    return { marks: '', parts: nothing };
  }

  #scrolled() {
    if ((this.scene?.view.items.length ?? 0) > MOST_DRAWN) this.requestUpdate();
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
    const moved = now?.phase === 'update' && scene.frame.update?.moves.some(({ node }) => node === item.node);
    const active = moved || (now && item.members.some((member) => member === now.to || member === now.node));
    const selected = this.state?.selected !== undefined && item.members.includes(this.state.selected);
    const { marks, parts } = this.attached(scene, item);
    const tab = item.key === this.focused;
    const onClick = (/** @type {Event} */ event) => {
      const path = /** @type {Element[]} */ (event.composedPath());
      if (!path.some((element) => element.localName === 'input' || element.localName === 'button')) this.open(item);
    };
    return html`<div class="node ${item.kind} ${active ? 'active' : ''} ${selected ? 'selected' : ''} ${marks}" role="group" data-item=${item.id}
      aria-label=${itemSentence(scene, item, moment)} tabindex=${tab ? 0 : -1} @focusin=${() => (this.focused = item.key)} @click=${onClick}
      .style=${`left:${x}px;top:${y}px;width:${width}px;height:${height}px`}>${nodeTemplate(scene, item, { ...moment, tab }, this.acts)}${parts}${item.kind === 'constant' ? dashes : nothing}</div>`;
  }
}
