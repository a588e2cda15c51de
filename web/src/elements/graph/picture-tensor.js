// A matrix in a node: its entries in columns over their colours, or a heat map where they are too many.

/** @import { Tensor } from '../../types.js' */
import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { cellText, heatSize } from '../../draw/graph-boxes.js';
import { inFull, isSmall, rowsAndColumns, shortNumber } from '../../draw/graph-numbers.js';
import { readNumber } from '../../settings.js';
import './heat.js';

/**
 * @param {Tensor} tensor @param {{ key: string | undefined, label: string, cell: number, edit?: (value: number, entry: number[]) => void, tab?: number, write?: (text: string) => string }} how
 *   `edit` is given where the entries are numbers of the text
 */
export function tensorTemplate({ shape, data }, { key, label, cell, edit, tab = -1, write = String }) {
  if (!isSmall(shape)) return heatTemplate({ shape, data }, key, label);
  const { columns } = rowsAndColumns(shape);
  const limit = largest(data);
  return html`<div class="grid" data-key=${ifDefined(key)} data-value=${inFull(data)} .style=${`grid-template-columns:repeat(${columns},${cell}px)`}>${Array.from(data, (x, i) => {
    const entry = shape.length === 1 ? [i] : [Math.floor(i / columns), i % columns];
    const style = `--level:${Math.round((Math.abs(x) / limit) * 34)}%;--tint:var(--${x < 0 ? 'negative' : 'positive'})`;
    if (!edit) return html`<span class="cell" .style=${style}>${write(cellText(x))}</span>`;
    return html`<input class="cell" tabindex=${tab} inputmode="decimal" autocomplete="off" .style=${style} aria-label="${label}, entry ${entry.map((at) => at + 1).join(', ')}" .value=${cellText(x)}
      @focus=${(/** @type {Event} */ e) => whole(e, x)} @keydown=${(/** @type {KeyboardEvent} */ e) => e.key === 'Enter' && changed(e, x, (value) => edit(value, entry))}
      @change=${(/** @type {Event} */ e) => changed(e, x, (value) => edit(value, entry))}
      @blur=${(/** @type {Event} */ e) => (input(e).value = cellText(x))}>`;
  })}</div>`;
}

/** @param {Tensor} tensor @param {string | undefined} key @param {string} label */
function heatTemplate({ shape, data }, key, label) {
  const { width, height } = heatSize(shape);
  return html`<div class="heat" data-key=${ifDefined(key)} data-value=${inFull(data)}><backprop-heat .shape=${shape} .data=${data} label=${label} .style=${`--w:${width}px;--h:${height}px`}></backprop-heat></div>`;
}

/** In colour alone, for a row. @param {ArrayLike<number>} data */
export function stripTemplate(data) {
  if (data.length > 12) return nothing;
  const limit = largest(data);
  return html`<span class="strip" aria-hidden="true">${Array.from(data, (x) => html`<i .style=${`--level:${Math.round((Math.abs(x) / limit) * 100)}%;--tint:var(--${x < 0 ? 'negative' : 'positive'})`}></i>`)}</span>`;
}

/** @param {ArrayLike<number>} data */
const largest = (data) => Array.from(data).reduce((most, x) => (Number.isFinite(x) ? Math.max(most, Math.abs(x)) : most), 0) || 1;

/** @param {Event} event */
const input = (event) => /** @type {HTMLInputElement} */ (event.target);

/** Being edited, a number stands there in full. @param {Event} event @param {number} x */
function whole(event, x) {
  input(event).value = String(x);
  input(event).select();
}

/** @param {Event} event @param {number} before @param {(value: number) => void} edit */
function changed(event, before, edit) {
  const value = readNumber(input(event).value);
  if (!Number.isFinite(value)) input(event).value = shortNumber(before);
  else if (value !== before) edit(value);
}
