// <backprop-number-field>: a number to type; where it may be left out, an empty field says what that means.

import { LitElement, css, html } from 'lit';
import { readNumber } from '../settings.js';
import { sharedCss } from './shared-css.js';

/** Fires its own `change` with the number, or null, as `detail`; the element around it knows the setting. */
export class NumberField extends LitElement {
  static properties = {
    value: { attribute: false },
    label: { type: String },
    none: { type: String },
    invalid: { type: Boolean },
  };

  static styles = [
    sharedCss,
    css`
      :host { display: inline-flex; min-width: 0; }
      input { flex: 1; width: 84px; min-width: 0; font-family: var(--mono); text-align: right; }
      input::placeholder { color: var(--muted); opacity: 1; font-family: var(--sans); }
    `,
  ];

  constructor() {
    super();
    /** @type {number | null} */ this.value = null;
    this.label = '';
    /** What no number means; the number cannot be left out where this is empty. */
    this.none = '';
    this.invalid = false;
  }

  get #input() {
    return /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input'));
  }

  get #text() {
    return this.value === null ? '' : String(this.value);
  }

  #ask() {
    const text = this.#input.value;
    if (text === this.#text && !this.invalid) return;
    this.dispatchEvent(new CustomEvent('change', { detail: this.none && text.trim() === '' ? null : readNumber(text) }));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Escape') return;
    this.#input.value = this.#text;
    this.dispatchEvent(new CustomEvent('forget'));
  }

  render() {
    return html`<input class="field" aria-label=${this.label} aria-invalid=${this.invalid ? 'true' : 'false'} placeholder=${this.none}
      inputmode="decimal" autocomplete="off" spellcheck="false" .value=${this.#text}
      @keydown=${this.#key} @change=${this.#ask}>`;
  }
}
customElements.define('backprop-number-field', NumberField);
