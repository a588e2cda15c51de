// <backprop-confusion-matrix>: how many rows of each class the network predicts as which.

/** @import { Frame } from '../types.js' */
import { css, html, nothing, unsafeCSS } from 'lit';
import { formatCount } from '../draw/format.js';
import { shadeOf, SHADES } from '../draw/shade.js';
import { number } from './number.js';
import { SeenElement } from './seen-element.js';
import { sharedCss } from './shared-css.js';

const PARTS = /** @type {const} */ (['test', 'train']);

/** Classes are written out where few stand beside each other. */
const FEW = 4;

export class ConfusionMatrix extends SeenElement {
  static properties = { frame: { attribute: false }, rows: { state: true } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; }
      table { width: 100%; table-layout: fixed; border-collapse: separate; border-spacing: 1px; }
      caption { margin-bottom: 4px; text-align: left; color: var(--muted); font-size: var(--tiny); }
      th { padding: 2px; font-size: var(--tiny); font-weight: 400; overflow-wrap: anywhere; line-height: 1.2; }
      thead th { vertical-align: bottom; }
      tbody th { text-align: right; padding-right: 6px; }
      td { padding: 0; border-radius: 3px; text-align: center; }
      tbody td { height: 40px; }
      td .n { text-align: center; }
      td.right { box-shadow: inset 0 0 0 1px var(--border); }
      .many tbody th, .many thead td { width: 18px; padding-right: 4px; }
      .many tbody td { height: 24px; }
      .many td .n { font-size: 11px; letter-spacing: -0.04em; }
      .none { color: var(--muted); }
      ${unsafeCSS(Array.from({ length: SHADES }, (_, i) => `.s${i} { background: color-mix(in srgb, var(--ink) ${4 * i}%, var(--surface)); }`).join('\n'))}
      fieldset { display: flex; gap: 14px; margin: 8px 0 0; padding: 0; border: 0; font-size: var(--tiny); }
      label { display: inline-flex; align-items: center; gap: 6px; min-height: var(--control); cursor: pointer; }
      input { accent-color: var(--ink); }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {'test' | 'train'} */ this.rows = 'test';
  }

  render() {
    if (!this.frame) return nothing;
    const { classes } = this.frame.data;
    const { confusion } = this.frame.evaluation[this.rows];
    return html`<table class=${classes.length > FEW ? 'many' : ''}>
        <caption>rows: true class · columns: predicted</caption>
        <thead><tr><td></td>${classes.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
        <tbody>${classes.map((name, row) => html`<tr><th scope="row">${name}</th>${this.#cells(confusion, row, classes.length)}</tr>`)}</tbody>
      </table>
      <fieldset>
        <legend class="unseen">rows that are counted</legend>
        ${PARTS.map((part) => html`<label><input type="radio" name="part" .checked=${part === this.rows} @change=${() => (this.rows = part)}>
          ${part} set</label>`)}
      </fieldset>`;
  }

  /** @param {Int32Array} confusion @param {number} row @param {number} count of classes */
  #cells(confusion, row, count) {
    const counts = Array.from(confusion.subarray(row * count, (row + 1) * count));
    const all = counts.reduce((sum, n) => sum + n, 0);
    return counts.map((n, column) => html`<td class="s${shadeOf(n, all)} ${row === column ? 'right' : ''} ${n ? '' : 'none'}"
      >${number(`evaluation.${this.rows}.confusion[${row * count + column}]`, n, { format: formatCount })}</td>`);
  }
}
customElements.define('backprop-confusion-matrix', ConfusionMatrix);
