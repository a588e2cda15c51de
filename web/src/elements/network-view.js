// <backprop-network-view>: the network, its weights and their gradients; a weight is chosen by pointer or arrow keys.

/** @import { Frame, ScaleMode, Settings, Weight } from '../types.js' */
/** @import { NetworkLayout } from '../draw/layout.js' */
import { html, nothing } from 'lit';
import { toolSide } from '../draw/layer-tools.js';
import { layoutNetwork, leastHeight, unitAt, weightAt } from '../draw/layout.js';
import { everything } from '../draw/ops.js';
import { wayToLoss } from '../draw/way.js';
import { runSentence, weightSentence } from '../draw/sentence.js';
import { biasedBy } from '../draw/parameters.js';
import { sameWeight, walk } from '../draw/walk.js';
import { layerWidths } from '../store.js';
import { themeScale } from '../theme.js';
import { emitChange } from './change.js';
import { ThemeColors } from './colors.js';
import { MapAtlas } from './map-atlas.js';
import { drawUnits } from './network-canvas.js';
import { networkCss } from './network-css.js';
import { heads } from './network-heads.js';
import { deadLabels, inputNames, namesRoom, nodeLabels, outputNames, undrawn } from './network-labels.js';
import { bands, beads, biasThread, boxes, edges, links, marker } from './network-picture.js';
import { SeenElement } from './seen-element.js';
import { sharedCss } from './shared-css.js';
import { weightPointer } from './weight-pointer.js';
import { Size } from './size.js';
import './layer-tools.js';

