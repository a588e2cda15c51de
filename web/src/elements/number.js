// A number of the core on the page: short text to read, the full value and its name to compare.

import { html, nothing } from 'lit';
import { formatNumber, signOf } from '../draw/format.js';

const NO_NUMBER = 'There is no such number: it would be 0 divided by 0, or follows from a number that was too large.';
const TOO_LARGE = 'Larger than the largest number that the run can hold.';

/**
 * @param {string} key where the number comes from, as a path into the frame: `weight.shares.product[3]`
 * @param {number} value where it is no finite number, a dash or ∞ stands there, with the reason
 * @param {object} [look]
 * @param {(x: number) => string} [look.format]
 * @param {number} [look.width] in characters, kept whatever the value
 * @param {boolean} [look.signed] coloured by its sign
 * @param {string} [look.reason] why there may be no number
 */
export function number(key, value, { format = formatNumber, width = 0, signed = false, reason = NO_NUMBER } = {}) {
  const space = width ? `w${width}` : '';
  const why = Number.isNaN(value) ? reason : Number.isFinite(value) ? nothing : TOO_LARGE;
  return html`<span class="n ${space} ${signed ? signOf(value) : ''}" title=${why} data-key=${key} data-value=${String(value)}
    >${Number.isNaN(value) ? '–' : format(value)}</span>`;
}
