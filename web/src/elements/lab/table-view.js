// <backprop-table-view>: weights and biases as rows: sorted by any column, copied, walked by keys, read aloud.

/** @import { Readings } from '../../engine/instruments.js' */
/** @import { RowsOrder, RowsWanted } from '../../engine/rows.js' */
/** @import { Frame, Weight } from '../../types.js' */
import { html, nothing } from 'lit';
import { formatCount, formatFloat32, formatNumber, formatSigned, formatTiny } from '../../draw/format.js';
import { biasedBy, placeOf } from '../../draw/parameters.js';
import { tableText } from '../../draw/table-text.js';
import { sameWeight, unitName, unitTitle } from '../../draw/walk.js';
import { layerWidths } from '../../store.js';
import { emitChange } from '../change.js';
import { downIcon, leftIcon, rightIcon } from '../icons.js';
import { number } from '../number.js';
import { SeenElement } from '../seen-element.js';
import { sharedCss } from '../shared-css.js';
import { weightPointer } from '../weight-pointer.js';
import { tableCss } from './table-css.js';

/** @type {{ name: string, sort: RowsOrder, title?: string }[]} */
const COLUMNS = [
  { name: 'layer', sort: 'place', title: 'in the order of the network' },
  { name: 'to', sort: 'to' },
  { name: 'from', sort: 'from' },
  { name: 'w', sort: 'weight' },
  { name: '∂L/∂w', sort: 'gradient' },
  { name: 'Δw', sort: 'update', title: 'what the next step adds' },
  { name: 'Δw / w', sort: 'ratio', title: 'the step as a share of the weight' },
];
/** At most two new tables a second can be read. */
const PAUSE = 500;

export class TableView extends SeenElement {
  static properties = {
    frame: { attribute: false },
    selected: { attribute: false },
    hovered: { attribute: false },
    order: { attribute: false },
    compact: { type: Boolean, reflect: true },
    copied: { state: true },
  };

  static styles = [sharedCss, tableCss];

