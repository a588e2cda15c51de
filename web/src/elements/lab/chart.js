// <backprop-chart>: lines over the steps of a run, with a cursor that keys move, a table, and both as files.

/** @import { ChartData } from '../../draw/chart-data.js' */
/** @import { ChartPlot } from './chart-plot.js' */
import { html, nothing, unsafeCSS } from 'lit';
import uplotCss from 'uplot/dist/uPlot.min.css?inline';
import { drawnColumns, nearestPoint, toCsv } from '../../draw/chart-data.js';
import { formatCount, formatNumber } from '../../draw/format.js';
import { quiet } from '../../quiet.js';
import { ThemeColors } from '../colors.js';
import { saveFile } from '../save-file.js';
import { SeenElement } from '../seen-element.js';
import { sharedCss } from '../shared-css.js';
import { Size } from '../size.js';
import { chartCss } from './chart-css.js';
import { chartTable, pointOf } from './chart-table.js';

/** ms between two drawings in play, when lines grow slowly. */
const CALM = 300;

/** How far keys move the cursor, in points. @type {Record<string, number>} */
const MOVES = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10, Home: -Infinity, End: Infinity };

/** @type {Promise<typeof import('./chart-plot.js')> | undefined} */
let drawing;

export class Chart extends SeenElement {
  static properties = {
    data: { attribute: false },
    now: { type: Number },
    playing: { type: Boolean },
    compact: { type: Boolean },
    logX: { type: Boolean, attribute: 'log-x' },
    logY: { type: Boolean, attribute: 'log-y' },
    tabled: { state: true },
    at: { state: true },
    failure: { state: true },
  };

  static styles = [unsafeCSS(uplotCss), sharedCss, chartCss];

  #size = new Size(this, () => this.#box);
  /** @type {typeof import('./chart-plot.js') | undefined} */
  #drawing;
  #loading = false;
  /** @type {ChartPlot | undefined} */
  #plot;
  /** The scales and lines that the plot was made for. */
  #made = '';
  #drawn = 0;
  /** The first point that is drawn. */
  #from = 0;

  constructor() {
    super();
    /** @type {ChartData | undefined} */ this.data = undefined;
    /** The present step; later ones are drawn faintly. */
    this.now = Infinity;
    this.playing = false;
    /** In a narrow column: what can be done with the chart is folded. */
    this.compact = false;
    this.logX = false;
    this.logY = false;
    this.tabled = false;
    /** The step that the cursor is at. @type {number | undefined} */ this.at = undefined;
    this.failure = '';
    new ThemeColors(this);
  }

