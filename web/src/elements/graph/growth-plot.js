// <backprop-growth-plot>: cost against the number of variables for three modes, on logarithmic axes.

import { LitElement, css, html, svg } from 'lit';
import { sharedCss } from '../shared-css.js';

/** @typedef {{ name: string, points: { n: number, cost: number }[] }} Line */

const WIDTH = 420;
const HEIGHT = 220;
const LEFT = 46;
const BOTTOM = 184;
const RIGHT = 292;
const MARKS = ['M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0', 'M-3.5-3.5h7v7h-7z', 'M0-4.5L4.5 4h-9z'];
const DASHES = ['', '6 3', '2 3'];

export class GrowthPlot extends LitElement {
  static properties = { lines: { attribute: false }, unit: { type: String }, most: { type: Number } };
  static styles = [
    sharedCss,
    css`
      :host { display: block; }
      svg { display: block; width: 100%; max-width: ${WIDTH}px; height: auto; }
      text { font: 12px var(--sans); fill: var(--muted); }
      .name { fill: var(--ink); }
      .grid { stroke: var(--hairline); }
      .line { fill: none; stroke: var(--ink); stroke-width: 1.5; }
      .mark { fill: var(--ink); stroke: var(--surface); }
    `,
  ];

  constructor() {
    super();
    /** @type {Line[]} */ this.lines = [];
    this.unit = '';
    this.most = 2;
  }

  render() {
    const costs = this.lines.flatMap(({ points }) => points.map(({ cost }) => cost)).filter((cost) => cost > 0);
    if (costs.length === 0) return html``;
    const low = Math.floor(Math.log10(Math.min(...costs)));
    const high = Math.max(Math.ceil(Math.log10(Math.max(...costs))), low + 1);
    const x = (/** @type {number} */ n) => LEFT + ((RIGHT - LEFT) * Math.log2(n / 2)) / Math.max(Math.log2(this.most / 2), 1);
    const y = (/** @type {number} */ cost) => BOTTOM - ((BOTTOM - 12) * (Math.log10(cost) - low)) / (high - low);
    const decades = Array.from({ length: high - low + 1 }, (_, i) => low + i);
    const sizes = Array.from({ length: Math.log2(this.most) }, (_, i) => 2 ** (i + 1));
    const ends = spread(this.lines.map(({ points }) => y(points[points.length - 1].cost)));
    return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img"
      aria-label="${this.unit} against the number of variables, both on logarithmic axes; the table says the same in numbers">
      ${decades.map((decade) => svg`<line class="grid" x1=${LEFT} x2=${RIGHT} y1=${y(10 ** decade)} y2=${y(10 ** decade)} /><text x=${LEFT - 6} y=${y(10 ** decade) + 4}
        text-anchor="end">${tick(decade)}</text>`)}
      ${sizes.map((n) => svg`<line class="grid" x1=${x(n)} x2=${x(n)} y1="12" y2=${BOTTOM} /><text x=${x(n)} y=${BOTTOM + 16} text-anchor="middle">${n}</text>`)}
      <text x=${(LEFT + RIGHT) / 2} y=${HEIGHT - 4} text-anchor="middle">n, variables</text>
      ${this.lines.map(({ name, points }, at) => svg`
        <path class="line" stroke-dasharray=${DASHES[at]} d=${points.map(({ n, cost }, i) => `${i ? 'L' : 'M'}${x(n)} ${y(cost)}`).join('')} />
        ${points.map(({ n, cost }) => svg`<path class="mark" d=${MARKS[at]} transform="translate(${x(n)} ${y(cost)})" />`)}
        <text class="name" x=${x(points[points.length - 1].n) + 10} y=${ends[at] + 4}>${name}</text>`)}
    </svg>`;
  }
}
customElements.define('backprop-growth-plot', GrowthPlot);

/** @param {number} decade */
const tick = (decade) => (decade >= 0 && decade < 4 ? String(10 ** decade) : decade < 0 && decade > -4 ? (10 ** decade).toFixed(-decade)
  : svg`10<tspan dy="-5" font-size="9">${String(decade).replace('-', '−')}</tspan>`);

/** Names that would cover each other are moved apart. @param {number[]} places */
function spread(places) {
  const order = places.map((place, at) => ({ place, at })).sort((a, b) => a.place - b.place);
  for (let i = 1; i < order.length; i++) order[i].place = Math.max(order[i].place, order[i - 1].place + 14);
  return order.sort((a, b) => a.at - b.at).map(({ place }) => place);
}