  #pointer = weightPointer(this, (event) => this.#weightOf(event));
  #shown = 0;
  /** The order in which rows were first seen. @type {RowsWanted | undefined} */
  #rowsOf;

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {Weight} */ this.selected = { layer: 0, to: 0, from: 0 };
    /** @type {Weight | undefined} */ this.hovered = undefined;
    /** @type {RowsWanted} */ this.order = { layer: null, sort: 'place', descending: false, bySize: false, page: 0 };
    /** Is there no room for the names of units? */
    this.compact = false;
    this.copied = '';
  }

  /** @param {Map<string, unknown>} changed */
  shouldUpdate(changed) {
    if (!this.isSeen) return false;
    const news = changed.size === 1 && changed.has('frame') && this.frame?.playing;
    if (news && performance.now() - this.#shown < PAUSE) return false;
    if (changed.has('frame')) this.#shown = performance.now();
    return true;
  }

  /** A row that was selected elsewhere is brought into sight. @param {Map<string, unknown>} changed */
  updated(changed) {
    const list = this.renderRoot.querySelector('.scroll');
    const row = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('[aria-current]'));
    if (!list || !row || !(changed.has('selected') || changed.has('order') || this.#rowsOf !== this.order)) return;
    this.#rowsOf = this.order;
    const [low, high] = [row.offsetTop - row.offsetHeight - 8, row.offsetTop + row.offsetHeight];
    if (low < list.scrollTop) list.scrollTop = low;
    else if (high > list.scrollTop + list.clientHeight) list.scrollTop = high - list.clientHeight;
  }

  /** @param {RowsOrder} sort */
  #sort(sort) {
    const { order } = this;
    emitChange(this, { table: { sort, descending: order.sort === sort && !order.descending, page: 0 } });
  }

  /** @param {NonNullable<Readings['rows']>} rows */
  async #copy(rows) {
    const frame = /** @type {Frame} */ (this.frame);
    try {
      await navigator.clipboard.writeText(tableText(rows, layerWidths(frame), frame.data, biasedBy(frame.settings)));
      this.copied = 'Copied';
    } catch {
      this.copied = 'The browser does not allow it';
    }
    setTimeout(() => (this.copied = ''), 2000);
  }

  /** @param {Event} event @returns {Weight | undefined} */
  #weightOf(event) {
    const row = /** @type {Element} */ (event.target).closest('tr');
    const index = row?.getAttribute('data-index');
    return index ? this.#placeOf(Number(index)) : undefined;
  }

  /** @param {number} index */
  #placeOf(index) {
    const frame = /** @type {Frame} */ (this.frame);
    return placeOf(index, layerWidths(frame), biasedBy(frame.settings));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const rows = /** @type {HTMLElement[]} */ ([...this.renderRoot.querySelectorAll('tbody tr')]);
    const at = rows.indexOf(/** @type {HTMLElement} */ (event.target));
    const next = /** @type {Record<string, number>} */ ({ ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: rows.length - 1 })[event.key];
    const row = rows[next];
    if (at < 0 || !row) return;
    event.preventDefault();
    event.stopPropagation();
    row.focus();
    emitChange(this, { weight: this.#placeOf(Number(row.dataset.index)) });
  }

  render() {
    const rows = this.frame?.instruments.rows;
    if (!this.frame || !rows) return nothing;
    return html`${this.#bar(rows)}
      <div class="scroll">
        <table aria-label="Weights and biases" aria-rowcount=${rows.count + 1}>
          <thead><tr>${COLUMNS.map((column) => this.#head(column))}</tr></thead>
          <tbody @click=${this.#pointer.click} @pointerover=${this.#pointer.hover} @pointerleave=${this.#pointer.hover} @keydown=${this.#key}>${this.#rows(rows)}</tbody>
        </table>
      </div>`;
  }

  /** @param {NonNullable<Readings['rows']>} rows */
  #bar({ count, page, pages, first, index }) {
    const { layers } = /** @type {Frame} */ (this.frame);
    const { layer, bySize } = this.order;
    const turn = (/** @type {number} */ to) => emitChange(this, { table: { page: to } });
    return html`<div class="bar">
      <label><span class="muted">layer</span> <span class="select"><select class="field" @change=${(/** @type {Event} */ e) => {
        const { value } = /** @type {HTMLSelectElement} */ (e.target);
        emitChange(this, { table: { layer: value === '' ? null : Number(value), page: 0 } });
      }}>
        <option value="" ?selected=${layer === null}>all</option>
        ${layers.map((_, at) => html`<option value=${at} ?selected=${at === layer}>${at === layers.length - 1 ? 'output' : at + 1}</option>`)}
      </select>${downIcon}</span></label>
      <label class="size"><input type="checkbox" .checked=${bySize} @change=${() => emitChange(this, { table: { bySize: !bySize, page: 0 } })}> sort by size, without sign</label>
      <span class="pages">
        <button ?disabled=${page === 0} @click=${() => turn(page - 1)} aria-label="Rows before">${leftIcon}</button>
        <span class="mono">${formatCount(first + 1)}–${formatCount(first + index.length)} of ${formatCount(count)}</span>
        <button ?disabled=${page + 1 >= pages} @click=${() => turn(page + 1)} aria-label="Rows after">${rightIcon}</button>
      </span>
      <button @click=${() => this.#copy(/** @type {any} */ (this.frame).instruments.rows)}><span aria-live="polite">${this.copied || 'Copy rows'}</span></button>
    </div>`;
  }

  /** @param {typeof COLUMNS[number]} column */
  #head({ name, sort, title }) {
    const { order } = this;
    const way = order.sort !== sort ? undefined : order.descending ? 'descending' : 'ascending';
    return html`<th scope="col" aria-sort=${way ?? 'none'} class=${sort}><button title=${title ?? ''} @click=${() => this.#sort(sort)}>${name}
      <span aria-hidden="true">${way ? (order.descending ? '▼' : '▲') : ''}</span></button></th>`;
  }

  /** @param {NonNullable<Readings['rows']>} rows */
  #rows({ index, first, weight, gradient, update, ratio }) {
    const { data } = /** @type {Frame} */ (this.frame);
    const widths = layerWidths(/** @type {Frame} */ (this.frame));
    const places = Array.from(index, (one) => this.#placeOf(one));
    const name = (/** @type {number} */ column, /** @type {number | null} */ unit) =>
      unit !== null && this.compact ? unitName(column, unit, widths, data) : unitTitle(column, unit, widths, data);
    const reached = Math.max(places.findIndex((place) => sameWeight(place, this.selected)), 0);
    return places.map((place, at) => {
      const { layer, to, from } = place;
      const look = sameWeight(place, this.hovered) ? 'hovered' : '';
      const key = (/** @type {string} */ of) => `instruments.rows.${of}[${at}]`;
      return html`<tr tabindex=${at === reached ? 0 : -1} class=${look} data-index=${index[at]} aria-rowindex=${first + at + 2}
        aria-current=${sameWeight(place, this.selected) ? 'true' : nothing}>
        <td>${layer === widths.length - 2 && !this.compact ? 'output' : layer + 1}</td>
        <th scope="row">${name(layer + 1, to)}</th>
        <td>${name(layer, from)}</td>
        <td>${number(key('weight'), weight[at], { format: this.compact ? formatNumber : formatFloat32, signed: true })}</td>
        <td>${number(key('gradient'), gradient[at], { signed: true })}</td>
        <td>${number(key('update'), update[at], { format: formatSigned, signed: true })}</td>
        <td class="mono">${formatTiny(ratio[at])}</td>
      </tr>`;
    });
  }
}
customElements.define('backprop-table-view', TableView);
