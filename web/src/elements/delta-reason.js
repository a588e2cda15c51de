// Why δ is what it is: the terms that come back from the next layer, their sum, the slope of the activation.

/** @import { Frame } from '../types.js' */
import { html, nothing } from 'lit';
import { MAX_DRAWN } from '../draw/drawn.js';
import { formatNumber } from '../draw/format.js';
import { unitName } from '../draw/walk.js';
import { number } from './number.js';

const signed = { signed: true };
/** Eight terms side by side leave room for three decimals. */
const column = { signed: true, width: 7, format: (/** @type {number} */ x) => formatNumber(x, 3) };

/** @param {Frame} frame @param {number[]} widths units per layer, input first */
export function deltaReason({ weight, layers }, widths) {
  const { why, shares, layer, to, example } = weight;
  const name = unitName(layer + 1, to, widths);
  const output = layer === layers.length - 1;
  const next = why.terms.length === 1 && !output ? unitName(layer + 2, why.terms[0].to, widths) : '';
  const upstream = output ? '∂L/∂ŷ'
    : next ? html`w<sub>${next}${name}</sub>·δ<sub>${next}</sub>`
    : html`(Σ<sub>k</sub> w<sub>k${name}</sub>·δ<sub>k</sub>)`;
  return html`<section class="why" aria-label="Why this delta?">
      <h2>Why <span class="plain">δ<sub>${name}</sub></span>?</h2>
      <p class="mono">δ<sub>${name}</sub> = ${upstream} · ${layers[layer].activation}′(z<sub>${name}</sub>)</p>
      <p class="mono">= ${number('weight.why.upstream', why.upstream, signed)} × ${number('weight.why.derivative', why.derivative, signed)}
        = <b>${number(`weight.shares.delta[${example}]`, shares.delta[example], signed)}</b></p>
      <p class="mono muted">z<sub>${name}</sub> = ${number('weight.why.z', why.z)}</p>
    </section>
    ${output ? fromLoss(weight) : fromNextLayer(weight, widths)}`;
}

/** @param {Frame['weight']} weight @param {number[]} widths */
function fromNextLayer({ why, layer, to }, widths) {
  const name = unitName(layer + 1, to, widths);
  const terms = why.terms.slice(0, MAX_DRAWN);
  const rest = why.terms.length - terms.length;
  /** @param {'weight' | 'delta' | 'product'} what */
  const cells = (what) => terms.map((term, at) => html`<td>${number(`weight.why.terms[${at}].${what}`, term[what], column)}</td>`);
  const more = (/** @type {string} */ text) => (rest ? html`<td class="muted">${text}</td>` : nothing);
  return html`<section class="terms" aria-label="Terms of the sum">
    <div class="scroll" tabindex="0" role="group" aria-label="Terms of the sum"><table class="mono">
      <thead><tr><th scope="row">k</th>${terms.map((term) => html`<th scope="col">${unitName(layer + 2, term.to, widths)}</th>`)}
        ${more(`+ ${rest}`)}<th scope="col" class="sum">sum</th></tr></thead>
      <tbody>
        <tr><th scope="row">w<sub>k${name}</sub></th>${cells('weight')}${more('more')}<td class="sum"></td></tr>
        <tr><th scope="row">δ<sub>k</sub></th>${cells('delta')}${more('')}<td class="sum"></td></tr>
        <tr class="products"><th scope="row">w<sub>k${name}</sub>·δ<sub>k</sub></th>${cells('product')}${more('…')}
          <td class="sum">${number('weight.why.upstream', why.upstream, column)}</td></tr>
      </tbody>
    </table></div>
  </section>`;
}

/** @param {Frame['weight']} weight */
function fromLoss({ why }) {
  return html`<section class="terms" aria-label="Slope of the loss">
    <p>The output stands next to the loss: nothing is summed.</p>
    <p class="mono">∂L/∂ŷ = ${number('weight.why.upstream', why.upstream, signed)}</p>
  </section>`;
}