const WAYS = /** @type {const} */ ({ ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' });

export class NetworkView extends SeenElement {
  static properties = {
    frame: { attribute: false },
    settings: { attribute: false },
    selected: { attribute: false },
    hovered: { attribute: false },
    trail: { attribute: false },
    scale: { type: String },
    reached: { attribute: false },
    compact: { type: Boolean, reflect: true },
    thread: { type: Boolean },
    fixed: { type: Boolean },
  };

  static styles = [sharedCss, networkCss];

  #told = { beadLength: 1, beadHeight: 1 };
  #pointer = weightPointer(this, (event) => this.#weightAt(event));
  #atlases = { inputs: new MapAtlas(), units: new MapAtlas() };
  #coarse = matchMedia('(pointer: coarse)');
  #size = new Size(this, () => this.renderRoot.querySelector('.picture'));

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** The settings that stand, for the tools that change them. @type {Settings} */
    this.settings = {};
    /** @type {Weight} */ this.selected = { layer: 0, to: 0, from: 0 };
    /** @type {Weight | undefined} */ this.hovered = undefined;
    /** Units of the walk from the chosen weight to the loss. @type {number[]} */ this.trail = [];
    /** @type {ScaleMode} */ this.scale = 'frozen';
    this.reached = everything;
    this.compact = false;
    /** Is the card right below, to be joined with its bead? */
    this.thread = false;
    /** Are layers and neurons neither added nor removed? */
    this.fixed = false;
    this.spoken = '';
    /** @type {NetworkLayout | undefined} */ this.layout = undefined;
    new ThemeColors(this);
  }

  updated() {
    this.#tellFactors();
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas && this.frame && this.layout) drawUnits(canvas, this.#atlases, this.layout, this.frame, this.#size.width, this.#size.height, themeScale(), this.reached);
  }

  /** Fires `factors` when beads are drawn at another size, for the legend. */
  #tellFactors() {
    if (!this.layout) return;
    const { beadLength, beadHeight } = this.layout;
    if (beadLength === this.#told.beadLength && beadHeight === this.#told.beadHeight) return;
    this.#told = { beadLength, beadHeight };
    this.dispatchEvent(new CustomEvent('factors', { detail: this.#told }));
  }

  /** The picture's size in the pixels that it is laid out in. */
  get #area() {
    const scale = themeScale();
    return { width: this.#size.width / scale, height: this.#size.height / scale };
  }

  /** A unit's box stands for its bias. @param {PointerEvent} event @returns {Weight | undefined} */
  #weightAt(event) {
    if (!this.layout || !this.frame) return undefined;
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const scale = themeScale();
    const [x, y] = [(event.clientX - box.left) / scale, (event.clientY - box.top) / scale];
    const unit = unitAt(this.layout, x, y);
    if (unit && biasedBy(this.frame.settings)(unit.layer)) return { ...unit, from: null };
    const edge = weightAt(this.layout, x, y, event.pointerType === 'mouse' ? 12 : 24);
    return edge && { layer: edge.layer, to: edge.to, from: edge.from };
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const way = WAYS[/** @type {keyof typeof WAYS} */ (event.key)];
    const { frame, selected } = this;
    if (!frame || event.ctrlKey || event.altKey || event.metaKey) return;
    const biased = biasedBy(frame.settings);
    const bias = event.key === 'b' && biased(selected.layer);
    if (!way && !bias) return;
    event.preventDefault();
    event.stopPropagation();
    emitChange(this, { weight: bias ? { ...selected, from: null } : walk(selected, way, layerWidths(frame), biased) });
  }

  render() {
    const { frame } = this;
    if (!frame) return html`<div class="top"></div><div class="picture"></div>`;
    const widths = layerWidths(frame);
    const { width, height } = this.#area;
    this.style.setProperty('--least', `${leastHeight(widths, this.compact) * themeScale()}px`);
    this.layout = width ? layoutNetwork({ widths, width, height, compact: this.compact, ...namesRoom(frame, widths, this.compact) }) : undefined;
    const sentence = weightSentence(frame.weight, widths, frame.data);
    if (!frame.playing) this.spoken = sentence;
    return html`
      ${this.layout ? this.#top(frame, width) : nothing}
      <div class="picture" tabindex="0" role="application" aria-roledescription="network figure"
        aria-label="Network. Arrow keys walk its weights." aria-describedby="spoken"
        @pointermove=${this.#pointer.hover} @pointerleave=${this.#pointer.hover} @click=${this.#pointer.click} @keydown=${this.#key}>
        <canvas aria-hidden="true"></canvas>
        ${this.layout ? this.#picture(widths) : nothing}
      </div>
      <p class="unseen" id="spoken" aria-live="polite">${this.spoken} ${frame.playing ? '' : runSentence(frame)}</p>
      ${frame.status.stopped === null ? nothing : html`<p class="halt" role="alert">${frame.status.message}</p>`}
    `;
  }

  /** @param {Frame} frame @param {number} width */
  #top(frame, width) {
    const layout = /** @type {NetworkLayout} */ (this.layout);
    const side = toolSide(this.#coarse.matches);
    return html`<div class="top">
      ${heads(layout, frame, width, side, themeScale())}
      ${this.fixed ? nothing : html`<backprop-layer-tools .layout=${layout} .settings=${this.settings} .side=${side} .scale=${themeScale()}></backprop-layer-tools>`}
    </div>`;
  }

  /** @param {number[]} widths */
  #picture(widths) {
    const layout = /** @type {NetworkLayout} */ (this.layout);
    const frame = /** @type {Frame} */ (this.frame);
    const chosen = this.hovered ?? this.selected;
    const edge = layout.edges[chosen.layer]?.find((one) => sameWeight(one, chosen));
    const way = wayToLoss(chosen, this.hovered ? [] : this.trail);
    const { columns } = layout;
    const { width, height } = this.#area;
    const bottom = this.thread ? height : undefined;
    return html`<svg viewBox="0 0 ${width} ${height}" width=${this.#size.width} height=${this.#size.height} aria-hidden="true">
      ${edge || chosen.from === null ? bands(layout, way) : nothing}
      ${links(layout)}
      ${edges(layout, frame, way)}
      ${boxes(layout, frame, way, this.reached)}
      ${inputNames(layout, frame, widths)}
      ${outputNames(layout, frame, this.reached)}
      ${columns.map(undrawn)}
      ${deadLabels(layout, frame, this.reached)}
      ${beads(layout, frame, this.scale, this.reached)}
      ${edge ? marker(edge, layout, bottom) : chosen.from === null && bottom ? biasThread(chosen, layout, bottom) : nothing}
      ${nodeLabels(layout, frame, widths, this.reached)}
    </svg>`;
  }
}
customElements.define('backprop-network-view', NetworkView);
