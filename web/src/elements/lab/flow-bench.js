// <backprop-flow-bench>: how far a gradient comes: a product of four factors, a deep network at its start, and the run's own layers.

/** @import { Store } from '../../store.js' */
/** @import { FlowSettings } from '../../engine/flow.js' */
/** @import { Frame } from '../../types.js' */
import { css, html, nothing } from 'lit';
import { MOST } from '../../engine/flow.js';
import { messageOf } from '../../message-of.js';
import { optionNamed } from '../../settings.js';
import tables from '../../tables.js';
import { downIcon } from '../icons.js';
import { number } from '../number.js';
import { SeenElement } from '../seen-element.js';
import { sharedCss } from '../shared-css.js';
import { decadesOf } from '../log-bars.js';
import '../slider.js';
import { flowBars, flowBarsCss } from './flow-bars.js';

const SUBSCRIPTS = '₁₂₃₄';
const ACTIVATIONS = ['sigmoid', 'tanh', 'relu'];
/** Those that a network of any width can start with, the same one at each seed. */
const INITS = /** @type {string[]} */ (optionNamed(tables, 'init').choices).filter((name) => !['zeros', 'constant'].includes(name));

export class FlowBench extends SeenElement {
  static properties = { frame: { attribute: false }, ask: { attribute: false }, factors: { state: true }, settings: { state: true }, products: { state: true },
    deltas: { state: true }, failure: { state: true } };

  static styles = [
    sharedCss,
    flowBarsCss,
    css`
      :host { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr)); gap: 24px 40px; }
      section { display: grid; gap: 10px; align-content: start; }
      p { margin: 0; line-height: 1.5; }
      h2 span { text-transform: none; }
      .controls { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 6px 20px; }
      .row { display: flex; align-items: center; justify-content: space-between; gap: 10px; }
    `,
  ];

  /** What was asked last, and whether an answer is awaited. */
  #wanted = '';
  #busy = false;

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {Store['ask'] | undefined} */ this.ask = undefined;
    this.factors = [0.5, 0.8, 0.6, 0.4];
    /** @type {FlowSettings} */ this.settings = { depth: 20, width: 8, activation: 'sigmoid', init: 'default', seed: 1 };
    /** @type {number[]} */ this.products = [];
    /** @type {number[]} */ this.deltas = [];
    this.failure = '';
  }

  /** At rest all is drawn, so that every number is of the same step. */
  shouldUpdate() {
    return this.isSeen || !this.frame?.playing;
  }

  firstUpdated() {
    void this.#compute();
  }

  /** Of several wishes that come while the core computes, the last is met. */
  async #compute() {
    this.#wanted = JSON.stringify([this.factors, this.settings]);
    if (this.#busy || !this.ask) return;
    this.#busy = true;
    for (let done = ''; done !== this.#wanted; ) {
      done = this.#wanted;
      const [factors, settings] = JSON.parse(done);
      try {
        this.products = await this.ask('chain', factors);
        this.deltas = (await this.ask('flow', settings)).deltas;
        this.failure = '';
      } catch (error) {
        this.failure = messageOf(error);
      }
    }
    this.#busy = false;
  }

  /** @param {number} at @param {number} value */
  #factor(at, value) {
    this.factors = this.factors.with(at, value);
    void this.#compute();
  }

  /** @param {Partial<FlowSettings>} changes */
  #change(changes) {
    this.settings = { ...this.settings, ...changes };
    void this.#compute();
  }

  render() {
    if (!this.frame) return nothing;
    const real = this.frame.instruments?.health?.layers.map(({ delta }) => delta) ?? [];
    const decades = decadesOf([...this.deltas, ...real]);
    return html`${this.#chain()}${this.#network(decades)}${this.#run(real, decades)}
      ${this.failure ? html`<p class="error" role="alert">${this.failure}</p>` : nothing}`;
  }

  #chain() {
    return html`<section aria-labelledby="chain"><h2 id="chain">A chain of factors</h2>
      <p class="muted">Backward multiplies the slopes on the way. Four factors below 1 leave little:</p>
      ${this.factors.map((factor, at) => html`<backprop-slider label=${`f${SUBSCRIPTS[at]}`} .value=${factor} .min=${0} .max=${2} .step=${0.05}
        .format=${(/** @type {number} */ x) => x.toFixed(2)} @change=${(/** @type {CustomEvent<number>} */ event) => this.#factor(at, event.detail)}></backprop-slider>`)}
      <p class="mono">${this.factors.map((factor) => factor.toFixed(2)).join(' · ')} =
        <b>${this.products.length ? number('instruments.chain[0]', this.products[0]) : '…'}</b></p>
    </section>`;
  }

  /** @param {[number, number]} decades */
  #network(decades) {
    const { depth, width, activation, init } = this.settings;
    const plain = (/** @type {number} */ x) => String(x);
    return html`<section aria-labelledby="deep"><h2 id="deep">A deep network at its start: <span>‖δ‖</span></h2>
      <div class="controls">
        <backprop-slider label="depth" .value=${depth} .min=${1} .max=${MOST.depth} .step=${1} .format=${plain}
          @change=${(/** @type {CustomEvent<number>} */ event) => this.#change({ depth: event.detail })}></backprop-slider>
        <backprop-slider label="width" .value=${width} .min=${2} .max=${MOST.width} .step=${1} .format=${plain}
          @change=${(/** @type {CustomEvent<number>} */ event) => this.#change({ width: event.detail })}></backprop-slider>
        ${this.#choice('activation', activation, ACTIVATIONS)}${this.#choice('init', init, INITS)}
      </div>
      ${this.deltas.length ? html`${flowBars('‖δ‖ in each layer of the deep network', this.deltas, decades)}
        <p>Layer 1: <b>${number('instruments.flow.deltas[0]', this.deltas[0])}</b>, output:
          <b>${number(`instruments.flow.deltas[${this.deltas.length - 1}]`, this.deltas[this.deltas.length - 1])}</b></p>` : nothing}
    </section>`;
  }

  /** @param {'activation' | 'init'} name @param {string} value @param {string[]} choices */
  #choice(name, value, choices) {
    return html`<label class="row">${name}<span class="select"><select class="field"
      @change=${(/** @type {Event} */ event) => { event.stopPropagation(); this.#change({ [name]: /** @type {HTMLSelectElement} */ (event.target).value }); }}>
      ${choices.map((choice) => html`<option ?selected=${choice === value}>${choice}</option>`)}</select>${downIcon}</span></label>`;
  }

  /** @param {number[]} deltas @param {[number, number]} decades */
  #run(deltas, decades) {
    if (!deltas.length) return nothing;
    const last = deltas.length - 1;
    return html`<section aria-labelledby="own"><h2 id="own">This run’s layers: <span>‖δ‖</span></h2>
      ${flowBars('‖δ‖ in each layer of this run', deltas, decades)}
      <p>Layer 1: <b>${number('instruments.health.layers[0].delta', deltas[0])}</b>, output: <b>${number(`instruments.health.layers[${last}].delta`, deltas[last])}</b>.
        ${deltas.every((delta) => delta === 0) ? 'Nothing is left to learn here: all δ are 0.' : 'The axis is that of the deep network.'}</p>
    </section>`;
  }
}
customElements.define('backprop-flow-bench', FlowBench);
