// <backprop-graph-palette>: the operations, the usual ones as a bar and all of them under "more…", a variable and a number.

/** @import { GraphState } from '../../graph/graph-state.js' */
import { LitElement, html, nothing } from 'lit';
import { groupsOf } from '../../graph/op-groups.js';
import tables from '../../tables.js';
import { emitChange } from '../change.js';
import { downIcon } from '../icons.js';
import { sharedCss } from '../shared-css.js';
import { paletteCss } from './palette-css.js';

const USUAL = ['add', 'sub', 'mul', 'div', 'pow', 'exp', 'log', 'sin', 'tanh', 'relu', 'sigmoid', 'matmul'];

/** @typedef {(typeof tables.ops)[number]} Op */

/** The sign on a button. @param {Op} op */
const signOf = ({ name, symbol }) => (name === 'pow' ? html`<span>x<sup>n</sup></span>` : symbol);

export class GraphPalette extends LitElement {
  static properties = { state: { attribute: false }, open: { state: true }, word: { state: true }, at: { state: true } };
  static styles = [sharedCss, paletteCss];

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
    this.open = false;
    this.word = '';
    this.at = 0;
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.bar [tabindex="0"]'))?.focus();
  }

  /** @param {Op} op */
  #begin({ name }) {
    this.#close();
    emitChange(this, { begin: name });
  }

  /** @param {'variable' | 'number'} what */
  #add(what) {
    this.#close();
    this.dispatchEvent(new CustomEvent('add', { detail: what }));
  }

  #close(back = false) {
    this.open = false;
    this.word = '';
    if (back) void this.updateComplete.then(() => /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.more'))?.focus());
  }

  async #toggle() {
    this.open = !this.open;
    this.word = '';
    await this.updateComplete;
    if (this.open) /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('input'))?.focus();
  }

  /** One stop of Tab; the arrow keys walk inside. @param {KeyboardEvent} event */
  #walk(event) {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const buttons = /** @type {NodeListOf<HTMLElement>} */ (this.renderRoot.querySelectorAll('[role="toolbar"] button'));
    if (!by || event.shiftKey || event.ctrlKey) return;
    event.preventDefault();
    this.at = (this.at + by + buttons.length) % buttons.length;
    buttons[this.at].focus();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key !== 'Escape' || !this.open) return;
    event.preventDefault();
    this.#close(true);
  }

  /** Leaving the list closes it. @param {FocusEvent} event */
  #left({ relatedTarget }) {
    if (this.open && !(relatedTarget instanceof Node && this.renderRoot.contains(relatedTarget))) this.#close();
  }

  render() {
    const now = this.state?.pick?.op.name;
    const usual = USUAL.map((name) => /** @type {Op} */ (tables.ops.find((op) => op.name === name)));
    const button = (/** @type {Op} */ op, /** @type {number} */ at) => html`<button tabindex=${at === this.at ? 0 : -1} @focus=${() => (this.at = at)} aria-label=${op.name}
      title="${op.name}: ${op.reason}" aria-pressed=${op.name === now ? 'true' : 'false'} @click=${() => this.#begin(op)}>${signOf(op)}</button>`;
    const end = usual.length;
    return html`<div class="palette" @keydown=${this.#key} @focusout=${this.#left}>
      <div class="bar" role="toolbar" aria-label="Operations" @keydown=${this.#walk}>${usual.map(button)}
        <button class="more word" tabindex=${this.at === end ? 0 : -1} @focus=${() => (this.at = end)} aria-expanded=${this.open ? 'true' : 'false'}
          @click=${this.#toggle}>more… ${downIcon}</button>
</div>
      <div class="bar"><button class="word" @click=${() => this.#add('variable')}>variable</button><button class="word" @click=${() => this.#add('number')}>number</button></div>
      ${this.open ? this.#list() : nothing}
    </div>`;
  }

  #list() {
    const groups = groupsOf(tables.ops, this.word);
    return html`<div class="list" role="group" aria-label="All operations">
      <label><span class="unseen">Search the operations</span><input class="field" type="search" placeholder="search, such as softmax"
        autocomplete="off" spellcheck="false" .value=${this.word}
        @input=${(/** @type {Event} */ e) => (this.word = /** @type {HTMLInputElement} */ (e.target).value)}
        @keydown=${(/** @type {KeyboardEvent} */ e) => e.key === 'Enter' && groups[0] && this.#begin(groups[0].ops[0])}></label>
      <div class="groups" tabindex="-1">${groups.map(({ group, ops }) => html`<section><h3>${group}</h3><div class="ops">${ops.map(
        (op) => html`<button title="${op.name}: ${op.reason}" @click=${() => this.#begin(op)}>${op.symbol === op.name ? nothing : html`<span class="sign"
          aria-hidden="true">${signOf(op)}</span>`}${op.name}</button>`,
      )}</div></section>`)}
      ${groups.length ? nothing : html`<p class="muted" role="status">No operation is called “${this.word}”; exp, max and softmax are operations, for example.</p>`}</div>
    </div>`;
  }
}
customElements.define('backprop-graph-palette', GraphPalette);
