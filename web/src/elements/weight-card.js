// <backprop-weight-card>: one weight or bias, the product that is its gradient, the proof, and what the step makes of it.

/** @import { State } from '../lab-state.js' */
/** @import { Frame } from '../types.js' */
import { html, nothing } from 'lit';
import { isPlain } from '../draw/anatomy.js';
import { formatFloat32, formatSigned, signOf } from '../draw/format.js';
import { biasedBy } from '../draw/parameters.js';
import { exampleRound, sameWeight, unitName, unitTitle, walkAll, walkRound, weightName } from '../draw/walk.js';
import { layerWidths } from '../store.js';
import { cardCss } from './card-css.js';
import { emitChange } from './change.js';
import { deltaReason, trailOf } from './delta-reason.js';
import { gradientSection } from './gradient-section.js';
import { leftIcon, pinIcon, rightIcon } from './icons.js';
import { number } from './number.js';
import { ownTask } from './own-task.js';
import { part } from './part.js';
import { SeenElement } from './seen-element.js';
import { sharedCss } from './shared-css.js';
import { updateAnatomy } from './update-anatomy.js';
import './share-plot.js';
import './weight-field.js';

const TIPS = { positive: '▲', negative: '▼', zero: '' };

export class WeightCard extends SeenElement {
  static properties = { state: { attribute: false } };

  static styles = [sharedCss, cardCss];

  constructor() {
    super();
    /** @type {State | undefined} */ this.state = undefined;
  }

  get #frame() {
    return /** @type {Frame} */ (this.state?.frame);
  }

  get #place() {
    const { layer, to, from } = this.#frame.weight;
    return { layer, to, from };
  }

  /** @param {1 | -1} by */
  #walk(by) {
    const frame = this.#frame;
    // In the matrix and the table all are seen, in the picture those that are drawn.
    const next = this.state?.view === 'network' ? walkRound : walkAll;
    emitChange(this, { weight: next(this.#place, by, layerWidths(frame), biasedBy(frame.settings)) });
  }

  /** @param {number} by */
  #turn(by) {
    emitChange(this, { example: exampleRound(this.#frame, by) });
    emitChange(this, { card: { whose: 'example' } });
  }

  async scheduleUpdate() {
    await ownTask(this.state?.frame?.playing);
    super.scheduleUpdate();
  }

  render() {
    if (!this.state?.frame) return nothing;
    const { frame, card } = this.state;
    const { weight, data, settings, batch } = frame;
    const widths = layerWidths(frame);
    const { letter, index } = weightName(weight, widths, data);
    return html`<article>
      <div class="top"><header>
        <button class="bare" @click=${() => this.#walk(-1)} aria-label="Previous weight">${leftIcon}</button>
        <p class="name">
          <span class="mono"><b>${letter}</b><sub>${index}</sub></span>
          <span class="place">${unitTitle(weight.layer, weight.from, widths, data)} → ${unitTitle(weight.layer + 1, weight.to, widths, data)}</span>
        </p>
        <button class="bare" @click=${() => this.#walk(1)} aria-label="Next weight">${rightIcon}</button>
      </header>
      ${this.#whose()}${this.#pin()}</div>
      ${this.#weight(letter)}
      ${gradientSection(this, frame, card, widths)}
      <section class="shares" aria-label="Whose gradient?">
        <h2>Whose gradient?</h2>
        <backprop-share-plot .products=${weight.shares.product} .mean=${settings.reduction === 'sum' ? weight.gradient / batch.rows.length : weight.gradient} .example=${weight.example}></backprop-share-plot>
      </section>
      ${this.#below(letter, unitName(weight.layer + 1, weight.to, widths, data), widths)}
    </article>`;
  }

  #whose() {
    const { weight, batch } = this.#frame;
    const whose = this.state?.card.whose;
    const choice = (/** @type {'batch' | 'example'} */ name, /** @type {unknown} */ text) => html`<button aria-pressed=${whose === name ? 'true' : 'false'}
      @click=${() => emitChange(this, { card: { whose: name } })}>${text}</button>`;
    return html`<div class="whose" role="group" aria-label="Whose gradient is written out">
      ${choice('batch', 'batch')}
      <button class="turn" @click=${() => this.#turn(-1)} aria-label="Previous example">${leftIcon}</button>
      ${choice('example', html`<span>example <span class="n mono">${weight.example + 1}</span> of ${batch.rows.length}</span>`)}
      <button class="turn" @click=${() => this.#turn(1)} aria-label="Next example">${rightIcon}</button>
    </div>`;
  }

  #pin() {
    const pinned = this.state?.pins.some((pin) => sameWeight(pin, this.#place));
    return html`<button class="pin" aria-pressed=${pinned ? 'true' : 'false'} @click=${() => emitChange(this, { pin: this.#place })}>${pinIcon}
      ${pinned ? 'Pinned' : 'Pin'}</button>`;
  }

  /** @param {string} letter */
  #weight(letter) {
    const { weight, status, settings } = this.#frame;
    const made = isPlain(settings)
      ? html`Δ${letter} = −η·g = −${number('status.lr', status.lr, { format: formatFloat32 })} × ${number('weight.gradient', weight.gradient, { signed: true })}`
      : html`Δ${letter}, as ${settings.optimizer} makes it:`;
    return html`<section class="weight" aria-label="Weight and step">
      <h2>${weight.from === null ? 'Bias' : 'Weight'}</h2>
      ${part(/** @type {State} */ (this.state).link.parts, 'edit', () => html`<backprop-weight-field .value=${weight.weight} .place=${this.#place} .label=${weight.from === null ? 'bias' : 'weight'}
        .error=${this.state?.errors.weight ?? ''}></backprop-weight-field>`, 'this number')}
      <p class="mono made">${made}</p>
      <p class="mono"><span class="tip ${signOf(weight.update)}">${TIPS[signOf(weight.update)]}</span>
        ${number('weight.update', weight.update, { format: formatSigned, signed: true, width: 8 })}
        <span class="muted next">→ ${number('weight.next', weight.next, { width: 8 })}</span></p>
    </section>`;
  }

  /** @param {string} letter @param {string} unit @param {number[]} widths */
  #below(letter, unit, widths) {
    const { frame, card } = /** @type {State & { frame: Frame }} */ (this.state);
    const choice = (/** @type {'why' | 'update'} */ name, /** @type {unknown} */ text) => html`<button aria-pressed=${card.below === name ? 'true' : 'false'}
      @click=${() => emitChange(this, { card: { below: name } })}>${text}</button>`;
    return html`<div class="below">
        <div class="choices" role="group" aria-label="What stands below">${choice('why', html`<span>why δ<sub>${unit}</sub>?</span>`)}${choice('update', `anatomy of Δ${letter}`)}</div>
        ${card.below === 'why' ? trailOf(this, frame, card, widths) : nothing}
      </div>
      ${card.below === 'why' ? deltaReason(this, frame, card, widths) : updateAnatomy(frame)}`;
  }
}
customElements.define('backprop-weight-card', WeightCard);
