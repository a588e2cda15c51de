// <backprop-feature-toggles>: what the network sees of a point, each feature a button that is in or out; one stays.

/** @import { Settings, Tables } from '../../types.js' */
import { LitElement, css, html, nothing } from 'lit';
import { featuresOf, PLAIN, withFeatures } from '../../data-choice.js';
import { featureName } from '../../draw/feature-names.js';
import { optionNamed } from '../../settings.js';
import { emitChange } from '../change.js';
import { sharedCss } from '../shared-css.js';

export class FeatureToggles extends LitElement {
  static properties = { tables: { attribute: false }, settings: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: flex; flex-wrap: wrap; gap: 6px; }
      button { min-width: 38px; height: 28px; padding: 0 8px; font-style: italic; }
      button[aria-pressed="true"] { background: var(--ink); border-color: var(--ink); color: var(--surface); font-weight: 600; }
      button[aria-pressed="true"]:hover { background: var(--ink); }
      @media (pointer: coarse) { button { min-width: 44px; height: 44px; } }
    `,
  ];

  constructor() {
    super();
    /** @type {Tables | undefined} */ this.tables = undefined;
    /** @type {Settings} */ this.settings = {};
  }

  /** @param {string[]} chosen @param {string} name */
  #toggle(chosen, name) {
    const others = chosen.filter((one) => one !== name);
    if (others.length === 0) return;
    emitChange(this, { settings: withFeatures(others.length < chosen.length ? others : [...chosen, name], this.settings, /** @type {Tables} */ (this.tables)) });
  }

  render() {
    if (!this.tables) return nothing;
    const named = featuresOf(this.settings);
    const chosen = named.length > 0 ? named : PLAIN;
    return html`${optionNamed(this.tables, 'features').choices?.map((name) => {
      const on = chosen.includes(name);
      const only = on && chosen.length === 1;
      return html`<button aria-pressed=${on ? 'true' : 'false'} aria-disabled=${only ? 'true' : nothing} title=${only ? 'The network needs one input at least' : nothing}
        @click=${() => this.#toggle(chosen, name)}>${featureName(name)}</button>`;
    })}`;
  }
}
customElements.define('backprop-feature-toggles', FeatureToggles);
