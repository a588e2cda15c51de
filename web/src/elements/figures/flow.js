// <backprop-flow>: how large the gradient is at each layer of a deep network, as bars on a logarithmic axis.

/** @import { FlowAnswer, FlowSpec, FlowState } from '../../figures/flow.js' */
import { css, html, nothing } from 'lit';
import { MOST, flow } from '../../figures/flow.js';
import { axisWriter, formatShort } from '../../figures/speak.js';
import words from '../../figures/words/flow.js';
import { diceIcon, resetIcon } from '../icons.js';
import { decadesOf, logBars } from '../log-bars.js';
import { Size } from '../size.js';
import { Figure } from './figure.js';

const HEIGHT = 270;
const FRAME = { floor: 222, top: 12, left: 56 };
/** Factors a layer between which a gradient is said to keep its size: 20 layers make of them a third, or three times as much. */
const STEADY = [0.95, 1.06];

/** @extends {Figure<FlowSpec, FlowState, FlowAnswer>} */
export class Flow extends Figure {
  static kind = flow;
  static words = words;
  static styles = [...Figure.styles, css`
    .area { min-height: ${HEIGHT}px; max-width: 860px; }
    .plot .bar { fill: var(--ink); }
  `];

  #size = new Size(this, () => this.renderRoot.querySelector('.area'));

  /** @param {FlowAnswer} answer */
  draw({ norms, factor }) {
    const { depth, activation, scale, residual, seed } = this.state;
    const { width } = this.#size;
    const last = norms.length - 1;
    const format = formatShort;
    return html`<div class="area">${width ? html`<svg class="plot" width=${width} height=${HEIGHT} aria-hidden="true">
        ${logBars({ ...FRAME, width }, norms, decadesOf(norms), (at) => at + 1, axisWriter(this.language))}
        <text x=${(FRAME.left + width) / 2} y=${FRAME.floor + 40} text-anchor="middle">${this.say('axis')}</text></svg>` : nothing}</div>
      <dl class="readings"><div><dt>${this.say('last', { k: String(depth) })}</dt><dd>${this.number(`norms[${last}]`, norms[last], { format })}</dd></div>
        <div><dt>${this.say('first')}</dt><dd>${this.number('norms[0]', norms[0], { format })}</dd></div>
        <div><dt>${this.say('each')}</dt><dd>${this.number('factor', factor, { format: (x) => `×${formatShort(Number(x.toPrecision(3)))}` })}</dd></div></dl>
      <div class="controls">
        ${this.choice('activation', ['sigmoid', 'tanh', 'relu'], activation, (value) => this.change({ activation: value }))}
        ${this.choice('residual', ['plain', 'past'], residual ? 'past' : 'plain', (value) => this.change({ residual: value === 'past' }))}
        ${this.slider('scale', scale, { from: 0.1, to: MOST.scale, step: 0.1 }, (value) => this.change({ scale: value }))}
        ${this.slider('depth', depth, { from: 2, to: MOST.depth, step: 1 }, (value) => this.change({ depth: value }))}
        ${this.button('draw', html`${diceIcon}${this.say('draw')}`, () => this.change({ seed: seed + 1 }))}
        <button type="button" @click=${() => this.again()}>${resetIcon}${this.say('again')}</button>
      </div>
      <p class="sentence" role="status">${this.#sentence(norms, factor)}</p>`;
  }

  /** @param {number[]} norms @param {number} factor */
  #sentence(norms, factor) {
    const key = norms[0] === 0 ? 'dead' : factor < STEADY[0] ? 'vanishes' : factor > STEADY[1] ? 'explodes' : 'stays';
    return this.say(key, { first: norms[0], factor: Number(factor.toPrecision(3)), depth: String(norms.length) });
  }
}
