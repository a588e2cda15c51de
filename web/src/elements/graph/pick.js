// <backprop-graph-pick>: asks for the operands of an operation: a node of the picture or of the list, or a new number.

/** @import { GraphState } from '../../graph/graph-state.js' */
import { LitElement, html, nothing } from 'lit';
import { namesOf } from '../../draw/graph-names.js';
import { canFinish, hasOperands, pickQuestion } from '../../graph/pick.js';
import { readNumber } from '../../settings.js';
import { emitChange } from '../change.js';
import { downIcon } from '../icons.js';
import { sharedCss } from '../shared-css.js';
import '../stepper.js';
import { formCss } from './form-css.js';

export class GraphPick extends LitElement {
  static properties = { state: { attribute: false }, number: { state: true }, sizes: { state: true } };
  static styles = [sharedCss, formCss];

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
    this.number = 2;
    this.sizes = '-1';
  }

  firstUpdated() {
    this.focus();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const before = /** @type {GraphState | undefined} */ (changed.get('state'))?.pick;
    if (before && before.operands.length !== this.state?.pick?.operands.length && this.matches(':focus-within')) this.focus();
  }

  focus() {
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('select, .sizes, button'))?.focus();
  }

  /** @param {Event} event */
  #useNode(event) {
    event.preventDefault();
    emitChange(this, { operand: Number(/** @type {HTMLSelectElement} */ (this.renderRoot.querySelector('select')).value) });
  }

  /** @param {Event} event */
  #useNumber(event) {
    event.preventDefault();
    const typed = /** @type {HTMLElement & { renderRoot: ShadowRoot }} */ (this.renderRoot.querySelector('backprop-stepper')).renderRoot.querySelector('input');
    emitChange(this, { operand: { number: readNumber(typed?.value ?? '') } });
  }

  /** @param {Event} event */
  #useSizes(event) {
    event.preventDefault();
    emitChange(this, { sizes: this.sizes.split(/[\s,×x()]+/).filter(Boolean).map(readNumber) });
  }

  render() {
    const { pick, frame } = this.state ?? {};
    if (!pick) return nothing;
    const names = frame ? namesOf(frame) : [];
    const said = pick.operands.map((operand) => (typeof operand === 'number' ? names[operand].name : operand.number));
    const cancel = html`<button @click=${() => emitChange(this, { action: 'cancel' })}>Cancel</button>`;
    return html`<div class="ask"><b aria-live="polite">${pickQuestion(pick)}</b>
      <span class="muted">${said.length ? html`so far: <span
        class="mono">${said.join(', ')}</span>. ` : nothing}${hasOperands(pick) ? nothing : 'Click a node, or press Enter on one; or take it from here:'}</span></div>
      <div class="fields">${hasOperands(pick) ? this.#sizeForm() : html`
        ${names.length ? html`<form @submit=${this.#useNode}><span class="select"><select class="field" aria-label=${pickQuestion(pick)}>${names.map(
          ({ name, expression }, id) => html`<option value=${id}>${name}${expression && expression !== name ? ` = ${expression}` : ''}</option>`)}</select>${downIcon}</span>
          <button class="strong">Use node</button></form><span class="muted">or</span>` : nothing}
        <form @submit=${this.#useNumber} @keydown=${(/** @type {KeyboardEvent} */ e) => e.key === 'Enter' && e.composedPath()[0] instanceof HTMLInputElement && this.#useNumber(e)}>
          <backprop-stepper label="new number" .value=${this.number} @change=${(/** @type {CustomEvent<number>} */ e) => (this.number = e.detail)}></backprop-stepper>
          <button>Use number</button></form>`}
      ${canFinish(pick) ? html`<button @click=${() => emitChange(this, { action: 'finish' })}>Leave out ${pick.op.inputs.at(-1)}</button>` : nothing}${cancel}</div>`;
  }

  #sizeForm() {
    return html`<form @submit=${this.#useSizes}><label>sizes <input class="field sizes mono" .value=${this.sizes} autocomplete="off"
      @input=${(/** @type {Event} */ e) => (this.sizes = /** @type {HTMLInputElement} */ (e.target).value)}></label><span
        class="muted">such as 2, 3; −1 is what is left</span><button class="strong">Add</button></form>`;
  }
}
customElements.define('backprop-graph-pick', GraphPick);
