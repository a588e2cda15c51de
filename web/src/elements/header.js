// <backprop-header>: the name, the pages, a link to what is seen, the theme, the list of keys.

import { LitElement, css, html, nothing } from 'lit';
import { networkAddress } from '../route.js';
import { ALL } from '../link/parts.js';
import { setTheme, shownTheme, THEMES, watchTheme } from '../theme.js';
import { emitChange } from './change.js';
import { keysIcon, themeIcon } from './icons.js';
import { sharedCss } from './shared-css.js';
import './copy-link.js';
import './keys-help.js';

export class Header extends LitElement {
  static properties = { page: { type: String }, link: { attribute: false }, parts: { attribute: false }, language: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: flex; align-items: center; gap: 4px; height: calc(44px * var(--scale)); padding: 0 20px; border-bottom: 1px solid var(--hairline); }
      h1 { min-width: 0; overflow: hidden; text-overflow: ellipsis; margin: 0; font-size: var(--large); font-weight: 650; letter-spacing: -0.005em; white-space: nowrap; }
      .mark { width: 26px; height: 10px; margin-right: 10px; vertical-align: 1px; fill: currentColor; }
      nav { display: flex; flex: 1; align-self: stretch; gap: 20px; margin-left: 28px; }
      a { display: flex; align-items: center; border-bottom: 2px solid transparent; color: var(--muted); font-size: var(--text); text-decoration: none; }
      a[aria-current] { border-color: var(--ink); color: var(--ink); font-weight: 650; }
      button { border-color: transparent; background: none; color: var(--muted); }
      .theme { min-width: 104px; justify-content: flex-start; }
      @media (max-width: 820px) { nav { gap: 12px; margin-left: 12px; } .theme { min-width: 0; } }
      @media (max-width: 480px) {
        :host { padding: 0 6px 0 16px; }
        .theme { min-width: var(--button); }
        nav { gap: 14px; margin-left: 4px; }
        .name, .word { position: absolute; clip-path: inset(50%); }
      }
      @media (max-width: 400px) { :host { gap: 0; padding: 0 2px 0 10px; } .mark { display: none; } nav { gap: 12px; margin-left: 0; } a { font-size: var(--tiny); } }
      /* A phone has no keys to press, and its buttons need the room. */
      @media (max-width: 400px) and (pointer: coarse) { .keys { display: none; } }
      @media (max-width: 340px) { :host { padding-left: 8px; } nav { gap: 6px; } }
    `,
  ];

  #unwatch = () => {};

  constructor() {
    super();
    this.page = 'network';
    /** Of what is seen. @type {(() => string) | undefined} */ this.link = undefined;
    this.parts = ALL;
    /** Of the lessons. @type {string | undefined} */ this.language = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#unwatch = watchTheme(() => this.requestUpdate(), this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#unwatch();
  }

  /** What the reader chooses holds, whatever a link has said. */
  #cycle() {
    setTheme(THEMES[(THEMES.indexOf(shownTheme()) + 1) % THEMES.length]);
    emitChange(this, { link: { theme: undefined } });
  }

  #showKeys() {
    /** @type {import('./keys-help.js').KeysHelp | null} */ (this.renderRoot.querySelector('backprop-keys-help'))?.show();
  }

  render() {
    const theme = shownTheme();
    const name = theme[0].toUpperCase() + theme.slice(1);
    return html`
      <h1>
        <svg class="mark" viewBox="0 0 26 10" aria-hidden="true">
          <circle cx="4" cy="5" r="3.6" /><path d="M18 4.3h-4.5V1.2L7.6 5l5.9 3.8V5.7H18z" /><circle cx="22" cy="5" r="3.6" />
        </svg><span class="name">Backprop Playground</span>
      </h1>
      <nav aria-label="Pages">
        <a href="./lessons/${this.language === 'de' ? 'de/' : ''}index.html">Lessons</a>
        <a href="#graph" aria-current=${this.page === 'graph' ? 'page' : nothing}>Graph</a>
        <a href=${networkAddress()} aria-current=${this.page === 'network' ? 'page' : nothing}>Network</a>
        <a href="./embed/index.html">Embed</a>
      </nav>
      ${this.parts.hides('link') ? nothing : html`<backprop-copy-link .link=${this.link}></backprop-copy-link>`}
      ${this.parts.hides('theme') ? nothing : html`<button class="theme" @click=${this.#cycle} aria-label="Theme: ${name}" title="Theme: ${name}">
        ${themeIcon}<span class="word">${name}</span>
      </button>`}
      <button class="keys" @click=${this.#showKeys} aria-label="Keys" title="Keys">${keysIcon}<span class="word">Keys</span></button>
      <backprop-keys-help .page=${this.page}></backprop-keys-help>
    `;
  }
}
customElements.define('backprop-header', Header);
