// <backprop-copy-link>: copies a link to exactly what is seen, and says what is in it.

import { LitElement, css, html, nothing } from 'lit';
import { LONG } from '../link/link.js';
import { linkIcon } from './icons.js';
import { sharedCss } from './shared-css.js';

/** How long the word stands, in ms. */
const SAID = 4000;

export class CopyLink extends LitElement {
  static properties = { link: { attribute: false }, said: { state: true }, shown: { state: true } };

  static styles = [
    sharedCss,
    css`
      :host { position: relative; display: block; }
      button { border-color: transparent; background: none; color: var(--muted); }
      .note {
        position: absolute;
        z-index: 4;
        right: 0;
        top: calc(100% + 4px);
        width: max-content;
        max-width: min(320px, calc(100vw - 24px));
        padding: 8px 12px;
        border: 1px solid var(--border);
        border-radius: var(--radius);
        background: var(--surface);
        color: var(--ink);
        box-shadow: 0 1px 8px var(--lift);
        font-size: var(--text);
        line-height: 1.4;
      }
      .note:empty { display: none; }
      p { margin: 0; }
      input { width: 100%; margin-top: 6px; font-family: var(--mono); }
      @media (max-width: 480px) { .word { position: absolute; clip-path: inset(50%); } .note { position: fixed; top: 52px; right: 12px; } }
    `,
  ];

  #timer = 0;

  constructor() {
    super();
    /** The part of the address after #; nothing while there is none. @type {(() => string) | undefined} */ this.link = undefined;
    this.said = '';
    /** The link itself, where it cannot be copied for the reader. */ this.shown = '';
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  async #copy() {
    const url = `${location.href.split('#')[0]}${this.link?.() ?? ''}`;
    clearTimeout(this.#timer);
    this.shown = '';
    try {
      await navigator.clipboard.writeText(url);
      this.said = `Link copied.${warning(url)}`;
      this.#timer = Number(setTimeout(() => this.#hide(), SAID + 50 * warning(url).length));
    } catch {
      // A browser may forbid it, and has no clipboard for a page without https.
      this.said = `Here is the link, to be copied by hand.${warning(url)}`;
      this.shown = url;
      await this.updateComplete;
      this.renderRoot.querySelector('input')?.select();
    }
  }

  #hide() {
    this.said = this.shown = '';
  }

  render() {
    return html`<button ?disabled=${!this.link} @click=${this.#copy} aria-label="Copy link" title="Copy a link to exactly what is seen">${linkIcon}<span class="word">Link</span></button>
      <div class="note" role="status" @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Escape' && this.#hide()}>${this.said ? html`<p>${this.said}</p>` : nothing}${this.shown
        ? html`<input class="field" readonly aria-label="The link" .value=${this.shown} @blur=${this.#hide}>` : nothing}</div>`;
  }
}
customElements.define('backprop-copy-link', CopyLink);

/** What a reader must know before sending it. @param {string} url */
function warning(url) {
  if (/[#&]data=kept~/.test(url)) return ' Its data are kept in this browser alone, and too large for a link: elsewhere, it opens without them.';
  if (/[#&]graph$/.test(url)) return ' The text is too long for a link: it is kept in this browser alone.';
  return url.length > LONG ? ` With ${url.length} characters it is too long for some programs; a file of Export has no such limit.` : '';
}
