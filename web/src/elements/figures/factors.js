// <backprop-factors>: a gradient on its way back, and what each layer's factor leaves of it, as bars on a logarithmic axis.

/** @import { FactorsAnswer, FactorsSpec, FactorsState } from '../../figures/factors.js' */
import { css, html, nothing, svg } from 'lit';
import { formatTick } from '../../draw/format.js';
import { MOST, factors } from '../../figures/factors.js';
import { formatShort, withPowers, writer } from '../../figures/speak.js';
import words from '../../figures/words/factors.js';
import { resetIcon } from '../icons.js';
import { decadesOf, logBars } from '../log-bars.js';
import { Size } from '../size.js';
import { Figure } from './figure.js';

const HEIGHT = 260;
const FRAME = { floor: 226, top: 44, left: 48 };

/** @extends {Figure<FactorsSpec, FactorsState, FactorsAnswer>} */
export class Factors extends Figure {
  static kind = factors;
  static words = words;
  static styles = [...Figure.styles, css`
    .area { min-height: ${HEIGHT}px; max-width: 720px; }
    .plot .bar { fill: var(--ink); }
    .plot .way { stroke: var(--muted); fill: none; }
    .plot text.factor { fill: var(--ink); }
    .product { margin: 12px 0 0; font-size: var(--control-text); line-height: 1.7; }
  `];

  #size = new Size(this, () => this.renderRoot.querySelector('.area'));

  /** @param {FactorsAnswer} answer */
  draw({ products }) {
    const { gradient, factors: locals } = this.state;
    const { width } = this.#size;
    const last = locals.length;
    const bars = [...products].reverse();
    const name = (/** @type {number} */ at) => (at === last ? this.say('output') : this.say('layer', { k: String(at + 1) }));
    const written = (/** @type {number} */ at) => this.number(`products[${at}]`, products[at], { format: formatShort });
    const range = { from: 0, to: MOST.factor, step: 0.05 };
    return html`<div class="area">${width ? html`<svg class="plot" width=${width} height=${HEIGHT} aria-hidden="true">
        ${logBars({ ...FRAME, width }, bars, decadesOf(bars), name, writer(this.language, (x) => withPowers(formatTick(x))))}
        ${locals.map((local, at) => this.#way(FRAME.left + ((width - FRAME.left) * (last - at)) / (last + 1), local))}</svg>` : nothing}</div>
      <p class="product mono">${written(0)}${locals.map((local, at) => html` · ${writer(this.language, formatShort)(local)}`)} = <b>${written(last)}</b></p>
      <dl class="readings">${products.map((_, at) => html`<div><dt>${name(last - at)}</dt><dd>${written(at)}</dd></div>`)}</dl>
      <div class="controls">
        ${this.slider('gradient', gradient, range, (value) => this.change({ gradient: value }))}
        ${locals.map((local, at) => this.slider('factors', local, range, (value) => this.change({ factors: this.state.factors.with(at, value) }), this.say('factor', { k: String(last - at) })))}
        <button type="button" @click=${() => this.again()}>${resetIcon}${this.say('again')}</button>
      </div>
      <p class="sentence" role="status">${this.#sentence(products)}</p>`;
  }

  /** From one bar to the one on its left. @param {number} x @param {number} local */
  #way(x, local) {
    return svg`<text class="factor" x=${x} y="14" text-anchor="middle">×${writer(this.language, formatShort)(local)}</text><path class="way" d="M${x + 22} 24h-44m6 -4l-6 4l6 4" />`;
  }

  /** @param {number[]} products */
  #sentence(products) {
    const [before, after] = [products[0], products[products.length - 1]];
    const key = after === 0 ? 'nothing' : after < before ? 'less' : after > before ? 'more' : 'same';
    return this.say(key, { before, after });
  }
}
customElements.define('backprop-factors', Factors);
