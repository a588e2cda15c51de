// <backprop-graph-add>: a new variable or constant: its name, its value, and its shape.

import { LitElement, html } from 'lit';
import { namesOf } from '../../draw/graph-names.js';
import { freshName } from '../../graph/names.js';
import { addConstant, addLeaf } from '../../graph/text-edits.js';
import { readNumber } from '../../settings.js';
import { emitChange } from '../change.js';
import { downIcon } from '../icons.js';
import { sharedCss } from '../shared-css.js';
import '../stepper.js';
import { formCss } from './form-css.js';

/** @import { GraphState } from '../../graph/graph-state.js' */
/** @import { Program } from '../../graph/draft.js' */

/** @type {[string, number[]][]} */
const SHAPES = [['one number', []], ['vector of 2', [2]], ['vector of 3', [3]], ['2 × 1', [2, 1]], ['2 × 2', [2, 2]], ['2 × 3', [2, 3]], ['3 × 2', [3, 2]], ['3 × 3', [3, 3]]];

export class GraphAdd extends LitElement {
  static properties = { state: { attribute: false }, kind: { type: String }, value: { state: true } };
  static styles = [sharedCss, formCss];

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
    this.kind = 'variable';
    this.value = 2;
  }

  firstUpdated() {
    this.focus();
  }

  focus() {
    const input = /** @type {HTMLInputElement | null} */ (this.renderRoot.querySelector('.name'));
    input?.focus();
    input?.select();
  }

  /** x for the first variable, as in every book, then the first free letter. */
  get #suggestion() {
    const taken = new Set(this.state?.frame ? namesOf(this.state.frame).map(({ name }) => name) : []);
    return this.kind === 'variable' && !taken.has('x') ? 'x' : freshName(taken, new Set());
  }

  /** @param {Event} event */
  #add(event) {
    event.preventDefault();
    const root = this.renderRoot;
    const name = /** @type {HTMLInputElement} */ (root.querySelector('.name')).value.trim();
    const typed = /** @type {HTMLInputElement} */ (/** @type {HTMLElement} */ (root.querySelector('backprop-stepper')).shadowRoot?.querySelector('input'));
    const [, shape] = SHAPES[Number(/** @type {HTMLSelectElement} */ (root.querySelector('select')).value)];
    const add = this.kind === 'variable' ? addLeaf : addConstant;
    emitChange(this, { edit: (/** @type {Program} */ program) => add(program, readNumber(typed.value), name || undefined, shape) });
  }

  #cancel() {
    this.dispatchEvent(new CustomEvent('done'));
  }

  render() {
    const variable = this.kind === 'variable';
    return html`<div class="ask"><b>${variable ? 'A new variable' : 'A new number'}</b> <span
      class="muted">${variable ? 'It gets a gradient.' : 'A constant: it gets no gradient.'}</span></div>
      <form class="fields" @submit=${this.#add} @keydown=${(/** @type {KeyboardEvent} */ e) => {
        if (e.key === 'Escape') this.#cancel();
        if (e.key === 'Enter' && e.composedPath()[0] instanceof HTMLInputElement) this.#add(e);
      }}>
        <label>name <input class="field name" .value=${this.#suggestion} autocomplete="off" autocapitalize="off" spellcheck="false"></label>
        <span class="label">value <backprop-stepper label="value" .value=${this.value}
          @change=${(/** @type {CustomEvent<number>} */ e) => (this.value = e.detail)}></backprop-stepper></span>
        <label>shape <span class="select"><select class="field">${SHAPES.map(([text], at) => html`<option value=${at}>${text}</option>`)}</select>${downIcon}</span></label>
        <button class="strong">Add ${variable ? 'variable' : 'number'}</button><button type="button" @click=${this.#cancel}>Cancel</button>
      </form>`;
  }
}
customElements.define('backprop-graph-add', GraphAdd);
