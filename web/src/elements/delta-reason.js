// Why δ is what it is: the terms that come back from the next layer, their sum, the slope of the activation; and the walk on to the loss.

/** @import { CardState } from '../lab-state.js' */
/** @import { Frame, WeightDetail } from '../types.js' */
import { html, nothing } from 'lit';
import { MAX_DRAWN } from '../draw/drawn.js';
import { formatNumber } from '../draw/format.js';
import { unitName, weightName } from '../draw/walk.js';
import { emitChange } from './change.js';
import { number } from './number.js';

/**
 * @typedef {object} Hop one δ on the way from the weight to the loss
 * @property {number} layer @property {number} to
 * @property {number} delta @property {WeightDetail['why']} why
 * @property {string} deltaKey @property {string} whyKey where these stand in the frame
 */

const signed = { signed: true };
/** Eight terms side by side leave room for three decimals. */
const column = { signed: true, width: 7, format: (/** @type {number} */ x) => formatNumber(x, 3) };

/**
 * The weight's own δ, and those that were asked for after it, as far as the core has told them.
 * @param {Frame} frame @param {number[]} trail @returns {Hop[]}
 */
function hopsOf({ weight, instruments }, trail) {
  const { layer, to, why, shares, example } = weight;
  const first = { layer, to, why, delta: shares.delta[example], deltaKey: `weight.shares.delta[${example}]`, whyKey: 'weight.why' };
  const told = (instruments.reasons ?? []).filter((reason, at) => reason.layer === layer + 1 + at && reason.to === trail[at]);
  return [first, ...told.slice(0, trail.length).map((reason, at) => ({
    ...reason, deltaKey: `instruments.reasons[${at}].delta`, whyKey: `instruments.reasons[${at}].why` }))];
}

/** From the weight to the loss, with a button for each δ that was visited. @param {EventTarget} host @param {Frame} frame @param {CardState} card @param {number[]} widths */
export function trailOf(host, frame, { trail }, widths) {
  const { weight } = frame;
  const { letter, index } = weightName(weight, widths, frame.data);
  const hops = hopsOf(frame, trail);
  const last = hops[hops.length - 1];
  const go = (/** @type {number} */ at) => emitChange(host, { card: { trail: trail.slice(0, at) } });
  return html`<ol class="trail mono" aria-label="From the weight to the loss">
    <li><span>${letter}<sub>${index}</sub></span></li>
    ${hops.map((hop, at) => html`<li><button class="bare" aria-current=${at === hops.length - 1 ? 'step' : nothing} @click=${() => go(at)}
      ><span>δ<sub>${unitName(hop.layer + 1, hop.to, widths, frame.data)}</sub></span></button></li>`)}
    ${last.layer < frame.layers.length - 1 ? html`<li class="muted">…</li>` : nothing}
    <li>L</li>
  </ol>`;
}

/** @param {EventTarget} host @param {Frame} frame @param {CardState} card @param {number[]} widths units per layer, input first */
export function deltaReason(host, frame, { trail }, widths) {
  const hops = hopsOf(frame, trail);
  const hop = hops[hops.length - 1];
  const { layer, to, why } = hop;
  const { layers } = frame;
  const name = unitName(layer + 1, to, widths, frame.data);
  const output = layer === layers.length - 1;
  const next = why.terms.length === 1 && !output ? unitName(layer + 2, why.terms[0].to, widths, frame.data) : '';
  const upstream = output ? '∂L/∂ŷ'
    : next ? html`w<sub>${next}${name}</sub>·δ<sub>${next}</sub>`
    : html`(Σ<sub>k</sub> w<sub>k${name}</sub>·δ<sub>k</sub>)`;
  return html`<section class="why" aria-label="Why this delta?">
      <p class="mono">δ<sub>${name}</sub> = ${upstream} · ${layers[layer].activation}′(z<sub>${name}</sub>)</p>
      <p class="mono">= ${number(`${hop.whyKey}.upstream`, why.upstream, signed)} × ${number(`${hop.whyKey}.derivative`, why.derivative, signed)}
        = <b>${number(hop.deltaKey, hop.delta, signed)}</b></p>
      <p class="mono muted">z<sub>${name}</sub> = ${number(`${hop.whyKey}.z`, why.z)}, example ${frame.weight.example + 1}</p>
    </section>
    ${output ? fromLoss(frame, hop) : fromNextLayer(hop, frame, widths, (unit) => emitChange(host, { card: { trail: [...trail, unit] } }))}`;
}

/** @param {Hop} hop @param {Frame} frame @param {number[]} widths @param {(unit: number) => void} walkOn */
function fromNextLayer({ why, whyKey, layer, to }, { data }, widths, walkOn) {
  const name = unitName(layer + 1, to, widths, data);
  const terms = why.terms.slice(0, MAX_DRAWN);
  const rest = why.terms.length - terms.length;
  /** @param {'weight' | 'delta' | 'product'} what */
  const cells = (what) => terms.map((term, at) => html`<td>${number(`${whyKey}.terms[${at}].${what}`, term[what], column)}</td>`);
  const more = (/** @type {string} */ text) => (rest ? html`<td class="muted">${text}</td>` : nothing);
  const head = (/** @type {string} */ unit, /** @type {number} */ at) => html`<th scope="col"><button class="bare walk"
    aria-label=${`Walk on to δ${unit}`} title="why this δ?" @click=${() => walkOn(at)}>${unit} ›</button></th>`;
  return html`<section class="terms" aria-label="Terms of the sum">
    <div class="scroll" tabindex="0" role="group" aria-label="Terms of the sum"><table class="mono">
      <thead><tr><th scope="row">k</th>${terms.map((term) => head(unitName(layer + 2, term.to, widths, data), term.to))}
        ${more(`+ ${rest}`)}<th scope="col" class="sum">${why.kept === 1 ? 'sum' : html`sum × ${number(`${whyKey}.kept`, why.kept)}`}</th></tr></thead>
      <tbody>
        <tr><th scope="row">w<sub>k${name}</sub></th>${cells('weight')}${more('more')}<td class="sum"></td></tr>
        <tr><th scope="row">δ<sub>k</sub></th>${cells('delta')}${more('')}<td class="sum"></td></tr>
        <tr class="products"><th scope="row">w<sub>k${name}</sub>·δ<sub>k</sub></th>${cells('product')}${more('…')}
          <td class="sum">${number(`${whyKey}.upstream`, why.upstream, column)}</td></tr>
      </tbody>
    </table></div>
  </section>`;
}

/** @param {Frame} frame @param {Hop} hop */
function fromLoss({ example, layers, settings, data }, { why, whyKey, layer, to }) {
  const truth = data.classes.length > 0 && layers[layer].outputs > 1
    ? html`the class is <b>${data.classes[example.target[0]]}</b>`
    : html`the target ${number(`example.target[${to}]`, example.target[to])}`;
  return html`<section class="terms" aria-label="Slope of the loss">
    <p>The output stands next to the loss: nothing is summed.</p>
    <p class="mono">∂L/∂ŷ = ${number(`${whyKey}.upstream`, why.upstream, signed)}</p>
    <p>the slope of ${settings.loss} where ŷ is ${number(`example.layers[${layer}].a[${to}]`, example.layers[layer].a[to])} and ${truth}</p>
  </section>`;
}
