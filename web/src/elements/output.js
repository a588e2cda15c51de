// <backprop-output>: what the network makes of the plane or of the classes, and how well, side by side where there is room.

/** @import { Frame } from '../types.js' */
import { LitElement, css, html, nothing } from 'lit';
import { pictureSide } from '../draw/drawn.js';
import { lossChart } from '../draw/run-charts.js';
import { sharedCss } from './shared-css.js';
import './confusion-matrix.js';
import './decision-map.js';
import './example-picture.js';
import './lab/chart.js';
import './scores.js';

export class Output extends LitElement {
  static properties = { frame: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; container-type: inline-size; }
      h2 { margin-bottom: 12px; }
      .curve { margin-top: 16px; padding-top: 16px; border-top: 1px solid var(--hairline); }
      backprop-scores { margin-top: 8px; }
      backprop-example-picture + backprop-confusion-matrix { margin-top: 14px; }
      @container (min-width: 520px) {
        .parts { display: grid; grid-template-columns: minmax(0, 264px) minmax(0, 1fr); gap: 40px; }
        .curve { margin: 0; padding: 0; border: 0; }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
  }

  render() {
    return html`<div class="parts">
      <div>
        <h2>Output</h2>
        ${!this.frame || this.frame.maps ? html`<backprop-decision-map .frame=${this.frame}></backprop-decision-map>` : this.#classes()}
      </div>
      <div class="curve">
        ${this.#loss()}
        <backprop-scores .frame=${this.frame}></backprop-scores>
      </div>
    </div>`;
  }

  #loss() {
    const { frame } = this;
    const data = frame && lossChart(frame.curve, frame.settings.loss);
    return html`<backprop-chart compact log-y .data=${data} .now=${frame?.status.step ?? 0} .playing=${frame?.playing ?? false}></backprop-chart>`;
  }

  /** What there is to see where the inputs are no plane. */
  #classes() {
    const { example, data } = /** @type {Frame} */ (this.frame);
    return html`
      ${pictureSide(example.x.length) ? html`<backprop-example-picture .frame=${this.frame}></backprop-example-picture>` : nothing}
      ${data.classes.length ? html`<backprop-confusion-matrix .frame=${this.frame}></backprop-confusion-matrix>` : nothing}`;
  }
}
customElements.define('backprop-output', Output);
