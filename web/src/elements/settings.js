// <backprop-settings>: the data and the model of a run; every range comes from the core's option table.

/** @import { State } from '../lab-state.js' */
/** @import { Points, Settings, Tables } from '../types.js' */
import { LitElement, css, html, nothing } from 'lit';
import { drawnDatasets, MOST_LAYERS, optionNamed, withHidden } from '../settings.js';
import { emitChange } from './change.js';
import { downIcon, redoIcon, undoIcon } from './icons.js';
import { sharedCss } from './shared-css.js';
import { settingsCss } from './settings-css.js';
import './dataset-picker.js';
import './lab/own-data.js';
import './rate-field.js';
import './real-data.js';
import './slider.js';
import './stepper.js';

export class SettingsPanel extends LitElement {
  static properties = {
    tables: { attribute: false },
    settings: { attribute: false },
    errors: { attribute: false },
    samples: { attribute: false },
    download: { attribute: false },
    can: { attribute: false },
    withRate: { type: Boolean },
  };

  static styles = [sharedCss, settingsCss];

  constructor() {
    super();
    /** @type {Tables | undefined} */ this.tables = undefined;
    /** @type {Settings} */ this.settings = {};
    /** @type {Record<string, string>} */ this.errors = {};
    /** @type {Record<string, Points>} */ this.samples = {};
    /** @type {State['download']} */ this.download = undefined;
    /** @type {State['can']} */ this.can = { undo: false, redo: false };
    this.withRate = false;
    /** The number last asked for: a message about several fields marks this one. */
    this.asked = '';
  }

  /** @param {string} setting @param {any} value */
  #ask(setting, value) {
    emitChange(this, { setting, value });
  }

  render() {
    if (!this.tables) return nothing;
    return html`<div class="groups">
      <section aria-labelledby="data">
        <div class="head"><h2 id="data">Data</h2>${this.#travel()}</div>
        <backprop-dataset-picker .value=${this.settings.data ? '' : this.settings.dataset} .datasets=${drawnDatasets(this.tables)}
          .samples=${this.samples}></backprop-dataset-picker>
        ${this.#error('dataset')}
        <backprop-real-data .value=${this.settings.data ?? ''} .download=${this.download} .error=${this.errors.data ?? ''}></backprop-real-data>
        <backprop-own-data .value=${this.settings.data ?? ''}></backprop-own-data>
        ${this.settings.data ? nothing : this.#slider('noise', 'noise', (x) => x.toFixed(2))}
        ${this.#slider('train_fraction', 'train', (x) => `${Math.round(x * 100)} %`)}
        ${this.#number('batch_size', 'batch')}
      </section>
      <section aria-labelledby="model">
        <h2 id="model">Model</h2>
        ${this.#layers()}
        ${this.#choice('activation', 'activation')}
        ${this.#number('seed', 'seed')}
        ${this.withRate ? this.#rate() : nothing}
      </section>
    </div>`;
  }

  #travel() {
    const step = (/** @type {'undo' | 'redo'} */ action, /** @type {string} */ keys, /** @type {unknown} */ icon) => html`<button
      ?disabled=${!this.can[action]} @click=${() => emitChange(this, { action })} aria-label=${action} title="${action} (${keys})">${icon}</button>`;
    return html`<div class="travel">${step('undo', 'Ctrl+Z', undoIcon)}${step('redo', 'Ctrl+Shift+Z', redoIcon)}</div>`;
  }

  #rate() {
    return html`<backprop-rate-field class="row" .value=${this.settings.lr} .error=${this.errors.lr ?? ''}></backprop-rate-field>`;
  }

  /** @param {string} name */
  #option(name) {
    return optionNamed(/** @type {Tables} */ (this.tables), name);
  }

  /** @param {string} name */
  #error(name) {
    const text = this.errors[name];
    return text ? html`<p class="error" role="alert">${text}</p>` : nothing;
  }

  /** @param {string} name @param {string} label @param {(x: number) => string} format */
  #slider(name, label, format) {
    const { min, max, help } = this.#option(name);
    return html`<div class="row" title=${help}>
      <backprop-slider label=${label} .value=${this.settings[name]} .min=${min ?? 0} .max=${max ?? 1} .step=${0.05} .format=${format}
        @change=${(/** @type {CustomEvent<number>} */ e) => this.#ask(name, e.detail)}></backprop-slider>
    </div>${this.#error(name)}`;
  }

  /** @param {string} name @param {string} label */
  #number(name, label) {
    const { min, max, help } = this.#option(name);
    return html`<div class="row" title=${help}>
      <span>${label}</span>
      ${this.#stepper(name, label, this.settings[name], min, max, (value) => this.#ask(name, value))}
    </div>${this.#error(name)}`;
  }

  /**
   * @param {string} name @param {string} label @param {number} value @param {number | undefined} min @param {number | undefined} max
   * @param {(value: number) => void} ask
   */
  #stepper(name, label, value, min = -Infinity, max = Infinity, ask) {
    const changed = (/** @type {CustomEvent<number>} */ event) => {
      this.asked = label;
      ask(event.detail);
    };
    return html`<backprop-stepper label=${label} .value=${value} .min=${min} .max=${max}
      .invalid=${name in this.errors && this.asked === label}
      @change=${changed} @forget=${() => emitChange(this, { forget: name })}></backprop-stepper>`;
  }

  #layers() {
    const { layers } = this.settings;
    const { min, max, minCount = 2, help } = this.#option('layers');
    const hidden = layers.slice(1, -1);
    const deepen = (/** @type {number} */ count) => this.#ask('layers', withHidden(layers, count));
    /** @param {number} at @param {number} width */
    const widen = (at, width) => this.#ask('layers', layers.with(at + 1, width));
    return html`<div class="row" title=${help}>
        <span>layers</span>
        ${this.#stepper('layers', 'hidden layers', hidden.length, minCount - 2, MOST_LAYERS - 2, deepen)}
      </div>
      ${this.asked === 'hidden layers' ? this.#error('layers') : nothing}
      ${hidden.length === 0 ? nothing : html`<div class="neurons">
        <span>neurons</span>
        <div class="widths">${hidden.map((/** @type {number} */ width, /** @type {number} */ at) =>
          this.#stepper('layers', `neurons of layer ${at + 1}`, width, min, max, (value) => widen(at, value)))}</div>
      </div>`}
      ${this.asked === 'hidden layers' ? nothing : this.#error('layers')}`;
  }

  /** @param {string} name @param {string} label */
  #choice(name, label) {
    const { choices = [], help } = this.#option(name);
    const changed = (/** @type {Event} */ event) => this.#ask(name, /** @type {HTMLSelectElement} */ (event.target).value);
    return html`<label class="row" title=${help}>
      <span>${label}</span>
      <span class="select">
        <select class="field" .value=${this.settings[name]} @change=${changed}>
          ${choices.map((choice) => html`<option value=${choice} ?selected=${choice === this.settings[name]}>${choice}</option>`)}
        </select>${downIcon}
      </span>
    </label>${this.#error(name)}`;
  }
}
customElements.define('backprop-settings', SettingsPanel);
