// <backprop-slice>: the loss along a line through the present weights, with its tangent and the next step; the weight can be dragged along it.

/** @import { State } from '../../lab-state.js' */
/** @import { Frame } from '../../types.js' */
/** @import { Slice as Values } from '../../draw/slice.js' */
import { LitElement, html, nothing } from 'lit';
import { formatNumber, formatSigned, formatTick } from '../../draw/format.js';
import { USUAL_ZOOM, nearestPoint, stepSentence, zoomToStep } from '../../draw/slice.js';
import { weightName } from '../../draw/walk.js';
import { layerWidths } from '../../store.js';
import { emitChange } from '../change.js';
import { number } from '../number.js';
import { rangeCss } from '../range-css.js';
import { sharedCss } from '../shared-css.js';
import { Size } from '../size.js';
import { sliceCss } from './slice-css.js';
import { slicePicture } from './slice-picture.js';

const DIRECTIONS = /** @type {const} */ ([['weight', 'this weight'], ['gradient', '−gradient'], ['update', 'update'], ['random', 'random']]);
const HEIGHT = 164;
const signed = { format: formatSigned, signed: true, width: 8 };

export class Slice extends LitElement {
  static properties = { state: { attribute: false }, dragged: { state: true } };

  static styles = [sharedCss, rangeCss, sliceCss];

  #size = new Size(this, () => this.renderRoot.querySelector('.plot'));

  constructor() {
    super();
    /** @type {State | undefined} */ this.state = undefined;
    /** The point to which the weight is being dragged. @type {number | undefined} */ this.dragged = undefined;
  }

