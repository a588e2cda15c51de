// <backprop-layer-tools>: adds and removes layers and neurons right at the network; one toolbar, walked by arrow keys.

/** @import { NetworkLayout } from '../draw/layout.js' */
/** @import { Settings } from '../types.js' */
import { LitElement, css, html, nothing } from 'lit';
import { placeTools } from '../draw/layer-tools.js';
import { insertLayer, MOST_LAYERS, removeLayer, resizeLayer } from '../layers.js';
import { emitChange } from './change.js';
import { sharedCss } from './shared-css.js';

const MOVES = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity });

export class LayerTools extends LitElement {
  static properties = { layout: { attribute: false }, settings: { attribute: false }, side: { type: Number }, scale: { type: Number } };

  static styles = [
    sharedCss,
    css`
      .at { position: absolute; display: flex; translate: -50%; }
      button { min-width: var(--side); width: var(--side); height: var(--side); padding: 0; color: var(--muted); font-family: var(--mono); line-height: 1; }
      .neurons button { border-radius: 0; }
      .neurons button + button { border-left: 0; }
      .neurons button:first-child { border-radius: var(--radius) 0 0 var(--radius); }
      .neurons button:last-child { border-radius: 0 var(--radius) var(--radius) 0; }
      .layers button { border-style: dashed; border-radius: 50%; }
      button:hover { color: var(--ink); }
      button:focus-visible { z-index: 1; color: var(--ink); }
      button[aria-disabled="true"] { color: var(--hollow); cursor: default; }
    `,
  ];

  /** The one button that Tab reaches. */
  #current = 0;
  #held = false;

  constructor() {
    super();
    /** @type {NetworkLayout | undefined} */ this.layout = undefined;
    /** @type {Settings} */ this.settings = {};
    this.side = 24;
    /** Of the layout's pixels. */
    this.scale = 1;
  }

  get #buttons() {
    return [...this.renderRoot.querySelectorAll('button')];
  }

  willUpdate() {
    this.#held = this.shadowRoot?.activeElement !== null;
  }

  updated() {
    this.style.setProperty('--side', `${this.side * this.scale}px`);
    // By script, as the page's policy allows no styles in attributes.
    for (const part of this.renderRoot.querySelectorAll('.at')) {
      const { style, dataset } = /** @type {HTMLElement} */ (part);
      style.left = `${Number(dataset.x) * this.scale}px`;
    }
    this.#current = Math.min(this.#current, Math.max(this.#buttons.length - 1, 0));
    this.#buttons.forEach((button, at) => (button.tabIndex = at === this.#current ? 0 : -1));
    // A layer that is removed takes its buttons along, but not the focus.
    if (this.#held && !this.shadowRoot?.activeElement) this.#buttons[this.#current]?.focus();
  }

  /** @param {FocusEvent} event */
  #focused(event) {
    this.#current = this.#buttons.indexOf(/** @type {HTMLButtonElement} */ (event.target));
    this.requestUpdate();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const by = MOVES[event.key];
    if (!by || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    const buttons = this.#buttons;
    buttons[Math.min(Math.max(this.#current + by, 0), buttons.length - 1)].focus();
  }

  /** @param {string} sign @param {string} name @param {boolean} can @param {() => Settings} changed */
  #button(sign, name, can, changed) {
    return html`<button aria-label=${name} title=${name} aria-disabled=${can ? nothing : 'true'}
      @click=${() => can && emitChange(this, { settings: changed() })}>${sign}</button>`;
  }

  render() {
    if (!this.layout) return nothing;
    const { neurons, layers } = placeTools(this.layout, this.side);
    const columns = this.layout.columns.slice(0, -1).map((_, column) => html`
      ${neurons.filter((one) => one.column === column).map(({ x }) => this.#neurons(column, x, layers.length > 0))}
      ${layers.filter(({ after }) => after === column).map(({ x }) => this.#layers(column, x))}`);
    return html`<div role="toolbar" aria-label="Layers and neurons" @keydown=${this.#key} @focusin=${this.#focused}>${columns}</div>`;
  }

  /** @param {number} column @param {number} x @param {boolean} whole with room for the layer as well */
  #neurons(column, x, whole) {
    const width = this.settings.layers[column];
    return html`<div class="at neurons" data-x=${x}>
      ${this.#button('−', `Remove a neuron of layer ${column}`, width > 1, () => resizeLayer(this.settings, column, width - 1))}
      ${this.#button('+', `Add a neuron to layer ${column}`, true, () => resizeLayer(this.settings, column, width + 1))}
      ${whole ? this.#button('×', `Remove layer ${column}`, true, () => removeLayer(this.settings, column)) : nothing}
    </div>`;
  }

  /** @param {number} after @param {number} x */
  #layers(after, x) {
    const can = this.settings.layers.length < MOST_LAYERS;
    return html`<div class="at layers" data-x=${x}>
      ${this.#button('+', `Add a layer after ${after === 0 ? 'the input' : `layer ${after}`}`, can, () => insertLayer(this.settings, after))}
    </div>`;
  }
}
customElements.define('backprop-layer-tools', LayerTools);
