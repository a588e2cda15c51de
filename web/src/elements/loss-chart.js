// <backprop-loss-chart>: training and test loss over the steps of the run, on a log axis.

/** @import { Curve } from '../types.js' */
import { LitElement, css, html, unsafeCSS } from 'lit';
import uPlot from 'uplot';
import uplotCss from 'uplot/dist/uPlot.min.css?inline';
import { formatCount, formatTick } from '../draw/format.js';
import { logTicks } from '../draw/scale.js';
import { ThemeColors, themeColors } from './colors.js';
import { OnScreen } from './on-screen.js';
import { sharedCss } from './shared-css.js';
import { Size } from './size.js';

const HEIGHT = 150;

export class LossChart extends LitElement {
  static properties = { curve: { attribute: false }, playing: { type: Boolean } };

  static styles = [
    unsafeCSS(uplotCss),
    sharedCss,
    css`
      :host { display: block; }
      .chart { height: 150px; }
      header { display: flex; align-items: baseline; justify-content: space-between; margin-bottom: 6px; }
      .key { display: flex; gap: 14px; font-size: var(--tiny); }
      .key span { display: inline-flex; align-items: center; gap: 6px; }
      svg { width: 18px; height: 3px; }
      line { stroke: var(--ink); stroke-width: 2; }
      .test { stroke: var(--muted); stroke-dasharray: 3 3; }
    `,
  ];

  #onScreen = new OnScreen(this);
  #size = new Size(this, () => this.#box);

  constructor() {
    super();
    /** @type {uPlot | undefined} */ this.plot = undefined;
    /** @type {Curve | undefined} */ this.curve = undefined;
    this.playing = false;
    this.drawn = 0;
    new ThemeColors(this);
  }

  get #box() {
    return /** @type {HTMLElement} */ (this.renderRoot.querySelector('.chart'));
  }

  /** In play the curve grows slowly: a few drawings a second show all of it. */
  shouldUpdate() {
    const soon = this.playing && performance.now() - this.drawn < 300;
    return this.#onScreen.wanted && !soon;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.plot?.destroy();
    this.plot = undefined;
  }

  updated() {
    const { width } = this.#size;
    if (!this.curve || !width) return;
    /** @type {uPlot.AlignedData} */
    const data = [this.curve.step, this.curve.train.map(positive), this.curve.test.map(positive)];
    this.plot ??= new uPlot(options(width), data, this.#box);
    if (this.plot.width !== width) this.plot.setSize({ width, height: HEIGHT });
    this.plot.setData(data);
    this.drawn = performance.now();
  }

  render() {
    const steps = formatCount(this.curve?.step.at(-1) ?? 0);
    return html`
      <header><h2>Loss</h2>
        <div class="key">
          <span><svg aria-hidden="true"><line x2="18" y1="1.5" y2="1.5" /></svg>train</span>
          <span><svg aria-hidden="true"><line class="test" x2="18" y1="1.5" y2="1.5" /></svg>test</span>
        </div>
      </header>
      <div class="chart" role="img" aria-label="Loss over ${steps} steps; the table below has its present values"></div>
    `;
  }
}

/** A log axis has no place for 0 or for what is not a number. @param {number} loss */
const positive = (loss) => (loss > 0 && Number.isFinite(loss) ? loss : null);

/** @param {number} width @returns {uPlot.Options} */
function options(width) {
  const font = `12px ${getComputedStyle(document.body).fontFamily}`;
  /** @type {uPlot.Axis} */
  const axis = { font, stroke: () => themeColors().muted, ticks: { show: false } };
  return {
    width,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    padding: [6, 22, 0, 0],
    scales: {
      x: { time: false, range: (_, __, max) => [0, Math.max(max, 1)] },
      y: { distr: 3, range: (_, min, max) => lossRange(min, max) },
    },
    axes: [
      {
        ...axis,
        size: 22,
        gap: 4,
        grid: { show: false },
        space: 60,
        incrs: stepIncrements(),
        values: (_, ticks) => ticks.map(formatCount),
      },
      {
        ...axis,
        size: 40,
        gap: 4,
        grid: { stroke: () => themeColors().hairline, width: 1 },
        splits: (plot) => logTicks(plot.scales.y.min ?? 0.1, plot.scales.y.max ?? 1),
        filter: (_, ticks) => ticks,
        values: (_, ticks) => ticks.map(formatTick),
      },
    ],
    series: [
      {},
      { stroke: () => themeColors().ink, width: 1.6, points: { show: false } },
      { stroke: () => themeColors().muted, width: 1.4, dash: [3, 3], points: { show: false } },
    ],
  };
}

/** @param {number | null} min @param {number | null} max @returns {[number, number]} */
function lossRange(min, max) {
  if (!min || !max) return [0.1, 1];
  return [Math.min(min * 0.9, max / 2), max * 1.1];
}

function stepIncrements() {
  return Array.from({ length: 30 }, (_, i) => [1, 2, 5][i % 3] * 10 ** Math.floor(i / 3));
}
customElements.define('backprop-loss-chart', LossChart);
