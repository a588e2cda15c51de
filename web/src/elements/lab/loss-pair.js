// <backprop-loss-pair>: the training losses of two runs over their steps, on a log axis; A dashed, B drawn through.

/** @import { Curve } from '../../types.js' */
import { LitElement, css, html, nothing, svg } from 'lit';
import { formatCount, formatTick } from '../../draw/format.js';
import { logTicks } from '../../draw/scale.js';
import { OnScreen } from '../on-screen.js';
import { sharedCss } from '../shared-css.js';
import { Size } from '../size.js';

const [HEIGHT, LEFT, BOTTOM, TOP] = [130, 40, 20, 6];

export class LossPair extends LitElement {
  static properties = { a: { attribute: false }, b: { attribute: false }, playing: { type: Boolean } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; margin-bottom: 10px; }
      .key { display: flex; gap: 14px; font-size: var(--tiny); }
      .key span { display: inline-flex; align-items: center; gap: 6px; }
      svg { display: block; overflow: visible; }
      path { fill: none; stroke: var(--ink); stroke-width: 1.6; }
      .a { stroke: var(--muted); stroke-dasharray: 4 3; }
      .grid { stroke: var(--hairline); }
      text { fill: var(--muted); font-size: 12px; }
    `,
  ];

  #onScreen = new OnScreen(this);
  #size = new Size(this);

  constructor() {
    super();
    /** @type {Pick<Curve, 'step' | 'train'>} */ this.a = { step: [], train: [] };
    /** @type {Pick<Curve, 'step' | 'train'>} */ this.b = { step: [], train: [] };
    this.playing = false;
    this.drawn = 0;
  }

  /** As of the curve of the run: a few drawings a second show all of it. */
  shouldUpdate() {
    return this.#onScreen.wanted && !(this.playing && performance.now() - this.drawn < 300);
  }

  updated() {
    this.drawn = performance.now();
  }

  render() {
    return html`<div class="key">
        ${key('a', 'A')}${key('b', 'B')}<span class="muted">training loss</span></div>
      ${this.#size.width ? this.#chart(this.#size.width) : html`<svg height=${HEIGHT}></svg>`}`;
  }

  /** @param {number} width */
  #chart(width) {
    const losses = [...this.a.train, ...this.b.train].filter((loss) => loss > 0 && Number.isFinite(loss));
    if (losses.length === 0) return nothing;
    const last = Math.max(this.a.step.at(-1) ?? 0, this.b.step.at(-1) ?? 0, 1);
    const [low, high] = [Math.min(...losses) * 0.9, Math.max(...losses) * 1.1];
    const x = (/** @type {number} */ step) => LEFT + ((width - LEFT - 4) * step) / last;
    const y = (/** @type {number} */ loss) => TOP + ((HEIGHT - TOP - BOTTOM) * Math.log(high / loss)) / Math.log(high / low);
    return html`<svg width=${width} height=${HEIGHT} role="img" aria-label="Training losses of A and B over ${formatCount(last)} steps; the table has their present values">
      ${logTicks(low, high).map((tick) => svg`<path class="grid" d="M${LEFT} ${y(tick)}H${width}" />
        <text x=${LEFT - 6} y=${y(tick)} dy="0.32em" text-anchor="end">${formatTick(tick)}</text>`)}
      <path class="a" d=${line(this.a, x, y)} /><path d=${line(this.b, x, y)} />
      <text x=${LEFT} y=${HEIGHT - 4}>0</text><text x=${width} y=${HEIGHT - 4} text-anchor="end">${formatCount(last)}</text>
    </svg>`;
  }
}

/** @param {string} look @param {string} name */
const key = (look, name) => html`<span><svg width="22" height="3" aria-hidden="true"><path class=${look} d="M0 1.5H22" /></svg>${name}</span>`;

/** A log axis has no place for 0 or for what is not a number. @param {Pick<Curve, 'step' | 'train'>} curve @param {(step: number) => number} x @param {(loss: number) => number} y */
function line({ step, train }, x, y) {
  const points = step.flatMap((at, i) => (train[i] > 0 && Number.isFinite(train[i]) ? [`${x(at).toFixed(1)} ${y(train[i]).toFixed(1)}`] : []));
  return points.length ? `M${points.join('L')}` : '';
}
customElements.define('backprop-loss-pair', LossPair);
