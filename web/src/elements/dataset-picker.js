// <backprop-dataset-picker>: the data sets as pictures of their own points, one to be chosen.

/** @import { Points } from '../types.js' */
import { LitElement, css, html } from 'lit';
import { emitChange } from './change.js';
import { ThemeColors, themeColors } from './colors.js';
import { prepare } from './map-atlas.js';
import { sharedCss } from './shared-css.js';

const SIDE = 38;
const EXTENT = 6.5;

export class DatasetPicker extends LitElement {
  static properties = {
    value: { type: String },
    datasets: { attribute: false },
    samples: { attribute: false },
  };

  static styles = [
    sharedCss,
    css`
      fieldset { display: flex; flex-wrap: wrap; gap: 8px; margin: 0; padding: 0; border: 0; }
      label { position: relative; display: grid; cursor: pointer; }
      input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
      canvas { width: 38px; height: 38px; border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); }
      label:hover canvas { background: var(--sunken); }
      input:checked + canvas { outline: 2px solid var(--ink); border-color: transparent; outline-offset: -1px; }
      input:focus-visible + canvas { outline: 2px solid var(--ink); outline-offset: 3px; }
      @media (pointer: coarse) { label { min-width: 44px; min-height: 44px; place-items: center; } }
    `,
  ];

  constructor() {
    super();
    this.value = '';
    /** @type {{ name: string, help: string }[]} */ this.datasets = [];
    /** @type {Record<string, Points>} */ this.samples = {};
    new ThemeColors(this);
  }

  updated() {
    this.renderRoot.querySelectorAll('canvas').forEach((canvas, i) => {
      const points = this.samples[this.datasets[i].name];
      if (points) drawPoints(canvas, points);
    });
  }

  render() {
    return html`<fieldset>
      <legend class="unseen">data set</legend>
      ${this.datasets.map(({ name, help }) => html`<label title="${name}: ${help}">
        <input type="radio" name="dataset" aria-label=${name} .checked=${name === this.value}
          @change=${() => emitChange(this, { data: name })}>
        <canvas></canvas>
      </label>`)}
    </fieldset>`;
  }
}

/** @param {HTMLCanvasElement} canvas @param {Points} points */
function drawPoints(canvas, { x, y }) {
  const context = prepare(canvas, SIDE, SIDE);
  const { negative, positive } = themeColors();
  for (let i = 0; i < y.length; i++) {
    context.fillStyle = y[i] === 0 ? negative : positive;
    context.beginPath();
    context.arc((x[2 * i] / EXTENT + 1) * (SIDE / 2), (1 - x[2 * i + 1] / EXTENT) * (SIDE / 2), 1.1, 0, 7);
    context.fill();
  }
}
customElements.define('backprop-dataset-picker', DatasetPicker);
