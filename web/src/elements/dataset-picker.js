// <backprop-dataset-picker>: the data sets as pictures of their own points, one to be chosen.

/** @import { Points, Tables } from '../types.js' */
import { LitElement, css, html, nothing } from 'lit';
import { colorOf } from '../draw/colors.js';
import { themeScale } from '../theme.js';
import { emitChange } from './change.js';
import { ThemeColors, themeColors } from './colors.js';
import { prepare } from './map-atlas.js';
import { sharedCss } from './shared-css.js';

const SIDE = 38;
const EXTENT = 6.5;
/** As far up and down as the functions of one input are drawn. */
const HIGHEST = 2;

/** @typedef {Tables['datasets'][number]} Dataset */

export class DatasetPicker extends LitElement {
  static properties = {
    value: { type: String },
    datasets: { attribute: false },
    samples: { attribute: false },
  };

  static styles = [
    sharedCss,
    css`
      fieldset { margin: 0; padding: 0; border: 0; }
      .task { display: flex; flex-wrap: wrap; gap: 6px; }
      .name { flex: 0 0 100%; margin-top: 4px; color: var(--muted); font-size: var(--tiny); }
      label { position: relative; display: grid; cursor: pointer; }
      input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
      canvas { width: calc(38px * var(--scale)); height: calc(38px * var(--scale)); border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); }
      label:hover canvas { background: var(--sunken); }
      input:checked + canvas { outline: 2px solid var(--ink); border-color: transparent; outline-offset: -1px; }
      input:focus-visible + canvas { outline: 2px solid var(--ink); outline-offset: 3px; }
      @media (pointer: coarse) { label { min-width: 44px; min-height: 44px; place-items: center; } }
    `,
  ];

  constructor() {
    super();
    this.value = '';
    /** @type {Dataset[]} */ this.datasets = [];
    /** @type {Record<string, Points>} */ this.samples = {};
    new ThemeColors(this);
  }

  updated() {
    for (const canvas of this.renderRoot.querySelectorAll('canvas')) {
      const set = this.datasets.find(({ name }) => name === canvas.dataset.name);
      const points = set && this.samples[set.name];
      if (points) drawPoints(canvas, points, set);
    }
  }

  render() {
    return html`<fieldset>
      <legend class="unseen">data set</legend>
      ${TASKS.map((task) => html`<div class="task" role="group" aria-label=${task}>
        ${task === TASKS[0] ? nothing : html`<span class="name">${task}</span>`}
        ${this.datasets.filter((set) => set.task === task).map(({ name, help }) => html`<label title="${name}: ${help}">
          <input type="radio" name="dataset" aria-label=${name} .checked=${name === this.value}
            @change=${() => emitChange(this, { data: name })}>
          <canvas data-name=${name}></canvas>
        </label>`)}
      </div>`)}
    </fieldset>`;
  }
}

/** @type {Dataset['task'][]} */
const TASKS = ['classification', 'regression'];

/**
 * Points of the plane in the colour of their class or value; of one input as y over x.
 * @param {HTMLCanvasElement} canvas @param {Points} points @param {Dataset} set
 */
function drawPoints(canvas, { x, y }, { inputs, task }) {
  const context = prepare(canvas, SIDE * themeScale(), SIDE * themeScale(), themeScale());
  const { classes, full, ink } = themeColors(canvas);
  const across = (/** @type {number} */ value) => (value / EXTENT + 1) * (SIDE / 2);
  const up = (/** @type {number} */ value, /** @type {number} */ extent) => (1 - value / extent) * (SIDE / 2);
  for (let i = 0; i < y.length; i++) {
    const plane = inputs.length === 2;
    context.fillStyle = !plane ? ink : task === 'regression' ? colorOf(y[i], 1, full) : classes[y[i] % classes.length];
    context.beginPath();
    if (plane) context.arc(across(x[2 * i]), up(x[2 * i + 1], EXTENT), 1.1, 0, 7);
    else context.arc(across(x[i]), up(y[i], HIGHEST), 0.9, 0, 7);
    context.fill();
  }
}
customElements.define('backprop-dataset-picker', DatasetPicker);
