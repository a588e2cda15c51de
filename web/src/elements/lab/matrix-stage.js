// <backprop-matrix-stage>: the cells of one layer on a canvas; moved, enlarged, pointed at, walked by keys.

/** @import { MatrixLayout, Window } from '../../draw/matrix-layout.js' */
/** @import { Mark } from './matrix-canvas.js' */
/** @import { Frame, Weight } from '../../types.js' */
import { css, html, nothing } from 'lit';
import { cellAfterKey, cellAt, matrixLayout, revealing, WHOLE, zoomed } from '../../draw/matrix-layout.js';
import { sameWeight } from '../../draw/walk.js';
import { emitChange } from '../change.js';
import { ThemeColors } from '../colors.js';
import { prepare } from '../map-atlas.js';
import { SeenElement } from '../seen-element.js';
import { sharedCss } from '../shared-css.js';
import { Size } from '../size.js';
import { CellImage, drawMatrix } from './matrix-canvas.js';

/** Room for the names of units. */
const [NAMES, HEADS] = [56, 34];
/** How far a pointer goes before a press is no click. */
const STILL = 4;
/** How much a press of + enlarges. */
const STEP = 1.5;

/**
 * @typedef {object} Cells numbers of one layer, to be drawn
 * @property {number} layer
 * @property {number} inputs @property {number} outputs
 * @property {Float32Array} weight @property {Float32Array} bias empty where the layer has none
 * @property {Uint32Array} lookup see `cell-colors.js`
 * @property {Mark[] | undefined} marks of the check, on their cells; then signs are left out
 */

export class MatrixStage extends SeenElement {
  static properties = {
    cells: { attribute: false },
    widths: { attribute: false },
    data: { attribute: false },
    selected: { attribute: false },
    hovered: { attribute: false },
    window: { state: true },
  };

  static styles = [
    sharedCss,
    css`
      :host { display: flex; flex-direction: column; gap: 6px; }
      .stage { position: relative; flex: 1; min-height: 300px; border-radius: var(--radius); overflow: hidden; touch-action: pan-y; cursor: default; }
      .stage.larger { touch-action: none; cursor: grab; }
      .stage:focus-visible { outline-offset: -2px; }
      canvas { position: absolute; inset: 0; width: 100%; height: 100%; }
      .under { display: flex; align-items: center; justify-content: space-between; gap: 8px 16px; min-height: 44px; }
      .zoom { display: inline-flex; gap: 4px; flex: none; }
      @media (max-width: 699px) { .under { align-items: start; } }
    `,
  ];

  #size = new Size(this, () => this.renderRoot.querySelector('.stage'));
  #image = new CellImage();
  /** Where pointers are that are down. @type {Map<number, { x: number, y: number }>} */
  #down = new Map();
  #travelled = 0;

  constructor() {
    super();
    /** @type {Cells | undefined} */ this.cells = undefined;
    /** @type {number[]} */ this.widths = [];
    /** @type {Frame['data'] | undefined} */ this.data = undefined;
    /** @type {Weight} */ this.selected = { layer: 0, to: 0, from: 0 };
    /** @type {Weight | undefined} */ this.hovered = undefined;
    /** @type {Window} */ this.window = WHOLE;
    /** @type {MatrixLayout | undefined} */ this.layout = undefined;
    new ThemeColors(this);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const before = /** @type {Weight | undefined} */ (changed.get('selected'));
    if (before && before.layer !== this.selected.layer) this.window = WHOLE;
    this.#place();
    // What is selected is seen, however it was selected.
    if (before && this.layout) {
      this.window = revealing(this.layout, this.selected);
      this.#place();
    }
  }

