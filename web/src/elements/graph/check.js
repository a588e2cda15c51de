// <backprop-graph-check>: every gradient beside its central difference, with the error, the distance and whether the two agree.

/** @import { GraphClient } from '../../engine/client.js' */
/** @import { GraphState } from '../../graph/graph-state.js' */
import { LitElement, html, nothing } from 'lit';
import { formatTiny } from '../../draw/format.js';
import { namesOf } from '../../draw/graph-names.js';
import { scalarText } from '../../draw/graph-numbers.js';
import { entryName } from '../../draw/graph-paths.js';
import tables from '../../tables.js';
import { emitChange } from '../change.js';
import { number } from '../number.js';
import { sharedCss } from '../shared-css.js';
import { Asked } from './asked.js';
import { panelCss } from './panel-css.js';

/** More rows than anybody reads. */
const MOST_ROWS = 60;

export class GraphCheck extends LitElement {
  static properties = { state: { attribute: false }, client: { attribute: false } };
  static styles = [sharedCss, panelCss];

  #check = new Asked(this, 'check');

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
    /** @type {GraphClient | undefined} */ this.client = undefined;
  }

  willUpdate() {
    this.#check.ask(this.client, this.state?.frame);
  }

  render() {
    const answer = this.#check.about(this.state?.frame);
    if (!answer) return html`<p>${this.#check.refusal || 'There is no gradient to check.'}</p>`;
    const { frame, value } = answer;
    const names = namesOf(frame);
    const rows = value.flatMap(({ leaf, entries }) => entries.map((entry, index) => ({ leaf, index, ...entry })));
    const wrong = rows.filter(({ agrees, kink }) => !agrees && !kink).length;
    const kinks = rows.filter(({ kink }) => kink).length;
    const stops = frame.nodes.some(({ op }) => tables.ops.find(({ name }) => name === op)?.stopsGradient);
    const output = names[frame.output].name;
    const ask = (/** @type {number} */ leaf, /** @type {number} */ index) => emitChange(this, { select: leaf, entry: index });
    return html`<p>Move one number by h to either side, compute ${output} twice, and divide the rise by 2h: that is the slope without any rule.
        ${wrong === 0 && kinks === 0 ? html`<b>${rows.length === 1 ? 'It agrees' : `All ${rows.length} agree`} ✓</b>` : nothing}
        ${kinks ? html`<b>${kinks} at a kink ∧</b>
          The graph has a corner there: the slopes to the left and to the right differ, so that no difference can tell which is right.` : nothing}
        ${wrong ? html`<b>${wrong} differ ✗</b> ${stops ? 'An operation such as detach stops the gradient on purpose; the difference sees through it.' : ''}` : nothing}</p>
      <div class="scroll" tabindex="0" role="group" aria-label="Gradient check"><table>
        <thead><tr><th scope="col">leaf</th><th scope="col" class="num">backward</th><th scope="col" class="num">difference</th><th scope="col"
          class="num">error</th><th scope="col" class="num">h</th><th scope="col">verdict</th></tr></thead>
        <tbody>${rows.slice(0, MOST_ROWS).map(({ leaf, index, analytic, numeric, error, h, agrees, kink }) => html`<tr class=${this.state?.selected === leaf ? 'now' : ''}>
          <th scope="row">${entryName(names[leaf].name, frame.nodes[leaf].shape, index)}</th>
          <td class="num">${number(`check.${leaf}[${index}].analytic`, analytic, { format: scalarText, signed: true })}</td>
          <td class="num">${number(`check.${leaf}[${index}].numeric`, numeric, { format: (x) => x.toFixed(6).replace('-', '−'), signed: true })}</td>
          <td class="num">${number(`check.${leaf}[${index}].error`, error, { format: formatTiny })}</td><td class="num mono">${formatTiny(h)}</td>
          <td>${agrees ? '✓ agrees' : kink ? '∧ kink' : '✗ differs'} <button class="ask"
            aria-label="Why is the gradient of ${entryName(names[leaf].name, frame.nodes[leaf].shape, index)} so?"
              @click=${() => ask(leaf, index)}>Why?</button></td></tr>`)}</tbody>
      </table></div>
      ${rows.length > MOST_ROWS ? html`<p>The first ${MOST_ROWS} of ${rows.length}.</p>` : nothing}`;
  }
}
customElements.define('backprop-graph-check', GraphCheck);
