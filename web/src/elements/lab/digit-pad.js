// <backprop-digit-pad>: a square to draw a digit in, by pointer, by touch or by keys.

/** @import { Stroke } from '../../data/digit.js' */
import { LitElement, css, html } from 'lit';
import { toggled } from '../../data/digit.js';
import { ThemeColors, themeColors } from '../colors.js';
import { prepare } from '../map-atlas.js';
import { sharedCss } from '../shared-css.js';

const SIDE = 176;
/** Of the pad's side. */
const PEN = 0.09;
/** Places closer than this are one. */
const APART = 0.015;

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Fires its own `change` with the strokes as `detail`. */
export class DigitPad extends LitElement {
  static properties = { strokes: { attribute: false }, cells: { type: Number }, cell: { state: true }, told: { state: true } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; }
      canvas { display: block; width: 176px; height: 176px; border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); touch-action: none; cursor: crosshair; }
    `,
  ];

  #draws = false;

  constructor() {
    super();
    /** @type {Stroke[]} */ this.strokes = [];
    /** A side of the grid that the keys walk. */
    this.cells = 8;
    /** @type {[number, number] | undefined} */ this.cell = undefined;
    this.told = '';
    new ThemeColors(this);
  }

  updated() {
    this.#draw(prepare(/** @type {HTMLCanvasElement} */ (this.renderRoot.querySelector('canvas')), SIDE, SIDE));
  }

  /** @param {Stroke[]} strokes */
  #ask(strokes) {
    this.strokes = strokes;
    this.dispatchEvent(new CustomEvent('change', { detail: strokes }));
  }

  /** @param {PointerEvent} event @returns {[number, number]} */
  #place(event) {
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const share = (/** @type {number} */ at, /** @type {number} */ of) => Math.round(Math.min(Math.max(at / of, 0), 1) * 1000) / 1000;
    return [share(event.clientX - box.left, box.width), share(event.clientY - box.top, box.height)];
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button !== 0) return;
    /** @type {Element} */ (event.currentTarget).setPointerCapture(event.pointerId);
    this.#draws = true;
    this.cell = undefined;
    this.#ask([...this.strokes, [this.#place(event)]]);
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (!this.#draws) return;
    const [stroke] = this.strokes.slice(-1);
    const [[x0, y0]] = stroke.slice(-1);
    const [x, y] = this.#place(event);
    if (Math.hypot(x - x0, y - y0) >= APART) this.#ask([...this.strokes.slice(0, -1), [...stroke, [x, y]]]);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const arrow = ARROWS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || (!arrow && event.key !== ' ')) return;
    event.preventDefault();
    const [column, row] = this.cell ?? [this.cells >> 1, this.cells >> 1];
    const clamp = (/** @type {number} */ at) => Math.min(Math.max(at, 0), this.cells - 1);
    /** @type {[number, number]} */
    const next = arrow ? [clamp(column + arrow[0]), clamp(row + arrow[1])] : [column, row];
    this.cell = next;
    if (!arrow || event.shiftKey) this.#ask(toggled(this.strokes, this.cells, next[0], next[1]));
    this.told = `row ${next[1] + 1}, column ${next[0] + 1}${arrow && !event.shiftKey ? '' : ': ink changed'}`;
  }

  render() {
    return html`<div role="application" tabindex="0" aria-label="Pad for a digit: arrow keys move, Space inks a cell, with Shift the arrows ink as they go"
        @keydown=${this.#key} @blur=${() => (this.cell = undefined)}>
        <canvas role="img" aria-label="Drawn digit, ${this.strokes.length} strokes" @pointerdown=${this.#down} @pointermove=${this.#move}
          @pointerup=${() => (this.#draws = false)} @pointercancel=${() => (this.#draws = false)}></canvas>
      </div><span class="unseen" role="status">${this.told}</span>`;
  }

  /** @param {CanvasRenderingContext2D} context */
  #draw(context) {
    const { ink, border } = themeColors(this);
    context.lineCap = context.lineJoin = 'round';
    context.lineWidth = PEN * SIDE;
    context.strokeStyle = ink;
    for (const stroke of this.strokes) {
      context.beginPath();
      stroke.forEach(([x, y], at) => (at ? context.lineTo(x * SIDE, y * SIDE) : context.moveTo(x * SIDE, y * SIDE)));
      // A dot is a line of no length, which has its round ends.
      if (stroke.length === 1) context.lineTo(stroke[0][0] * SIDE, stroke[0][1] * SIDE);
      context.stroke();
    }
    if (!this.cell) return;
    const cell = SIDE / this.cells;
    context.lineWidth = 2;
    context.strokeStyle = border;
    context.strokeRect(this.cell[0] * cell, this.cell[1] * cell, cell, cell);
  }
}
customElements.define('backprop-digit-pad', DigitPad);
