// <backprop-factors>: a gradient on its way back through layers, as bars from right to left, and the product that is left of it.

/** @import { FactorsAnswer, FactorsSpec, FactorsState } from '../../figures/factors.js' */
import { css, html } from 'lit';
import { signOf } from '../../draw/format.js';
import { factors } from '../../figures/factors.js';
import { formatShort, writer } from '../../figures/speak.js';
import words from '../../figures/words/factors.js';
import { Figure } from './figure.js';

/** The highest bar, in px. */
const HIGHEST = 120;

/** @extends {Figure<FactorsSpec, FactorsState, FactorsAnswer>} */
export class Factors extends Figure {
  static kind = factors;
  static words = words;
  static styles = [...Figure.styles, css`
    .way { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 160px); direction: rtl; justify-content: end; margin: 0; padding: 0; list-style: none; font-size: var(--control-text); line-height: 1.35; text-align: center; }
    .way li { position: relative; display: flex; flex-direction: column; align-items: center; justify-content: flex-end; direction: ltr; }
    .bar { width: min(48px, 60%); margin-top: 4px; border-radius: 3px 3px 0 0; background: var(--border); }
    .bar.positive { background: var(--positive); }
    .bar.negative { background: var(--negative); }
    .name { width: 100%; min-height: 3.6em; padding-top: 4px; border-top: 1px solid var(--border); }
    li + li .name::before { content: "◂"; position: absolute; right: -0.4em; bottom: 4.2em; color: var(--muted); }
    .product { margin: 14px 0 0; font-size: 0.9375rem; overflow-wrap: anywhere; }
    @media (max-width: 560px) { .control { width: 100%; } .control > span { min-width: 9ch; } }
  `];

  /** @param {FactorsAnswer} answer */
  draw({ arrived }) {
    const { output, factors: locals } = this.state;
    const { most } = this.spec;
    const write = writer(this.language, formatShort);
    const sized = (/** @type {number} */ local) => (local < 0 ? `(${write(local)})` : write(local));
    const highest = Math.max(...arrived.map(Math.abs)) || 1;
    const last = locals.length;
    const name = (/** @type {number} */ at) => (at ? this.say('layer', { layer: last - at + 1 }) : this.say('output'));
    const range = { from: locals.some((each) => each < 0) ? -most : 0, to: most, step: 0.1 };
    return html`<ol class="way">${arrived.map((value, at) => html`<li>${this.number(`arrived[${at}]`, value, { format: formatShort, signed: true })}
        <div class=${`bar ${signOf(value)}`} .style=${`height:${Math.max(2, (HIGHEST * Math.abs(value)) / highest)}px`}></div>
        <span class="name">${name(at)}${at ? html`<br><span class="mono">× ${write(locals[at - 1])}</span>` : ''}</span></li>`)}</ol>
      <p class="product mono">${write(output)} ${locals.map((local) => html`× ${sized(local)} `)}= <b>${this.number(`arrived[${last}]`, arrived[last], { format: formatShort, signed: true })}</b></p>
      <div class="controls">
        ${this.slider('output', output, range, (value) => this.change({ output: value }))}
        ${locals.map((local, at) => this.slider('factors', local, { ...range, label: name(at + 1) }, (value) => this.change({ factors: locals.map((each, which) => (which === at ? value : each)) })))}
      </div>
      <p class="unseen" role="status">${this.say('here', { output, first: arrived[last] })}</p>`;
  }
}
