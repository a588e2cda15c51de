// <backprop-graph-code>: the same computation in PyTorch.

/** @import { GraphState } from '../../graph/graph-store.js' */
import { LitElement, css, html, nothing } from 'lit';
import { sharedCss } from '../shared-css.js';

export class GraphCode extends LitElement {
  static properties = { state: { attribute: false }, copied: { state: true } };
  static styles = [
    sharedCss,
    css`
      :host { display: block; }
      .code-head { display: flex; align-items: center; justify-content: space-between; margin-top: 24px; }
      pre { margin: 8px 0 0; padding: 12px; overflow: auto; border: 1px solid var(--hairline); border-radius: var(--radius); background: var(--surface); font: var(--tiny) / 1.6 var(--mono); }
    `,
  ];

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
    this.copied = false;
  }

  async #copy() {
    await navigator.clipboard.writeText(this.state?.frame?.code ?? '');
    this.copied = true;
    setTimeout(() => (this.copied = false), 2000);
  }

  render() {
    const code = this.state?.frame?.code;
    if (!code) return nothing;
    return html`<div class="code-head"><h2>PyTorch</h2><button @click=${this.#copy}><span aria-live="polite">${this.copied ? 'Copied' : 'Copy'}</span></button></div>
      <pre tabindex="0" role="region" aria-label="PyTorch code">${code}</pre>`;
  }
}
customElements.define('backprop-graph-code', GraphCode);
