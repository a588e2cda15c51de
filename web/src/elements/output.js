// <backprop-output>: what the network makes of the plane or of the classes, and how well, side by side where there is room.

/** @import { Frame } from '../types.js' */
/** @import { Board } from '../data/board.js' */
import { LitElement, css, html, nothing } from 'lit';
import { mannerOf } from '../data/digit.js';
import { pictureSide } from '../draw/drawn.js';
import { sharedCss } from './shared-css.js';
import { emitChange } from './change.js';
import './confusion-matrix.js';
import './decision-map.js';
import './example-picture.js';
import './lab/drawing-board.js';
import './loss-chart.js';
import './scores.js';

export class Output extends LitElement {
  static properties = { frame: { attribute: false }, board: { attribute: false }, error: { type: String } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; container-type: inline-size; }
      h2 { margin-bottom: 12px; }
      .curve { margin-top: 16px; padding-top: 16px; border-top: 1px solid var(--hairline); }
      backprop-scores { margin-top: 8px; }
      backprop-example-picture ~ backprop-confusion-matrix { margin-top: 14px; }
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
    /** @type {Board | undefined} */ this.board = undefined;
    this.error = '';
  }

  render() {
    return html`<div class="parts">
      <div>
        <h2>${this.board ? 'Draw your own points' : 'Output'}</h2>
        ${this.#picture()}
      </div>
      <div class="curve">
        <backprop-loss-chart .curve=${this.frame?.curve} .playing=${this.frame?.playing ?? false}></backprop-loss-chart>
        <backprop-scores .frame=${this.frame}></backprop-scores>
      </div>
    </div>`;
  }

  #picture() {
    if (this.board) return html`<backprop-drawing-board .board=${this.board} .frame=${this.frame} .error=${this.error}></backprop-drawing-board>`;
    if (!this.frame || this.frame.maps) return html`<backprop-decision-map .frame=${this.frame}></backprop-decision-map>`;
    return this.#classes();
  }

  /** What there is to see where the inputs are no plane. */
  #classes() {
    const { example, data } = /** @type {Frame} */ (this.frame);
    return html`
      ${pictureSide(example.x.length) ? html`<backprop-example-picture .frame=${this.frame}></backprop-example-picture>` : nothing}
      ${mannerOf(data.shipped) ? html`<button class="digit" @click=${() => emitChange(this, { panel: 'Digit' })}>Draw a digit</button>` : nothing}
      ${data.classes.length ? html`<backprop-confusion-matrix .frame=${this.frame}></backprop-confusion-matrix>` : nothing}`;
  }
}
customElements.define('backprop-output', Output);
