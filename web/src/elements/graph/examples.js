// <backprop-graph-examples>: the gallery as a list that opens beside the heading: a title and what to look for.

import { LitElement, css, html, svg } from 'lit';
import { gallery } from '../../graph/gallery.js';
import { emitChange } from '../change.js';
import { sharedCss } from '../shared-css.js';

const chevron = html`<svg viewBox="0 0 12 12" aria-hidden="true">${svg`<path d="M2 4l4 4 4-4" fill="none" stroke="currentColor" stroke-width="1.5"/>`}</svg>`;

export class GraphExamples extends LitElement {
  static styles = [
    sharedCss,
    css`
      :host { display: inline-block; }
      button svg { width: 12px; height: 12px; }
      .list { position: fixed; inset: auto; width: min(460px, calc(100vw - 32px)); max-height: min(560px, calc(100dvh - 120px)); margin: 0; padding: 6px; overflow: auto;
        border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); color: inherit; box-shadow: 0 8px 28px var(--lift); }
      .list button { display: block; width: 100%; height: auto; padding: 8px 12px; border-color: transparent; text-align: left; }
      .list b { display: block; font-weight: 650; }
      .list span { color: var(--muted); line-height: 1.45; }
    `,
  ];

  get list() {
    return /** @type {HTMLElement} */ (this.renderRoot.querySelector('.list'));
  }

  /** Under its button, as far as the window lets it. */
  #place() {
    const { left, bottom } = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.open')).getBoundingClientRect();
    const { list } = this;
    list.style.left = `${Math.max(16, Math.min(left, innerWidth - list.offsetWidth - 16))}px`;
    list.style.top = `${Math.max(16, Math.min(bottom + 6, innerHeight - list.offsetHeight - 16))}px`;
  }

  /** @param {ToggleEvent} event */
  #toggled({ newState }) {
    if (newState !== 'open') return;
    this.#place();
    /** @type {HTMLElement} */ (this.list.querySelector('button')).focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    const buttons = [...this.list.querySelectorAll('button')];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    buttons[(at + by + buttons.length) % buttons.length].focus();
  }

  /** @param {string} text */
  #open(text) {
    this.list.hidePopover();
    emitChange(this, { open: text });
  }

  render() {
    return html`<button class="open" popovertarget="list">Examples ${chevron}</button>
      <div id="list" class="list" popover role="group" aria-label="Examples" @toggle=${this.#toggled} @keydown=${this.#key}>
        ${gallery.map(({ title, look, text }) => html`<button @click=${() => this.#open(text)}><b>${title}</b><span>${look}</span></button>`)}</div>`;
  }
}
customElements.define('backprop-graph-examples', GraphExamples);
