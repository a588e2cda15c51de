// <backprop-share-plot>: what each example of the batch says about one weight, and the mean of these.

/** @import { Pile } from '../draw/dots.js' */
import { LitElement, css, html, nothing, svg } from 'lit';
import { dotPlot, nearestIndex, onAxis } from '../draw/dots.js';
import { formatNumber, formatTick, signOf } from '../draw/format.js';
import { examplePointer, REACH } from './example-pointer.js';
import { sharedCss } from './shared-css.js';
import { Size } from './size.js';

const HEIGHT = 78;
const AXIS = 52;
/** Of the stacks. */
const STACK = 36;
const MARGIN = 10;
/** Texts so near to one place would touch. */
const NEAR = 40;

export class SharePlot extends LitElement {
  static properties = {
    products: { attribute: false },
    mean: { type: Number },
    example: { type: Number },
  };

  static styles = [
    sharedCss,
    css`
      :host { display: block; height: 78px; }
      svg { display: block; width: 100%; height: 100%; overflow: visible; cursor: pointer; }
      line { stroke: var(--border); }
      .zero { stroke: var(--hairline); }
      .dot.positive { fill: var(--positive); }
      .dot.negative { fill: var(--negative); }
      .dot.zero { fill: var(--surface); stroke: var(--hollow); }
      .dot.chosen { stroke: var(--ink); stroke-width: 1.8; }
      .mean { fill: var(--ink); }
      text { fill: var(--muted); font-size: 12px; }
      .tick { font-family: var(--mono); }
    `,
  ];

  #size = new Size(this);
  #pointer = examplePointer(this, (event) => this.#dotAt(event));

  constructor() {
    super();
    this.products = new Float32Array(0);
    this.mean = 0;
    this.example = 0;
  }

  /** @param {MouseEvent} event */
  #dotAt(event) {
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    return nearestIndex(this.places ?? [], { x: event.clientX - box.left, y: event.clientY - box.top }, REACH);
  }

  render() {
    const width = this.#size.width;
    if (!width) return html`<svg></svg>`;
    const axis = width - 2 * MARGIN;
    const { limit, radius, spacing, dots, piles } = dotPlot(this.products, axis, STACK);
    this.places = dots.map(({ x, row }) => ({ x: MARGIN + x, y: AXIS - radius - 2 - row * spacing }));
    const isZero = (/** @type {number} */ i) => this.products[i] === 0;
    const zeros = dots.filter((_, i) => isZero(i)).length;
    // Over the others come the hollow zeros, and over all the chosen one.
    const order = dots.map((_, i) => i).filter((i) => i !== this.example).sort((a, b) => Number(isZero(a)) - Number(isZero(b)));
    const middle = width / 2;
    const meanX = MARGIN + onAxis(this.mean, limit) * axis;
    const mark = (/** @type {number} */ i) => this.#dot(i, radius);
    const label = `Gradients of ${dots.length} examples on an axis from ${formatTick(-limit)} to ${formatTick(limit)};
      mean ${formatNumber(this.mean)}; example ${this.example + 1} gives ${formatNumber(this.products[this.example])}`;
    return html`<svg role="img" aria-label=${label} height=${HEIGHT} @click=${this.#pointer.click}
      @pointermove=${this.#pointer.hover} @pointerleave=${this.#pointer.hover}>
      <line class="zero" x1=${middle} x2=${middle} y1="4" y2=${AXIS + 4} />
      <line x1=${MARGIN} x2=${width - MARGIN} y1=${AXIS} y2=${AXIS} />
      ${order.map(mark)}
      ${this.example < dots.length ? mark(this.example) : nothing}
      <path class="mean" d="M${meanX} ${AXIS + 2}l4 6h-8z" />
      <text class="tick" x=${MARGIN} y=${AXIS + 23}>${formatTick(-limit)}</text>
      <text x=${meanX + (this.mean > 0 ? 9 : -9)} y=${AXIS + 11} text-anchor=${this.mean > 0 ? 'start' : 'end'}>mean</text>
      <text class="tick" x=${middle} y=${AXIS + 23} text-anchor="middle">0</text>
      <text class="tick" x=${width - MARGIN} y=${AXIS + 23} text-anchor="end">+${formatTick(limit)}</text>
      ${this.#counts(piles, zeros, middle)}
    </svg>`;
  }

  /** How many are 0, and how many stand where a stack is full; one text where that is one place. @param {Pile[]} piles @param {number} zeros @param {number} middle */
  #counts(piles, zeros, middle) {
    const are = zeros ? `${zeros} ${zeros === 1 ? 'is' : 'are'} 0` : '';
    const near = piles.findIndex(({ x }) => Math.abs(MARGIN + x - middle) < NEAR);
    return svg`${piles.map(({ x, count }, at) => {
      const text = at === near && are ? (count === zeros ? are : `${count}, ${are}`) : String(count);
      const edge = MARGIN + x < NEAR ? 'start' : MARGIN + x > 2 * middle - NEAR ? 'end' : 'middle';
      return svg`<text x=${edge === 'start' ? 0 : edge === 'end' ? 2 * middle : MARGIN + x} y="10" text-anchor=${edge}>${text}</text>`;
    })}${are && near < 0 ? svg`<text x=${middle + 8} y="10">${are}</text>` : nothing}`;
  }

  /** @param {number} i @param {number} radius */
  #dot(i, radius) {
    const { x, y } = (this.places ?? [])[i];
    const chosen = i === this.example;
    return svg`<circle class="dot ${signOf(this.products[i])} ${chosen ? 'chosen' : ''}" cx=${x} cy=${y} r=${chosen ? radius + 0.5 : radius}
      data-key=${`weight.shares.product[${i}]`} data-value=${String(this.products[i])} />`;
  }
}
customElements.define('backprop-share-plot', SharePlot);
