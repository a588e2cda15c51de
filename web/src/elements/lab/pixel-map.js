// <backprop-pixel-map>: numbers of pixels from 0 up as shades of one colour, one of them framed; what is pointed at or walked to by keys is told.

import { LitElement, css, html } from 'lit';
import { paint, parseColor, signTable } from '../../draw/colors.js';
import { ThemeColors, themeColors } from '../colors.js';
import { prepare } from '../map-atlas.js';
import { sharedCss } from '../shared-css.js';

const SIDE = 132;

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Fires its own `change` with the index of a pixel as `detail`. */
export class PixelMap extends LitElement {
  static properties = { values: { attribute: false }, limit: { type: Number }, color: { type: String }, framed: { type: Number }, label: { type: String } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; }
      canvas { display: block; width: 132px; height: 132px; border: 1px solid var(--border); border-radius: 3px; }
    `,
  ];

  #pixels = new OffscreenCanvas(1, 1);

  constructor() {
    super();
    /** Row by row. @type {ArrayLike<number>} */ this.values = [];
    /** What is drawn in full colour. */
    this.limit = 1;
    /** @type {'ink' | 'negative' | 'positive'} */ this.color = 'ink';
    this.framed = -1;
    this.label = '';
    new ThemeColors(this);
  }

  get #side() {
    return Math.round(Math.sqrt(this.values.length));
  }

  updated() {
    const context = prepare(/** @type {HTMLCanvasElement} */ (this.renderRoot.querySelector('canvas')), SIDE, SIDE);
    const side = this.#side;
    if (side === 0) return;
    const colors = themeColors(this);
    const surface = parseColor(colors.surface);
    this.#pixels.width = this.#pixels.height = side;
    const inner = /** @type {OffscreenCanvasRenderingContext2D} */ (this.#pixels.getContext('2d'));
    const image = inner.createImageData(side, side);
    paint(image.data, this.values, this.limit || 1, signTable(surface, surface, parseColor(colors[this.color])));
    inner.putImageData(image, 0, 0);
    context.imageSmoothingEnabled = false;
    context.drawImage(this.#pixels, 0, 0, SIDE, SIDE);
    if (this.framed < 0) return;
    const cell = SIDE / side;
    context.strokeStyle = colors.ink;
    context.lineWidth = 2;
    context.strokeRect((this.framed % side) * cell, Math.floor(this.framed / side) * cell, cell, cell);
  }

  /** @param {number} column @param {number} row */
  #tell(column, row) {
    const clamp = (/** @type {number} */ at) => Math.min(Math.max(at, 0), this.#side - 1);
    if (this.#side) this.dispatchEvent(new CustomEvent('change', { detail: clamp(row) * this.#side + clamp(column) }));
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    this.#tell(Math.floor(((event.clientX - box.left) / box.width) * this.#side), Math.floor(((event.clientY - box.top) / box.height) * this.#side));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const arrow = ARROWS[event.key];
    if (!arrow || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const at = Math.max(this.framed, 0);
    this.#tell((at % this.#side) + arrow[0], Math.floor(at / this.#side) + arrow[1]);
  }

  render() {
    return html`<div role="application" tabindex="0" aria-label="${this.label}: arrow keys walk the pixels" @keydown=${this.#key}>
      <canvas role="img" aria-label=${this.label} @pointermove=${this.#point} @pointerdown=${this.#point}></canvas></div>`;
  }
}
customElements.define('backprop-pixel-map', PixelMap);
