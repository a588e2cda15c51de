// <backprop-download-bar>: how far the download of a data set is, and the way out of it.

import { LitElement, css, html, nothing } from 'lit';
import { formatMegabytes } from '../draw/format.js';
import { emitChange } from './change.js';
import { sharedCss } from './shared-css.js';

export class DownloadBar extends LitElement {
  static properties = { download: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; }
      .bar { display: flex; align-items: center; gap: 8px; margin-top: 4px; }
      progress { flex: 1; min-width: 0; height: 8px; border: 1px solid var(--border); border-radius: 4px; background: var(--surface); appearance: none; overflow: hidden; }
      progress::-webkit-progress-bar { background: var(--surface); }
      progress::-webkit-progress-value { background: var(--ink); }
      progress::-moz-progress-bar { background: var(--ink); }
      p { margin: 0; font-size: var(--tiny); }
    `,
  ];

  constructor() {
    super();
    /** @type {{ name: string, done: number, bytes: number } | undefined} */ this.download = undefined;
  }

  render() {
    if (!this.download) return nothing;
    const { name, done, bytes } = this.download;
    return html`<p>${done < bytes
        ? html`Downloading ${name}: <span class="mono">${formatMegabytes(done)} of ${formatMegabytes(bytes)}</span>`
        : html`Making a run of ${name}`}</p>
      <div class="bar">
        <progress aria-label="Download of ${name}" max=${bytes} .value=${done}></progress>
        <button @click=${() => emitChange(this, { action: 'cancel' })}>cancel</button>
      </div>`;
  }
}
customElements.define('backprop-download-bar', DownloadBar);
