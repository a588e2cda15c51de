// <backprop-link-notice>: what of a link is not followed, by key, and why.

/** @import { Fault } from '../../link/link.js' */
import { LitElement, css, html, nothing } from 'lit';
import { emitChange } from '../change.js';
import { sharedCss } from '../shared-css.js';

export class LinkNotice extends LitElement {
  static properties = { faults: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; border-bottom: 1px solid var(--hairline); background: var(--surface); }
      .notice { display: flex; gap: 16px; align-items: flex-start; justify-content: space-between; padding: 8px 20px; }
      p, li { margin: 0; font-size: var(--text); line-height: 1.45; overflow-wrap: anywhere; }
      ul { margin: 0; padding: 0; list-style: none; }
      b { font-family: var(--mono); }
      @media (max-width: 699px) { .notice { padding: 8px 16px; } }
    `,
  ];

  constructor() {
    super();
    /** @type {Fault[]} */ this.faults = [];
  }

  render() {
    if (this.faults.length === 0) return nothing;
    return html`<div class="notice" role="alert"><section><p>Not all of this link is followed:</p>
        <ul>${this.faults.map(({ key, text }) => html`<li><b>${key}</b> ${text}.</li>`)}</ul></section>
      <button @click=${() => emitChange(this, { link: { faults: [] } })}>Close</button></div>`;
  }
}
customElements.define('backprop-link-notice', LinkNotice);
