// <backprop-graph-break-it>: a mistake that people make in backward, and the wrong gradients beside the right ones.

/** @import { GraphClient } from '../../engine/client.js' */
/** @import { GraphState } from '../../graph/graph-state.js' */
/** @import { GraphFrame, Tensor } from '../../types.js' */
import { LitElement, css, html, nothing } from 'lit';
import { differencesOf } from '../../draw/graph-faults.js';
import { namesOf } from '../../draw/graph-names.js';
import { tensorText } from '../../draw/graph-numbers.js';
import { gallery } from '../../graph/gallery.js';
import tables from '../../tables.js';
import { emitChange } from '../change.js';
import { sharedCss } from '../shared-css.js';
import { Asked } from './asked.js';
import { panelCss } from './panel-css.js';

const [right, ...faults] = tables.faults;

export class GraphBreakIt extends LitElement {
  static properties = { state: { attribute: false }, client: { attribute: false }, fault: { state: true }, nowhere: { state: true } };
  static styles = [
    sharedCss,
    panelCss,
    css`
      td .n { white-space: pre; }
      td s { text-decoration-thickness: 1.5px; }
      .verdict { font-size: 1rem; }
    `,
  ];

  #fault = new Asked(this, 'fault');
  #told = '';

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
    /** @type {GraphClient | undefined} */ this.client = undefined;
    this.fault = right.name;
    this.nowhere = false;
  }

  willUpdate() {
    if (this.fault !== right.name) this.#fault.ask(this.client, this.state?.frame, this.fault);
  }

  /** The picture may mark what is wrong. */
  updated() {
    const answer = this.fault === right.name ? undefined : this.#fault.about(this.state?.frame);
    if (answer && (answer.argument !== this.fault || answer.frame.source !== this.state?.frame?.source)) return;
    const told = answer ? `${answer.argument} ${answer.frame.source}` : '';
    if (told === this.#told) return;
    this.#told = told;
    emitChange(this, { broken: answer ? { source: answer.frame.source, fault: this.fault, ...answer.value, ...differencesOf(answer.value) } : null });
  }

  /** @param {string} name */
  #choose(name) {
    this.fault = name;
    this.nowhere = false;
  }

  /** The first graph of the gallery in which the mistake shows. */
  async #openOther() {
    const { client, fault } = this;
    for (const { text } of gallery) {
      const pair = await client?.ask('fault', text, fault);
      if (pair && differencesOf(pair).differs.length) return emitChange(this, { open: text });
    }
    this.nowhere = true;
  }

  render() {
    const answer = this.#fault.about(this.state?.frame);
    const shown = this.fault !== right.name && answer?.argument === this.fault ? answer : undefined;
    return html`<div class="row" role="group" aria-label="Mistake">${[right, ...faults].map(({ name }) => html`<button class="choice"
      aria-pressed=${name === this.fault ? 'true' : 'false'}
        @click=${() => this.#choose(name)}>${name === right.name ? 'nothing broken' : name.replaceAll('_', ' ')}</button>`)}</div>
      <div aria-live="polite">${this.fault === right.name ? html`<p>Choose a mistake that people make when they write backward() themselves, and see which gradients it spoils.</p>`
        : shown ? this.#shown(shown) : html`<p>${this.#fault.refusal}</p>`}</div>`;
  }

  /** @param {NonNullable<Asked<'fault'>['answer']>} answer */
  #shown({ frame, value }) {
    const names = namesOf(frame);
    const help = tables.faults.find(({ name }) => name === this.fault)?.help ?? '';
    const { first, differs } = differencesOf(value);
    const explained = html`<p>${help[0].toUpperCase()}${help.slice(1)}.</p>`;
    if (first === undefined)
      return html`${explained}<p><b>In this graph it does no harm:</b> every gradient is right. ${this.nowhere ? 'None of the examples shows it.' : html`<button
        @click=${this.#openOther}>Open an example where it does</button>`}</p>`;
    return html`<div class="columns"><div>${explained}
        <p class="verdict">First wrong at <b class="mono">${names[first].name}</b>:
          ${this.#number('wrong', first, value.wrong[first])} where ${this.#number('right', first, value.right[first])} is right.</p>
        <p>${this.fault === 'no_zero_grad' ? 'What an earlier pass left there was not cleared, and this pass added to it.' : frame.nodes[first].explanation?.reason}</p>
        <p class="muted">${differs.length === 1 ? 'No other gradient is touched.'
          : `${differs.length} gradients are wrong: what is wrong in one place is handed on to those before it.`}</p></div>
      <div class="scroll" tabindex="0" role="group" aria-label="Wrong and right gradients">${this.#table(frame, names, value, differs, first)}</div></div>`;
  }

  /**
   * @param {GraphFrame} frame @param {{ name: string, expression: string }[]} names @param {{ wrong: (Tensor | null)[], right: (Tensor | null)[] }} value
   * @param {number[]} differs @param {number} first
   */
  #table(frame, names, value, differs, first) {
    const rows = frame.nodes.filter(({ requiresGrad }) => requiresGrad).reverse();
    return html`<table><caption>From the output back</caption><thead><tr><th scope="col">node</th><th scope="col" class="num">right</th><th scope="col"
      class="num">with the mistake</th><th scope="col">verdict</th></tr></thead>
      <tbody>${rows.map(({ id }) => html`<tr class=${id === first ? 'now' : ''}><th scope="row">${names[id].name}</th>
        <td class="num">${this.#number('right', id, value.right[id])}</td>
        <td class="num">${differs.includes(id) ? html`<b>${this.#number('wrong', id, value.wrong[id])}</b>` : this.#number('wrong', id, value.wrong[id])}</td>
        <td>${differs.includes(id) ? `✗ wrong${id === first ? ', first' : ''}` : nothing}</td></tr>`)}</tbody></table>`;
  }

  /** @param {'right' | 'wrong'} which @param {number} node @param {Tensor | null} tensor */
  #number(which, node, tensor) {
    return tensor ? html`<span class="n" data-key="fault.${which}[${node}].data" data-value=${[...tensor.data].join()}>${tensorText(tensor)}</span>` : nothing;
  }
}
customElements.define('backprop-graph-break-it', GraphBreakIt);