  get #frame() {
    return /** @type {Frame} */ (this.state?.frame);
  }

  /** @param {PointerEvent} event @param {Values} slice */
  #drag(event, slice) {
    const plot = /** @type {HTMLElement} */ (event.currentTarget);
    if (event.type === 'pointerdown') plot.setPointerCapture(event.pointerId);
    else if (!plot.hasPointerCapture(event.pointerId)) return;
    const { left, width } = plot.getBoundingClientRect();
    const [low, high] = [slice.at[0], slice.at[slice.at.length - 1]];
    this.dragged = nearestPoint(slice, low + ((event.clientX - left) / width) * (high - low));
  }

  /** The weight gets the value at which it was let go. @param {Values} slice */
  #release(slice) {
    if (this.dragged === undefined) return;
    const { layer, to, from } = this.#frame.weight;
    emitChange(this, { edit: { place: { layer, to, from }, value: slice.at[this.dragged] } });
    this.dragged = undefined;
  }

  render() {
    if (!this.state?.frame) return nothing;
    const { slice } = this.#frame.instruments;
    return html`${this.#choices(slice)}
      <div class="body">
        <div class="plot">${slice ? this.#plot(slice) : this.#missing()}</div>
        <div class="words">${slice ? this.#words(slice) : nothing}</div>
      </div>`;
  }

  #missing() {
    const refused = this.#frame.refused.slice;
    if (refused) return html`<p class="error" role="alert">${refused}</p>`;
    return html`<p class="muted">${this.#frame.playing ? 'Pause to see the loss along this line.' : ''}</p>`;
  }

  /** @param {Values | undefined} slice */
  #choices(slice) {
    const { along, zoom } = /** @type {State} */ (this.state).slice;
    const to = (/** @type {number} */ factor) => emitChange(this, { slice: { zoom: Number((zoom * factor).toPrecision(6)) } });
    return html`<div class="choices">
      <div class="group" role="group" aria-label="Direction">${DIRECTIONS.map(([name, text]) => html`<button aria-pressed=${name === along ? 'true' : 'false'}
        @click=${() => emitChange(this, { slice: { along: name, zoom: USUAL_ZOOM[name] } })}>${text}</button>`)}</div>
      <div class="group" role="group" aria-label="Zoom">
        <button aria-label="Zoom out" @click=${() => to(2)}>−</button>
        <button aria-label="Zoom in" @click=${() => to(0.5)}>+</button>
        <button ?disabled=${!slice || slice.next === slice.here} @click=${() => slice && emitChange(this, { slice: { zoom: zoomToStep(slice) } })}>fit the arrow</button>
      </div>
    </div>`;
  }

  /** @param {Values} slice */
  #plot(slice) {
    const { width } = this.#size;
    // Not yet while the curve that stands there is of another direction, or of another weight.
    const movable = this.state?.slice.along === 'weight' && slice.here === this.#frame.weight?.weight;
    const at = this.dragged ?? nearestPoint(slice, slice.here);
    const label = `Loss of the batch from ${formatTick(slice.at[0])} to ${formatTick(slice.at[slice.at.length - 1])}: here ${formatNumber(slice.lossHere)}, slope ${formatNumber(slice.slope)}`;
    return html`<div class="area ${movable ? 'movable' : ''}" role="img" aria-label=${label}
        @pointerdown=${movable ? (/** @type {PointerEvent} */ e) => this.#drag(e, slice) : nothing}
        @pointermove=${movable ? (/** @type {PointerEvent} */ e) => this.#drag(e, slice) : nothing}
        @pointerup=${movable ? () => this.#release(slice) : nothing} @pointercancel=${() => (this.dragged = undefined)}
      >${width ? slicePicture(slice, width, HEIGHT, this.dragged) : nothing}</div>
      ${movable ? html`<input type="range" aria-label="value of the weight" min="0" max=${slice.at.length - 1} .value=${String(at)}
        aria-valuetext="${formatNumber(slice.at[at])}, loss ${formatNumber(slice.loss[at])}"
        @input=${(/** @type {Event} */ e) => (this.dragged = Number(/** @type {HTMLInputElement} */ (e.target).value))}
        @change=${() => this.#release(slice)}>` : nothing}`;
  }

  /** @param {Values} slice */
  #words(slice) {
    const frame = this.#frame;
    const { letter, index } = weightName(frame.weight, layerWidths(frame), frame.data);
    const along = this.state?.slice.along;
    const axis = along === 'weight' ? html`${letter}<sub>${index}</sub>` : 't';
    return html`<dl>
        <dt>here ${axis} =</dt><dd>${number('instruments.slice.here', slice.here, { width: 8 })}</dd>
        <dt>loss</dt><dd>${number('instruments.slice.lossHere', slice.lossHere, { width: 8 })}</dd>
        <dt>slope of the tangent</dt><dd>${number('instruments.slice.slope', slice.slope, signed)}</dd>
        <dt>next step ${axis} =</dt><dd>${number('instruments.slice.next', slice.next, { width: 8 })}</dd>
        <dt>loss there</dt><dd>${number('instruments.slice.lossNext', slice.lossNext, { width: 8 })}</dd>
        ${this.dragged === undefined ? nothing : html`<dt>dragged to ${formatNumber(slice.at[this.dragged])}: loss</dt>
        <dd>${number(`instruments.slice.loss[${this.dragged}]`, slice.loss[this.dragged], { width: 8 })}</dd>`}
      </dl>
      <p class="verdict" role="status">${stepSentence(slice)}</p>
      ${this.#predicted()}`;
  }

  /** The whole step, with all weights at once. */
  #predicted() {
    const { instruments, refused } = this.#frame;
    const change = instruments.predictedChange;
    if (!change) return refused.predictedChange ? html`<p class="error">${refused.predictedChange}</p>` : nothing;
    const row = (/** @type {string} */ name, /** @type {unknown} */ formula, /** @type {'first' | 'second' | 'predicted' | 'real'} */ what) => html`<tr class=${what}>
      <th scope="row">${name}</th><td class="formula mono">${formula}</td><td>${number(`instruments.predictedChange.${what}`, change[what] ?? NaN, signed)}</td></tr>`;
    return html`<table>
      <caption>Δloss of the whole step</caption>
      <tbody>
        ${row('first order', 'g·Δw', 'first')}
        ${change.second === null ? nothing : row('second order', '½ Δwᵀ·H·Δw', 'second')}
        ${row('predicted', 'their sum', 'predicted')}
        ${row('real', 'loss there − loss here', 'real')}
      </tbody>
    </table>`;
  }
}
customElements.define('backprop-slice', Slice);
