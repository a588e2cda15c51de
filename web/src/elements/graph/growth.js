// <backprop-graph-growth>: the reader doubles a graph, and each size adds a point to the curves of what three modes cost.

/** @import { GraphClient } from '../../engine/client.js' */
/** @import { Questions } from '../../engine/graph-questions.js' */
import { LitElement, css, html, nothing } from 'lit';
import { formatCount, formatNumber } from '../../draw/format.js';
import { growing } from '../../graph/growth.js';
import { messageOf } from '../../message-of.js';
import { sharedCss } from '../shared-css.js';
import { panelCss } from './panel-css.js';
import '../growth-plot.js';

/** @typedef {{ n: number } & ReturnType<Questions['cost']>} Row */
/** @type {['reverse' | 'forward' | 'central_differences', string][]} */
const NAMES = [['reverse', 'reverse'], ['forward', 'forward'], ['central_differences', 'differences']];
const LARGEST = 512;

export class GraphGrowth extends LitElement {
  static properties = { client: { attribute: false }, kind: { state: true }, rows: { state: true }, unit: { state: true }, busy: { state: true }, failure: { state: true } };
  static styles = [
    sharedCss,
    panelCss,
    css`
      .figures { display: grid; grid-template-columns: minmax(220px, 1fr) minmax(260px, 400px) minmax(0, auto); gap: 16px 28px; align-items: start; }
      .row { margin-bottom: 8px; }
      @media (max-width: 1100px) { .figures { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  constructor() {
    super();
    /** @type {GraphClient | undefined} */ this.client = undefined;
    this.kind = 'chain';
    /** @type {Row[]} */ this.rows = [];
    /** @type {'visits' | 'ms'} */ this.unit = 'visits';
    this.busy = false;
    this.failure = '';
  }

  get next() {
    return this.rows.length ? 2 * this.rows[this.rows.length - 1].n : 2;
  }

  async #grow() {
    const { kind, next } = this;
    if (!this.client || this.busy) return;
    this.busy = true;
    try {
      const cost = await this.client.ask('cost', growing[kind].text(next));
      if (kind === this.kind) this.rows = [...this.rows, { n: next, ...cost }];
    } catch (error) {
      this.failure = messageOf(error);
    } finally {
      this.busy = false;
    }
  }

  /** @param {Event} event */
  #choose(event) {
    event.stopPropagation();
    this.kind = /** @type {HTMLSelectElement} */ (event.target).value;
    this.rows = [];
  }

  render() {
    const { rows, unit, next } = this;
    const many = next > LARGEST;
    const units = /** @type {const} */ ([['visits', 'visits of nodes'], ['ms', 'time, ms']]);
    return html`<div class="figures"><div>
        <p>What do all n gradients cost when there are more of them? Double the graph and watch the curves part.</p>
        <div class="row"><label>graph <select class="field" @change=${this.#choose}>${Object.keys(growing).map((kind) => html`<option
          ?selected=${kind === this.kind}>${kind}</option>`)}</select></label></div>
        <p class="muted">${growing[this.kind].look}</p>
        <div class="row"><button ?disabled=${many || this.busy} @click=${this.#grow}>${rows.length ? (many ? `n = ${next / 2} is the largest`
          : `Double it: n = ${next}`) : 'Begin with n = 2'}</button>
          ${rows.length ? html`<button @click=${() => (this.rows = [])}>Start over</button>` : nothing}</div>
        ${rows.length ? html`<div class="row" role="group" aria-label="What the plot shows">${units.map(([key, name]) => html`<button class="choice"
          aria-pressed=${unit === key ? 'true' : 'false'} @click=${() => (this.unit = key)}>${name}</button>`)}</div>` : nothing}
        ${this.failure ? html`<p role="alert">${this.failure}</p>` : nothing}
        ${rows.length > 2 && unit === 'visits' ? html`<p>Reverse mode doubles with n: O(n).
          The others make one or two passes for each of the n numbers, over a graph that has grown with n: O(n²).</p>` : nothing}</div>
      ${rows.length ? html`<backprop-growth-plot most=${LARGEST} log x-name="n, variables"
          alt="${unit === 'ms' ? 'time, ms' : 'visits of nodes'} against the number of variables, both on logarithmic axes; the table says the same in numbers"
          .lines=${NAMES.map(([mode, name]) => ({ name, points: rows.map((row) => ({ n: row.n, cost: row[mode][unit] })) }))}></backprop-growth-plot>${this.#table()}`
            : nothing}</div>`;
  }

  #table() {
    const { rows, unit } = this;
    const said = unit === 'ms' ? (/** @type {number} */ x) => formatNumber(x, 3) : formatCount;
    return html`<div class="scroll" tabindex="0" role="group" aria-label="Cost by size">
      <table><caption>${unit === 'ms' ? 'ms, median of five, here' : 'visits of nodes'}; × the row before</caption>
      <thead><tr><th scope="col" class="num">n</th>${NAMES.map(([, name]) => html`<th scope="col" class="num">${name}</th>`)}</tr></thead>
      <tbody>${rows.map((row, at) => html`<tr><th scope="row" class="num">${row.n}</th>${NAMES.map(([mode]) => html`<td class="num mono"><span
        data-key="growth.${row.n}.${mode}.${unit}" data-value=${String(row[mode][unit])}>${said(row[mode][unit])}</span>
        ${at ? html`<span class="muted">×${formatNumber(row[mode][unit] / rows[at - 1][mode][unit], 1)}</span>` : nothing}</td>`)}</tr>`)}</tbody></table></div>`;
  }
}
customElements.define('backprop-graph-growth', GraphGrowth);
