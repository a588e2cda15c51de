// <backprop-figure-head>: which view of the network the figure is, and the scale that all views share.

/** @import { View } from '../../lab-state.js' */
/** @import { ScaleMode } from '../../types.js' */
import { LitElement, css, html, nothing } from 'lit';
import { emitChange } from '../change.js';
import { downIcon } from '../icons.js';
import '../segments.js';
import { sharedCss } from '../shared-css.js';

const VIEWS = [
  { value: 'network', text: 'Network', title: 'units and the weights between them' },
  { value: 'matrix', text: 'Matrix', title: 'all weights of one layer as a matrix' },
  { value: 'table', text: 'Table', title: 'all weights as rows that can be sorted and copied' },
];
const SCALES = [
  { value: 'frozen', title: 'one scale for all layers and all steps: a vanishing gradient looks like one' },
  { value: 'auto', title: 'the largest of the network has full size' },
  { value: 'per layer', title: 'the largest of each layer has full size' },
];

export class FigureHead extends LitElement {
  static properties = { view: { type: String }, scale: { type: String }, compact: { type: Boolean } };

  static styles = [
    sharedCss,
    css`
      :host { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 4px 12px; padding-top: 10px; }
      .select { margin-left: auto; }
      .select select { width: 92px; }
    `,
  ];

  constructor() {
    super();
    /** @type {View} */ this.view = 'network';
    /** @type {ScaleMode} */ this.scale = 'frozen';
    this.compact = false;
  }

  /** @param {string} mode */
  #rescale(mode) {
    emitChange(this, { scale: /** @type {ScaleMode} */ (mode) });
  }

  render() {
    return html`<backprop-segments label="view of the network" .choices=${VIEWS} .value=${this.view}
        @choose=${(/** @type {CustomEvent<View>} */ e) => emitChange(this, { view: e.detail })}></backprop-segments>
      ${this.view === 'table' ? nothing : this.compact ? this.#menu() : this.#switch()}`;
  }

  #switch() {
    return html`<backprop-segments label="scale" .choices=${SCALES} .value=${this.scale}
      @choose=${(/** @type {CustomEvent<string>} */ e) => this.#rescale(e.detail)}></backprop-segments>`;
  }

  #menu() {
    return html`<span class="select">
      <select class="field" aria-label="scale" @change=${(/** @type {Event} */ e) => this.#rescale(/** @type {HTMLSelectElement} */ (e.target).value)}>
        ${SCALES.map(({ value }) => html`<option ?selected=${value === this.scale}>${value}</option>`)}
      </select>${downIcon}
    </span>`;
  }
}
customElements.define('backprop-figure-head', FigureHead);
