// <backprop-graph-code>: the same computation in PyTorch, backward, forward and by differences, to be copied; lines of what is selected, lit or happening are marked.

/** @import { CodeLine, CodeMode } from '../../draw/graph-code.js' */
/** @import { GraphClient } from '../../engine/client.js' */
/** @import { GraphState } from '../../graph/graph-state.js' */
/** @import { GraphFrame } from '../../types.js' */
import { LitElement, css, html, nothing } from 'lit';
import { CODE_MODES, codeLines } from '../../draw/graph-code.js';
import { stepsOf } from '../../draw/graph-steps.js';
import { sharedCss } from '../shared-css.js';
import { Asked } from './asked.js';
import { colored, codeLineCss, lineOf } from './code-line.js';
import './tabs.js';

export class GraphCode extends LitElement {
  static properties = { state: { attribute: false }, client: { attribute: false }, mode: { state: true }, copied: { state: true } };
  static styles = [
    sharedCss,
    codeLineCss,
    css`
      :host { display: block; }
      .code-head { display: flex; align-items: center; justify-content: space-between; gap: 12px; margin-top: 20px; border-bottom: 1px solid var(--hairline); }
      .code-head button { flex: none; min-width: 0; padding: 0 2px; border-color: transparent; background: none; color: var(--muted); }
      .code-head button:hover { color: var(--ink); }
      pre { max-height: 260px; margin: 12px 0 0; }
    `,
  ];

  #check = new Asked(this, 'check');

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
    /** @type {GraphClient | undefined} */ this.client = undefined;
    /** @type {CodeMode} */ this.mode = 'PyTorch';
    this.copied = false;
  }

  willUpdate() {
    if (this.mode === 'Finite difference') this.#check.ask(this.client, this.state?.frame);
  }

  get lines() {
    const frame = this.state?.frame;
    if (!frame?.code) return [];
    const checked = this.#check.about(frame);
    return codeLines(frame, this.mode, checked?.frame === frame ? checked.value : undefined);
  }

  async #copy() {
    await navigator.clipboard.writeText(`${this.lines.map(({ text }) => text).join('\n')}\n`);
    this.copied = true;
    setTimeout(() => (this.copied = false), 2000);
  }

  render() {
    const { lines } = this;
    if (!this.state?.frame || lines.length === 0) return nothing;
    const marked = markedNames(this.state, this.state.frame);
    const isOn = (/** @type {CodeLine} */ { name, grad, backward }) =>
      (name !== undefined && marked.names.has(name)) || (grad !== undefined && marked.leaves.has(grad)) || (backward && marked.backward);
    return html`<div class="code-head">
        <backprop-graph-tabs .names=${CODE_MODES} value=${this.mode} @change=${(/** @type {CustomEvent} */ event) => this.#choose(event)}></backprop-graph-tabs>
        <button @click=${this.#copy}><span aria-live="polite">${this.copied ? 'Copied' : 'Copy'}</span></button></div>
      <pre tabindex="0" role="tabpanel" aria-label="${this.mode} code">${lines.map((line, at) => html`<span
        class="line ${isOn(line) ? 'on' : ''}" data-line=${at + 1}>${colored(line.text)}</span>`)}</pre>`;
  }

  /** @param {CustomEvent} event */
  #choose(event) {
    event.stopPropagation();
    this.mode = event.detail;
  }
}
customElements.define('backprop-graph-code', GraphCode);

/**
 * What is pointed at, else what is selected, else what happens in this step; a node without a name is part of the one it flows into.
 * @param {GraphState} state @param {GraphFrame} frame
 */
function markedNames({ lit, selected, count }, frame) {
  const step = stepsOf(frame)[Math.min(count, Infinity) - 1];
  const nodes = lit.length ? lit.flatMap(([from, to]) => [from, to]) : selected !== undefined ? [selected] : step?.phase === 'forward' ? [step.node] : [];
  const leaves = nodes.filter((node) => frame.nodes[node]?.kind === 'parameter').map((node) => frame.nodes[node].names[0]);
  return { names: new Set(nodes.map((node) => lineOf(frame, node))), leaves: new Set(leaves), backward: nodes.length === 0
    && (step?.phase === 'seed' || step?.phase === 'backward') };
}
