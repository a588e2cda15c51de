// <backprop-jacobian>: a table of derivatives that passes fill, column by column forward, row by row backward.

/** @import { JacobianAnswer, JacobianSpec, JacobianState } from '../../figures/jacobian.js' */
import { css, html } from 'lit';
import { formatCount } from '../../draw/format.js';
import { MOST, jacobian } from '../../figures/jacobian.js';
import words from '../../figures/words/jacobian.js';
import { pauseIcon, playIcon, resetIcon, stepIcon } from '../icons.js';
import { Figure } from './figure.js';
import { subscripted } from './fraction.js';

const PASSES_A_SECOND = 1.5;
/** Two decimals fit a narrow column. @param {number} x */
const short = (x) => x.toFixed(2).replace('-', '−');

/** @extends {Figure<JacobianSpec, JacobianState, JacobianAnswer>} */
export class Jacobian extends Figure {
  static kind = jacobian;
  static words = words;
  static styles = [...Figure.styles, css`
    .area { container-type: inline-size; }
    table { width: 100%; max-width: 760px; border-collapse: separate; border-spacing: 4px; table-layout: fixed; font-size: var(--control-text); }
    caption { padding-bottom: 4px; color: var(--muted); text-align: left; }
    col:first-child { width: 3.2em; }
    th { font-style: italic; font-weight: 400; }
    tbody th { text-align: left; }
    td { height: 36px; padding: 0; border: 1px solid var(--hairline); border-radius: 4px; text-align: center; font-family: var(--mono); font-variant-numeric: tabular-nums; }
    td.corner { border: 0; }
    td.full { background: var(--band); }
    td.now { border: 2px solid var(--ink); }
    @container (max-width: 560px) { table { border-spacing: 2px; font-size: 0.6875rem; } }
  `];

  /** @param {number} all */
  #pass(all) {
    if (this.state.passes >= all) return this.pause();
    this.change({ passes: this.state.passes + 1 });
  }

  /** @param {JacobianAnswer} answer */
  draw(answer) {
    const { direction, weights, outputs } = this.state;
    const all = answer.passes[direction];
    const go = (/** @type {Partial<JacobianState>} */ patch) => (this.pause(), this.change({ passes: 0, ...patch }));
    return html`<div class="area">${this.#table(answer)}</div>
      <dl class="readings"><div><dt>${this.say('forwardPasses')}</dt><dd>${this.number('passes.forward', answer.passes.forward, { format: formatCount })}</dd></div>
        <div><dt>${this.say('backwardPasses')}</dt><dd>${this.number('passes.backward', answer.passes.backward, { format: formatCount })}</dd></div></dl>
      <div class="controls">
        ${this.choice('direction', ['forward', 'backward'], direction, (value) => go({ direction: value }))}
        ${this.button('pass', html`${stepIcon}${this.say('pass')}`, () => (this.pause(), this.#pass(all)), answer.filled >= all)}
        ${this.button('play', this.playing ? html`${pauseIcon}${this.say('pause')}` : html`${playIcon}${this.say('play')}`,
          () => (this.playing ? this.pause() : this.play(() => this.#pass(all), PASSES_A_SECOND)), answer.filled >= all)}
        <button type="button" @click=${() => go({})}>${resetIcon}${this.say('again')}</button>
        ${this.slider('weights', weights, { from: 1, to: MOST.weights, step: 1 }, (value) => go({ weights: value }))}
        ${this.slider('outputs', outputs, { from: 1, to: MOST.outputs, step: 1 }, (value) => go({ outputs: value }))}
      </div>
      <p class="sentence" role="status">${this.#sentence(answer)}</p>`;
  }

  /** @param {JacobianAnswer} answer */
  #table({ rows, filled }) {
    const forward = this.state.direction === 'forward';
    return html`<table><caption>${this.say('caption')}</caption><colgroup><col>${rows[0].map(() => html`<col>`)}</colgroup>
      <thead><tr><td class="corner"></td>${rows[0].map((_, column) => html`<th scope="col">${subscripted(`w${column + 1}`)}</th>`)}</tr></thead>
      <tbody>${rows.map((row, at) => html`<tr><th scope="row">${rows.length === 1 ? this.say('loss') : subscripted(`y${at + 1}`)}</th>
        ${row.map((value, column) => {
          const pass = forward ? column : at;
          return pass < filled ? html`<td class="full ${pass === filled - 1 ? 'now' : ''}">${this.number(`rows[${at}][${column}]`, value, { format: short })}</td>` : html`<td></td>`;
        })}</tr>`)}</tbody></table>`;
  }

  /** @param {JacobianAnswer} answer */
  #sentence({ filled, passes }) {
    const all = passes[this.state.direction];
    if (filled === 0) return this.say('begin', { all });
    if (filled >= all) return this.say(all === 1 ? 'endOne' : 'end', { all });
    return this.say(`${this.state.direction}Done`, { made: filled, all });
  }
}
