// <backprop-sharpness>: the steepest curvature of the loss beside the limit that the learning rate sets.

/** @import { Store } from '../../store.js' */
/** @import { Frame } from '../../types.js' */
import { LitElement, css, html, nothing, svg } from 'lit';
import { formatCount, formatTick, formatTiny } from '../../draw/format.js';
import { messageOf } from '../../message-of.js';
import { number } from '../number.js';
import { sharedCss } from '../shared-css.js';

/** Products with the Hessian: what a small network is given, and how many weights × examples × products a large one. */
const MOST = 100;
const WORK = 3e7;

/** Decades on each side of the limit. */
const DECADES = 3;
const WIDTH = 320;

export class Sharpness extends LitElement {
  static properties = { frame: { attribute: false }, ask: { attribute: false }, result: { state: true }, failure: { state: true } };

  static styles = [
    sharedCss,
    css`
      :host { display: grid; gap: 12px; align-content: start; justify-items: start; }
      p { margin: 0; max-width: 64ch; line-height: 1.5; }
      dl { display: grid; grid-template-columns: auto auto; gap: 4px 20px; margin: 0; }
      dt { color: var(--muted); }
      dd { margin: 0; text-align: right; font-family: var(--mono); }
      svg { width: 100%; max-width: ${WIDTH}px; overflow: visible; }
      line { stroke: var(--border); stroke-width: 2; }
      .limit { stroke: var(--ink); }
      .beyond { stroke: var(--ink); stroke-dasharray: 3 3; }
      .mark { fill: var(--ink); }
      text { fill: var(--muted); font-size: 12px; }
      .verdict { font-weight: 650; }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {Store['ask'] | undefined} */ this.ask = undefined;
    /** @type {{ run: number, step: number, curvature: ReturnType<import('../../types.js').Trainer['curvature']> } | undefined} */ this.result = undefined;
    this.failure = '';
  }

  async #measure() {
    const { run, status, layers, batch } = /** @type {Frame} */ (this.frame);
    const weights = layers.reduce((sum, { inputs, outputs }) => sum + inputs * outputs, 0);
    const iterations = Math.round(Math.min(Math.max(WORK / (weights * batch.rows.length), 4), MOST));
    try {
      const curvature = await /** @type {Store['ask']} */ (this.ask)('curvature', { rows: 'batch', iterations });
      this.result = { run, step: status.step, curvature };
      this.failure = '';
    } catch (error) {
      this.failure = messageOf(error);
    }
  }

  render() {
    if (!this.frame) return nothing;
    const { frame, result } = this;
    return html`<h2>Sharpness</h2>
      <p class="muted">The largest eigenvalue of the loss’s Hessian, on this batch. Where it is more than 2/η, plain gradient descent overshoots further with each step.</p>
      <button ?disabled=${frame.playing} @click=${this.#measure}>Measure</button>
      ${this.failure ? html`<p class="error" role="alert">${this.failure}</p>` : nothing}
      ${result?.run === frame.run ? this.#measured(result) : nothing}`;
  }

  /** @param {NonNullable<Sharpness['result']>} result */
  #measured({ step, curvature }) {
    const { eigenvalue, limit, residual, iterations, converged } = curvature;
    return html`${limit === null ? html`<p>There is no limit 2/η to compare with: it holds for plain sgd, without momentum, decay or clipping.</p>` : side(eigenvalue, limit)}
      <dl>
        <dt>largest eigenvalue, at step ${formatCount(step)}</dt><dd>${number('instruments.curvature.eigenvalue', eigenvalue)}</dd>
        ${limit === null ? nothing : html`<dt>2/η</dt><dd>${number('instruments.curvature.limit', limit)}</dd>`}
        <dt>off by at most</dt><dd>${number('instruments.curvature.residual', residual, { format: formatTiny })}</dd>
        <dt>${converged ? 'converged' : 'not converged'} after</dt><dd>${number('instruments.curvature.iterations', iterations, { format: formatCount })} products</dd>
      </dl>`;
  }
}

/** On which side of the limit one is, on a logarithmic axis. @param {number} eigenvalue @param {number} limit */
function side(eigenvalue, limit) {
  if (!(eigenvalue > 0)) return html`<p class="verdict" role="status">The loss curves upward nowhere: no step overshoots.</p>`;
  const middle = WIDTH / 2;
  const decades = Math.min(Math.max(Math.log10(eigenvalue / limit), -DECADES), DECADES);
  const x = middle + (decades / DECADES) * middle;
  return html`<p class="verdict" role="status">${eigenvalue < limit ? 'Below 2/η: steps are stable.' : 'Beyond 2/η: steps overshoot.'}</p>
    <svg viewBox="-8 0 ${WIDTH + 16} 52" role="img" aria-label="The largest eigenvalue lies ${eigenvalue < limit ? 'below' : 'beyond'} the limit">
      <line x1="0" x2=${middle} y1="22" y2="22" /><line class="beyond" x1=${middle} x2=${WIDTH} y1="22" y2="22" />
      <line class="limit" x1=${middle} x2=${middle} y1="10" y2="34" />
      <path class="mark" d="M${x} 20l-6 -11h12z" />
      ${[-DECADES, 0, DECADES].map((at) => svg`<text x=${middle + (at / DECADES) * middle} y="48" text-anchor=${at < 0 ? 'start' : at ? 'end' : 'middle'}>${
        at === 0 ? `2/η = ${formatTick(limit)}` : formatTick(limit * 10 ** at)}</text>`)}
    </svg>`;
}
customElements.define('backprop-sharpness', Sharpness);
