// <backprop-function-plot>: what the network makes of its one input, beside the points that it learns, the batch ringed.

/** @import { Frame, Points } from '../types.js' */
import { LitElement, html, nothing, svg } from 'lit';
import { formatTick } from '../draw/format.js';
import { niceLimit } from '../draw/scale.js';
import { themeScale } from '../theme.js';
import { ThemeColors, themeColors } from './colors.js';
import { examplePointer } from './example-pointer.js';
import { prepare } from './map-atlas.js';
import { mapCss } from './map-css.js';
import { OnScreen } from './on-screen.js';
import { exampleAt, mark, ringBatch } from './points.js';
import { sharedCss } from './shared-css.js';
import { Size } from './size.js';

const DISC = 1;

export class FunctionPlot extends LitElement {
  static properties = { frame: { attribute: false }, test: { type: Boolean } };

  static styles = [sharedCss, mapCss];

  #onScreen = new OnScreen(this);
  #size = new Size(this, () => this.renderRoot.querySelector('canvas'));
  #pointer = examplePointer(this, (event) => this.#exampleAt(event));

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** Are the points of the test set shown? */
    this.test = true;
    new ThemeColors(this);
  }

  shouldUpdate() {
    return this.#onScreen.wanted;
  }

  updated() {
    const canvas = /** @type {HTMLCanvasElement} */ (this.renderRoot.querySelector('canvas'));
    const { frame } = this;
    if (!frame?.points || !frame.maps || !this.#size.width) return;
    const side = this.#side;
    const context = prepare(canvas, this.#size.width, this.#size.width, themeScale());
    drawAxes(context, /** @type {LineFrame} */ (frame), side);
    if (this.test) drawPoints(context, frame.points.test, place(/** @type {LineFrame} */ (frame), frame.points.test, side), false);
    drawPoints(context, frame.points.train, place(/** @type {LineFrame} */ (frame), frame.points.train, side), true);
    ringBatch(context, frame, place(/** @type {LineFrame} */ (frame), frame.points.train, side));
    drawCurve(context, /** @type {LineFrame} */ (frame), side);
  }

  /** In the pixels that are drawn in. */
  get #side() {
    return this.#size.width / themeScale();
  }

  /** @param {MouseEvent} event */
  #exampleAt(event) {
    const { frame } = this;
    if (!frame?.points || !frame.maps) return undefined;
    return exampleAt(frame, place(/** @type {LineFrame} */ (frame), frame.points.train, this.#side), event);
  }

  render() {
    return html`
      <canvas role="img" aria-label="Output of the network over its input, with the data points" @click=${this.#pointer.click}
        @pointermove=${this.#pointer.hover} @pointerleave=${this.#pointer.hover}></canvas>
      <div class="key">
        <span>${sign(svg`<path class="line" d="M0 5.5h11" />`)}ŷ of the network</span>
        <span class="muted">${sign(svg`<circle class="open" cx="5.5" cy="5.5" r="4.6" />`)}batch of ${this.frame?.batch.rows.length ?? '–'}</span>
        ${this.test ? html`<span class="muted">solid: training · hollow: test</span>` : nothing}
      </div>`;
  }
}

/** @param {import('lit').SVGTemplateResult} shape */
const sign = (shape) => html`<svg viewBox="0 0 11 11" aria-hidden="true">${shape}</svg>`;

/** @typedef {Frame & { maps: NonNullable<Frame['maps']>, points: NonNullable<Frame['points']> }} LineFrame */

/** How far up and down the data go. @param {LineFrame} frame */
const highest = ({ points }) => niceLimit(points.train.y.reduce((most, y) => Math.max(most, Math.abs(y)), 0));

/** @param {LineFrame} frame @param {Points} points @param {number} side @returns {(row: number) => [number, number]} */
function place(frame, { x, y }, side) {
  const { extent } = frame.maps;
  const most = highest(frame);
  return (row) => [((x[row] / extent + 1) / 2) * side, ((1 - y[row] / most) / 2) * side];
}

/** @param {CanvasRenderingContext2D} context @param {LineFrame} frame @param {number} side */
function drawAxes(context, frame, side) {
  const { hairline, muted } = themeColors();
  const { extent } = frame.maps;
  context.strokeStyle = hairline;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(0, side / 2);
  context.lineTo(side, side / 2);
  context.moveTo(side / 2, 0);
  context.lineTo(side / 2, side);
  context.stroke();
  context.fillStyle = muted;
  context.font = '12px sans-serif';
  context.fillText(formatTick(highest(frame)), side / 2 + 5, 14);
  context.fillText(formatTick(-highest(frame)), side / 2 + 5, side - 6);
  context.fillText(formatTick(-extent), 5, side / 2 - 5);
  context.textAlign = 'right';
  context.fillText(formatTick(extent), side - 5, side / 2 - 5);
  context.textAlign = 'left';
}

/** @param {CanvasRenderingContext2D} context @param {Points} points @param {(row: number) => [number, number]} at @param {boolean} solid */
function drawPoints(context, { y }, at, solid) {
  const { muted } = themeColors();
  for (let row = 0; row < y.length; row++) mark(context, at(row), DISC, muted, solid);
}

/** The map over one input is the same in each of its rows. @param {CanvasRenderingContext2D} context @param {LineFrame} frame @param {number} side */
function drawCurve(context, frame, side) {
  const { size, units } = frame.maps;
  const most = highest(frame);
  context.strokeStyle = themeColors().ink;
  context.lineWidth = 2.4;
  context.lineJoin = 'round';
  context.beginPath();
  units[units.length - 1][0].subarray(0, size).forEach((value, at) => context.lineTo(((at + 0.5) / size) * side, ((1 - value / most) / 2) * side));
  context.stroke();
}
customElements.define('backprop-function-plot', FunctionPlot);
