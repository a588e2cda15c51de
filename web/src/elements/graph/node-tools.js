// <backprop-graph-node-tools>: what can be done with the selected node: name it, replace its operation, connect its operands, set its value, delete it.

/** @import { GraphNode } from '../../types.js' */
/** @import { GraphState } from '../../graph/graph-state.js' */
/** @import { Edited, Program } from '../../graph/draft.js' */
import { LitElement, html, nothing } from 'lit';
import { namesOf } from '../../draw/graph-names.js';
import { tensorText } from '../../draw/graph-numbers.js';
import { nodeSentence } from '../../draw/graph-sentence.js';
import { stateAt, stepsOf } from '../../draw/graph-steps.js';
import { groupsOf } from '../../graph/op-groups.js';
import { connect, deleteNode, needsSizes, rename, replaceOperation, setLeaf, swapOperands } from '../../graph/text-edits.js';
import { readNumber } from '../../settings.js';
import tables from '../../tables.js';
import { emitChange } from '../change.js';
import { downIcon } from '../icons.js';
import { sharedCss } from '../shared-css.js';
import '../stepper.js';
import { formCss } from './form-css.js';

/** Matrices of more entries are edited in the text. */
const MOST_ENTRIES = 36;

export class GraphNodeTools extends LitElement {
  static properties = { state: { attribute: false }, wanted: { state: true } };
  static styles = [sharedCss, formCss];

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
    /** What is chosen for each operand and not connected yet. @type {Record<number, number>} */
    this.wanted = {};
  }

  get #node() {
    return /** @type {GraphNode} */ (this.state?.frame?.nodes[this.state.selected ?? -1]);
  }

  /** @param {(program: Program) => Edited | { error: string }} edit */
  #edit(edit) {
    emitChange(this, { edit });
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    const before = /** @type {GraphState | undefined} */ (changed.get('state'));
    if (before && (before.selected !== this.state?.selected || before.text !== this.state?.text)) this.wanted = {};
  }

  /** A list shows what stands, also after a choice that was refused. */
  updated() {
    for (const select of /** @type {NodeListOf<HTMLSelectElement>} */ (this.renderRoot.querySelectorAll('select'))) select.value = select.dataset.stands ?? '';
  }

  render() {
    const { frame, selected, count = 0 } = this.state ?? {};
    if (!frame || selected === undefined || !frame.nodes[selected]) return nothing;
    const node = this.#node;
    const names = namesOf(frame);
    const { known, gradients } = stateAt(frame, stepsOf(frame), count);
    const { id, op, kind, inputs, value } = node;
    const named = node.names.length > 0;
    return html`<div class="ask"><b>${nodeSentence(names[id], kind, known.has(id) ? tensorText(value) : '', tensorText(gradients.get(id)))}</b></div>
      <div class="fields">
        <label>${named ? 'name' : 'name it'} <input class="field name" .value=${named ? names[id].name : ''} placeholder=${named ? '' : names[id].name} autocomplete="off"
          autocapitalize="off" spellcheck="false"
          @change=${(/** @type {Event} */ e) => this.#name(/** @type {HTMLInputElement} */ (e.target))}></label>
        ${op ? this.#operation(op, inputs.length) : this.#value(node, names[id].name)}
        ${inputs.map((input, slot) => this.#operand(node, slot, input, names))}
        ${inputs.length === 2 ? html`<button @click=${() => this.#edit((program) => swapOperands(program, id))}>Swap</button>` : nothing}
        <button @click=${() => this.#edit((program) => deleteNode(program, id))} title="Delete">Delete</button>
        <button @click=${() => emitChange(this, { select: null })} title="Escape">Done</button>
      </div>`;
  }

  /** @param {HTMLInputElement} input */
  #name({ value }) {
    const { id } = this.#node;
    if (value.trim()) this.#edit((program) => rename(program, id, value.trim()));
  }

  /** @param {string} op @param {number} arity */
  #operation(op, arity) {
    const fits = tables.ops.filter((row) => arity <= row.inputs.length && arity >= row.inputs.length - row.optionalInputs && !needsSizes(row));
    const { id } = this.#node;
    return html`<label>operation <span class="select"><select class="field" data-stands=${op} @change=${(/** @type {Event} */ e) => {
      const { value } = /** @type {HTMLSelectElement} */ (e.target);
      this.#edit((program) => replaceOperation(program, id, value));
    }}>${fits.some(({ name }) => name === op) ? nothing : html`<option value=${op}>${op}</option>`}${groupsOf(fits).map(({ group, ops }) => html`<optgroup label=${group}>${ops.map(
      ({ name, symbol }) => html`<option value=${name}>${name === symbol ? name : `${symbol}  ${name}`}</option>`)}</optgroup>`)}</select>${downIcon}</span></label>`;
  }

  /** @param {GraphNode} node @param {number} slot @param {number} input @param {{ name: string, expression: string }[]} names */
  #operand({ id, op, inputs }, slot, input, names) {
    const nodes = /** @type {GraphNode[]} */ (this.state?.frame?.nodes);
    const below = new Set([id]);
    for (const each of nodes) if (each.inputs.some((before) => below.has(before))) below.add(each.id);
    const word = tables.ops.find((row) => row.name === op)?.inputs[slot] ?? slot + 1;
    const wanted = this.wanted[slot] ?? input;
    return html`<span class="group"><label>${inputs.length > 1 ? `operand ${slot + 1}` : 'operand'} <span class="select"><select class="field" data-stands=${wanted}
      title="input ${word}" @change=${(/** @type {Event} */ e) =>
      (this.wanted = { ...this.wanted, [slot]: Number(/** @type {HTMLSelectElement} */ (e.target).value) })}>${nodes.filter((each) => !below.has(each.id)).map(
      (each) => html`<option value=${each.id}>${names[each.id].name}${each.op ? ` = ${names[each.id].expression}` : ''}</option>`)}</select>${downIcon}</span></label>
      ${wanted === input ? nothing : html`<button class="strong" @click=${() => this.#edit((program) => connect(program, id, slot, wanted))}>Connect</button>`}</span>`;
  }

  /** @param {GraphNode} node @param {string} name */
  #value({ id, value: { shape, data } }, name) {
    if (shape.length === 0) return html`<span class="label">value <backprop-stepper label="value of ${name}, typed" .value=${Number(data[0].toPrecision(7))}
      @change=${(/** @type {CustomEvent<number>} */ e) => this.#edit((program) => setLeaf(program, id, e.detail))}></backprop-stepper></span>`;
    if (shape.length > 2 || data.length > MOST_ENTRIES) return html`<span class="muted">${data.length} numbers: they are edited in the text</span>`;
    const columns = shape.at(-1) ?? 1;
    const places = Array.from(data, (_, at) => (shape.length === 1 ? [at] : [Math.floor(at / columns), at % columns]));
    return html`<span class="label">value <span class="grid" role="group" aria-label="entries of ${name}" .style=${`grid-template-columns:repeat(${columns}, auto)`}>${places.map(
      (place, at) => html`<input class="field" aria-label="${name}[${place.join(', ')}]" inputmode="decimal" autocomplete="off"
        .value=${String(Number(data[at].toPrecision(7)))} @change=${(/** @type {Event} */ e) => {
        const typed = readNumber(/** @type {HTMLInputElement} */ (e.target).value);
        this.#edit((program) => setLeaf(program, id, typed, place));
      }}>`)}</span></span>`;
  }
}
customElements.define('backprop-graph-node-tools', GraphNodeTools);
