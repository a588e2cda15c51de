// <backprop-growth-plot>: cost against size for a few ways, on linear or logarithmic axes.

import { LitElement, css, html, svg } from 'lit';
import { formatSteps, formatTick } from '../draw/format.js';
import { ticksOf } from '../draw/plot.js';
import { sharedCss } from './shared-css.js';
import { Size } from './size.js';

/** @typedef {{ name: string, points: { n: number, cost: number }[] }} Line */
/** @typedef {{ at: number, text: unknown }} Tick */

const HEIGHT = 220;
const TOP = 12;
const BOTTOM = 184;
const LEFT = 46;
/** px that a letter of a name takes. */
const LETTER = 6.6;
/** px that the number of a size takes. */
const LABEL = 28;
const MARKS = ['M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0', 'M-3.5-3.5h7v7h-7z', 'M0-4.5L4.5 4h-9z'];
const DASHES = ['', '6 3', '2 3'];

/** Ticks, long numbers as 20 k. @param {number} x */
export const formatCost = (x) => (x >= 1000 ? formatSteps(x) : formatTick(x));

export class GrowthPlot extends LitElement {
  static properties = { lines: { attribute: false }, alt: { type: String }, xName: { attribute: 'x-name' }, most: { type: Number }, log: { type: Boolean }, format: { attribute: false } };
  static styles = [
    sharedCss,
    css`
      :host { display: block; min-height: ${HEIGHT}px; }
      svg { display: block; }
      text { font: 12px var(--sans); fill: var(--muted); }
      .name { fill: var(--ink); }
      .grid { stroke: var(--hairline); }
      .line { fill: none; stroke: var(--ink); stroke-width: 1.5; }
      .mark { fill: var(--ink); stroke: var(--surface); }
    `,
  ];

  #size = new Size(this);

  constructor() {
    super();
    /** @type {Line[]} */ this.lines = [];
    /** What the plot says to whoever does not see it; without it, the plot is hidden from them. */ this.alt = '';
    this.xName = 'n';
    /** How far the axis of sizes goes when it is logarithmic: a power of 2. */ this.most = 2;
    this.log = false;
    /** @type {(x: number) => string} numbers at ticks */ this.format = formatCost;
  }

  render() {
    const lines = this.lines.map((line) => ({ ...line, points: line.points.filter(({ cost }) => cost > 0) })).filter(({ points }) => points.length);
    const { width } = this.#size;
    if (!lines.length || !width) return html``;
    const right = width - 16 - LETTER * Math.max(...this.lines.map(({ name }) => name.length));
    const { x, y, sizes, costs } = this.log ? this.#logarithmic(lines, right) : this.#linear(lines, right);
    const end = (/** @type {Line} */ { points }) => points[points.length - 1];
    const ends = spread(lines.map((line) => y(end(line).cost)));
    return html`<svg width=${width} height=${HEIGHT} role="img" aria-label=${this.alt} aria-hidden=${this.alt ? 'false' : 'true'}>
      ${costs.map(({ at, text }) => svg`<line class="grid" x1=${LEFT} x2=${right} y1=${at} y2=${at} /><text x=${LEFT - 6} y=${at + 4} text-anchor="end">${text}</text>`)}
      ${sizes.map(({ at, text }) => svg`<line class="grid" x1=${at} x2=${at} y1=${TOP} y2=${BOTTOM} /><text x=${at} y=${BOTTOM + 16} text-anchor="middle">${text}</text>`)}
      <text x=${(LEFT + right) / 2} y=${HEIGHT - 4} text-anchor="middle">${this.xName}</text>
      ${lines.map((line, at) => {
        const look = this.lines.findIndex(({ name }) => name === line.name);
        return svg`<path class="line" stroke-dasharray=${DASHES[look]} d=${line.points.map(({ n, cost }, i) => `${i ? 'L' : 'M'}${x(n)} ${y(cost)}`).join('')} />
          ${line.points.map(({ n, cost }) => svg`<path class="mark" d=${MARKS[look]} transform="translate(${x(n)} ${y(cost)})" />`)}
          <text class="name" x=${x(end(line).n) + 10} y=${ends[at] + 4}>${line.name}</text>`;
      })}
    </svg>`;
  }

  /** Whole decades upwards, doublings to the right. @param {Line[]} lines @param {number} right */
  #logarithmic(lines, right) {
    const costs = lines.flatMap(({ points }) => points.map(({ cost }) => cost));
    const low = Math.floor(Math.log10(Math.min(...costs)));
    const high = Math.max(Math.ceil(Math.log10(Math.max(...costs))), low + 1);
    const x = (/** @type {number} */ n) => LEFT + ((right - LEFT) * Math.log2(n / 2)) / Math.max(Math.log2(this.most / 2), 1);
    const y = (/** @type {number} */ cost) => BOTTOM - ((BOTTOM - TOP) * (Math.log10(cost) - low)) / (high - low);
    const sizes = Array.from({ length: Math.log2(this.most) }, (_, at) => 2 ** (at + 1));
    const decades = Array.from({ length: high - low + 1 }, (_, at) => low + at);
    const every = Math.ceil(LABEL / (x(4) - x(2)));
    return { x, y, sizes: sizes.map((n, at) => ({ at: x(n), text: (sizes.length - 1 - at) % every ? '' : n })), costs: decades.map((decade) => ({ at: y(10 ** decade), text: this.#decade(decade) })) };
  }

  /** From zero to the largest that there is. @param {Line[]} lines @param {number} right */
  #linear(lines, right) {
    const [n, cost] = [Math.max(...lines.flatMap(({ points }) => points.map((point) => point.n))), Math.max(...lines.flatMap(({ points }) => points.map((point) => point.cost)))];
    const x = (/** @type {number} */ size) => LEFT + ((right - LEFT) * size) / n;
    const y = (/** @type {number} */ each) => BOTTOM - ((BOTTOM - TOP) * each) / cost;
    return { x, y, sizes: ticksOf(0, n, 5).filter(Number.isInteger).map((size) => ({ at: x(size), text: this.format(size) })), costs: ticksOf(0, cost, 5).map((each) => ({ at: y(each), text: this.format(each) })) };
  }

  /** @param {number} decade */
  #decade(decade) {
    if (decade > -4 && decade < 4) return this.format(10 ** decade);
    return svg`10<tspan dy="-5" font-size="9">${String(decade).replace('-', '−')}</tspan>`;
  }
}
customElements.define('backprop-growth-plot', GrowthPlot);

/** Names that would cover each other are moved apart. @param {number[]} places */
function spread(places) {
  const order = places.map((place, at) => ({ place, at })).sort((a, b) => a.place - b.place);
  for (let i = 1; i < order.length; i++) order[i].place = Math.max(order[i].place, order[i - 1].place + 14);
  return order.sort((a, b) => a.at - b.at).map(({ place }) => place);
}
