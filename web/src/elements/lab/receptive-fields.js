// <backprop-receptive-fields>: the weights into each unit of the first layer as the picture that its inputs are.

/** @import { Weight } from '../../types.js' */
/** @import { Cells } from './matrix-stage.js' */
import { css, html } from 'lit';
import { paintCells } from '../../draw/cell-colors.js';
import { pictureSide } from '../../draw/drawn.js';
import { themeColors } from '../colors.js';
import { prepare } from '../map-atlas.js';
import { SeenElement } from '../seen-element.js';
import { sharedCss } from '../shared-css.js';
import { weightPointer } from '../weight-pointer.js';
import { Size } from '../size.js';

const TILE = 56;
const GAP = 6;

export class ReceptiveFields extends SeenElement {
  static properties = { cells: { attribute: false }, selected: { attribute: false }, hovered: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; }
      p { margin: 0 0 6px; }
      .strip { max-height: 126px; overflow-y: auto; border-radius: var(--radius); }
      canvas { display: block; width: 100%; }
    `,
  ];

  #pointer = weightPointer(this, (event) => this.#weightAt(event));
  #size = new Size(this, () => this.renderRoot.querySelector('.strip'));
  #tiles = new OffscreenCanvas(1, 1);

  constructor() {
    super();
    /** @type {Cells | undefined} */ this.cells = undefined;
    /** @type {Weight} */ this.selected = { layer: 0, to: 0, from: 0 };
    /** @type {Weight | undefined} */ this.hovered = undefined;
  }

  get across() {
    return Math.max(Math.floor((this.#size.width + GAP) / (TILE + GAP)), 1);
  }

  /** @param {number} unit */
  #corner(unit) {
    return { x: (unit % this.across) * (TILE + GAP) + 1, y: Math.floor(unit / this.across) * (TILE + GAP) + 1 };
  }

  /** @param {MouseEvent} event @returns {Weight | undefined} */
  #weightAt(event) {
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const [x, y] = [event.clientX - box.left - 1, event.clientY - box.top - 1];
    const [column, row] = [Math.floor(x / (TILE + GAP)), Math.floor(y / (TILE + GAP))];
    const to = row * this.across + column;
    const cells = /** @type {Cells} */ (this.cells);
    const side = pictureSide(cells.inputs);
    const pixel = (/** @type {number} */ at, /** @type {number} */ tile) => Math.floor(((at - tile * (TILE + GAP)) / TILE) * side);
    const [px, py] = [pixel(x, column), pixel(y, row)];
    if (column >= this.across || to >= cells.outputs || px < 0 || py < 0 || px >= side || py >= side) return undefined;
    return { layer: cells.layer, to, from: py * side + px };
  }

  updated() {
    const canvas = this.renderRoot.querySelector('canvas');
    if (!this.cells || !canvas || !this.#size.width) return;
    const { inputs, outputs, weight, lookup } = this.cells;
    const side = pictureSide(inputs);
    const height = Math.ceil(outputs / this.across) * (TILE + GAP);
    canvas.style.height = `${height}px`;
    const context = prepare(canvas, this.#size.width, height);
    [this.#tiles.width, this.#tiles.height] = [side, side * outputs];
    const inner = /** @type {OffscreenCanvasRenderingContext2D} */ (this.#tiles.getContext('2d'));
    // A row of weights is a picture, row by row: so the matrix is already all pictures, one below the other.
    const image = inner.createImageData(side, side * outputs);
    paintCells(new Uint32Array(image.data.buffer), side, 0, weight, side, lookup);
    inner.putImageData(image, 0, 0);
    context.imageSmoothingEnabled = false;
    const colors = themeColors(this);
    const chosen = this.hovered ?? this.selected;
    for (let unit = 0; unit < outputs; unit++) {
      const { x, y } = this.#corner(unit);
      context.drawImage(this.#tiles, 0, unit * side, side, side, x, y, TILE, TILE);
      const asked = chosen.layer === this.cells.layer && chosen.to === unit;
      context.strokeStyle = asked ? colors.ink : colors.border;
      context.lineWidth = asked ? 2 : 1;
      context.strokeRect(x, y, TILE, TILE);
    }
    if (chosen.layer !== this.cells.layer || chosen.from === null) return;
    const { x, y } = this.#corner(chosen.to);
    const cell = TILE / side;
    context.lineWidth = 1.4;
    context.strokeStyle = colors.ink;
    context.strokeRect(x + (chosen.from % side) * cell - 1, y + Math.floor(chosen.from / side) * cell - 1, cell + 2, cell + 2);
  }

  render() {
    return html`<p class="muted">The same rows as pictures, one for each unit.</p>
      <div class="strip" tabindex="0" role="group" aria-label="Rows as pictures">
        <canvas role="img" aria-label="A picture of the weights into each of ${this.cells?.outputs ?? 0} units"
          @pointermove=${this.#pointer.hover} @pointerleave=${this.#pointer.hover} @click=${this.#pointer.click}></canvas>
      </div>`;
  }
}
customElements.define('backprop-receptive-fields', ReceptiveFields);
