// The line under a matrix: which cell is meant, and its number in full.

/** @import { Quantity } from '../../draw/quantities.js' */
/** @import { Readings } from '../../engine/instruments.js' */
/** @import { Moment } from '../../engine/whole-layer.js' */
/** @import { Frame, Weight } from '../../types.js' */
import { html, nothing } from 'lit';
import { formatCount, formatFloat32, formatNumber, formatSigned, formatTiny } from '../../draw/format.js';
import { biasedBy, hasPlace, parameterIndex } from '../../draw/parameters.js';
import { unitTitle } from '../../draw/walk.js';
import { number } from '../number.js';

const NAMES = { weight: ['w', 'b'], gradient: ['∂L/∂w', '∂L/∂b'], update: ['Δw', 'Δb'] };

/**
 * @param {object} shown
 * @param {Frame} shown.frame @param {Readings['matrix']} shown.reading @param {Quantity} shown.quantity @param {Weight} shown.place @param {number[]} shown.widths
 * @param {Moment | undefined} shown.since what the history compares with @param {Readings['checkAll']} shown.proof
 */
export function readout({ frame, reading, quantity, place, widths, since, proof }) {
  const biased = biasedBy(frame.settings);
  if (!reading || reading.layer !== place.layer || !hasPlace(place, widths, biased)) return html`<p class="readout"></p>`;
  const { layer, to, from } = place;
  const at = from === null ? to : to * reading.inputs + from;
  const array = from === null ? 'bias' : 'weight';
  const value = reading[array][at];
  const name = NAMES[reading.what][from === null ? 1 : 0];
  return html`<p class="readout">
    <span class="place"><span class="muted">from</span> ${unitTitle(layer, from, widths, frame.data)} <span class="muted">to</span> ${unitTitle(layer + 1, to, widths, frame.data)}</span>
    <span class="mono">${name} = ${number(`instruments.matrix.${array}[${at}]`, value, { format: formatFloat32, signed: true, width: 9 })}
      ${quantity === 'change' && since ? moved(value, since, parameterIndex(place, widths, biased)) : nothing}
      ${quantity === 'check' && proof ? proved(proof.checked, parameterIndex(place, widths, biased)) : nothing}</span></p>`;
}

/** @param {number} value @param {Moment} since @param {number} index */
function moved(value, since, index) {
  const then = since.values[index];
  return html`· at step ${formatCount(since.step)} ${formatNumber(then)} · moved <b>${formatSigned(value - then)}</b>`;
}

/** @param {NonNullable<Readings['checkAll']>['checked']} checked @param {number} index */
function proved(checked, index) {
  const at = checked.parameter.indexOf(index);
  if (at < 0) return html`<span class="muted">· not in the sample</span>`;
  const of = (/** @type {'analytic' | 'numeric' | 'error'} */ what, /** @type {(x: number) => string} */ format) =>
    number(`instruments.checkAll.checked.${what}[${at}]`, checked[what][at], { format });
  return html`· measured ${of('numeric', formatNumber)} · <b>${checked.agrees[at] ? '✓' : '✗'}</b> ${checked.kink[at] ? 'at a kink, ' : ''}off by ${of('error', formatTiny)}`;
}
