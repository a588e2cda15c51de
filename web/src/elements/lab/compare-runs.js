// <backprop-compare-runs>: the run beside one that was kept, step by step: losses, and how far gradients and weights are apart.

/** @import { Frame } from '../../types.js' */
/** @import { Apart } from '../../engine/comparison.js' */
import { LitElement, css, html, nothing } from 'lit';
import { formatCount } from '../../draw/format.js';
import { pairChart } from '../../draw/run-charts.js';
import { emitChange } from '../change.js';
import { number } from '../number.js';
import { sharedCss } from '../shared-css.js';
import './chart.js';

/** @type {[keyof Apart, string, string][]} */
const COLUMNS = [
  ['normA', '‖A‖', 'norm in A, without biases'],
  ['normB', '‖B‖', 'norm in B, without biases'],
  ['cosine', 'cos(A, B)', 'cosine of the angle between both: 1 is the same direction, 0 a right angle'],
  ['difference', '‖A − B‖ / ‖A‖', 'how far they are apart, of the size of A'],
];

export class CompareRuns extends LitElement {
  static properties = { frame: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; }
      p { margin: 0; max-width: 72ch; }
      .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 16px; }
      .parts { display: grid; grid-template-columns: minmax(0, 300px) minmax(0, 1fr); gap: 16px 32px; margin-top: 16px; }
      .parts > * { min-width: 0; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; }
      th { padding: 3px 14px 3px 0; color: var(--muted); font-weight: 400; text-align: left; white-space: nowrap; }
      td, thead th { padding: 3px 0 3px 14px; text-align: right; white-space: nowrap; }
      thead th:first-child { padding-left: 0; text-align: left; }
      backprop-chart { --plot: 140px; }
      h2 { margin: 0 0 6px; }
      table + h2, .differ { margin-top: 16px; }
      @media (max-width: 800px) { .parts { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
  }

  render() {
    if (!this.frame) return nothing;
    const { comparison } = this.frame;
    return html`<div class="bar">
        <button @click=${() => emitChange(this, { action: 'keep' })}>Keep this run as A</button>
        ${comparison ? html`<button @click=${() => emitChange(this, { action: 'release' })}>Stop comparing</button>` : nothing}
        <p class="muted">${comparison ? 'A goes with the run, B, to every step.' : 'Then change a setting: that is B. Both train in lock-step, from the same seed.'}</p>
      </div>
      ${comparison ? this.#both(comparison) : nothing}`;
  }

  /** @param {NonNullable<Frame['comparison']>} comparison */
  #both({ a, b, curve, layers, settings }) {
    const { playing, settings: { loss } } = /** @type {Frame} */ (this.frame);
    const side = (/** @type {'a' | 'b'} */ which, /** @type {'loss' | 'train' | 'test'} */ what) =>
      html`<td class="mono">${number(`comparison.${which}.${what}`, { a, b }[which][what], { width: 8 })}</td>`;
    return html`<p class="differ" role="status">${settings.length ? html`They differ in ${settings.map(({ name, a: one, b: other }, at) =>
        html`${at ? ', ' : ''}<b>${name === 'lr' ? 'η' : name}</b> <span class="mono">${one}</span> in A, <span class="mono">${other}</span> in B`)}.`
        : 'Their settings are the same.'}
        ${a.step === b.step ? nothing : html` A has ended at step ${formatCount(a.step)}.`}</p>
      <div class="parts">
        <div>
          <backprop-chart .data=${pairChart(curve, loss)} .playing=${playing} compact log-y></backprop-chart>
          <table><caption class="unseen">Losses of both runs</caption>
            <thead><tr><th scope="col">loss</th><th scope="col">A</th><th scope="col">B</th></tr></thead>
            <tbody>
              <tr><th scope="row">batch</th>${side('a', 'loss')}${side('b', 'loss')}</tr>
              <tr><th scope="row">train</th>${side('a', 'train')}${side('b', 'train')}</tr>
              <tr><th scope="row">test</th>${side('a', 'test')}${side('b', 'test')}</tr>
            </tbody></table>
        </div>
        <div class="scroll" tabindex="0" role="group" aria-label="Gradients and weights of both runs">
          ${this.#apart('Gradients of the weights', 'gradient', layers)}${this.#apart('Weights', 'weight', layers)}
        </div>
      </div>`;
  }

  /** @param {string} title @param {'gradient' | 'weight'} what @param {NonNullable<Frame['comparison']>['layers']} layers */
  #apart(title, what, layers) {
    const cell = (/** @type {number} */ layer, /** @type {keyof Apart} */ name, /** @type {number | null} */ value) =>
      html`<td class="mono">${value === null ? '–' : number(`comparison.layers[${layer}].${what}.${name}`, value, { width: 8 })}</td>`;
    return html`<h2>${title}</h2><table>
      <thead><tr><th scope="col">layer</th>${COLUMNS.map(([, text, help]) => html`<th scope="col" title=${help}>${text}</th>`)}</tr></thead>
      <tbody>${layers.map((both, layer) => html`<tr><th scope="row">${layer + 1}</th>
        ${both ? COLUMNS.map(([name]) => cell(layer, name, both[what][name])) : html`<td colspan=${COLUMNS.length}>other shapes</td>`}</tr>`)}</tbody></table>`;
  }
}
customElements.define('backprop-compare-runs', CompareRuns);
