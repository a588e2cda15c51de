// The gradient on the card: of one example the product δ · a, of the batch the mean or sum of these; and the finite difference that proves it.

/** @import { CardState } from '../lab-state.js' */
/** @import { Frame } from '../types.js' */
import { html, nothing } from 'lit';
import { formatNumber, formatTiny } from '../draw/format.js';
import { unitName } from '../draw/walk.js';
import { emitChange } from './change.js';
import { number } from './number.js';

/** Examples named that say most about the batch's gradient. */
const LARGEST = 3;
const short = { signed: true, format: (/** @type {number} */ x) => formatNumber(x, 3) };

/** @param {EventTarget} host @param {Frame} frame @param {CardState} card @param {number[]} widths */
export function gradientSection(host, frame, { whose }, widths) {
  const { weight, batch, settings: { reduction } } = frame;
  const to = unitName(weight.layer + 1, weight.to, widths, frame.data);
  const from = unitName(weight.layer, weight.from, widths, frame.data);
  const slope = weight.from === null ? '∂L/∂b' : '∂L/∂w';
  const factor = weight.from === null || weight.layer === 0 ? from : html`a<sub>${from}</sub>`;
  const product = html`δ<sub>${to}</sub> · ${factor}`;
  const [term, value] = whose === 'example'
    ? [`${reduction} of the ${batch.rows.length}`, number('weight.gradient', weight.gradient, { signed: true, width: 8 })]
    : ['agree in sign', number('weight.shares.agreement', weight.shares.agreement, { width: 8 })];
  return html`<section class="gradient" aria-label="Gradient">
    ${whose === 'example' ? ofExample(frame, html`${slope} = ${product}`) : ofBatch(host, frame, html`${slope} = ${reduction} of ${product}`)}
    <dl>
      <dt>${term}</dt><dd class="mono">${value}</dd>
      <dt>finite difference</dt><dd class="mono">${check(weight.check)}</dd>
    </dl>
  </section>`;
}

/** @param {Frame} frame @param {unknown} formula */
function ofExample({ weight }, formula) {
  const { shares, example } = weight;
  const share = (/** @type {'delta' | 'activation' | 'product'} */ what) => number(`weight.shares.${what}[${example}]`, shares[what][example], { signed: true, width: 7 });
  return html`<h2>Gradient of example ${example + 1}</h2>
    <p class="mono">${formula}</p>
    <p class="mono">= ${share('delta')} × ${share('activation')} = <b>${share('product')}</b></p>`;
}

/** @param {EventTarget} host @param {Frame} frame @param {unknown} formula */
function ofBatch(host, { weight, batch }, formula) {
  const { largest, product } = weight.shares;
  const show = (/** @type {number} */ example) => {
    emitChange(host, { example });
    emitChange(host, { card: { whose: 'example' } });
  };
  return html`<h2>Gradient of the batch of ${batch.rows.length}</h2>
    <p class="mono">${formula} = <b>${number('weight.gradient', weight.gradient, { signed: true })}</b></p>
    <p class="largest mono"><span class="muted">largest</span> ${[...largest.subarray(0, LARGEST)].map((at) => html`<button class="bare" @click=${() => show(at)}
      aria-label=${`Example ${at + 1}`}><span class="muted">${at + 1}:</span>${number(`weight.shares.product[${at}]`, product[at], short)}</button>`)}</p>`;
}

/**
 * A check that fails must not be overlooked. It fails where the formula is wrong, or where the gradient of the run is not what the formula gives.
 * @param {Frame['weight']['check']} check
 */
function check({ numeric, error, rounding, agrees, kink }) {
  const how = { format: formatTiny };
  const off = agrees || error > rounding ? number('weight.check.error', error, how) : number('weight.check.rounding', rounding, how);
  return html`${number('weight.check.numeric', numeric, { signed: true, width: agrees ? 8 : 0 })}
    <span class="check ${agrees ? '' : 'failed'}"><b>${agrees ? '✓' : '✗ wrong,'}</b> ${kink ? 'at a kink,' : ''} off by ${off}</span>`;
}
