// <backprop-weight-field>: the value of a weight or bias, to type or to step; the core's objection stands under it.

import { LitElement, css, html, nothing } from 'lit';
import { formatFloat32, signOf } from '../draw/format.js';
import { readNumber } from '../settings.js';
import { emitChange } from './change.js';
import { downIcon, upIcon } from './icons.js';
import { sharedCss } from './shared-css.js';

/** @import { Weight } from '../types.js' */

const STEP = 0.1;
const WAYS = { ArrowUp: STEP, ArrowDown: -STEP };

export class WeightField extends LitElement {
  static properties = {
    value: { type: Number },
    place: { attribute: false },
    label: { type: String },
    error: { type: String },
  };

  static styles = [
    sharedCss,
    css`
      :host { display: block; }
      .box { display: flex; padding: 0; overflow: hidden; max-width: 230px; }
      .box:focus-within { outline: 2px solid var(--ink); outline-offset: 1px; }
      .box[data-invalid] { border-color: var(--ink); border-width: 2px; }
      input { flex: 1; min-width: 0; padding: 0 8px; border: 0; background: none; font-family: var(--mono); font-size: var(--large); }
      input:focus-visible { outline: none; }
      .steps { display: flex; flex-direction: column; }
      button { flex: 1; min-width: 26px; height: auto; padding: 0; border: 0; border-radius: 0; background: none; }
      button svg { width: 9px; height: 9px; }
      @media (pointer: coarse) {
        .steps { flex-direction: row-reverse; }
        .box { max-width: none; height: calc(var(--control) + 2px); }
        button { min-width: 44px; }
        button svg { width: 12px; height: 12px; }
      }
    `,
  ];

  constructor() {
    super();
    this.value = NaN;
    /** @type {Weight} */ this.place = { layer: 0, to: 0, from: 0 };
    this.label = '';
    this.error = '';
    /** What stands in the field while it is typed. @type {string | undefined} */ this.typed = undefined;
  }

  get #input() {
    return /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input'));
  }

  /** Another weight has come: what was typed was for the last one. @param {Map<string, any>} changed */
  willUpdate(changed) {
    const before = changed.get('place');
    if (before && JSON.stringify(before) !== JSON.stringify(this.place)) this.typed = undefined;
  }

  #ask() {
    if (this.typed === undefined) return;
    emitChange(this, { edit: { place: this.place, value: readNumber(this.typed) } });
    if (Number.isFinite(readNumber(this.typed))) this.typed = undefined;
  }

  /** @param {number} by */
  #step(by) {
    this.typed = undefined;
    emitChange(this, { edit: { place: this.place, value: Number((this.value + by).toPrecision(8)) } });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const by = WAYS[/** @type {keyof typeof WAYS} */ (event.key)];
    if (by) {
      event.preventDefault();
      this.#step(by);
    } else if (event.key === 'Escape') {
      this.typed = undefined;
      this.#input.value = formatFloat32(this.value);
      if (this.error) emitChange(this, { forget: 'weight' });
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z' && this.typed === undefined) {
      // Nothing is being typed, so it is the edit of the weight that is to be undone.
      event.preventDefault();
      emitChange(this, { action: event.shiftKey ? 'redo' : 'undo' });
    }
  }

  render() {
    const arrow = (/** @type {number} */ by, /** @type {string} */ label, /** @type {unknown} */ icon) =>
      html`<button tabindex="-1" aria-label=${label} @click=${() => this.#step(by)}>${icon}</button>`;
    return html`<div class="field box" ?data-invalid=${this.error !== ''}>
        <input class=${signOf(this.value)} aria-label=${this.label} aria-invalid=${this.error ? 'true' : 'false'} aria-describedby=${this.error ? 'error' : nothing}
          inputmode="decimal" autocomplete="off" spellcheck="false" data-key="weight.weight" data-value=${String(this.value)}
          .value=${this.typed ?? formatFloat32(this.value)} @keydown=${this.#key} @change=${this.#ask}
          @input=${() => (this.typed = this.#input.value)}>
        <span class="steps">${arrow(STEP, `raise by ${STEP}`, upIcon)}${arrow(-STEP, `lower by ${STEP}`, downIcon)}</span>
      </div>
      ${this.error ? html`<p class="error" id="error" role="alert">${this.error}</p>` : nothing}`;
  }
}
customElements.define('backprop-weight-field', WeightField);
