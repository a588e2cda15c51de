// <backprop-rate-preview>: the learning rate over the steps of its schedule, as the core makes it.

/** @import { Settings } from '../../types.js' */
/** @import { Store } from '../../store.js' */
import { LitElement, css, html, nothing, svg } from 'lit';
import { formatCount, formatTick } from '../../draw/format.js';
import { ratePath, stepsShown } from '../../draw/rate-preview.js';
import { sharedCss } from '../shared-css.js';

const WIDTH = 172;
const HEIGHT = 34;

export class RatePreview extends LitElement {
  static properties = { settings: { attribute: false }, ask: { attribute: false }, rates: { state: true } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; margin-top: 8px; }
      svg { display: block; width: 100%; height: 38px; overflow: visible; }
      path { fill: none; stroke: var(--ink); stroke-width: 1.5; vector-effect: non-scaling-stroke; }
      .axis { stroke: var(--hairline); stroke-width: 1; }
      p { display: flex; justify-content: space-between; margin: 2px 0 0; color: var(--muted); font-size: var(--tiny); }
    `,
  ];

  /** What the rates are of, as JSON. */
  #of = '';

  constructor() {
    super();
    /** @type {Settings} */ this.settings = {};
    /** @type {Store['ask'] | undefined} */ this.ask = undefined;
    /** @type {number[]} */ this.rates = [];
  }

  willUpdate() {
    const settings = this.settings;
    const steps = stepsShown(settings);
    const of = JSON.stringify([steps, settings]);
    if (of === this.#of || !steps || !this.ask) return;
    this.#of = of;
    void this.ask('rates', { settings, steps }).then((rates) => {
      if (of === this.#of) this.rates = rates;
    }, () => (this.rates = []));
  }

  render() {
    const steps = stepsShown(this.settings);
    if (!steps || this.rates.length === 0) return nothing;
    const most = formatTick(Math.max(...this.rates));
    return html`<svg viewBox="0 -2 ${WIDTH} ${HEIGHT + 4}" preserveAspectRatio="none" role="img" aria-label="Learning rate over ${formatCount(steps)} steps, at most ${most}">
        ${svg`<path class="axis" d="M0 ${HEIGHT}H${WIDTH}" /><path d=${ratePath(this.rates, WIDTH, HEIGHT)} />`}
      </svg>
      <p><span>η up to ${most}</span><span>${formatCount(steps)} steps</span></p>`;
  }
}
customElements.define('backprop-rate-preview', RatePreview);
