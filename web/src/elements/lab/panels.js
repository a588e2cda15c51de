// The panels under the network, one at a time or none: what each shows, and which instruments it reads.

/** @import { State } from '../../lab-state.js' */
/** @import { Store } from '../../store.js' */
/** @import { Wants } from '../../engine/instruments.js' */
import { html } from 'lit';
import './charts.js';
import './check.js';
import './compare-runs.js';

/**
 * @typedef {object} Panel
 * @property {string} name on its button
 * @property {(state: State, ask: Store['ask']) => unknown} view
 * @property {(state: State) => Wants} [wants] what every frame must tell while it is open
 */

/** @type {Panel[]} */
export const panels = [
  { name: 'Charts', view: ({ frame }) => html`<backprop-charts .frame=${frame}></backprop-charts>`, wants: () => ({ series: null }) },
  { name: 'Compare', view: ({ frame }) => html`<backprop-compare-runs .frame=${frame}></backprop-compare-runs>` },
  { name: 'Check', view: ({ frame }, ask) => html`<backprop-check-all .frame=${frame} .ask=${ask}></backprop-check-all>` },
];

/** What all that is on screen reads. @param {State} state @returns {Wants} */
export function wantsOf(state) {
  return { ...panels.find(({ name }) => name === state.panel)?.wants?.(state) };
}
