// <backprop-graph-text>: the text of the graph, with line numbers, and what is wrong with it at its place.

/** @import { GraphState } from '../../graph/graph-store.js' */
import { LitElement, css, html, nothing } from 'lit';
import { emitChange } from '../change.js';
import { sharedCss } from '../shared-css.js';

export class GraphText extends LitElement {
  static properties = { state: { attribute: false } };
  static styles = [
    sharedCss,
    css`
      :host { display: block; }
      .title { display: flex; align-items: center; justify-content: space-between; }
      .editor { display: flex; margin-top: 12px; border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); font: var(--text) / 24px var(--mono); }
      .lines { flex: none; padding: 8px; min-width: 36px; color: var(--muted); text-align: right; }
      .lines .wrong { color: var(--ink); font-weight: 700; }
      .area { position: relative; flex: 1; min-width: 0; overflow: auto hidden; }
      textarea { display: block; width: 100%; padding: 8px 4px; border: 0; background: none; color: inherit; font: inherit; resize: none; field-sizing: content; min-width: 100%; }
      textarea:focus-visible { outline: none; }
      .editor:focus-within { outline: 2px solid var(--ink); outline-offset: 2px; }
      .mark { position: absolute; inset: 8px 4px auto; pointer-events: none; white-space: pre; }
      .mark u { text-decoration: underline wavy 2px var(--ink); text-underline-offset: 3px; white-space: pre; }
      .status { margin: 8px 0 0; min-height: 20px; }
    `,
  ];

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
  }

  /** @param {Event} event */
  #type({ target }) {
    const { value, selectionStart, selectionEnd } = /** @type {HTMLTextAreaElement} */ (target);
    emitChange(this, { typed: value, selection: { begin: selectionStart, end: selectionEnd } });
  }

  render() {
    if (!this.state) return nothing;
    const { text, errors: [error], frame } = this.state;
    const lines = text.split('\n');
    return html`<div class="title"><h2>Text</h2><slot></slot></div>
      <div class="editor"><div class="lines" aria-hidden="true">${lines.map((_, at) => html`<div class=${error?.line === at + 1 ? 'wrong' : ''}>${at + 1}</div>`)}</div>
        <div class="area"><textarea aria-label="Text of the graph" spellcheck="false" autocomplete="off" wrap="off" rows=${Math.max(lines.length, 4)} .value=${text}
          aria-invalid=${error ? 'true' : 'false'} aria-describedby="status" @input=${this.#type}></textarea>
          ${error ? html`<div class="mark" aria-hidden="true">${'\n'.repeat(error.line - 1)}${' '.repeat(error.column - 1)}<u>${' '.repeat(Math.max(error.length, 1))}</u></div>` : nothing}</div></div>
      <p id="status" class=${error ? 'error' : 'status'} role="status">${error ? `line ${error.line}, column ${error.column}: ${error.message}` : this.#counted()}</p>
      ${frame?.notice ? html`<p class="error">${frame.notice}</p>` : nothing}`;
  }

  #counted() {
    const nodes = this.state?.frame?.nodes ?? [];
    const counted = (/** @type {string} */ kind, /** @type {string} */ word) => {
      const n = nodes.filter((node) => node.kind === kind).length;
      return `${n} ${word}${n === 1 ? '' : 's'}`;
    };
    return `${counted('operation', 'operation')}, ${counted('parameter', 'variable')}, ${counted('constant', 'constant')}`;
  }
}
customElements.define('backprop-graph-text', GraphText);
