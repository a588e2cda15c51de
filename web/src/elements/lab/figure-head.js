// <backprop-figure-head>: which view of the network the figure is, what its marks mean, and the scale that all views share.

/** @import { View } from '../../lab-state.js' */
/** @import { Frame, ScaleMode } from '../../types.js' */
import { LitElement, css, html, nothing } from 'lit';
import { emitChange } from '../change.js';
import { downIcon } from '../icons.js';
import { ALL } from '../../link/parts.js';
import '../legend.js';
import { part } from '../part.js';
import '../segments.js';
import { sharedCss } from '../shared-css.js';

const VIEWS = [
  { value: 'network', text: 'Network', title: 'units and the weights between them' },
  { value: 'matrix', text: 'Matrix', title: 'all weights of one layer as a matrix' },
  { value: 'table', text: 'Table', title: 'all weights as rows that can be sorted and copied' },
];
const SCALES = [
  { value: 'frozen', text: 'fixed', title: 'one scale for all layers and all steps: a vanishing gradient looks like one' },
  { value: 'auto', title: 'the largest of the network has full size' },
  { value: 'per layer', title: 'the largest of each layer has full size' },
];

export class FigureHead extends LitElement {
  static properties = { frame: { attribute: false }, view: { type: String }, scale: { type: String }, compact: { type: Boolean }, factors: { attribute: false }, parts: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; container-type: inline-size; padding-top: 8px; }
      .row { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 14px; }
      backprop-legend { flex: 1 1 100%; order: 1; }
      @container (max-width: 400px) { .row { column-gap: 6px; } }
      /* Beside the switches where there is room: 54rem, so that it is so for the projector too. */
      @container (min-width: 54rem) { backprop-legend { flex: 1 1 0; order: 0; } .scale { order: 1; } }
      .scale { display: flex; align-items: center; gap: 8px; margin-left: auto; }
      .select select { width: 88px; }
      /* On a phone one word stands above the other. */
      label.scale { gap: 5px; font-size: var(--tiny); line-height: 1.2; }
      label.scale > .muted { width: min-content; text-align: right; }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {View} */ this.view = 'network';
    /** @type {ScaleMode} */ this.scale = 'frozen';
    this.compact = false;
    this.parts = ALL;
    /** How much smaller the figure draws its beads. */ this.factors = { beadLength: 1, beadHeight: 1 };
  }

  /** @param {string} mode */
  #rescale(mode) {
    emitChange(this, { scale: /** @type {ScaleMode} */ (mode) });
  }

  render() {
    const views = () => html`<backprop-segments label="view of the network" .choices=${VIEWS} .value=${this.view}
      @choose=${(/** @type {CustomEvent<View>} */ e) => emitChange(this, { view: e.detail })}></backprop-segments>`;
    return html`<div class="row">${part(this.parts, 'views', views)}
      ${this.view === 'table' ? nothing : part(this.parts, 'scale', () => (this.compact ? this.#menu() : this.#switch()))}
      ${this.view === 'network' ? html`<backprop-legend .frame=${this.frame} .scale=${this.scale} .compact=${this.compact} .factors=${this.factors}></backprop-legend>` : nothing}</div>`;
  }

  /** What is scaled. */
  get #what() {
    return this.view === 'matrix' ? 'colour scale' : 'arrow scale';
  }

  #switch() {
    return html`<span class="scale"><span class="muted" aria-hidden="true">${this.#what}</span>
      <backprop-segments label=${this.#what} .choices=${SCALES} .value=${this.scale}
        @choose=${(/** @type {CustomEvent<string>} */ e) => this.#rescale(e.detail)}></backprop-segments></span>`;
  }

  #menu() {
    return html`<label class="scale"><span class="muted">${this.#what}</span><span class="select">
      <select class="field" @change=${(/** @type {Event} */ e) => this.#rescale(/** @type {HTMLSelectElement} */ (e.target).value)}>
        ${SCALES.map(({ value, text = value }) => html`<option value=${value} ?selected=${value === this.scale}>${text}</option>`)}
      </select>${downIcon}
    </span></label>`;
  }
}
customElements.define('backprop-figure-head', FigureHead);
