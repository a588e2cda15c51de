// A number of the core on the page: short text to read, the full value and its name to compare.

import { html } from 'lit';
import { formatNumber, signOf } from '../draw/format.js';

/**
 * @param {string} key where the number comes from, as a path into the frame: `weight.shares.product[3]`
 * @param {number} value
 * @param {object} [look]
 * @param {(x: number) => string} [look.format]
 * @param {number} [look.width] in characters, kept whatever the value
 * @param {boolean} [look.signed] coloured by its sign
 */
export function number(key, value, { format = formatNumber, width = 0, signed = false } = {}) {
  const space = width ? `w${width}` : '';
  return html`<span class="n ${space} ${signed ? signOf(value) : ''}" data-key=${key} data-value=${String(value)}>${format(value)}</span>`;
}