  get #box() {
    return /** @type {HTMLElement} */ (this.renderRoot.querySelector('.plot'));
  }

  /** Index of the point that the cursor is at. */
  get #index() {
    const steps = this.data?.step ?? [];
    return this.at === undefined || steps.length === 0 ? undefined : nearestPoint(steps, this.at);
  }

  /** @param {Map<string, unknown>} changed */
  shouldUpdate(changed) {
    const onlyData = [...changed.keys()].every((name) => name === 'data' || name === 'now');
    const soon = this.playing && onlyData && performance.now() - this.#drawn < CALM;
    return this.isSeen && !soon;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#clear();
  }

  #clear() {
    this.#plot?.destroy();
    this.#plot = undefined;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!this.data || !this.#size.width) return;
    if (!this.#drawing) return void this.#loadDrawing();
    if (!this.#plot || changed.size !== 1 || !changed.has('at')) this.#draw(this.data, this.#drawing);
    this.#placeCursor(this.data);
  }

  async #loadDrawing() {
    if (this.#loading) return;
    this.#loading = true;
    try {
      this.#drawing = await (drawing ??= quiet().then(() => import('./chart-plot.js')));
      this.requestUpdate();
    } catch {
      this.failure = 'The part that draws charts could not be loaded. The table has all values.';
    }
  }

  /** @param {ChartData} data @param {typeof import('./chart-plot.js')} drawing */
  #draw(data, { ChartPlot }) {
    const { logX, logY, compact } = this;
    const size = { width: this.#size.width, height: this.#size.height };
    const made = JSON.stringify([logX, logY, compact, data.lines.map(({ name, dash, tone, mark }) => [name, dash, tone, mark])]);
    if (made !== this.#made) this.#clear();
    this.#made = made;
    const { from, step, columns } = drawnColumns(data, { logX, logY });
    this.#plot ??= new ChartPlot(this.#box, {
      logX, logY, compact, lines: data.lines, onPoint: (index) => { this.at = index === undefined ? undefined : this.data?.step[index + this.#from]; },
    }, size);
    this.#plot.draw(size, step, columns, this.now);
    this.#from = from;
    this.#drawn = performance.now();
  }

  /** @param {ChartData} data */
  #placeCursor({ step }) {
    const index = this.at === undefined ? -1 : nearestPoint(step, this.at) - this.#from;
    this.#plot?.point(index < 0 ? undefined : index);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const move = MOVES[event.key];
    if (event.key === 'Escape') this.at = undefined;
    if (!move || !this.data || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const last = this.data.step.length - 1;
    const index = Math.min(Math.max((this.#index ?? last + (move < 0 ? 1 : 0)) + move, 0), last);
    this.at = this.data.step[index];
  }

  async #savePicture() {
    if (!this.data || !this.#plot) return;
    const { chartPicture } = await import('./chart-picture.js');
    saveFile(`${fileName(this.data)}.png`, await chartPicture(this.data, this.#plot.canvas));
  }

  #saveTable() {
    if (this.data) saveFile(`${fileName(this.data)}.csv`, new Blob([toCsv(this.data)], { type: 'text/csv' }));
  }

  render() {
    const { data } = this;
    if (!data) return html`<div class="plot"></div>`;
    return html`
      <header><h2>${data.name} ${data.symbol ? html`<span class="symbol">${data.symbol}</span>` : nothing}</h2>
        <div class="key">${data.lines.map(({ name, dash, tone }) => html`<span>
          <svg aria-hidden="true"><line class=${tone} x2="26" y1="1.5" y2="1.5" stroke-dasharray=${dash.join(' ') || nothing} /></svg>${name}</span>`)}
        </div>
      </header>
      <div class="plot" tabindex="0" role="slider" aria-label="${data.name} by step" aria-valuemin=${data.step[0] ?? 0} aria-valuemax=${data.step.at(-1) ?? 0}
        aria-valuenow=${this.at ?? this.data?.step.at(-1) ?? 0} aria-valuetext=${this.#sentence()} @keydown=${this.#key}
        @blur=${() => { this.at = undefined; }}></div>
      ${this.failure ? html`<p class="error" role="alert">${this.failure}</p>` : nothing}
      <p class="reading ${data.lines.length > 2 ? 'long' : ''}">${this.#reading()}</p>
      ${this.compact ? html`<details><summary>Scale, table, files</summary>${this.#tools()}</details>` : this.#tools()}
    `;
  }

  /** Arrow keys change the value of a slider, and a screen reader speaks it. */
  #sentence() {
    const index = this.#index;
    if (index === undefined || !this.data) return 'Arrow keys walk the points';
    const values = this.data.lines.map(({ name, values }) => `${name} ${formatNumber(values[index])}`);
    return `Step ${formatCount(this.data.step[index])}: ${values.join(', ')}`;
  }

  #reading() {
    const index = this.#index;
    if (index === undefined || !this.data) return nothing;
    return html`<span>step <span class="mono">${formatCount(this.data.step[index])}</span></span>
      ${this.data.lines.map((line) => html`<span>${line.name} ${pointOf(line, index)}</span>`)}`;
  }

  #tools() {
    const scale = (/** @type {'logX' | 'logY'} */ which, /** @type {string} */ name) => html`<button aria-pressed=${this[which] ? 'true' : 'false'}
      @click=${() => { this[which] = !this[which]; }}>${name}</button>`;
    return html`<div class="tools" role="group" aria-label="${this.data?.name} chart">
        ${scale('logY', 'log y')}${scale('logX', 'log x')}
        <button aria-expanded=${this.tabled ? 'true' : 'false'} @click=${() => { this.tabled = !this.tabled; }}>Table</button>
        <button @click=${this.#savePicture}>PNG</button>
        <button @click=${this.#saveTable}>CSV</button>
      </div>
      ${this.tabled && this.data ? chartTable(this.data) : nothing}`;
  }
}
customElements.define('backprop-chart', Chart);

/** @param {ChartData} data */
const fileName = ({ name, step }) => `${name.toLowerCase().replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '')}-to-step-${step.at(-1) ?? 0}`;
