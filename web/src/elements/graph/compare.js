// <backprop-graph-compare>: reverse mode, forward mode and central differences side by side, visit by visit.

/** @import { GraphClient } from '../../engine/client.js' */
/** @import { GraphState } from '../../graph/graph-state.js' */
import { LitElement, css, html, nothing } from 'lit';
import { formatCount } from '../../draw/format.js';
import { namesOf } from '../../draw/graph-names.js';
import { scalarText } from '../../draw/graph-numbers.js';
import { entryName } from '../../draw/graph-paths.js';
import { raceOf } from '../../draw/graph-race.js';
import { number } from '../number.js';
import { sharedCss } from '../shared-css.js';
import { Asked } from './asked.js';
import { panelCss } from './panel-css.js';

/** @type {['reverse' | 'forward' | 'central_differences', string, string][]} */
const MODES = [
  ['reverse', 'Reverse', 'One pass forward for the values and one back for all gradients, however many there are.'],
  ['forward', 'Forward', 'One pass for each number that can move, with its slopes beside the values.'],
  ['central_differences', 'Differences', 'Two passes for each number: moved up a little, and down a little.'],
];
/** More gradients than these are counted only. */
const MOST_SHOWN = 14;

export class GraphCompare extends LitElement {
  static properties = { state: { attribute: false }, client: { attribute: false }, visit: { state: true } };
  static styles = [
    sharedCss,
    panelCss,
    css`
      .race { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 16px 24px; }
      .bar { height: 6px; margin: 6px 0; border: 1px solid var(--border); border-radius: 3px; overflow: hidden; }
      .bar div { height: 100%; background: var(--ink); }
      .lane p { color: var(--muted); font-size: var(--tiny); }
      .lane .doing { min-height: 2.9em; margin: 0 0 6px; color: var(--ink); overflow-wrap: anywhere; }
      .grads { display: flex; flex-wrap: wrap; gap: 2px 14px; margin: 0; padding: 0; list-style: none; font-family: var(--mono); }
      .steps { margin-top: 4px; }
      .steps label { flex: 1; min-width: 140px; max-width: 420px; }
      .steps input { width: 100%; accent-color: var(--ink); }
      @media (max-width: 700px) { .race { grid-template-columns: minmax(0, 1fr); } .lane .doing { min-height: 1.5em; } }
    `,
  ];

  #modes = new Asked(this, 'modes');

  constructor() {
    super();
    /** @type {GraphState | undefined} */ this.state = undefined;
    /** @type {GraphClient | undefined} */ this.client = undefined;
    this.visit = Infinity;
  }

  willUpdate() {
    this.#modes.ask(this.client, this.state?.frame);
  }

  render() {
    const answer = this.#modes.about(this.state?.frame);
    if (!answer) return html`<p>${this.#modes.refusal || 'There is no gradient to compare.'}</p>`;
    const race = raceOf(answer.frame, namesOf(answer.frame), answer.value);
    const most = Math.max(...MODES.map(([mode]) => race[mode].visits));
    const at = Math.min(this.visit, most);
    const go = (/** @type {number} */ visit) => (this.visit = Math.min(Math.max(visit, 0), most));
    return html`<div class="row steps"><h3>Visit by visit</h3>
        <button @click=${() => go(0)}>From the start</button><button @click=${() => go(at - 1)} ?disabled=${at === 0} aria-label="One visit back">−1</button><button
          @click=${() => go(at + 1)} ?disabled=${at === most}
          aria-label="One visit more">+1</button>
        <label><input type="range" min="0" max=${most} .value=${String(at)} aria-label="Visits of nodes in each mode" aria-valuetext="${at} of ${most} visits"
          @input=${(/** @type {Event} */ event) => go(Number(/** @type {HTMLInputElement} */ (event.target).value))}></label>
        <span class="mono muted">${formatCount(at)} of ${formatCount(most)} visits</span></div>
      <div class="race">${MODES.map((mode) => this.#lane(mode, race[mode[0]], at, answer))}</div>`;
  }

  /**
   * @param {typeof MODES[number]} mode @param {ReturnType<typeof raceOf>['reverse']} runner @param {number} at @param {NonNullable<Asked<'modes'>['answer']>} answer
   */
  #lane([mode, name, how], { visits, entries, doneAt, doing }, at, { frame, value }) {
    const names = namesOf(frame);
    const done = Math.min(at, visits);
    const finished = doneAt.filter((visit) => visit <= done).length;
    const gradientOf = (/** @type {{ leaf: number, index: number }} */ { leaf, index }) => value[mode].leaves.find((row) => row.leaf === leaf)?.gradient.data[index] ?? NaN;
    return html`<section class="lane" aria-label="${name} mode">
      <h3>${name}</h3>
      <div>${number(`modes.${mode}.work.visits`, value[mode].work.visits, { format: formatCount })} visits,
        ${number(`modes.${mode}.work.operations`, value[mode].work.operations, { format: formatCount })} operations</div>
      <div class="bar" role="img" aria-label="${done} of ${visits} visits done"><div .style=${`width:${(100 * done) / visits}%`}></div></div>
      <p class="doing">${done === 0 ? how : done === visits && at > visits ? `Done since visit ${visits}.` : `visit ${done}: ${doing(done)}`}</p>
      <div>${finished} of ${entries.length} ${entries.length === 1 ? 'gradient' : 'gradients'} finished</div>
      ${entries.length <= MOST_SHOWN ? html`<ul class="grads">${entries.map((entry, i) => html`<li>${entryName(names[entry.leaf].name, frame.nodes[entry.leaf].shape, entry.index)}
        ${i < finished ? number(`modes.${mode}.${entry.leaf}[${entry.index}]`, gradientOf(entry), { format: scalarText, signed: true }) : html`<span
          class="muted">·</span>`}</li>`)}</ul>` : nothing}
    </section>`;
  }
}
customElements.define('backprop-graph-compare', GraphCompare);
