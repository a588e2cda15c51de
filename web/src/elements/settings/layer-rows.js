// <backprop-layer-rows>: how many hidden layers there are and how wide each is; the core's objection stands at the field it is about.

/** @import { Option, Settings } from '../../types.js' */
import { LitElement, css, html, nothing } from 'lit';
import { MOST_LAYERS, resizeLayer, withHidden } from '../../layers.js';
import { emitChange } from '../change.js';
import { sharedCss } from '../shared-css.js';
import { rowCss } from './row-css.js';
import '../stepper.js';

export class LayerRows extends LitElement {
  static properties = { option: { attribute: false }, settings: { attribute: false }, error: { type: String } };

  static styles = [
    sharedCss,
    rowCss,
    css`
      .neurons { margin-top: 8px; }
      .widths { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(84px, 100%), 1fr)); gap: 6px; margin-top: 4px; }
      @media (pointer: coarse) { .widths { grid-template-columns: repeat(auto-fill, minmax(132px, 1fr)); } }
    `,
  ];

  constructor() {
    super();
    /** @type {Option | undefined} */ this.option = undefined;
    /** @type {Settings} */ this.settings = {};
    this.error = '';
    /** The field last used: a message about layers marks this one. */
    this.asked = '';
  }

  render() {
    if (!this.option) return nothing;
    const { min, max, minCount = 2, help } = this.option;
    const hidden = /** @type {number[]} */ (this.settings.layers).slice(1, -1);
    const error = this.error ? html`<p class="error" role="alert">${this.error}</p>` : nothing;
    const first = this.asked === DEPTH;
    return html`<div class="row" title=${help}>
        <span>layers</span>
        ${this.#stepper(DEPTH, hidden.length, minCount - 2, MOST_LAYERS - 2, (count) => withHidden(this.settings, count))}
      </div>
      ${first ? error : nothing}
      ${hidden.length === 0 ? nothing : html`<div class="neurons">
        <span>neurons</span>
        <div class="widths">${hidden.map((width, at) =>
          this.#stepper(`neurons of layer ${at + 1}`, width, min, max, (value) => resizeLayer(this.settings, at + 1, value)))}</div>
      </div>`}
      ${first ? nothing : error}`;
  }

  /**
   * @param {string} label @param {number} value @param {number | undefined} min @param {number | undefined} max
   * @param {(value: number) => Settings} changed
   */
  #stepper(label, value, min = -Infinity, max = Infinity, changed) {
    const ask = (/** @type {CustomEvent<number>} */ event) => {
      this.asked = label;
      emitChange(this, { settings: changed(event.detail) });
    };
    return html`<backprop-stepper label=${label} .value=${value} .min=${min} .max=${max} .invalid=${this.error !== '' && this.asked === label}
      @change=${ask} @forget=${() => emitChange(this, { forget: 'layers' })}></backprop-stepper>`;
  }
}

const DEPTH = 'hidden layers';
customElements.define('backprop-layer-rows', LayerRows);
