// <backprop-csv-dialog>: a table of one's own, pasted, chosen or dropped anywhere on the page: what it holds, what is learnt of it, and the run.

/** @import { Client } from '../../engine/client.js' */
import { LitElement, html, nothing } from 'lit';
import { keepTable, keptTable } from '../../data/draft.js';
import { ownData } from '../../data/own-data.js';
import { TableDraft, withTarget } from '../../data/table-draft.js';
import { formatCount, formatMegabytes } from '../../draw/format.js';
import { emitChange } from '../change.js';
import { downIcon } from '../icons.js';
import { sharedCss } from '../shared-css.js';
import { dialogCss } from '../dialog-css.js';
import { csvCss } from './csv-css.js';
import './csv-columns.js';

const PASTED = 'pasted table';
/** Typing rests so long before the core reads. */
const REST = 300;
const LISTED = 8;
const DRAGS = ['dragover', 'dragleave', 'drop'];

/** @type {[string, string][]} */
const DELIMITERS = [[',', 'comma'], [';', 'semicolon'], ['\t', 'tab'], ['|', 'pipe']];
/** @type {[string, string][]} */
const MISSING = [['drop', 'leave the row out'], ['mean', 'fill in the mean'], ['refuse', 'refuse the table']];

export class CsvDialog extends LitElement {
  static properties = { engine: { attribute: false }, value: { type: String }, errors: { attribute: false }, over: { state: true }, waits: { state: true } };

  static styles = [sharedCss, dialogCss, csvCss];

  #draft = new TableDraft(() => this.engine, () => this.requestUpdate());
  #rest = 0;
  #text = '';
  #drag = (/** @type {Event} */ event) => this.#dragged(/** @type {DragEvent} */ (event));

  constructor() {
    super();
    /** @type {Client | undefined} */ this.engine = undefined;
    /** Where files may be dropped. @type {EventTarget} */ this.around = document;
    /** The name of the data that are learnt. */
    this.value = '';
    /** What the core says of the run's settings. @type {Record<string, string>} */ this.errors = {};
    /** Is a file held over the page? */
    this.over = false;
    /** Is a run being made of this table? */
    this.waits = false;
  }

  connectedCallback() {
    super.connectedCallback();
    for (const type of DRAGS) this.around.addEventListener(type, this.#drag);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const type of DRAGS) this.around.removeEventListener(type, this.#drag);
    clearTimeout(this.#rest);
  }

  /** @param {DragEvent} event */
  #dragged(event) {
    if (!event.dataTransfer?.types.includes('Files') || !this.checkVisibility()) return;
    event.preventDefault();
    this.over = event.type === 'dragover';
    const [file] = event.type === 'drop' ? event.dataTransfer.files : [];
    if (file) void this.open(file);
  }

  /** With a file, or with what was here last. @param {Blob & { name?: string }} [file] */
  async open(file) {
    this.waits = false;
    const dialog = /** @type {HTMLDialogElement} */ (this.renderRoot.querySelector('dialog'));
    if (!dialog.open) dialog.showModal();
    if (file) return this.#take(file);
    const table = ownData.get(this.value)?.table;
    if (this.#draft.csv) return;
    if (table) await this.#draft.reopen(table);
    else await this.#type(keptTable());
  }

  /** @param {Blob & { name?: string }} file */
  #take(file) {
    clearTimeout(this.#rest);
    this.#text = '';
    return this.#draft.open(file, file.name ?? PASTED);
  }

  /** @param {string} text */
  #type(text) {
    this.#text = text;
    keepTable(text);
    return this.#draft.open(text ? new Blob([text]) : undefined, PASTED);
  }

  /** @param {Event} event */
  #typed(event) {
    const { value } = /** @type {HTMLTextAreaElement} */ (event.target);
    clearTimeout(this.#rest);
    this.#rest = window.setTimeout(() => void this.#type(value), REST);
  }

  /** @param {Event} event */
  #chosen(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const [file] = input.files ?? [];
    if (file) void this.#take(file);
    input.value = '';
  }

