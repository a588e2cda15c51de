// <backprop-scores>: loss and accuracy, in training and in test.

/** @import { Frame } from '../types.js' */
import { LitElement, css, html, nothing } from 'lit';
import { formatCount } from '../draw/format.js';
import { number } from './number.js';
import { sharedCss } from './shared-css.js';

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
    const cell = (part, what) => html`<td>${number(`evaluation.${part}.${what}`, evaluation[part][what], { width: 8 })}</td>`;
    const row = (/** @type {'loss' | 'accuracy'} */ what) => html`<tr><th scope="row">${what}</th>
      ${cell('train', what)}${cell('test', what)}</tr>`;
    return html`<table>
      <caption class="unseen">Loss and accuracy</caption>
      <thead><tr><td class="when muted">at step ${formatCount(evaluation.step)}</td><th scope="col">train</th><th scope="col">test</th></tr></thead>
      <tbody>${row('loss')}${this.frame.data.classes.length ? row('accuracy') : nothing}</tbody>
    </table>`;
  }
}
customElements.define('backprop-scores', Scores);
