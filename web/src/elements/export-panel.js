// What panels that give files share: a list of formats, each with what it holds, and the word of what was saved or why not.

import { LitElement, css, html, nothing } from 'lit';
import { messageOf } from '../message-of.js';
import { saveFile } from './save-file.js';
import { sharedCss } from './shared-css.js';

/** @template State */
export class ExportPanel extends LitElement {
  static properties = { formats: { state: true }, said: { state: true }, failure: { state: true } };

  static styles = [
    sharedCss,
    css`
      :host { display: grid; gap: 12px; max-width: 88ch; }
      p { margin: 0; }
      ul { display: grid; grid-template-columns: auto 1fr; gap: 6px 16px; margin: 0; padding: 0; list-style: none; }
      li { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; align-items: center; }
      button { justify-content: flex-start; }
      @media (max-width: 480px) { ul, li { grid-template-columns: 1fr; } li { gap: 2px; } }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../export/formats.js').FormatOf<State>[]} */ this.formats = [];
    this.said = '';
    this.failure = '';
  }

  /** Saves what is made, under a name, and says so. @param {string} title @param {string} name @param {() => Promise<Blob>} make */
  async save(title, name, make) {
    this.said = this.failure = '';
    try {
      saveFile(name, await make());
      this.said = `${title} saved as ${name}.`;
    } catch (error) {
      this.failure = messageOf(error);
    }
  }

  /** @param {{ name: string, title: string, holds: string }[]} formats @param {(at: number) => void} save @param {boolean} [disabled] */
  list(formats, save, disabled = false) {
    return html`<ul>${formats.map(({ name, title, holds }, at) => html`<li>
        <button ?disabled=${disabled} aria-describedby=${name} @click=${() => save(at)}>${title}</button>
        <span id=${name} class="muted">${holds}</span></li>`)}</ul>
      <p role="status">${this.said}</p>
      ${this.failure ? html`<p class="error" role="alert">${this.failure}</p>` : nothing}`;
  }
}
