// <backprop-matrix-view>: all weights and biases of one layer as a matrix: w, gradient, step, what changed, and the proof.

/** @import { Quantity } from '../../draw/quantities.js' */
/** @import { Readings } from '../../engine/instruments.js' */
/** @import { Moment } from '../../engine/whole-layer.js' */
/** @import { Store } from '../../store.js' */
/** @import { Frame, ScaleMode, Weight } from '../../types.js' */
/** @import { Cells } from './matrix-stage.js' */
import { html, nothing } from 'lit';
import { colorLookup } from '../../draw/cell-colors.js';
import { pictureSide } from '../../draw/drawn.js';
import { formatCount } from '../../draw/format.js';
import { layerMarks, markCounts, movedSince } from '../../draw/matrix-cells.js';
import { biasedBy, hasPlace, parameterIndex } from '../../draw/parameters.js';
import { colorScale, QUANTITIES } from '../../draw/quantities.js';
import { weightSentence } from '../../draw/sentence.js';
import { messageOf } from '../../message-of.js';
import { layerWidths } from '../../store.js';
import { emitChange } from '../change.js';
import { ThemeColors, themeColors } from '../colors.js';
import { downIcon } from '../icons.js';
import '../segments.js';
import { SeenElement } from '../seen-element.js';
import { sharedCss } from '../shared-css.js';
import { MOST } from './check.js';
import { matrixCss } from './matrix-css.js';
import { matrixKey } from './matrix-key.js';
import { readout } from './matrix-readout.js';
import './matrix-stage.js';
import './receptive-fields.js';

const TABS = Object.entries(QUANTITIES).map(([value, { name, says }]) => ({ value, text: name, title: says }));

/** @typedef {{ run: number, step: number, all: NonNullable<Readings['checkAll']> }} Checked */

export class MatrixView extends SeenElement {
  static properties = {
    frame: { attribute: false },
    selected: { attribute: false },
    hovered: { attribute: false },
    scale: { type: String },
    quantity: { type: String },
    ask: { attribute: false },
    since: { state: true },
    checked: { state: true },
    failure: { state: true },
  };

  static styles = [sharedCss, matrixCss];

