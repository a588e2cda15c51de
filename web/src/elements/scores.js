// <backprop-scores>: loss and accuracy, in training and in test.

/** @import { Frame } from '../types.js' */
import { LitElement, css, html, nothing } from 'lit';
import { formatCount, formatSigned } from '../draw/format.js';
import { number } from './number.js';
import { sharedCss } from './shared-css.js';

/** Why a number may not be there. */
const REASONS = { loss: 'There are no test data.', accuracy: 'Accuracy is for classes; this run predicts numbers.' };

export class Scores extends LitElement {
  static properties = { frame: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; }
      table { width: 100%; border-collapse: collapse; }
      th { padding: 4px 0; color: var(--muted); font-weight: 400; text-align: left; }
      thead th { text-align: right; }
      td { padding: 4px 0; text-align: right; }
      .change { margin-top: 8px; border-top: 1px solid var(--hairline); }
      .change th[scope="rowgroup"] { vertical-align: top; }
      td.when { text-align: left; white-space: nowrap; }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
  }

  render() {
    if (!this.frame) return nothing;
    const { evaluation } = this.frame;
    /** @param {'train' | 'test'} part @param {'loss' | 'accuracy'} what */
    const cell = (part, what) => html`<td>${number(`evaluation.${part}.${what}`, evaluation[part][what], { width: 8, reason: REASONS[what] })}</td>`;
    const row = (/** @type {'loss' | 'accuracy'} */ what) => html`<tr><th scope="row">${what}</th>
      ${cell('train', what)}${cell('test', what)}</tr>`;
    return html`<table>
      <caption class="unseen">Loss and accuracy</caption>
      <thead><tr><td class="when muted">at step ${formatCount(evaluation.step)}</td><th scope="col">train</th><th scope="col">test</th></tr></thead>
      <tbody>${row('loss')}${this.frame.data.classes.length ? row('accuracy') : nothing}</tbody>
    </table>
    ${this.#change()}`;
  }

  /** What the next step should change in the batch's loss, and what it does; told at a pause. */
  #change() {
    const { predictedChange: change } = /** @type {Frame} */ (this.frame).instruments;
    const cell = (/** @type {'first' | 'real'} */ what) => html`<td>${change
      ? number(`instruments.predictedChange.${what}`, change[what], { format: formatSigned, signed: true, width: 8 })
      : html`<span class="muted">at a pause</span>`}</td>`;
    return html`<table class="change">
      <caption class="unseen">What the next step changes in the loss of the batch</caption>
      <tbody>
        <tr><th scope="rowgroup" rowspan="2">Δloss of this step</th><th scope="row">predicted</th>${cell('first')}</tr>
        <tr><th scope="row">real</th>${cell('real')}</tr>
      </tbody>
    </table>`;
  }
}
customElements.define('backprop-scores', Scores);
