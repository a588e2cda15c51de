// <backprop-tabs>: a row of tabs; the panels belong to the element around it.

import { LitElement, css, html } from 'lit';
import { sharedCss } from './shared-css.js';

/** Fires its own `change` with the chosen tab as `detail`. */
export class Tabs extends LitElement {
  static properties = { names: { attribute: false }, value: { type: String } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; }
      div { display: flex; }
      button { position: relative; flex: 1; height: 48px; border: 0; border-radius: 0; background: none; color: var(--muted); }
      button[aria-selected="true"] { color: var(--ink); font-weight: 650; }
      button[aria-selected="true"]::before { content: ""; position: absolute; inset: 0 20% auto; height: 2px; background: var(--ink); }
      button:focus-visible { outline-offset: -3px; }
    `,
  ];

  constructor() {
    super();
    /** @type {string[]} */ this.names = [];
    this.value = '';
  }

  /** @param {string} name */
  #choose(name) {
    this.dispatchEvent(new CustomEvent('change', { detail: name }));
  }

  /** @param {KeyboardEvent} event */
  async #key(event) {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    const at = (this.names.indexOf(this.value) + by + this.names.length) % this.names.length;
    this.#choose(this.names[at]);
    /** @type {HTMLElement} */ (this.renderRoot.querySelectorAll('button')[at]).focus();
  }

  render() {
    return html`<div role="tablist" @keydown=${this.#key}>
      ${this.names.map((name, at) => html`<button role="tab"
        aria-selected=${name === this.value ? 'true' : 'false'} tabindex=${name === this.value || (at === 0 && !this.names.includes(this.value)) ? 0 : -1}
        @click=${() => this.#choose(name)}>${name}</button>`)}
    </div>`;
  }
}
customElements.define('backprop-tabs', Tabs);
