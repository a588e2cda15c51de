// <backprop-weight-card>: one weight, the product that is its gradient, the proof, and what the step makes of it.

/** @import { Frame } from '../types.js' */
import { LitElement, html, nothing } from 'lit';
import { formatFloat32, formatSigned, formatTiny, signOf } from '../draw/format.js';
import { exampleRound, unitName, unitTitle, walkAll, walkRound } from '../draw/walk.js';
import { layerWidths } from '../store.js';
import { cardCss } from './card-css.js';
import { emitChange } from './change.js';
import { deltaReason } from './delta-reason.js';
import { leftIcon, rightIcon } from './icons.js';
import { number } from './number.js';
import { OnScreen } from './on-screen.js';
import { sharedCss } from './shared-css.js';
import './share-plot.js';

const TIPS = { positive: '▲', negative: '▼', zero: '' };

export class WeightCard extends LitElement {
  static properties = { frame: { attribute: false }, all: { type: Boolean } };

  static styles = [sharedCss, cardCss];

  #onScreen = new OnScreen(this);

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** Do ‹ and › visit every parameter, or those that the network picture draws? */
    this.all = false;
  }

  shouldUpdate() {
    return this.#onScreen.wanted;
  }

  /** @param {1 | -1} by */
  #walk(by) {
    const { weight } = /** @type {Frame} */ (this.frame);
    const { layer, to, from } = weight;
    const next = this.all ? walkAll : walkRound;
    emitChange(this, { weight: next({ layer, to, from }, by, layerWidths(/** @type {Frame} */ (this.frame))) });
  }

  /** @param {number} by */
  #turn(by) {
    emitChange(this, { example: exampleRound(/** @type {Frame} */ (this.frame), by) });
  }

  render() {
    if (!this.frame) return nothing;
    const { weight, status, data } = this.frame;
    const widths = layerWidths(this.frame);
    const to = unitName(weight.layer + 1, weight.to, widths);
    const from = unitName(weight.layer, weight.from, widths, data);
    const input = weight.layer === 0;
    return html`<article>
      <header>
        <button class="bare" @click=${() => this.#walk(-1)} aria-label="Previous weight">${leftIcon}</button>
        <p class="name">
          <span class="mono">${weight.from === null ? html`<b>b</b><sub>${to}</sub>` : html`<b>w</b><sub>${to}${from}</sub>`}</span>
          <span class="place">${unitTitle(weight.layer, weight.from, widths, data)} → ${unitTitle(weight.layer + 1, weight.to, widths, data)}</span>
        </p>
        <button class="bare" @click=${() => this.#walk(1)} aria-label="Next weight">${rightIcon}</button>
      </header>
      ${this.#exampleSwitch()}
      <section class="weight" aria-label="Weight and step">
        <h2>Weight</h2>
        <p class="large">${number('weight.weight', weight.weight, { format: formatFloat32, signed: true, width: 9 })}</p>
        <p class="mono">Δw = −η·g = −${number('status.lr', status.lr, { format: formatFloat32 })}
          × ${number('weight.gradient', weight.gradient, { signed: true })}</p>
        <p class="mono"><span class="tip ${signOf(weight.update)}">${TIPS[signOf(weight.update)]}</span>
          ${number('weight.update', weight.update, { format: formatSigned, signed: true, width: 8 })}
          <span class="muted next">→ ${number('weight.next', weight.next, { width: 8 })}</span></p>
      </section>
      <section class="gradient" aria-label="Gradient">
        <h2>Gradient of example ${weight.example + 1}</h2>
        <p class="mono">${weight.from === null ? '∂L/∂b' : '∂L/∂w'} = δ<sub>${to}</sub> · ${input || weight.from === null ? from : html`a<sub>${from}</sub>`}</p>
        <p class="mono">= ${this.#share('delta')} × ${this.#share('activation')} = <b>${this.#share('product')}</b></p>
        ${this.#mean()}
      </section>
      <section class="shares" aria-label="Whose gradient?">
        <h2>Whose gradient?</h2>
        <backprop-share-plot .products=${weight.shares.product} .mean=${weight.gradient} .example=${weight.example}></backprop-share-plot>
      </section>
      ${deltaReason(this.frame, widths)}
    </article>`;
  }

  #exampleSwitch() {
    const { weight, batch } = /** @type {Frame} */ (this.frame);
    return html`<div class="example" role="group" aria-label="Example of the batch">
      <button class="bare" @click=${() => this.#turn(-1)} aria-label="Previous example">${leftIcon}</button>
      <span>example <span class="n mono">${weight.example + 1}</span> of ${batch.rows.length}</span>
      <button class="bare" @click=${() => this.#turn(1)} aria-label="Next example">${rightIcon}</button>
    </div>`;
  }

  /** @param {'delta' | 'activation' | 'product'} what */
  #share(what) {
    const { shares, example } = /** @type {Frame} */ (this.frame).weight;
    return number(`weight.shares.${what}[${example}]`, shares[what][example], { signed: true, width: 7 });
  }

  #mean() {
    const { weight, batch } = /** @type {Frame} */ (this.frame);
    const { numeric, error, agrees, kink } = weight.check;
    return html`<dl>
      <dt>mean of the ${batch.rows.length}</dt>
      <dd class="mono">${number('weight.gradient', weight.gradient, { signed: true, width: 8 })}</dd>
      <dt>finite difference</dt>
      <dd class="mono">${number('weight.check.numeric', numeric, { signed: true, width: 8 })}
        <span class="check"><b>${agrees ? '✓' : '✗'}</b> ${kink ? 'at a kink,' : ''}
          off by ${number('weight.check.error', error, { format: formatTiny, width: 6 })}</span></dd>
    </dl>`;
  }
}
customElements.define('backprop-weight-card', WeightCard);
