// <backprop-graph-hessian>: second derivatives, when asked for: how each gradient changes as each number moves.

/** @import { GraphClient } from '../../engine/client.js' */
/** @import { GraphState } from '../../graph/graph-state.js' */
import { LitElement, css, html, nothing } from 'lit';
import { namesOf } from '../../draw/graph-names.js';
import { scalarText } from '../../draw/graph-numbers.js';
import { entryName } from '../../draw/graph-paths.js';
import { number } from '../number.js';
import { sharedCss } from '../shared-css.js';
import { Asked } from './asked.js';
import { panelCss } from './panel-css.js';

export class GraphHessian extends LitElement {
  static properties = { state: { attribute: false }, client: { attribute: false }, wanted: { state: true }, row: { state: true } };
  static styles = [sharedCss, panelCss, css`tbody th, thead th { font-family: var(--mono); color: var(--ink); } td { min-width: 72px; }`];

  #hessian = new Asked(this, 'hessian');

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
    /** @type {GraphClient | undefined} */ this.client = undefined;
    this.wanted = false;
    this.row = 0;
  }

  willUpdate() {
    if (this.wanted) this.#hessian.ask(this.client, this.state?.frame, this.row);
  }

  render() {
    const answer = this.#hessian.about(this.state?.frame);
    const ask = html`<p>A gradient is a slope; the second derivative tells how that slope itself changes as a number moves:
      the curvature. Where it is large, a step that trusts the slope goes wrong soonest.</p>`;
    if (!this.wanted) return html`${ask}<button @click=${() => (this.wanted = true)}>Compute second derivatives</button>`;
    if (!answer) return html`${ask}<p>${this.#hessian.refusal}</p>`;
    const { frame, value: { entries, rows } } = answer;
    const names = namesOf(frame);
    const output = names[frame.output].name;
    const called = entries.map(({ node, index }) => entryName(names[node].name, frame.nodes[node].shape, index));
    const whole = rows.length === entries.length;
    const [first] = rows;
    const sentence = entries.length === 1
      ? html`∂²${output}/∂${called[0]}² = <b>${this.#number(first, 0)}</b>:
        when ${called[0]} grows by a little, the slope ∂${output}/∂${called[0]} grows by ${scalarText(first.values[0])} times as much.`
      : html`Row ${called[first.entry]}: how each gradient changes when ${called[first.entry]} alone moves.
        ${whole ? 'The table is its own mirror image: which of two numbers moves first makes no difference.' : ''}`;
    return html`<div class="columns"><div>${ask}<p>${sentence}</p>
        ${whole ? nothing : html`<p>${entries.length} numbers can move, so the whole has ${entries.length * entries.length} entries; here is one row of it.</p>
          <label>row <select class="field" @change=${this.#pick}>${called.map((name, at) => html`<option value=${at}
            ?selected=${at === first.entry}>${name}</option>`)}</select></label>`}</div>
      <div class="scroll" tabindex="0" role="group" aria-label="Second derivatives">
        <table><caption>∂²${output} / ∂row ∂column, by one product of Hessian and vector for each row</caption>
        ${whole ? html`<thead><tr><td></td>${called.map((name) => html`<th scope="col" class="num">${name}</th>`)}</tr></thead>
          <tbody>${rows.map((row) => html`<tr><th scope="row">${called[row.entry]}</th>${row.values.map((_, at) => html`<td
            class="num">${this.#number(row, at)}</td>`)}</tr>`)}</tbody>`
        : html`<tbody>${first.values.map((_, at) => html`<tr><th scope="row">${called[at]}</th><td class="num">${this.#number(first, at)}</td></tr>`)}</tbody>`}
      </table></div></div>`;
  }

  /** @param {{ entry: number, values: number[] }} row @param {number} at */
  #number({ entry, values }, at) {
    return number(`hessian[${entry}][${at}]`, values[at], { format: scalarText, signed: true });
  }

  /** @param {Event} event */
  #pick(event) {
    event.stopPropagation();
    this.row = Number(/** @type {HTMLSelectElement} */ (event.target).value);
  }
}
customElements.define('backprop-graph-hessian', GraphHessian);
