// <backprop-nested>: a network as boxes within boxes that unfold into activation(W · input + b), and the chain of derivatives that grows as they do.

/** @import { TemplateResult } from 'lit' */
/** @import { NestedAnswer, NestedSpec, NestedState } from '../../figures/nested.js' */
import { html, nothing } from 'lit';
import { formatShort } from '../../figures/speak.js';
import { nested } from '../../figures/nested.js';
import words from '../../figures/words/nested.js';
import '../segments.js';
import { Size } from '../size.js';
import { Figure } from './figure.js';
import { factorsOf, lower } from './nested-chain.js';
import { nestedCss } from './nested-css.js';

/** @extends {Figure<NestedSpec, NestedState, NestedAnswer>} */
export class Nested extends Figure {
  static kind = nested;
  static words = words;
  static styles = [...Figure.styles, nestedCss];
  static properties = { ...Figure.properties, lit: { state: true } };

  #size = new Size(this, () => this.renderRoot.querySelector('.boxes'));

  constructor() {
    super();
    /** Boxes lie under each other where there is less room than this. */ this.needs = 0;
    /** @type {string} the factor that is pointed at, by its name */ this.lit = '';
  }

  updated() {
    const row = /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.row:not(.stacked)'));
    if (!row || !this.#size.width || row.offsetWidth <= this.#size.width) return;
    this.needs = row.offsetWidth;
    this.requestUpdate();
  }

  get wide() {
    return Math.max(...this.spec.sizes) > 1;
  }

  /** What the weight that it is about is called. @param {number} layer from 1 */
  weightName(layer) {
    return `${this.wide ? 'w' : 'W'}${lower(layer)}`;
  }

  /** @param {NestedAnswer} answer */
  draw(answer) {
    const { open, by, x, w } = this.state;
    const layers = answer.layers.length;
    const stacked = this.#size.width > 0 && this.#size.width < this.needs;
    const shows = !this.hide.includes('chain');
    const weight = { from: -2, to: 2, step: 0.05, label: this.weightName(by) };
    return html`<div class="boxes"><div class=${`row ${stacked ? 'stacked' : this.wide ? 'dense' : ''} ${this.hide.includes('unfold') ? '' : 'unfolds'}`}>${this.#box(answer, layers)}
        ${shows ? html`<p class=${`loss ${this.#isLit(layers + 1) ? 'lit' : ''}`}>${this.say('loss')} = ${this.#number('loss', answer.loss)}<br><span class="muted">${this.say('target', { target: this.spec.target })}</span></p>` : nothing}</div></div>
      ${shows ? this.#chains(answer) : nothing}
      <div class="controls">
        ${this.button('unfold', this.say('unfold'), () => this.change({ open: open + 1 }), open >= layers)}
        ${this.button('unfold', this.say('fold'), () => this.change({ open: open - 1 }), open === 0)}
        ${shows && !this.spec.all && layers > 1 ? this.control('by', () => html`<div class="control"><span>${this.say('by')}</span><backprop-segments .label=${this.say('by')} .value=${String(by)}
          .choices=${answer.layers.map((_, at) => ({ value: String(at + 1), text: this.weightName(at + 1) }))} @choose=${(/** @type {CustomEvent} */ { detail }) => this.change({ by: Number(detail) })}></backprop-segments></div>`) : nothing}
        ${this.slider('x', x, { from: -3, to: 3, step: 0.1 }, (value) => this.change({ x: value }))}
        ${this.slider('w', w[by - 1], weight, (value) => this.change({ w: w.map((each, at) => (at === by - 1 ? value : each)) }))}
      </div>
      <p class="unseen" role="status">${this.#sentence(answer)}</p>`;
  }

  /** A layer with all that is inside it. @param {NestedAnswer} answer @param {number} layer 0 for the input @returns {TemplateResult} */
  #box(answer, layer) {
    if (layer === 0) return html`<span class="input">x = ${this.#matrix('x', answer.x)}</span>`;
    const { weight, bias, a } = answer.layers[layer - 1];
    const path = `layers[${layer - 1}]`;
    const name = `f${lower(layer)}`;
    const value = this.#matrix(`${path}.a`, a);
    if (answer.layers.length - layer >= this.state.open) {
      return html`<div class=${`box closed ${this.#isLit(layer) ? 'lit' : ''}`}><b>${name}</b>( … )&nbsp;=&nbsp;${value}${this.control('unfold', () =>
        html`<button type="button" aria-label=${this.say('openIt', { name })} ?disabled=${this.lock.includes('unfold')} @click=${() => this.#unfold()}></button>`)}</div>`;
    }
    const marked = this.weightName(layer);
    const sign = bias.length === 1 && bias[0] < 0 ? '−' : '+';
    return html`<div class=${`box ${this.#isLit(layer) ? 'lit' : ''}`} role="group" aria-label=${this.say('layer', { layer })}><b class="tab">${name}</b>
      <span class="part">${this.spec.activation}(&nbsp;<span class="named">${this.#matrix(`${path}.weight`, weight, true)}<small>W${lower(layer)}${this.wide ? html` <span class="unseen">${marked}</span>` : nothing}</small></span>&nbsp;·</span>
      ${this.#box(answer, layer - 1)}
      <span class="part">${sign}&nbsp;<span class="named">${bias.length === 1 ? this.number(`${path}.bias[0]`, bias[0], { format: (b) => formatShort(Math.abs(b)) }) : this.#matrix(`${path}.bias`, bias)}<small>b${lower(layer)}</small></span>&nbsp;)&nbsp;=&nbsp;${value}</span></div>`;
  }

  /** The box that was pressed is gone: the one inside it, or the button that folds, takes the focus. */
  async #unfold() {
    this.change({ open: this.state.open + 1 });
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.renderRoot.querySelector('.closed button') ?? this.renderRoot.querySelector('.controls button:enabled'))?.focus();
  }

  /** @param {NestedAnswer} answer */
  #chains(answer) {
    const { open, by } = this.state;
    const layers = answer.layers.length;
    const shown = this.spec.all ? Array.from({ length: layers }, (_, at) => layers - at) : [by];
    const known = layers - open + 1;
    return html`<div class="chains">${shown.map((to) => html`<p class="chain">${fraction(this.say('loss'), this.weightName(to))}<span>=</span>
        ${factorsOf(layers, to, open).map(({ key, above, below, path }, at) => html`${at ? html`<span>·</span>` : nothing}<span tabindex="0" class=${`factor ${this.lit === key ? 'lit' : ''}`}
          @pointerenter=${() => (this.lit = key)} @pointerleave=${() => (this.lit = '')} @focus=${() => (this.lit = key)} @blur=${() => (this.lit = '')} @click=${() => (this.lit = key)}>
          ${fraction(above || this.say('loss'), below || this.weightName(to))}${this.#matrix(path, /** @type {number[][]} */ (read(answer, path)))}</span>`)}
        ${known > to ? html`<span>·&nbsp;…</span>` : html`<span>=</span><b>${this.number(`layers[${to - 1}].product`, answer.layers[to - 1].product, { format: formatShort, signed: true })}</b>`}</p>`)}
      <p class="reason">${this.#reason(answer)}</p></div>`;
  }

  /** Where the factor comes from that is pointed at. @param {NestedAnswer} answer */
  #reason(answer) {
    const [what, layer] = this.lit.split(' ');
    if (!what) return this.say('point');
    const reason = this.say(what, { layer, activation: this.spec.activation });
    if (this.wide) return reason;
    const at = Number(layer) - 1;
    const into = at > 0 ? `layers[${at - 1}].a[0]` : 'x[0]';
    const number = (/** @type {string} */ path) => this.#number(path, /** @type {number} */ (read(answer, path)));
    if (what === 'ofLoss') return html`${reason} = 2 · (${number(into)} − ${this.spec.target})`;
    return html`${reason} = ${number(`layers[${at}].slope[0]`)} · ${number(what === 'ofLayer' ? `layers[${at}].weight[0][0]` : into)}`;
  }

  /** @param {number} layer */
  #isLit(layer) {
    return this.lit.endsWith(` ${layer}`);
  }

  /** @param {string} path @param {number} value */
  #number(path, value) {
    const format = this.wide ? (/** @type {number} */ x) => formatShort(Number(x.toPrecision(3))) : formatShort;
    return this.number(path, value, { format });
  }

  /** A number, a column, or rows. @param {string} path @param {number[] | number[][]} values @param {boolean} [marked] whether its first entry is the weight that it is about */
  #matrix(path, values, marked = false) {
    const cells = values.map((row, at) => (Array.isArray(row) ? row.map((value, column) => ({ value, key: `${path}[${at}][${column}]` })) : [{ value: row, key: `${path}[${at}]` }]));
    if (cells.length === 1 && cells[0].length === 1) return this.#number(cells[0][0].key, cells[0][0].value);
    return html`<span class="matrix" .style=${`--columns:${cells[0].length}`}>${cells.flat().map(({ value, key }, at) => html`<span class=${marked && at === 0 ? 'marked' : ''}>${this.#number(key, value)}</span>`)}</span>`;
  }

  /** @param {NestedAnswer} answer */
  #sentence({ layers, loss }) {
    const { open, by } = this.state;
    const output = layers[layers.length - 1].a.map(formatShort).join('; ');
    const state = open === 0 ? this.say('closed', { output, loss }) : this.say('opened', { open, layers: layers.length, output, loss });
    return layers.length - open < by && !this.hide.includes('chain') ? `${state} ${this.say('whole', { weight: this.weightName(by), product: layers[by - 1].product })}` : state;
  }
}

/** ∂above / ∂below. @param {string} above @param {string} below */
const fraction = (above, below) => html`<span class="fraction"><span>∂${above}</span><span class="unseen">/</span><span>∂${below}</span></span>`;

/** What stands at a path of the answer. @param {object} answer @param {string} path @returns {unknown} */
const read = (answer, path) => path.split(/[.[\]]+/).filter(Boolean).reduce((/** @type {any} */ part, key) => part[key], answer);
