// <backprop-stepper>: a whole number to type, with − and + beside it.

import { LitElement, css, html } from 'lit';
import { readNumber } from '../settings.js';
import { sharedCss } from './shared-css.js';

/** Fires its own `change` with the number as `detail`; the element around it knows the setting. */
export class Stepper extends LitElement {
  static properties = {
    value: { type: Number },
    min: { type: Number },
    max: { type: Number },
    label: { type: String },
    invalid: { type: Boolean },
  };

  static styles = [
    sharedCss,
    css`
      :host { display: inline-flex; }
      .box { display: flex; flex: 1; padding: 0; overflow: hidden; }
      .box[data-invalid] { border-color: var(--ink); border-width: 2px; }
      .box:focus-within { outline: 2px solid var(--ink); outline-offset: 2px; }
      button {
        flex: none;
        min-width: 26px;
        height: 100%;
        padding: 0;
        border: 0;
        border-radius: 0;
        background: none;
        color: var(--muted);
        font-family: var(--mono);
      }
      input { flex: 1; width: 4.6ch; min-width: 0; padding: 0; border: 0; background: none; font-family: var(--mono); text-align: center; }
      input:focus-visible { outline: none; }
      @media (pointer: coarse) { .box { height: calc(var(--control) + 2px); } button { min-width: 44px; } }
    `,
  ];

  constructor() {
    super();
    this.value = 0;
    this.min = -Infinity;
    this.max = Infinity;
    this.label = '';
    this.invalid = false;
  }

  /** @param {number} value */
  #ask(value) {
    if (value === this.value) this.#restore();
    if (value === this.value && !this.invalid) return;
    this.dispatchEvent(new CustomEvent('change', { detail: value }));
  }

  get #input() {
    return /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input'));
  }

  #restore() {
    this.#input.value = String(this.value);
  }

  /** @param {number} by */
  #move(by) {
    this.#input.value = String(this.value + by);
    this.#ask(this.value + by);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (by && this.value + by >= this.min && this.value + by <= this.max) this.#move(by);
    if (by) event.preventDefault();
    if (event.key !== 'Escape') return;
    this.#restore();
    this.dispatchEvent(new CustomEvent('forget'));
  }

  render() {
    return html`<div class="field box" role="group" aria-label=${this.label} ?data-invalid=${this.invalid}>
      <button tabindex="-1" ?disabled=${this.value <= this.min} @click=${() => this.#move(-1)} aria-label="less">−</button>
      <input aria-label=${this.label} aria-invalid=${this.invalid ? 'true' : 'false'}
        inputmode="numeric" autocomplete="off" spellcheck="false"
        .value=${String(this.value)} @keydown=${this.#key}
        @change=${() => this.#ask(readNumber(this.#input.value))}>
      <button tabindex="-1" ?disabled=${this.value >= this.max} @click=${() => this.#move(1)} aria-label="more">+</button>
    </div>`;
  }
}
customElements.define('backprop-stepper', Stepper);