  #place() {
    const { cells, window } = this;
    const { width, height } = this.#size;
    this.layout = cells && width
      ? matrixLayout({ rows: cells.outputs, columns: cells.inputs, width, height, names: NAMES, heads: HEADS, biased: cells.bias.length > 0, window })
      : undefined;
  }

  updated() {
    const { cells, layout } = this;
    const canvas = this.renderRoot.querySelector('canvas');
    if (!cells || !layout || !canvas) return;
    const { width, height } = this.#size;
    this.#image.paint(cells);
    drawMatrix(prepare(canvas, width, height), this.#image, layout, cells, { widths: this.widths, data: this.data }, this.#chosen(), this.#selectedCell());
  }

  #chosen() {
    return this.hovered?.layer === this.cells?.layer ? this.hovered : undefined;
  }

  #selectedCell() {
    return this.selected.layer === this.cells?.layer ? this.selected : undefined;
  }

  /** @param {number} factor @param {{ x: number, y: number }} [at] the middle if not given */
  zoom(factor, at) {
    const { layout } = this;
    if (!layout) return;
    const { left, top, right, bottom } = layout.room;
    this.window = zoomed(layout, factor, at ?? { x: (left + right) / 2, y: (top + bottom) / 2 });
  }

  /** @param {PointerEvent | WheelEvent} event */
  #point(event) {
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  }

  /** @param {{ x: number, y: number }} point @returns {Weight | undefined} */
  #weightAt({ x, y }) {
    const cell = this.layout && cellAt(this.layout, x, y);
    return cell && this.cells ? { layer: this.cells.layer, ...cell } : undefined;
  }

  /** @param {PointerEvent} event */
  #press(event) {
    if (event.button !== 0) return;
    this.#down.set(event.pointerId, this.#point(event));
    this.#travelled = this.#down.size > 1 ? Infinity : 0;
    /** @type {Element} */ (event.currentTarget).setPointerCapture(event.pointerId);
  }

  /** One pointer moves what is larger than its room, two enlarge it. @param {PointerEvent} event */
  #move(event) {
    const now = this.#point(event);
    const before = this.#down.get(event.pointerId);
    if (!before) return event.pointerType === 'mouse' ? this.#hover(this.#weightAt(now)) : undefined;
    const { window } = /** @type {MatrixLayout} */ (this.layout);
    this.#travelled += Math.hypot(now.x - before.x, now.y - before.y);
    const other = [...this.#down].find(([id]) => id !== event.pointerId)?.[1];
    this.#down.set(event.pointerId, now);
    if (other) this.zoom(distance(now, other) / Math.max(distance(before, other), 1), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
    else if (this.#travelled > STILL) this.window = { ...window, x: window.x - (now.x - before.x), y: window.y - (now.y - before.y) };
  }

  /** @param {PointerEvent} event */
  #release(event) {
    if (!this.#down.delete(event.pointerId) || event.type === 'pointercancel' || this.#travelled > STILL) return;
    const weight = this.#weightAt(this.#point(event));
    if (weight) emitChange(this, { weight });
  }

  /** @param {Weight | undefined} weight */
  #hover(weight) {
    if (weight ? !sameWeight(weight, this.hovered) : this.hovered) emitChange(this, { hover: weight ?? null });
  }

  /** The wheel alone scrolls the page, as everywhere. @param {WheelEvent} event */
  #wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY / 200), this.#point(event));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.altKey || event.metaKey) return;
    if (event.key === '+' || event.key === '-') return this.zoom(event.key === '+' ? STEP : 1 / STEP);
    const biased = (/** @type {number} */ layer) => layer !== this.cells?.layer || this.cells.bias.length > 0;
    const weight = this.cells && cellAfterKey(this.selected, event, this.widths, biased);
    if (!weight) return;
    event.preventDefault();
    event.stopPropagation();
    emitChange(this, { weight });
  }

  render() {
    const larger = (this.layout?.window.zoom ?? 1) > 1;
    return html`<div class="stage ${larger ? 'larger' : ''}" tabindex="0" role="application" aria-roledescription="matrix of weights"
      aria-label="Matrix of layer ${this.selected.layer + 1}. Arrow keys walk its cells, Home and End go to the ends of a row."
      @pointerdown=${this.#press} @pointermove=${this.#move} @pointerup=${this.#release} @pointercancel=${this.#release}
      @pointerleave=${() => this.#hover(undefined)} @wheel=${this.#wheel} @keydown=${this.#key}>
      <canvas aria-hidden="true"></canvas>
    </div>
    <div class="under"><slot></slot>${this.#buttons()}</div>`;
  }

  /** Only where there is something to enlarge. */
  #buttons() {
    const { window: { zoom }, most } = this.layout ?? { window: WHOLE, most: 1 };
    if (most === 1) return nothing;
    return html`<span class="zoom" role="group" aria-label="size of the cells">
      <button ?disabled=${zoom === 1} @click=${() => this.zoom(1 / STEP)} aria-label="Smaller cells">−</button>
      <button ?disabled=${zoom === most} @click=${() => this.zoom(STEP)} aria-label="Larger cells">+</button>
      <button ?disabled=${zoom === 1} @click=${() => (this.window = WHOLE)}>Fit</button>
    </span>`;
  }
}

/** @param {{ x: number, y: number }} a @param {{ x: number, y: number }} b */
const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
customElements.define('backprop-matrix-stage', MatrixStage);
