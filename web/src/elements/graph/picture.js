// <backprop-graph-picture>: the picture of the graph page, in which a graph is also connected, changed, zoomed and its nodes selected.

/** @import { Program } from '../../graph/draft.js' */
/** @import { GraphState } from '../../graph/graph-state.js' */
/** @import { Item } from '../../draw/graph-view.js' */
/** @import { Scene } from './scene.js' */
import { html, nothing } from 'lit';
import { connect, deleteNode, setLeaf } from '../../graph/text-edits.js';
import tables from '../../tables.js';
import { emitChange } from '../change.js';
import { follow } from './gestures.js';
import { GraphView } from './view.js';
import { socketAt, socketHeight, wireTemplate } from './wire.js';

export class GraphPicture extends GraphView {
  static properties = { ...GraphView.properties, wire: { state: true } };

  /** The last number of a slider or a drag that came while the one before was still being read. @type {(() => void) | undefined} */
  #waiting;

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
    this.manner = { ops: tables.ops };
    /** @type {import('./wire.js').Wire | undefined} being drawn */
    this.wire = undefined;
    Object.assign(this.acts, {
      setLeaf: (/** @type {number} */ node, /** @type {number} */ value, /** @type {number[]} */ entry) => this.#setLeaf(node, value, entry),
      drag: (/** @type {PointerEvent} */ event, /** @type {number} */ node) => this.dragNumber(event, node),
      why: (/** @type {Event} */ event, /** @type {number} */ node) => {
        event.stopPropagation();
        emitChange(this, { why: node });
      },
    });
  }

  /** @param {(program: Program) => import('../../graph/text-edits.js').Edit} edit */
  #edit(edit) {
    emitChange(this, { edit });
  }

  /** @param {number} node @param {number} value @param {number[]} [entry] */
  #setLeaf(node, value, entry) {
    const isRead = this.state?.frame?.source === this.state?.text || this.state?.errors?.length;
    this.#waiting = isRead ? undefined : () => this.#setLeaf(node, value, entry);
    if (isRead) this.#edit((program) => setLeaf(program, node, value, entry));
  }

  updated() {
    if (this.scene) this.#waiting?.();
    super.updated();
  }

  /** @param {string} key @param {Item} item */
  pressed(key, item) {
    if (key === 'Escape') emitChange(this, { select: null });
    else if (key === 'Delete' || key === 'Backspace') {
      this.keepsFocus = true;
      this.#edit((program) => deleteNode(program, item.node));
    } else return super.pressed(key, item);
    return true;
  }

  /** A group unfolds, a node is selected. @param {Item} item */
  open(item) {
    super.open(item);
    if (item.kind !== 'layer' && item.kind !== 'neuron') emitChange(this, { select: item.node });
  }

  /** From a node's plug to the operand of another. @param {PointerEvent} event @param {Item} item */
  #drawWire(event, item) {
    const { scene } = this;
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

  /** @param {Scene} scene */
  above(scene) {
    return this.wire ? wireTemplate(scene, this.wire) : nothing;
  }

  /** @param {Scene} scene @param {Item} item */
  attached(scene, item) {
    const { wire } = this;
    const aimed = wire?.to === item.id;
    const middle = scene.layout.places[item.id].height / 2;
    const parts = html`${item.kind === 'layer' ? nothing : html`<span class="plug" aria-hidden="true" title="drag to an operand" .style=${`top:${middle}px`}
        @pointerdown=${(/** @type {PointerEvent} */ e) => this.#drawWire(e, item)} @click=${(/** @type {Event} */ e) => e.stopPropagation()}></span>`}
      ${aimed ? html`<span class="socket" .style=${`top:${socketHeight(scene, item.id, wire.slot)}px`}></span>` : nothing}`;
    return { marks: aimed ? 'aimed' : '', parts };
  }

  /** @param {Scene} scene */
  tools({ view, folded, folds }) {
    const foldable = (view.items.length > 24 || folded.length > 0) && folds.neurons.length + folds.layers.length > 0;
    /** @type {'none' | 'all'} */
    const mode = folded.length ? 'none' : 'all';
    return html`<div class="tools" role="group" aria-label="Picture">
      ${foldable ? html`<button @click=${() => (this.folding = { mode, turned: new Set() })}>${mode === 'all' ? 'Fold all' : 'Unfold all'}</button>` : nothing}
      <button aria-label="Zoom out" @click=${() => this.viewport.zoom(1 / 1.25)}>−</button>
      <button aria-label="Zoom in" @click=${() => this.viewport.zoom(1.25)}>+</button>
      <button @click=${() => (this.viewport.fit(true), void this.updateComplete.then(() => this.reveal()))}>Fit</button></div>`;
  }

  /** @param {WheelEvent} event */
  wheel = (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    void this.viewport.zoom(Math.exp(-event.deltaY / 300), event);
  };
}
customElements.define('backprop-graph-picture', GraphPicture);
