// <backprop-rate-field>: the learning rate η, typed or chosen from a list; the core's objection stands under it.

import { LitElement, css, html, nothing } from 'lit';
import { readNumber } from '../settings.js';
import { emitChange } from './change.js';
import { downIcon } from './icons.js';
import { sharedCss } from './shared-css.js';

const CHOICES = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

export class RateField extends LitElement {
  static properties = {
    value: { type: Number },
    error: { type: String },
    open: { state: true },
    active: { state: true },
  };

  static styles = [
    sharedCss,
    css`
      :host { position: relative; display: flex; align-items: center; gap: 8px; }
      label { color: var(--muted); font-size: var(--text); white-space: nowrap; }
      @media (min-width: 700px) and (max-width: 1000px) { .words { position: absolute; clip-path: inset(50%); } }
      .box { position: relative; display: flex; }
      input { width: 104px; padding-right: 32px; font-family: var(--mono); }
      .box button {
        position: absolute;
        right: 0;
        top: 0;
        min-width: 30px;
        width: 30px;
        height: 100%;
        padding: 0;
        border: 0;
        background: none;
      }
      ul {
        position: absolute;
        z-index: 3;
        right: 0;
        top: calc(100% + 4px);
        min-width: 104px;
        margin: 0;
        padding: 4px;
        list-style: none;
        border: 1px solid var(--border);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: 0 1px 8px var(--lift);
      }
      li { padding: 4px 8px; border-radius: 4px; font-family: var(--mono); cursor: pointer; }
      li[aria-selected="true"] { background: var(--ink); color: var(--surface); }
      .error {
        position: absolute;
        z-index: 2;
        right: 0;
        top: calc(100% + 4px);
        width: max-content;
        max-width: min(320px, 80vw);
        padding: 8px 12px;
        border: 1px solid var(--border);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: 0 1px 8px var(--lift);
      }
      @media (pointer: coarse) { input { width: 116px; padding-right: 44px; } .box button { width: 44px; } li { padding: 12px; } }
    `,
  ];

  constructor() {
    super();
    this.value = NaN;
    this.error = '';
    this.open = false;
    this.active = -1;
  }

  get #input() {
    return /** @type {HTMLInputElement} */ (this.renderRoot.querySelector('input'));
  }

  /** @param {number} value */
  #ask(value) {
    this.open = false;
    if (value !== this.value) emitChange(this, { setting: 'lr', value });
    else if (this.error) emitChange(this, { forget: 'lr' });
  }

  /** @param {number} value */
  #choose(value) {
    this.#input.value = String(value);
    this.#ask(value);
    this.#input.focus();
  }

  /** @param {boolean} open */
  #toggle(open) {
    this.open = open;
    this.active = open ? CHOICES.indexOf(this.value) : -1;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by) {
      if (!this.open) this.#toggle(true);
      else this.active = Math.min(Math.max(this.active + by, 0), CHOICES.length - 1);
      event.preventDefault();
    } else if (event.key === 'Enter' && this.open && this.active >= 0) {
      this.#choose(CHOICES[this.active]);
    } else if (event.key === 'Escape') {
      if (!this.open) this.#takeBack();
      this.#toggle(false);
    }
  }

  #takeBack() {
    this.#input.value = String(this.value);
    if (this.error) emitChange(this, { forget: 'lr' });
  }

  render() {
    return html`
      <label for="rate"><span class="words">learning rate</span> η</label>
      <div class="box">
        <input id="rate" class="field" inputmode="decimal" autocomplete="off" spellcheck="false" role="combobox"
          aria-expanded=${this.open} aria-controls="choices" aria-autocomplete="none"
          aria-activedescendant=${this.open && this.active >= 0 ? `choice-${this.active}` : nothing}
          aria-invalid=${this.error ? 'true' : 'false'} aria-describedby=${this.error ? 'error' : nothing}
          .value=${String(this.value)}
          @keydown=${this.#key} @input=${() => this.#toggle(false)}
          @change=${() => this.#ask(readNumber(this.#input.value))} @blur=${() => this.#toggle(false)}>
        <button tabindex="-1" aria-label="Learning rates" @mousedown=${(/** @type {Event} */ e) => e.preventDefault()}
          @click=${() => (this.#toggle(!this.open), this.#input.focus())}>${downIcon}</button>
      </div>
      <ul id="choices" role="listbox" aria-label="Learning rates" ?hidden=${!this.open}>
        ${CHOICES.map((choice, i) => html`<li id="choice-${i}" role="option" aria-selected=${i === this.active ? 'true' : 'false'}
          @mousedown=${(/** @type {Event} */ e) => e.preventDefault()} @click=${() => this.#choose(choice)}>${choice}</li>`)}
      </ul>
      ${this.error && !this.open ? html`<p class="error" id="error" role="alert">${this.error}</p>` : nothing}
    `;
  }
}
customElements.define('backprop-rate-field', RateField);
