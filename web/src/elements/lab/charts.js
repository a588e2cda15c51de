// <backprop-charts>: loss, accuracy and the norms of each layer, over the steps of the run.

/** @import { Frame } from '../../types.js' */
import { LitElement, css, html, nothing } from 'lit';
import { accuracyCharts, lossChart, normCharts } from '../../draw/run-charts.js';
import { sharedCss } from '../shared-css.js';
import './chart.js';

export class Charts extends LitElement {
  static properties = { frame: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; container-type: inline-size; }
      .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr)); gap: 24px 32px; align-items: start; }
      backprop-chart { --plot: 200px; }
      p { margin: 16px 0 0; max-width: 72ch; }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
  }

  render() {
    const { frame } = this;
    if (!frame) return nothing;
    const { series } = frame.instruments;
    const loss = lossChart(frame.curve, frame.settings.loss);
    const accuracy = series ? accuracyCharts(series, frame.data.classes.length > 0) : [];
    return html`<div class="charts">
        ${this.#chart(loss, true)}
        ${accuracy.map((data) => this.#chart(data, false))}
        ${series ? normCharts(series).map((data) => this.#chart(data, true)) : nothing}
      </div>
      <p class="muted">Accuracy and norms are read whenever the page is drawn, at most ten times a second: steps between have no point. ‖g‖ is of the batch at hand.</p>`;
  }

  /** @param {import('../../draw/chart-data.js').ChartData} data @param {boolean} log */
  #chart(data, log) {
    const { status, playing } = /** @type {Frame} */ (this.frame);
    return html`<backprop-chart .data=${data} .now=${status.step} .playing=${playing} ?log-y=${log}></backprop-chart>`;
  }
}
customElements.define('backprop-charts', Charts);