  #train() {
    const { table } = this.#draft;
    if (!table) return;
    this.waits = true;
    emitChange(this, { own: table });
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!this.waits) return;
    if (changed.has('value')) {
      this.waits = false;
      this.renderRoot.querySelector('dialog')?.close();
    } else if (changed.has('errors') && Object.keys(this.errors).length) this.waits = false;
  }

  render() {
    return html`${this.over ? html`<div class="drop">Drop the CSV file anywhere</div>` : nothing}
      <dialog aria-labelledby="title" @close=${() => this.#draft.cancel()}>
        <div class="top">
          <h2 id="title">Learn from a table</h2>
          <form method="dialog"><button>Close</button></form>
        </div>
        ${this.#source()}
        ${this.#draft.read ? this.#found() : nothing}
        <div class="end">
          <span role="status">${this.#summary()}</span>
          <button class="main" ?disabled=${!this.#draft.table || this.waits} @click=${this.#train}>Train on this</button>
        </div>
      </dialog>`;
  }

  #source() {
    const { csv, title, busy } = this.#draft;
    const file = csv && title !== PASTED;
    return html`<div class="bring">
        <label class="pick"><input type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" @change=${this.#chosen}>${file ? 'Choose another file' : 'Choose a CSV file'}</label>
        <span class="muted">or drop it anywhere on the page, or paste its text</span>
      </div>
      ${file
        ? html`<p><b><bdi>${title}</bdi></b> <span class="mono">${sizeOf(csv.size)}</span> <button @click=${() => this.#type('')}>Paste text instead</button></p>`
        : html`<textarea rows="5" aria-label="CSV text" spellcheck="false" placeholder="height,width,kind&#10;1.5,2,flat&#10;3,1.2,tall"
            aria-invalid=${this.#draft.fault?.place === 'csv' ? 'true' : 'false'} .value=${this.#text} @input=${this.#typed}></textarea>`}
      ${busy > 1e6 ? html`<p>Reading ${sizeOf(busy)} <progress aria-label="Reading the table"></progress> <button @click=${() => this.#draft.cancel()}>cancel</button></p>` : nothing}
      ${this.#wrong('csv')}`;
  }

  #found() {
    const { read, choices, report } = this.#draft;
    const { rows, columns, header, delimiter, warnings, notes, first } = /** @type {NonNullable<TableDraft['read']>} */ (read);
    const named = DELIMITERS.find(([sign]) => sign === delimiter)?.[1] ?? delimiter;
    const number = columns.some(({ kind }, at) => kind === 'number' && choices.roles[at] === 'target');
    return html`<div class="how">
        <b>${formatCount(rows)} rows, ${formatCount(columns.length)} columns</b>
        ${this.#target(columns)}
        ${this.#select('first row', [['', `found: ${header ? 'names' : 'data'}`], ['true', 'names'], ['false', 'data']], String(choices.header ?? ''),
          (text) => this.#draft.choose({ header: text === '' ? undefined : text === 'true' }))}
        ${this.#select('delimiter', [['', `found: ${named}`], ...DELIMITERS], choices.delimiter ?? '', (text) => this.#draft.choose({ delimiter: text || undefined }))}
        ${this.#select('missing cells', MISSING, choices.missing, (text) => this.#draft.choose({ missing: /** @type {typeof choices.missing} */ (text) }))}
        ${number ? html`<label><input type="checkbox" .checked=${choices.integersAreClasses}
          @change=${(/** @type {Event} */ event) => this.#draft.choose({ integersAreClasses: /** @type {HTMLInputElement} */ (event.target).checked })}>whole numbers are classes</label>` : nothing}
      </div>
      ${this.#wrong('header')}${this.#wrong('delimiter')}${this.#wrong('missing')}
      <backprop-csv-columns .columns=${columns} .first=${header ? first.slice(1) : first} .roles=${choices.roles}
        @change=${(/** @type {CustomEvent} */ event) => { event.stopPropagation(); void this.#draft.choose({ roles: event.detail }); }}></backprop-csv-columns>
      ${this.#wrong('columns')}
      ${this.#list('What to know', [...warnings, ...(report?.warnings ?? [])], 0)}
      ${this.#list('Cells', [...notes.listed, ...(report?.cells.listed ?? [])].map(({ line, column, what }) => `line ${line}, ${column} ${what}`), notes.count + (report?.cells.count ?? 0))}`;
  }

  /** The column that is learnt, where it is one; its role in the list below is the same choice. @param {import('../../engine/tables.js').TableRead['columns']} columns */
  #target(columns) {
    const { roles } = this.#draft.choices;
    const targets = roles.flatMap((role, at) => (role === 'target' ? [at] : []));
    /** @type {[string, string][]} */
    const options = columns.map(({ name }, at) => [String(at), name]);
    /** @type {[string, string][]} */
    const several = targets.length === 1 ? [] : [['', targets.length ? `${targets.length} columns` : 'none']];
    return this.#select('learn', [...several, ...options], targets.length === 1 ? String(targets[0]) : '',
      (at) => at && this.#draft.choose({ roles: withTarget(roles, Number(at)) }));
  }

  /** @param {string} label @param {[string, string][]} options @param {string} value @param {(value: string) => unknown} choose */
  #select(label, options, value, choose) {
    return html`<label>${label}<span class="select"><select class="field" .value=${value} @change=${(/** @type {Event} */ event) => choose(/** @type {HTMLSelectElement} */ (event.target).value)}>
      ${options.map(([own, text]) => html`<option value=${own} ?selected=${own === value}>${text}</option>`)}</select>${downIcon}</span></label>`;
  }

  /** @param {import('../../data/table-draft.js').Place} place */
  #wrong(place) {
    const { fault } = this.#draft;
    return fault?.place === place ? html`<p class="error" role="alert">${fault.text}</p>` : nothing;
  }

  /** @param {string} title @param {string[]} lines @param {number} count of all, where only the first are here */
  #list(title, lines, count) {
    if (lines.length === 0) return nothing;
    const more = Math.max(count, lines.length) - LISTED;
    return html`<h3>${title}</h3><ul>${lines.slice(0, LISTED).map((line) => html`<li><bdi>${line}</bdi></li>`)}${more > 0 ? html`<li>and ${formatCount(more)} more</li>` : nothing}</ul>`;
  }

  #summary() {
    const { report, csv } = this.#draft;
    const refused = Object.values(this.errors);
    if (this.waits) return 'Making the run…';
    if (!report) return csv ? '' : 'Bring a table to begin.';
    const { shape, rowsKept, rowsDropped, cellsFilled } = report;
    const learns = shape.classes.length ? `${shape.classes.length} classes` : `${shape.outputs} ${shape.outputs > 1 ? 'numbers' : 'number'} to predict`;
    return html`${formatCount(rowsKept)} rows${rowsDropped ? `, ${formatCount(rowsDropped)} left out` : ''}${cellsFilled ? `, ${formatCount(cellsFilled)} cells filled` : ''}:
      ${formatCount(shape.inputs)} inputs, ${learns}
      ${refused.map((text) => html`<span class="error" role="alert">${text}</span>`)}`;
  }
}

/** @param {number} bytes */
const sizeOf = (bytes) => (bytes < 1e5 ? `${formatCount(bytes)} bytes` : formatMegabytes(bytes));
customElements.define('backprop-csv-dialog', CsvDialog);
