// <backprop-segments>: a few choices side by side, of which one holds; fires `choose` with it as `detail`.

import { LitElement, css, html } from 'lit';
import { sharedCss } from './shared-css.js';

/** @typedef {{ value: string, text?: string, title?: string }} Choice */

export class Segments extends LitElement {
  static properties = { label: { type: String }, choices: { attribute: false }, value: { type: String } };

  static styles = [
    sharedCss,
    css`
      :host { display: inline-block; }
      fieldset { display: flex; margin: 0; padding: 0; border: 1px solid var(--border); border-radius: var(--radius); overflow: hidden; }
      fieldset:focus-within:has(:focus-visible) { outline: 2px solid var(--ink); outline-offset: 2px; }
      label { position: relative; flex: 1; display: grid; place-items: center; height: 26px; padding: 0 10px; cursor: pointer; white-space: nowrap; }
      label + label { border-left: 1px solid var(--hairline); }
      input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
      input:focus-visible { outline: none; }
      label:has(:checked) { background: var(--ink); color: var(--surface); font-weight: 600; }
      @media (pointer: coarse) { label { height: 44px; min-width: 44px; } }
      @media (max-width: 699px) { label { padding: 0 8px; } }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    /** @type {Choice[]} */ this.choices = [];
    this.value = '';
  }

  render() {
    return html`<fieldset>
      <legend class="unseen">${this.label}</legend>
      ${this.choices.map(({ value, text = value, title = '' }) => html`<label title=${title}>${text}
        <input type="radio" name="choice" .checked=${value === this.value}
          @change=${() => this.dispatchEvent(new CustomEvent('choose', { detail: value }))}>
      </label>`)}
    </fieldset>`;
  }
}
customElements.define('backprop-segments', Segments);
