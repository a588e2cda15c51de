// The panels under the network, one at a time or none: what each shows, and which instruments it reads.

/** @import { State } from '../../lab-state.js' */
/** @import { Store } from '../../store.js' */
/** @import { PanelName } from '../../link/parts.js' */
/** @import { Wants } from '../../engine/instruments.js' */
import { html } from 'lit';
import { mannerOf, pixelsFor } from '../../data/digit.js';
import { sliceAxis } from '../../draw/slice.js';
import { standingWants } from './standing-wants.js';
import './charts.js';
import './check.js';
import './compare-runs.js';
import './digit.js';
import './export.js';
import { wantsOfFigure } from './figure.js';
import './flow-bench.js';
import './health-panel.js';
import './import.js';
import './slice.js';

/**
 * @typedef {object} Panel
 * @property {PanelName} name on its button, and in a link, whose parts list it
 * @property {(state: State, ask: Store['ask']) => unknown} view
 * @property {(state: State) => boolean} [when] it has something to show; always if not given
 * @property {(state: State) => Wants} [wants] what every frame must tell while it is open
 */

/** @type {Panel[]} */
export const panels = [
  { name: 'Charts', view: ({ frame }) => html`<backprop-charts .frame=${frame}></backprop-charts>`, wants: () => ({ series: null }) },
  {
    name: 'Slice',
    view: (state) => html`<backprop-slice .state=${state}></backprop-slice>`,
    wants: ({ frame, slice }) => (frame ? { slice: sliceAxis(frame.weight, slice), predictedChange: 2 } : {}),
  },
  { name: 'Compare', view: ({ frame }) => html`<backprop-compare-runs .frame=${frame}></backprop-compare-runs>` },
  { name: 'Check', view: ({ frame }, ask) => html`<backprop-check-all .frame=${frame} .ask=${ask}></backprop-check-all>` },
  { name: 'Health', view: ({ frame }, ask) => html`<backprop-health .frame=${frame} .ask=${ask}></backprop-health>` },
  { name: 'Gradient flow', view: ({ frame }, ask) => html`<backprop-flow-bench .frame=${frame} .ask=${ask}></backprop-flow-bench>` },
  { name: 'Export', view: ({ frame }, ask) => html`<backprop-export .frame=${frame} .ask=${ask}></backprop-export>` },
  { name: 'Import', view: ({ frame, opened }, ask) => html`<backprop-import .frame=${frame} .opened=${opened} .ask=${ask}></backprop-import>` },
  {
    name: 'Digit',
    when: ({ frame }) => mannerOf(frame?.data.shipped) !== undefined,
    view: ({ frame, digit }) => html`<backprop-digit .frame=${frame} .digit=${digit}></backprop-digit>`,
    wants: ({ frame, digit }) => (digit.strokes.length ? { answer: { x: pixelsFor(digit, String(frame?.data.shipped)), of: digit.of } } : {}),
  },
];

/** Those that have something to show. @param {State} state */
export const panelsFor = (state) => panels.filter(({ when }) => !when || when(state));

/** What all that is on screen reads. @param {State} state @returns {Wants} */
export function wantsOf(state) {
  return { ...standingWants(state), ...wantsOfFigure(state), ...panelsFor(state).find(({ name }) => name === state.panel)?.wants?.(state) };
}
