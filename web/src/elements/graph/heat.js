// <backprop-heat>: a large matrix as a heat map with its extremes, and the entry under the pointer or the arrow keys.

import { LitElement, css, html } from 'lit';
import { paint, parseColor, signTable } from '../../draw/colors.js';
import { rowsAndColumns, shapeText, shortNumber } from '../../draw/graph-numbers.js';
import { entryName } from '../../draw/graph-paths.js';
import { watchTheme } from '../../theme.js';

export class GraphHeat extends LitElement {
  static properties = { shape: { attribute: false }, data: { attribute: false }, label: {}, entry: { state: true } };
  static styles = css`
    :host { display: block; font: 12px / 18px var(--mono); }
    canvas { display: block; width: var(--w); height: var(--h); image-rendering: pixelated; border: 1px solid var(--hairline); cursor: crosshair; }
    canvas:focus-visible { outline: 2px solid var(--ink); outline-offset: 1px; }
    p { margin: 0; white-space: nowrap; }
    .ends { background-color: var(--surface); column-rule-color: var(--negative); outline-color: var(--positive); }
  `;

  constructor() {
    super();
    /** @type {number[]} */ this.shape = [];
    /** @type {ArrayLike<number>} */ this.data = [];
    this.label = '';
    this.entry = -1;
  }

  connectedCallback() {
    super.connectedCallback();
    this.unwatch = watchTheme(() => this.#paint(), this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unwatch?.();
  }

  updated() {
    this.#paint();
  }

  #paint() {
    const canvas = this.renderRoot.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context) return;
    const { rows, columns } = rowsAndColumns(this.shape);
    // A border's colour is computed to rgb, whichever theme it is.
    const style = getComputedStyle(/** @type {Element} */ (this.renderRoot.querySelector('.ends')));
    const table = signTable(parseColor(style.columnRuleColor), parseColor(style.backgroundColor), parseColor(style.outlineColor));
    const image = new ImageData(columns, rows);
    paint(image.data, this.data, this.#ends().most || 1, table);
    context.putImageData(image, 0, 0);
  }

  #ends() {
    let [least, greatest] = [Infinity, -Infinity];
    for (const x of Array.from(this.data)) [least, greatest] = [Math.min(least, x), Math.max(greatest, x)];
    return { least, greatest, most: Math.max(Math.abs(least), Math.abs(greatest)) };
  }

  /** @param {PointerEvent} event */
  #point({ offsetX, offsetY, target }) {
    const { rows, columns } = rowsAndColumns(this.shape);
    const { clientWidth, clientHeight } = /** @type {HTMLElement} */ (target);
    const [row, column] = [Math.floor((offsetY / clientHeight) * rows), Math.floor((offsetX / clientWidth) * columns)];
    this.entry = Math.min(Math.max(row, 0), rows - 1) * columns + Math.min(Math.max(column, 0), columns - 1);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { columns } = rowsAndColumns(this.shape);
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    this.entry = Math.min(Math.max(this.entry + by, 0), this.data.length - 1);
  }

  render() {
    const { rows, columns } = rowsAndColumns(this.shape);
    const { least, greatest } = this.#ends();
    const said = this.entry < 0 ? shapeText(this.shape) : `${entryName('', this.shape, this.entry)} = ${shortNumber(this.data[this.entry])}`;
    return html`<canvas width=${columns} height=${rows} tabindex="-1" role="img" aria-label="${this.label}, ${shapeText(this.shape)}, from ${shortNumber(least)} to ${shortNumber(greatest)}"
        @pointermove=${this.#point} @pointerleave=${() => (this.entry = -1)} @keydown=${this.#key} @focus=${() => (this.entry = Math.max(this.entry, 0))}></canvas>
      <p class="ends">${shortNumber(least)} … ${shortNumber(greatest)}</p>
      <p aria-live="polite">${said}</p>`;
  }
}
customElements.define('backprop-heat', GraphHeat);
