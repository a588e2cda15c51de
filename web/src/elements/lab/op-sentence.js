// <backprop-op-sentence>: what the op does that the phase slider stands at, with the numbers of the chosen weight's units.

/** @import { Frame } from '../../types.js' */
/** @import { Op } from '../../draw/ops.js' */
import { LitElement, css, html, nothing } from 'lit';
import { opsOf, reachedAt, restOf } from '../../draw/ops.js';
import { biasedBy } from '../../draw/parameters.js';
import { unitName, weightName } from '../../draw/walk.js';
import { layerWidths } from '../../store.js';
import { number } from '../number.js';
import { sharedCss } from '../shared-css.js';

const signed = { signed: true };

export class OpSentence extends LitElement {
  static properties = { frame: { attribute: false }, phase: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; min-height: 20px; line-height: 20px; }
      p { margin: 0; }
      @media (max-width: 699px) { :host { min-height: 40px; } .muted { display: none; } }
      b { font-weight: 650; }
      .mono { white-space: nowrap; }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {number | null} */ this.phase = null;
    /** The op that was last told, as text. */
    this.told = '';
    /** Another weight has a sentence of its own, spoken by the figure: this one is spoken when the op is another. */
    this.spoken = false;
  }

  willUpdate() {
    const moment = this.frame ? `${this.frame.run} ${this.frame.status.step} ${this.phase}` : '';
    this.spoken = this.told !== '' && moment !== this.told && !this.frame?.playing;
    this.told = moment;
  }

  render() {
    if (!this.frame) return nothing;
    const ops = opsOf(this.frame.layers.length);
    const op = ops[this.phase ?? restOf(ops)];
    return html`<p aria-live=${this.spoken ? 'polite' : 'off'}>${this.frame.playing
      ? html`<b>In play</b> every step goes through all five phases; pause to see them one by one.`
      : html`${says(op, this.frame)}${this.phase !== null && this.frame.weight.layer < reachedAt(this.frame.layers.length, this.phase).gradient
        ? html` <span class="muted">The card tells what the whole step finds.</span>` : nothing}`}</p>`;
  }
}

/** @param {Op} op @param {Frame} frame */
function says(op, frame) {
  switch (op.phase) {
    case 'zero': return zero(frame);
    case 'forward': return op.part === 'linear' ? sum(op, frame) : activation(op, frame);
    case 'loss': return loss(frame);
    default: return html`${gradient(op, frame)}${op.layer === 0 ? update(frame) : nothing}`;
  }
}

/** @param {Frame} frame */
function zero(frame) {
  const { weight, status } = frame;
  return html`<b>zero_grad:</b> every gradient is 0. <span class="mono">${nameOf(frame)} =
    ${number('weight.weight', weight.weight, signed)}</span>, as ${status.step === 0 ? 'the seed made it' : 'the last update left it'}.`;
}

/** @param {Op} op @param {Frame} frame */
function sum(op, frame) {
  const { weight, example } = frame;
  const { layer, unit, name } = unitOf(op, frame);
  const own = layer === weight.layer;
  return html`<b>forward, ${placeOf(layer, frame)}:</b> z = W·a${biasedBy(frame.settings)(layer) ? ' + b' : ''}.
    <span class="mono">z<sub>${name}</sub> = ${number(`example.layers[${layer}].z[${unit}]`, example.layers[layer].z[unit], signed)}</span>${own
    ? html`, to which ${nameOf(frame)} adds <span class="mono">${number('weight.weight', weight.weight, signed)} × ${number(`weight.shares.activation[${weight.example}]`,
        weight.shares.activation[weight.example], signed)}</span>` : nothing}.`;
}

/** @param {Op} op @param {Frame} frame */
function activation(op, frame) {
  const { layer, unit, name } = unitOf(op, frame);
  const { z, a } = frame.example.layers[layer];
  const f = frame.layers[layer].activation;
  return html`<b>forward, ${placeOf(layer, frame)}:</b> a = ${f}(z).
    <span class="mono">a<sub>${name}</sub> = ${f}(${number(`example.layers[${layer}].z[${unit}]`, z[unit], signed)}) =
    ${number(`example.layers[${layer}].a[${unit}]`, a[unit], signed)}</span>.`;
}

/** @param {Frame} frame */
function loss({ example, weight, status, batch, settings }) {
  return html`<b>loss:</b> ${settings.loss} of example ${weight.example + 1} is <span class="mono">${number('example.loss', example.loss)}</span>; the ${settings.reduction} of the
    ${batch.rows.length} is <span class="mono">${number('status.loss', status.loss)}</span>.`;
}

/** @param {Op} op @param {Frame} frame */
function gradient(op, frame) {
  const { weight, example, batch, settings } = frame;
  const { layer, unit, name } = unitOf(op, frame);
  const share = (/** @type {'delta' | 'activation' | 'product'} */ what) =>
    number(`weight.shares.${what}[${weight.example}]`, weight.shares[what][weight.example], signed);
  return html`<b>backward, ${placeOf(layer, frame)}:</b> ∂L/∂W = δ·aᵀ. ${layer === weight.layer
    ? html`For ${nameOf(frame)} <span class="mono">${share('delta')} × ${share('activation')} = ${share('product')}</span>; the ${settings.reduction} of the
        ${batch.rows.length} is its gradient, <span class="mono">${number('weight.gradient', weight.gradient, signed)}</span>.`
    : html`<span class="mono">δ<sub>${name}</sub> = ${number(`example.layers[${layer}].delta[${unit}]`, example.layers[layer].delta[unit], signed)}</span>.`}`;
}

/** @param {Frame} frame */
function update(frame) {
  const { weight } = frame;
  return html` <b>Next, update:</b> ${nameOf(frame)} <span class="mono">${number('weight.weight', weight.weight, signed)} →
    ${number('weight.next', weight.next, signed)}</span>.`;
}

/** The unit that the sentence is about: an end of the chosen weight in its layers, the first one elsewhere. @param {Op} op @param {Frame} frame */
function unitOf({ layer = 0 }, frame) {
  const { weight } = frame;
  const unit = layer === weight.layer ? weight.to : layer === weight.layer - 1 ? (weight.from ?? 0) : 0;
  return { layer, unit, name: unitName(layer + 1, unit, layerWidths(frame), frame.data) };
}

/** @param {number} layer @param {Frame} frame */
const placeOf = (layer, { layers }) => (layer === layers.length - 1 ? 'output' : `layer ${layer + 1}`);

/** @param {Frame} frame */
function nameOf(frame) {
  const { letter, index } = weightName(frame.weight, layerWidths(frame), frame.data);
  return html`<span class="mono">${letter}<sub>${index}</sub></span>`;
}
customElements.define('backprop-op-sentence', OpSentence);
