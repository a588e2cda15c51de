// <backprop-slider>: a range with its name on the left and its value on the right.

import { LitElement, css, html } from 'lit';
import { rangeCss } from './range-css.js';
import { sharedCss } from './shared-css.js';

/** Fires its own `change` with the number as `detail`; the element around it knows the setting. */
export class Slider extends LitElement {
  static properties = {
    label: { type: String },
    value: { type: Number },
    min: { type: Number },
    max: { type: Number },
    step: { type: Number },
    format: { attribute: false },
  };

  static styles = [
    sharedCss,
    rangeCss,
    css`
      :host { display: block; }
      label { display: flex; align-items: center; gap: 10px; }
      .name { flex: 0 0 38px; }
      output { flex: 0 0 5ch; font-family: var(--mono); text-align: right; }
      input { flex: 1; min-width: 0; height: var(--control); }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    this.value = 0;
    this.min = 0;
    this.max = 1;
    this.step = 0.05;
    /** @type {(x: number) => string} */ this.format = String;
  }

  updated() {
    this.style.setProperty('--fill', `${(100 * (this.value - this.min)) / (this.max - this.min)}%`);
  }

  /** @param {Event} event */
  #ask(event) {
    const value = Number(/** @type {HTMLInputElement} */ (event.target).value);
    this.dispatchEvent(new CustomEvent('change', { detail: value }));
  }

  render() {
    return html`<label>
      <span class="name">${this.label}</span>
      <input type="range" min=${this.min} max=${this.max} step=${this.step} .value=${String(this.value)} @input=${this.#ask}
        aria-valuetext=${this.format(this.value)}>
      <output>${this.format(this.value)}</output>
    </label>`;
  }
}
customElements.define('backprop-slider', Slider);