  /** @type {{ of: unknown[], drawn: { scale: { full: number, span: number }, cells: Cells } } | undefined} */
  #made;

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {Weight} */ this.selected = { layer: 0, to: 0, from: 0 };
    /** @type {Weight | undefined} */ this.hovered = undefined;
    /** @type {ScaleMode} */ this.scale = 'frozen';
    /** @type {Quantity} */ this.quantity = 'weight';
    /** @type {Store['ask'] | undefined} */ this.ask = undefined;
    /** The parameters that the history compares with. @type {(Moment & { run: number }) | undefined} */
    this.since = undefined;
    /** @type {Checked | undefined} */ this.checked = undefined;
    this.failure = '';
    this.spoken = '';
    new ThemeColors(this);
  }

  updated() {
    if (this.quantity === 'change' && this.frame && this.since?.run !== this.frame.run) void this.#compare('start');
  }

  /** @param {'start' | 'now'} moment */
  async #compare(moment) {
    const { run } = /** @type {Frame} */ (this.frame);
    const { step, values } = await /** @type {Store['ask']} */ (this.ask)(moment);
    this.since = { run, step, values };
  }

  async #check() {
    const { status, run } = /** @type {Frame} */ (this.frame);
    try {
      this.checked = { run, step: status.step, all: await /** @type {Store['ask']} */ (this.ask)('checkAll', { most: MOST }) };
      this.failure = '';
    } catch (error) {
      this.failure = messageOf(error);
    }
  }

  /** The proof is of one moment of one run. */
  get proof() {
    const { checked, frame } = this;
    return this.quantity === 'check' && checked && checked.run === frame?.run && checked.step === frame.status.step ? checked.all : undefined;
  }

  /** @param {Event} event */
  #choose(event) {
    const layer = Number(/** @type {HTMLSelectElement} */ (event.target).value);
    const frame = /** @type {Frame} */ (this.frame);
    const widths = layerWidths(frame);
    const there = { ...this.selected, layer };
    emitChange(this, { weight: hasPlace(there, widths, biasedBy(frame.settings)) ? there : { layer, to: Math.min(there.to, widths[layer + 1] - 1), from: 0 } });
  }

  /** What is drawn of the frame, made once. @param {number[]} widths */
  #drawn(widths) {
    const reading = this.frame?.instruments.matrix;
    if (!this.frame || !reading) return this.#made?.drawn;
    const { full: table } = themeColors(this);
    const of = [reading, this.quantity, this.scale, table, this.since, this.proof];
    if (this.#made?.of.every((one, at) => one === of[at])) return this.#made.drawn;
    const { layer, inputs, outputs } = reading;
    const biased = biasedBy(this.frame.settings);
    const offset = parameterIndex({ layer, to: 0, from: 0 }, widths, biased);
    const { weight, bias, largest } = this.quantity === 'change' ? movedSince(reading, this.since?.values.subarray(offset)) : reading;
    const marks = this.proof && layerMarks(this.proof.checked, layer, widths, biased);
    const scale = colorScale(this.scale, this.quantity, largest, layer);
    const lookup = colorLookup(table, scale.full, scale.span);
    this.#made = { of, drawn: { scale, cells: { layer, inputs, outputs, weight, bias, lookup, marks } } };
    return this.#made.drawn;
  }

  render() {
    const { frame, selected, quantity } = this;
    if (!frame) return nothing;
    const widths = layerWidths(frame);
    const reading = frame.instruments.matrix;
    const { cells, scale } = this.#drawn(widths) ?? {};
    const hovered = this.hovered?.layer === reading?.layer ? this.hovered : undefined;
    if (!frame.playing) this.spoken = weightSentence(frame.weight, widths, frame.data);
    return html`
      <div class="bar">
        <label class="layer"><span class="muted">layer</span> <span class="select"><select class="field" @change=${this.#choose}>
          ${frame.layers.map(({ inputs, outputs }, at) => html`<option value=${at} ?selected=${at === selected.layer}>${at === frame.layers.length - 1
            ? 'output' : at + 1}: ${outputs} × ${inputs}</option>`)}</select>${downIcon}</span></label>
        <backprop-segments label="what the matrix shows" .choices=${TABS} .value=${quantity}
          @choose=${(/** @type {CustomEvent<Quantity>} */ e) => emitChange(this, { quantity: e.detail })}></backprop-segments>
        ${scale ? matrixKey(scale) : nothing}
      </div>
      <div class="says"><p class="muted">${QUANTITIES[quantity].says}</p>${this.#action(cells?.marks)}</div>
      ${this.failure ? html`<p class="error" role="alert">${this.failure}</p>` : nothing}
      <backprop-matrix-stage .cells=${cells} .widths=${widths} .data=${frame.data} .selected=${selected} .hovered=${hovered}>
        ${readout({ frame, reading, quantity, place: hovered ?? selected, widths, since: this.since, proof: this.proof })}</backprop-matrix-stage>
      ${cells && reading?.layer === 0 && pictureSide(widths[0])
        ? html`<backprop-receptive-fields .cells=${cells} .selected=${selected} .hovered=${hovered}></backprop-receptive-fields>` : nothing}
      <p class="unseen" aria-live="polite">${this.spoken}</p>
      ${frame.status.stopped === null ? nothing : html`<p class="halt" role="alert">${frame.status.message}</p>`}`;
  }

  /** What else the tab can do. @param {Cells['marks']} marks */
  #action(marks) {
    const { quantity, since, frame } = this;
    if (quantity === 'change' && since) {
      return html`<span class="action"><span>since step <span class="mono">${formatCount(since.step)}</span></span>
        <button @click=${() => this.#compare('now')}>From now</button>
        <button ?disabled=${since.step === 0} @click=${() => this.#compare('start')}>From step 0</button></span>`;
    }
    if (quantity !== 'check') return nothing;
    return html`<span class="action"><button ?disabled=${frame?.playing} @click=${this.#check}>Check</button>
      ${marks ? verdict(marks) : html`<span class="muted">${frame?.playing ? 'at a pause' : 'some cells of each layer'}</span>`}</span>`;
  }
}

/** How many cells of this layer have which mark, on large cells and on small. @param {NonNullable<Cells['marks']>} marks */
function verdict(marks) {
  const { agrees, disagrees, kink } = markCounts(marks);
  return html`<span role="status">✓• ${agrees} agree</span><span>✗■ ${disagrees} do not</span><span>∧○ ${kink} at a kink</span>`;
}
customElements.define('backprop-matrix-view', MatrixView);
