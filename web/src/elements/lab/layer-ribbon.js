// <backprop-layer-ribbon>: a cell for each layer: how its gradients are spread, how large they are, what its units do; and why.

/** @import { State } from '../../lab-state.js' */
/** @import { Frame } from '../../types.js' */
/** @import { Health } from './health-words.js' */
import { html, nothing, svg } from 'lit';
import { BARS, TICKS, barsOf } from '../../draw/octaves.js';
import { formatCount, formatNumber, formatTick } from '../../draw/format.js';
import { number } from '../number.js';
import { SeenElement } from '../seen-element.js';
import { sharedCss } from '../shared-css.js';
import { OF_SIGNAL, ailmentSentence, deadCount, remedyButton, signalSentence } from './health-words.js';
import { SIDE_BY_SIDE, ribbonCss } from './layer-ribbon-css.js';

const BAR = 7;
const HEIGHT = 44;

export class LayerRibbon extends SeenElement {
  static properties = { frame: { attribute: false }, open: { state: true } };

  static styles = [sharedCss, ribbonCss];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** The layer whose cause stands under the cells; −1 for none. */
    this.open = -1;
  }

  /** At rest all is drawn, so that every number is of the same step. */
  shouldUpdate() {
    return this.isSeen || !this.frame?.playing;
  }

  render() {
    const { layerStatistics, health } = this.frame?.instruments ?? {};
    if (!this.frame || !layerStatistics || !health) return nothing;
    const look = `${layerStatistics.layers.length > SIDE_BY_SIDE ? 'many' : layerStatistics.layers.length < SIDE_BY_SIDE ? 'few' : ''} ${health.ailments.length ? 'ill' : ''}`;
    return html`<h2 class="unseen">Layers</h2><div class="cells ${look}" role="group" aria-label="Layers">${layerStatistics.layers.map((_, layer) => this.#cell(layer, health))}</div>
      ${this.open >= 0 && this.open < health.layers.length ? html`<div class="cause">${this.#cause(health)}</div>` : nothing}`;
  }

  /** @param {number} layer @param {Health} health */
  #cell(layer, health) {
    const { layers, instruments } = /** @type {Frame} */ (this.frame);
    const { lowest, layers: all } = /** @type {NonNullable<State['frame']>['instruments']['layerStatistics'] & {}} */ (instruments.layerStatistics);
    const { gradient, ratio } = all[layer];
    const key = `instruments.layerStatistics.layers[${layer}]`;
    const ill = health.ailments.filter((ailment) => ailment.layer === layer);
    return html`<div class="cell" role="group" aria-label="Layer ${layer + 1}">
      <h3><button aria-expanded=${layer === this.open ? 'true' : 'false'} title="Why?" @click=${() => { this.open = layer === this.open ? -1 : layer; }}
        ><b>Layer ${layer + 1}</b> <span class="muted">${layers[layer].inputs} → ${layers[layer].outputs}</span></button>
        ${ill.map(({ name }) => html`<span class="badge">${name}</span>`)}</h3>
      ${bars(barsOf(gradient, lowest), layer)}
      <dl>
        <dt>‖g‖</dt><dd>${number(`${key}.gradient.norm`, gradient.norm)}</dd>
        <dt>‖Δw‖/‖w‖</dt><dd>${number(`${key}.ratio`, ratio, { reason: 'All weights are 0.' })}</dd>
        <dt>zeros</dt><dd>${number(`${key}.gradient.counts[${zeroBin(gradient)}]`, gradient.counts[zeroBin(gradient)], { format: formatCount })} / ${formatCount(gradient.count)}</dd>
        ${this.#units(health, layer)}
      </dl>
    </div>`;
  }

  /** Units that rest for good where there is a flat half-line, else activations that rest. @param {Health} health @param {number} layer */
  #units(health, layer) {
    const { activation, units, saturated } = health.layers[layer];
    if (activation === 'identity') return html`<dt>saturated</dt><dd title="A layer without an activation has nothing that saturates.">–</dd>`;
    return /elu|mish/.test(activation)
      ? html`<dt>dead</dt><dd>${deadCount(health, layer)} / ${units}</dd>`
      : html`<dt>saturated</dt><dd>${number(`instruments.health.layers[${layer}].saturated`, saturated, { format: (x) => formatNumber(x, 2) })}</dd>`;
  }

  /** @param {Health} health */
  #cause(health) {
    const ill = health.ailments.filter(({ layer }) => layer === this.open);
    return html`${ill.map((ailment) => html`<p><b>${ailment.name}</b>: ${ailmentSentence(health, ailment)}</p>${remedyButton(this, ailment)}`)}
      ${ill.some(({ name }) => OF_SIGNAL.includes(name)) ? nothing : html`<p>${signalSentence(health, this.open)}</p>`}`;
  }
}

/** @param {{ counts: ArrayLike<number> }} statistics */
const zeroBin = ({ counts }) => (counts.length - 1) / 2;

/** From the negative through the exact zeros, hollow, to the positive; by size. @param {number[]} counts @param {number} layer */
function bars(counts, layer) {
  const most = Math.max(...counts, 1);
  const zero = (BARS - 1) / 2;
  return html`<svg viewBox="0 0 ${BARS * BAR + 2} ${HEIGHT + 30}" role="img"
    aria-label="Gradients of layer ${layer + 1} by sign and size, on a logarithmic scale: ${total(counts.slice(0, zero))} negative, ${counts[zero]} zero, ${total(counts.slice(zero + 1))} positive">
    ${counts.map((n, at) => {
      const height = n ? Math.max((n / most) * (HEIGHT - 2), 1.5) : 0;
      const look = at === zero ? 'zero' : at < zero ? 'negative' : 'positive';
      return n ? svg`<rect class="bar ${look}" x=${at * BAR + 1.5} y=${HEIGHT - height} width=${BAR - 1} height=${height} />` : nothing;
    })}
    <line x1="0" x2=${BARS * BAR + 2} y1=${HEIGHT + 0.5} y2=${HEIGHT + 0.5} />
    ${TICKS.map(({ value, at }) => svg`<path class="tick" d="M${at * BAR + 1} ${HEIGHT + 0.5}v3" /><text x=${at * BAR + 1} y=${HEIGHT + 14} text-anchor="middle">${formatTick(value)}</text>`)}
    <text x=${(BARS * BAR) / 2 + 1} y=${HEIGHT + 27} text-anchor="middle">g, log scale</text>
  </svg>`;
}

const total = (/** @type {number[]} */ counts) => counts.reduce((sum, n) => sum + n, 0);
customElements.define('backprop-layer-ribbon', LayerRibbon);
