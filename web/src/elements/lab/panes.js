// The panes of the lab, each of the state alone; where they stand, side by side or under tabs, is the lab's.

/** @import { State } from '../../lab-state.js' */
/** @import { Store } from '../../store.js' */
import { html, nothing } from 'lit';
import { canTravel } from '../../data/board.js';
import tables from '../../tables.js';
import { part } from '../part.js';

/** The buttons of the run, with its bar where that has no place of its own. @param {State} state @param {{ compact: boolean, withTime: boolean }} look */
export function run(state, { compact, withTime }) {
  const { frame, early, settings, errors, phase, speed, link: { parts } } = state;
  return html`<section class="run" aria-label="Run">
      <backprop-transport .frame=${frame} .early=${early} .speed=${speed} .rate=${settings.lr} .optimizer=${settings.optimizer} .error=${errors.lr ?? ''} .compact=${compact} .phase=${phase} .parts=${parts}></backprop-transport>
      ${withTime ? time(state) : nothing}
    </section>`;
}

/** The bar of the run; nothing where a link hides it. @param {State} state */
export function time({ frame, going, unfinished, link: { parts } }) {
  const bar = () => html`<backprop-scrub-bar .frame=${frame} .going=${going} .unfinished=${unfinished}></backprop-scrub-bar>`;
  return part(parts, 'time', bar, 'the bar of the run');
}

/** @param {State} state @param {Store['ask']} ask @param {boolean} withRate */
export function settings({ settings: values, errors, samples, download, can, board, frame, link: { parts } }, ask, withRate) {
  return html`<backprop-settings .tables=${tables} .settings=${values} .errors=${errors} .samples=${samples} .download=${download} .can=${board ? canTravel(board) : can}
      .ask=${frame && ask} .withRate=${withRate} .parts=${parts}></backprop-settings>`;
}

/** @param {State} state */
export function output({ frame, board, errors, output: look }) {
  return html`<backprop-output .frame=${frame} .look=${look} .board=${board} .error=${errors.data ?? ''}></backprop-output>`;
}

/** @param {State} state */
export const card = (state) => html`<backprop-weight-card .state=${state}></backprop-weight-card>`;

/** @param {State} state @param {Store['ask']} ask */
export const foot = (state, ask) => html`<section aria-label="Instruments"><backprop-lab-foot .state=${state} .ask=${ask}></backprop-lab-foot></section>`;
