// <backprop-settings>: every option of a run in its group; ranges and choices come from the core's option table, order and names from the page's.

/** @import { State } from '../lab-state.js' */
/** @import { Group, Place } from '../option-places.js' */
/** @import { Store } from '../store.js' */
/** @import { Points, Settings, Tables } from '../types.js' */
import { LitElement, html, nothing } from 'lit';
import { withLoss } from '../data-choice.js';
import { keep, kept } from '../kept.js';
import { ALL, slug } from '../link/parts.js';
import { changedCount, GROUPS, lookOf, shownPlaces } from '../option-places.js';
import { anotherSeed, optionNamed } from '../settings.js';
import { emitChange } from './change.js';
import { part } from './part.js';
import { diceIcon, downIcon, redoIcon, undoIcon } from './icons.js';
import { controls, stepper } from './settings/controls.js';
import { rowCss } from './settings/row-css.js';
import { sharedCss } from './shared-css.js';
import { settingsCss } from './settings-css.js';
import './dataset-picker.js';
import './lab/own-data.js';
import './rate-field.js';
import './real-data.js';
import './settings/feature-toggles.js';
import './settings/layer-rows.js';
import './settings/rate-preview.js';

export class SettingsPanel extends LitElement {
  static properties = {
    tables: { attribute: false },
    settings: { attribute: false },
    errors: { attribute: false },
    samples: { attribute: false },
    download: { attribute: false },
    can: { attribute: false },
    ask: { attribute: false },
    withRate: { type: Boolean },
    parts: { attribute: false },
    open: { state: true },
  };

  static styles = [sharedCss, rowCss, settingsCss];

  constructor() {
    super();
    /** @type {Tables | undefined} */ this.tables = undefined;
    /** @type {Settings} */ this.settings = {};
    /** @type {Record<string, string>} */ this.errors = {};
    /** @type {Record<string, Points>} */ this.samples = {};
    /** @type {State['download']} */ this.download = undefined;
    /** @type {State['can']} */ this.can = { undo: false, redo: false };
    /** @type {Store['ask'] | undefined} */ this.ask = undefined;
    /** Is there no other place for the learning rate? */
    this.withRate = false;
    this.parts = ALL;
    /** Which groups are open, of those that can be folded. */
    this.open = new Set((kept('open') ?? '').split(','));
  }

  /** What the core objects to comes into view. */
  async reveal() {
    await this.updateComplete;
    const inner = [...this.renderRoot.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const words = [this.renderRoot, ...inner].map((root) => root.querySelector('[role="alert"]'));
    words.find((found) => found)?.scrollIntoView({ block: 'center' });
  }

  render() {
    if (!this.tables) return nothing;
    const [one, two] = [GROUPS.slice(0, 2), GROUPS.slice(2)];
    return html`<div class="groups">${[one, two].map((groups) => html`<div>${groups.map((group) => this.#group(group))}</div>`)}</div>`;
  }

  /** @param {Group} group */
  #group(group) {
    const tables = /** @type {Tables} */ (this.tables);
    const places = shownPlaces(group, this.settings, this.errors, tables).filter(({ name, look }) => (look !== 'rate' || this.withRate) && !this.parts.hides(name));
    if (places.length === 0 || this.parts.hides(slug(group.name))) return nothing;
    const id = group.name.toLowerCase();
    const rows = () => places.map((place) => part(this.parts, place.name, () => this.#control(place), place.label));
    if (!group.folded) {
      return html`<section aria-labelledby=${id}>
        <div class="head"><h2 id=${id}>${group.name}</h2>${group.name === 'Data' ? this.#travel() : nothing}</div>
        ${rows()}
      </section>`;
    }
    // What the core objects to must be seen.
    const open = this.open.has(group.name) || places.some(({ name }) => name in this.errors);
    const count = changedCount(group, this.settings, tables);
    return html`<section aria-labelledby=${id}>
      <h2 id=${id}><button class="fold" aria-expanded=${open ? 'true' : 'false'} @click=${() => this.#fold(group.name, !open)}>
        ${downIcon}<span>${group.name}</span>${count ? html`<span class="count">${count} changed</span>` : nothing}
      </button></h2>
      ${open ? rows() : nothing}
    </section>`;
  }

  /** @param {string} name @param {boolean} open */
  #fold(name, open) {
    const next = new Set(this.open);
    if (open) next.add(name);
    else next.delete(name);
    this.open = next;
    keep('open', [...next].filter(Boolean).join(','));
  }

  #travel() {
    const step = (/** @type {'undo' | 'redo'} */ action, /** @type {string} */ keys, /** @type {unknown} */ icon) => html`<button
      ?disabled=${!this.can[action]} @click=${() => emitChange(this, { action })} aria-label=${action} title="${action} (${keys})">${icon}</button>`;
    return html`<div class="travel">${step('undo', 'Ctrl+Z', undoIcon)}${step('redo', 'Ctrl+Shift+Z', redoIcon)}</div>`;
  }

  /** @param {Place} place */
  #control(place) {
    const tables = /** @type {Tables} */ (this.tables);
    const { name } = place;
    const error = this.errors[name] ?? '';
    const option = optionNamed(tables, name);
    const words = error ? html`<p class="error" role="alert">${error}</p>` : nothing;
    const control = {
      option,
      place,
      settings: this.settings,
      invalid: error !== '',
      ask: (/** @type {any} */ value) => emitChange(this, name === 'loss' ? { settings: withLoss(value, this.settings, tables) } : { setting: name, value }),
      forget: () => emitChange(this, { forget: name }),
    };
    switch (lookOf(option, place)) {
      case 'data': return this.#data(words);
      case 'layers': return html`<backprop-layer-rows .option=${option} .settings=${this.settings} .error=${error}></backprop-layer-rows>`;
      case 'rate': return html`<backprop-rate-field class="row" .value=${this.settings.lr} .error=${error}></backprop-rate-field>`;
      case 'toggles': return html`<backprop-feature-toggles role="group" aria-label="features" .tables=${tables} .settings=${this.settings}></backprop-feature-toggles>${words}`;
      case 'seed': return html`<div class="row" title=${option.help}><span>seed</span><span class="seed">${stepper(control)}
        <button @click=${() => control.ask(anotherSeed(this.settings.seed))} aria-label="New seed" title="New seed">${diceIcon}</button></span></div>${words}`;
      default: {
        const look = /** @type {keyof typeof controls} */ (lookOf(option, place));
        return html`${controls[look]?.(control)}${words}${name === 'schedule' ? this.#preview() : nothing}`;
      }
    }
  }

  #preview() {
    return html`<backprop-rate-preview .settings=${this.settings} .ask=${this.ask}></backprop-rate-preview>`;
  }

  /** @param {unknown} words the core's, about the data set */
  #data(words) {
    return html`<backprop-dataset-picker .value=${this.settings.data ? '' : this.settings.dataset} .datasets=${this.tables?.datasets}
        .samples=${this.samples}></backprop-dataset-picker>
      ${words}
      <backprop-real-data .value=${this.settings.data ?? ''} .download=${this.download} .error=${this.errors.data ?? ''}></backprop-real-data>
      <backprop-own-data .value=${this.settings.data ?? ''}></backprop-own-data>`;
  }
}
customElements.define('backprop-settings', SettingsPanel);
