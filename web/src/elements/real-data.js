// <backprop-real-data>: the data sets that ship, with their size, source and licence; a large one is downloaded when it is chosen.

import { LitElement, css, html, nothing } from 'lit';
import { formatMegabytes } from '../draw/format.js';
import { LARGE, shipped, shippedNamed } from '../shipped.js';
import { emitChange } from './change.js';
import { sharedCss } from './shared-css.js';
import './download-bar.js';

export class RealData extends LitElement {
  static properties = { value: { type: String }, download: { attribute: false }, error: { type: String } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; }
      h3 { margin: 8px 0 6px; color: var(--muted); font-size: var(--tiny); font-weight: 400; }
      .sets { display: grid; gap: 4px; }
      .set { display: grid; grid-template-columns: 1fr auto; gap: 0 8px; height: auto; min-height: var(--button); padding: 5px 8px; text-align: left; }
      .set[aria-pressed="true"] { outline: 2px solid var(--ink); outline-offset: -1px; border-color: transparent; }
      .set:focus-visible { outline: 2px solid var(--ink); outline-offset: 3px; }
      .size { color: var(--muted); font-size: var(--tiny); white-space: nowrap; }
      .about { margin: 6px 0 0; font-size: var(--tiny); line-height: 1.4; overflow-wrap: anywhere; }
      details { margin-top: 6px; color: var(--muted); font-size: var(--tiny); }
      summary { display: list-item; line-height: var(--control); cursor: pointer; }
      backprop-download-bar { margin-top: 8px; }
    `,
  ];

  constructor() {
    super();
    /** The set that is learnt, or empty. */
    this.value = '';
    /** @type {{ name: string, done: number, bytes: number } | undefined} */ this.download = undefined;
    this.error = '';
  }

  render() {
    const shown = shippedNamed(this.download?.name ?? this.value);
    return html`<div role="group" aria-labelledby="real">
      <h3 id="real">real data</h3>
      <div class="sets">${shipped.map((set) => this.#button(set))}</div>
      ${this.download ? html`<backprop-download-bar .download=${this.download}></backprop-download-bar>` : nothing}
      ${this.error ? html`<p class="error" role="alert">${this.error} The run stays as it was.</p>` : nothing}
      ${shown ? html`<p class="about">${shown.what}. <span class="muted">Source: ${shown.source}. Licence: ${shown.licence}.</span></p>` : nothing}
      <details>
        <summary>sources and licences</summary>
        ${shipped.map(({ name, source, licence }) => html`<p class="about"><b>${NAMES[name] ?? name}</b>: ${source}; ${licence}.</p>`)}
      </details>
    </div>`;
  }

  /** @param {typeof shipped[number]} set */
  #button({ name, inputs, classes, bytes, what, source, licence }) {
    // The size of what must be fetched says that choosing it takes a while.
    const size = bytes >= LARGE ? formatMegabytes(bytes) : `${classes.length} classes`;
    const help = `${what}: ${inputs} inputs, ${classes.length} classes. ${source}. ${licence}`;
    return html`<button class="set" title=${help} aria-pressed=${name === this.value ? 'true' : 'false'}
      @click=${() => emitChange(this, { data: name })}>
      <span>${NAMES[name] ?? name}</span><span class="size">${size}</span>
    </button>`;
  }
}

/** @type {Record<string, string>} */
const NAMES = { digits: 'digits 8 × 8', mnist: 'MNIST 28 × 28' };
customElements.define('backprop-real-data', RealData);
