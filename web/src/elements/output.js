// <backprop-output>: what the network makes of the plane or of the classes, and how well, side by side where there is room.

/** @import { State } from '../lab-state.js' */
/** @import { Frame } from '../types.js' */
/** @import { Board } from '../data/board.js' */
import { LitElement, css, html, nothing } from 'lit';
import { mannerOf } from '../data/digit.js';
import { pictureSide } from '../draw/drawn.js';
import { lossChart } from '../draw/run-charts.js';
import { emitChange } from './change.js';
import { pullCss, pullSentence } from './example-pull.js';
import { ownTask } from './own-task.js';
import { sharedCss } from './shared-css.js';
import './confusion-matrix.js';
import './decision-map.js';
import './example-picture.js';
import './function-plot.js';
import './lab/chart.js';
import './lab/drawing-board.js';
import './lab/predictions.js';
import './scores.js';

export class Output extends LitElement {
  static properties = { frame: { attribute: false }, look: { attribute: false }, board: { attribute: false }, error: { type: String } };

  static styles = [
    sharedCss,
    pullCss,
    css`
      :host { display: block; container-type: inline-size; }
      h2 { margin-bottom: 12px; }
      .looks { display: flex; flex-wrap: wrap; gap: 0 16px; margin-top: 6px; }
      .looks label { display: inline-flex; align-items: center; gap: 6px; min-height: var(--control); cursor: pointer; }
      .looks input { width: 15px; height: 15px; margin: 0; accent-color: var(--ink); }
      .curve { margin-top: 16px; padding-top: 16px; border-top: 1px solid var(--hairline); }
      backprop-scores { margin-top: 8px; }
      backprop-example-picture ~ backprop-confusion-matrix { margin-top: 14px; }
      .looks + backprop-confusion-matrix { margin-top: 14px; }
      .digit { margin-top: 10px; }
      @container (min-width: 520px) {
        .parts { display: grid; grid-template-columns: minmax(0, 264px) minmax(0, 1fr); gap: 40px; }
        .curve { margin: 0; padding: 0; border: 0; }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {State['output']} */ this.look = { discretise: false, test: true };
    /** @type {Board | undefined} */ this.board = undefined;
    this.error = '';
  }

  async scheduleUpdate() {
    await ownTask(this.frame?.playing);
    super.scheduleUpdate();
  }

  render() {
    return html`<div class="parts">
      <div>
        <h2>${this.board ? 'Draw your own points' : 'Output'}</h2>
        ${this.#picture()}
        ${this.frame ? pullSentence(this.frame) : nothing}
      </div>
      <div class="curve">
        ${this.#loss()}
        <backprop-scores .frame=${this.frame}></backprop-scores>
      </div>
    </div>`;
  }

  #picture() {
    if (this.board) return html`<backprop-drawing-board .board=${this.board} .frame=${this.frame} .error=${this.error}></backprop-drawing-board>`;
    return !this.frame || this.frame.maps ? this.#map() : this.#classes();
  }

  #loss() {
    const { frame } = this;
    const data = frame && lossChart(frame.curve, frame.settings.loss);
    return html`<backprop-chart compact log-y .data=${data} .now=${frame?.status.step ?? 0} .playing=${frame?.playing ?? false}></backprop-chart>`;
  }

  #map() {
    const { discretise, test } = this.look;
    const line = this.frame?.data.inputs.length === 1;
    return html`
      ${line ? html`<backprop-function-plot .frame=${this.frame} .test=${test}></backprop-function-plot>`
        : html`<backprop-decision-map .frame=${this.frame} .crisp=${discretise} .test=${test}></backprop-decision-map>`}
      <div class="looks">
        ${line ? nothing : this.#check('discretise', 'discretise', 'One colour for each class, or for above and below, without shades')}
        ${this.#check('test', 'show test data', 'Points that training does not see')}
      </div>
      ${this.frame?.data.shipped && this.frame.data.classes.length ? this.#matrix() : nothing}`;
  }

  /** @param {keyof State['output']} name @param {string} label @param {string} help */
  #check(name, label, help) {
    return html`<label title=${help}><input type="checkbox" .checked=${this.look[name]}
      @change=${(/** @type {Event} */ event) => emitChange(this, { output: { ...this.look, [name]: /** @type {HTMLInputElement} */ (event.target).checked } })}>${label}</label>`;
  }

  #matrix() {
    return html`<backprop-confusion-matrix .frame=${this.frame}></backprop-confusion-matrix>`;
  }

  /** What there is to see where the inputs are no plane. */
  #classes() {
    const { example, data } = /** @type {Frame} */ (this.frame);
    return html`
      ${pictureSide(example.x.length) ? html`<backprop-example-picture .frame=${this.frame}></backprop-example-picture>` : nothing}
      ${mannerOf(data.shipped) ? html`<button class="digit" @click=${() => emitChange(this, { panel: 'Digit' })}>Draw a digit</button>` : nothing}
      ${data.classes.length ? this.#matrix() : html`<backprop-predictions .frame=${this.frame}></backprop-predictions>`}`;
  }
}
customElements.define('backprop-output', Output);
