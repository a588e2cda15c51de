// <backprop-csv-columns>: the columns of a table with their first cells, and what each is used as.

/** @import { Role } from '../../data/table-draft.js' */
/** @import { TableRead } from '../../engine/tables.js' */
import { LitElement, css, html, nothing } from 'lit';
import { withTarget } from '../../data/table-draft.js';
import { formatCount } from '../../draw/format.js';
import { downIcon } from '../icons.js';
import { sharedCss } from '../shared-css.js';

/** Of more columns the first are listed, and the last. */
const MOST = 60;
const LETTERS = 24;

/** @type {[string, string][]} */
const ROLES = [['input', 'input'], ['target', 'learn this'], ['unused', 'not used']];
/** Several numbers can be learnt together. @type {[string, string]} */
const TOO = ['too', 'learn this too'];

/** Fires its own `change` with the roles of all columns as `detail`. */
export class CsvColumns extends LitElement {
  static properties = { columns: { attribute: false }, first: { attribute: false }, roles: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; margin-top: 8px; overflow-x: auto; }
      table { border-collapse: collapse; }
      th, td { padding: 3px 10px; border: 1px solid var(--hairline); text-align: left; font-weight: 400; white-space: nowrap; }
      thead th { font-weight: 650; background: var(--page); }
      td { font-family: var(--mono); font-size: var(--tiny); }
      .kind td { font-family: inherit; color: var(--muted); }
      .target { background: var(--sunken); }
      .unused { color: var(--muted); text-decoration: line-through; }
      p { margin: 4px 0; font-size: var(--tiny); }
    `,
  ];

  constructor() {
    super();
    /** @type {TableRead['columns']} */ this.columns = [];
    /** @type {string[][]} */ this.first = [];
    /** @type {Role[]} */ this.roles = [];
  }

  render() {
    const last = this.columns.length - 1;
    const shown = this.columns.map((column, at) => ({ ...column, at })).filter(({ at }) => at < MOST - 1 || at === last);
    return html`<table>
        <caption class="unseen">Columns, what they are used as, and their first cells</caption>
        <thead><tr>${shown.map(({ name, at }) => html`<th scope="col" class=${this.roles[at]}><bdi>${shorten(name)}</bdi></th>`)}</tr></thead>
        <tbody>
          <tr>${shown.map(({ name, at }) => html`<td class=${this.roles[at] === 'target' ? 'target' : ''}>${this.#role(name, at)}</td>`)}</tr>
          <tr class="kind">${shown.map(({ kind, categories, missing }) => html`<td>${kind === 'category' ? `${formatCount(categories.length)} categories` : `${kind}s`}${missing ? `, ${formatCount(missing)} missing` : ''}</td>`)}</tr>
          ${this.first.map((row) => html`<tr>${shown.map(({ at }) => html`<td class=${this.roles[at] ?? ''}><bdi>${shorten(row[at] ?? '')}</bdi></td>`)}</tr>`)}
        </tbody>
      </table>
      ${shown.length < this.columns.length ? html`<p class="muted">${formatCount(this.columns.length - shown.length)} columns between them are not listed.</p>` : nothing}`;
  }

  /** @param {string} name @param {number} at */
  #role(name, at) {
    const number = (/** @type {number} */ other) => this.columns[other].kind === 'number';
    const beside = number(at) && this.roles[at] !== 'target' && this.roles.some((own, other) => own === 'target' && number(other));
    const changed = (/** @type {Event} */ event) => {
      const { value } = /** @type {HTMLSelectElement} */ (event.target);
      const detail = value === 'target' ? withTarget(this.roles, at) : this.roles.with(at, value === 'too' ? 'target' : /** @type {Role} */ (value));
      this.dispatchEvent(new CustomEvent('change', { detail }));
    };
    return html`<span class="select"><select class="field" aria-label="use of ${name}" .value=${this.roles[at]} @change=${changed}>
      ${(beside ? [...ROLES, TOO] : ROLES).map(([role, text]) => html`<option value=${role} ?selected=${role === this.roles[at]}>${text}</option>`)}</select>${downIcon}</span>`;
  }
}

/** @param {string} text */
const shorten = (text) => (text.length > LETTERS ? `${text.slice(0, LETTERS - 1)}…` : text);
customElements.define('backprop-csv-columns', CsvColumns);
