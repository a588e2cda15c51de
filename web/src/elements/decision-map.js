// <backprop-decision-map>: the network's output over the plane, the points, and the batch ringed.

/** @import { Frame, Points } from '../types.js' */
import { LitElement, css, html, nothing, svg } from 'lit';
import { nearestIndex } from '../draw/dots.js';
import { formatTick } from '../draw/format.js';
import { unitName } from '../draw/walk.js';
import { layerWidths } from '../store.js';
import { emitChange } from './change.js';
import { ThemeColors, themeColors } from './colors.js';
import { hoverExamples } from './example-hover.js';
import { MapAtlas, prepare } from './map-atlas.js';
import { number } from './number.js';
import { OnScreen } from './on-screen.js';
import { sharedCss } from './shared-css.js';
import { Size } from './size.js';

/** How far from a point a pointer still means it, in px. */
const REACH = 22;
/** Of a larger batch the pulls would cover the points. */
const MOST_PULLS = 40;

export class DecisionMap extends LitElement {
  static properties = { frame: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; }
      canvas { display: block; width: 100%; aspect-ratio: 1; border: 1px solid var(--border); border-radius: var(--radius); }
      .key {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 2px 12px;
        margin-top: 8px;
        font-size: var(--tiny);
        white-space: nowrap;
      }
      .key span { display: inline-flex; align-items: center; gap: 6px; }
      .bar {
        --low: color-mix(in srgb, var(--negative) 62%, var(--surface));
        --high: color-mix(in srgb, var(--positive) 62%, var(--surface));
        width: 72px;
        height: 9px;
        border: 1px solid var(--hairline);
        border-radius: 3px;
        background: linear-gradient(to right, var(--low), var(--surface), var(--high));
      }
      svg { width: 11px; height: 11px; flex: none; }
      .negative { fill: var(--negative); }
      .positive { fill: var(--positive); }
      .open { fill: none; stroke: currentColor; stroke-width: 1.4; }
      .solid { fill: currentColor; }
      .pull { margin: 6px 0 0; font-size: var(--tiny); white-space: nowrap; }
      .up { color: var(--positive-text); }
      .down { color: var(--negative-text); }
    `,
  ];

  #onScreen = new OnScreen(this);
  #atlas = new MapAtlas();
  #size = new Size(this, () => this.renderRoot.querySelector('canvas'));
  #hover = hoverExamples(this, (event) => this.#exampleAt(event));

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    new ThemeColors(this);
  }

  shouldUpdate() {
    return this.#onScreen.wanted;
  }

  updated() {
    const canvas = /** @type {HTMLCanvasElement} */ (this.renderRoot.querySelector('canvas'));
    if (this.frame?.points && this.frame.maps && this.#size.width) draw(canvas, this.#atlas, /** @type {PlaneFrame} */ (this.frame), this.#size.width);
  }

  /** The example of the batch at the pointer. @param {MouseEvent} event */
  #exampleAt(event) {
    if (!this.frame?.points || !this.frame.maps) return undefined;
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const at = plane(this.frame.maps.extent, box.width);
    const { x } = this.frame.points.train;
    const points = Array.from(this.frame.batch.rows, (row) => ({ x: at.x(x[2 * row]), y: at.y(x[2 * row + 1]) }));
    return nearestIndex(points, { x: event.clientX - box.left, y: event.clientY - box.top }, REACH);
  }

  /** A click on a point of the batch makes it the example that the card explains. @param {MouseEvent} event */
  #click(event) {
    const example = this.#exampleAt(event);
    if (example !== undefined) emitChange(this, { example });
  }

  render() {
    const count = this.frame?.batch.rows.length;
    const { low, high } = this.frame?.targets ?? { low: -1, high: 1 };
    return html`
      <canvas role="img" aria-label="Output of the network over the plane, with the data points" @click=${this.#click}
        @pointermove=${this.#hover} @pointerleave=${this.#hover}></canvas>
      <div class="key">
        <span>
          ${mark(svg`<path class="negative" d="M5.5 0 11 5.5 5.5 11 0 5.5z" />`)}
          <span class="mono">${formatTick(low)}</span><span class="bar"></span><span class="mono">${formatTick(high)}</span>
          ${mark(svg`<circle class="positive" cx="5.5" cy="5.5" r="5" />`)}
        </span>
        <span class="muted">${mark(svg`<circle class="open" cx="5.5" cy="5.5" r="4.6" />`)}batch of ${count ?? '–'}</span>
        <span class="muted">solid: training · hollow: test</span>
      </div>
      ${this.frame ? pull(this.frame) : nothing}
    `;
  }
}

/** Which way the example pulls the weight that the card is about. @param {Frame} frame */
function pull(frame) {
  const { layer, to, from, shares, example } = frame.weight;
  const widths = layerWidths(frame);
  const name = html`${from === null ? 'b' : 'w'}<sub>${unitName(layer + 1, to, widths)}${from === null ? '' : unitName(layer, from, widths)}</sub>`;
  const product = shares.product[example];
  // The push is minus the gradient, as on the beads.
  const way = product < 0 ? html`<b class="up">▲</b> raises` : product > 0 ? html`<b class="down">▼</b> lowers` : 'does not move';
  return html`<p class="pull">example <span class="mono">${example + 1}</span> ${way} <span class="mono">${name}</span>:
    <span class="muted">∂L/∂${from === null ? 'b' : 'w'}</span> ${number(`weight.shares.product[${example}]`, product, { signed: true, width: 7 })}</p>`;
}

/** @param {import('lit').SVGTemplateResult} shape */
const mark = (shape) => html`<svg viewBox="0 0 11 11" aria-hidden="true">${shape}</svg>`;

/** From the plane to pixels; y grows upwards in the plane. @param {number} extent @param {number} side */
function plane(extent, side) {
  return {
    x: (/** @type {number} */ x) => ((x / extent + 1) / 2) * side,
    y: (/** @type {number} */ y) => ((1 - y / extent) / 2) * side,
  };
}

/** @typedef {Frame & { maps: NonNullable<Frame['maps']>, points: NonNullable<Frame['points']> }} PlaneFrame */

/** @param {HTMLCanvasElement} canvas @param {MapAtlas} atlas @param {PlaneFrame} frame @param {number} side in CSS px */
function draw(canvas, atlas, frame, side) {
  const colors = themeColors();
  const { size, extent, units } = frame.maps;
  const { high, boundary } = frame.targets;
  atlas.paint([{ values: units[units.length - 1][0], limit: high - boundary, middle: boundary }], size, colors.soft);
  const context = prepare(canvas, side, side);
  atlas.draw(context, 0, 0, 0, side);

  const at = plane(extent, side);
  /** @param {Points} points @param {boolean} solid */
  const marks = ({ x, y }, solid) => {
    for (let i = 0; i < y.length; i++) {
      const color = y[i] === 0 ? colors.negative : colors.positive;
      context.beginPath();
      trace(context, at.x(x[2 * i]), at.y(x[2 * i + 1]), y[i] === 0);
      context.lineWidth = solid ? 1.6 : 3;
      context.strokeStyle = colors.surface;
      context.stroke();
      context.fillStyle = solid ? color : colors.surface;
      context.fill();
      if (solid) continue;
      context.lineWidth = 1.3;
      context.strokeStyle = color;
      context.stroke();
    }
  };
  marks(frame.points.test, false);
  marks(frame.points.train, true);

  const { example, shares } = frame.weight;
  frame.batch.rows.forEach((row, i) => {
    const chosen = i === example;
    const [x, y] = [at.x(frame.points.train.x[2 * row]), at.y(frame.points.train.x[2 * row + 1])];
    context.strokeStyle = colors.ink;
    context.lineWidth = chosen ? 2.4 : 1.3;
    context.beginPath();
    context.arc(x, y, chosen ? 7 : 5, 0, 7);
    context.stroke();
    if (frame.batch.rows.length <= MOST_PULLS) pullMark(context, x, y, chosen ? 9 : 7, -Math.sign(shares.product[i]));
  });
}

/**
 * A point on a ring, up where the example raises the weight, down where it lowers it.
 * @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} radius @param {number} way 1, −1 or 0
 */
function pullMark(context, x, y, radius, way) {
  if (!way) return;
  const colors = themeColors();
  context.beginPath();
  context.moveTo(x, y - way * (radius + 6));
  context.lineTo(x + 4, y - way * radius);
  context.lineTo(x - 4, y - way * radius);
  context.closePath();
  context.lineWidth = 2.5;
  context.strokeStyle = colors.surface;
  context.stroke();
  context.fillStyle = colors.ink;
  context.fill();
}

/**
 * Diamonds for class 0, discs for class 1: the class is a shape too.
 * @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {boolean} diamond
 */
function trace(context, x, y, diamond) {
  if (!diamond) return context.arc(x, y, 2.1, 0, 7);
  context.moveTo(x, y - 2.8);
  context.lineTo(x + 2.8, y);
  context.lineTo(x, y + 2.8);
  context.lineTo(x - 2.8, y);
  context.closePath();
}
customElements.define('backprop-decision-map', DecisionMap);
