// <backprop-transport>: play, step by op, phase, batch or epoch, reset; where the run stands; the learning rate.

/** @import { Frame } from '../types.js' */
/** @import { Unit } from '../draw/ops.js' */
import { LitElement, css, html, nothing } from 'lit';
import { formatCount, formatRate } from '../draw/format.js';
import { ALL } from '../link/parts.js';
import { shortSpeed, speedName, SPEEDS } from '../speeds.js';
import tables from '../tables.js';
import { emitChange } from './change.js';
import { backIcon, downIcon, pauseIcon, playIcon, resetIcon, stepIcon } from './icons.js';
import { number } from './number.js';
import { part } from './part.js';
import { sharedCss } from './shared-css.js';
import './lab/op-sentence.js';
import './lab/phase-slider.js';
import './rate-field.js';

/** @type {[Unit, string][]} */
const UNITS = [['op', '→'], ['phase', 'Shift+→'], ['batch', 'Ctrl+→'], ['epoch', 'Page Up on the bar of the run']];

export class Transport extends LitElement {
  static properties = {
    frame: { attribute: false },
    early: { attribute: false },
    rate: { type: Number },
    optimizer: { type: String },
    error: { type: String },
    compact: { type: Boolean, reflect: true },
    phase: { attribute: false },
    speed: { type: Number },
    parts: { attribute: false },
    unit: { state: true },
  };

  static styles = [
    sharedCss,
    css`
      :host { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 14px; padding: 6px 20px 4px; background: var(--surface); border-bottom: 1px solid var(--hairline); }
      .buttons { display: flex; gap: 6px; }
      .buttons button { width: calc(40px * var(--scale)); padding: 0; }
      .buttons + .select { margin-left: -6px; }
      .pace { display: inline-flex; min-height: var(--button); padding: 0 20px 0 7px; border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); white-space: nowrap; }
      .pace:hover { background: var(--sunken); }
      .pace:focus-within { outline: 2px solid var(--ink); outline-offset: 2px; }
      .pace select { position: absolute; inset: -1px; width: calc(100% + 2px); height: calc(100% + 2px); padding: 0; opacity: 0; }
      .pace svg { right: 5px; }
      .pace > span { min-width: 4ch; }
      .play + .pace { margin-left: -6px; border-left: 0; border-radius: 0 var(--radius) var(--radius) 0; }
      .play:has(+ .pace) { border-radius: var(--radius) 0 0 var(--radius); }
      .select select { padding-left: 8px; }
      backprop-phase-slider { flex: 1 1 280px; max-width: 520px; }
      .locked[data-part="phase"] { flex: 1 1 280px; max-width: 520px; }
      backprop-op-sentence { flex: 1 0 100%; }
      .play { background: var(--ink); border-color: var(--ink); color: var(--surface); }
      .play:hover:not(:disabled) { background: var(--ink); opacity: 0.88; }
      .play:disabled { background: var(--sunken); }
      dl { display: flex; gap: 4px 16px; margin: 0; }
      dt { color: var(--muted); font-size: var(--tiny); line-height: 1.25; }
      dd { margin: 0; font-size: var(--text); line-height: 1.35; white-space: nowrap; }
      dd .n { text-align: left; }
      .rate { min-width: 7ch; }
      .batch { min-width: 9ch; }
      .how { display: flex; gap: 12px; margin-left: auto; }
      .optimizer { display: flex; align-items: center; gap: 8px; color: var(--muted); }
      .optimizer select { color: var(--ink); }
      @media (pointer: coarse) { .buttons button { width: 44px; } }
      @media (max-width: 766px) { .speed { display: none; } }
      @media (max-width: 900px) { :host { column-gap: 12px; } dl { column-gap: 10px; } .how { gap: 10px; } .optimizer { gap: 5px; } }
      @media (max-width: 1239px) { :host { column-gap: 20px; } backprop-phase-slider, .locked[data-part="phase"] { order: 1; flex-basis: 100%; max-width: none; } backprop-op-sentence { order: 2; } }
      :host([compact]) { padding: 8px 16px; gap: 10px; border-top: 1px solid var(--hairline); }
      :host([compact]) .buttons + .select { margin-left: auto; }
      :host([compact]) .select select { padding-right: 22px; }
      :host([compact]) .pace { flex: none; }
      :host([compact]) dl { flex: 1; justify-content: space-between; gap: 6px; text-align: right; }
      :host([compact]) dd .n { text-align: right; }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** Whether the run will play as soon as there is one; undefined where that cannot be asked for. @type {boolean | undefined} */ this.early = undefined;
    this.rate = NaN;
    this.optimizer = '';
    this.error = '';
    this.compact = false;
    /** @type {number | null} */ this.phase = null;
    this.speed = SPEEDS[0];
    this.parts = ALL;
    /** What a step is. @type {Unit} */ this.unit = 'batch';
  }

  render() {
    const playing = this.frame?.playing ?? this.early ?? false;
    const name = playing ? 'Pause' : 'Play';
    const [, key] = UNITS.find(([unit]) => unit === this.unit) ?? UNITS[0];
    const stuck = !this.frame || this.frame.status.stopped !== null;
    const act = (/** @type {'play' | 'pause' | 'reset'} */ action) => () => emitChange(this, { action });
    const shows = (/** @type {string} */ part) => !this.parts.hides(part);
    const locks = (/** @type {string} */ part) => this.parts.locks(part);
    return html`
      <div class="buttons" role="group" aria-label="Training">
        ${shows('play') ? html`<button class="play" ?disabled=${locks('play') || (stuck && (this.frame || this.early === undefined))} @click=${act(playing ? 'pause' : 'play')} aria-label=${name} title="${name} (Space)">
          ${playing ? pauseIcon : playIcon}
        </button>` : nothing}
        ${this.compact ? nothing : this.#pace()}
        ${shows('back') ? html`<button ?disabled=${locks('back') || !this.frame || this.#begins} @click=${() => this.#step(-1)} aria-label="Back" title="One ${this.unit} back">${backIcon}</button>` : nothing}
        ${shows('step') ? html`<button ?disabled=${locks('step') || stuck} @click=${() => this.#step(1)} aria-label="Step" title="One ${this.unit} on (${key})">${stepIcon}</button>` : nothing}
        ${shows('reset') ? html`<button ?disabled=${locks('reset') || !this.frame} @click=${act('reset')} aria-label="Reset" title="A new run from the same seed">
          ${resetIcon}
        </button>` : nothing}
      </div>
      ${shows('unit') ? html`<span class="select"><select class="field" aria-label="Step by" ?disabled=${locks('unit')} @change=${this.#choose}>
        ${UNITS.map(([unit]) => html`<option ?selected=${unit === this.unit}>${unit}</option>`)}</select>${downIcon}</span>` : nothing}
      ${part(this.parts, 'phase', () => html`<backprop-phase-slider .layers=${this.frame?.layers.length ?? 1} .phase=${this.phase} .disabled=${!this.frame}></backprop-phase-slider>`)}
      ${this.compact ? [this.#pace(), shows('counters') ? this.#brief() : nothing] : shows('counters') ? this.#counters() : nothing}
      ${this.compact ? nothing : html`<div class="how">${part(this.parts, 'lr', () => html`<backprop-rate-field .value=${this.rate} .error=${this.error}></backprop-rate-field>`)}
        ${shows('optimizer') ? this.#optimizers() : nothing}</div>`}
      ${shows('sentence') ? html`<backprop-op-sentence .frame=${this.frame} .phase=${this.phase}></backprop-op-sentence>` : nothing}
    `;
  }

  /** @param {1 | -1} way */
  #step(way) {
    emitChange(this, { by: { unit: this.unit, way } });
  }

  /** @param {Event} event */
  #choose(event) {
    this.unit = /** @type {Unit} */ (/** @type {HTMLSelectElement} */ (event.target).value);
  }

  /** Closed it is as short as can be, beside Play. */
  #pace() {
    if (this.parts.hides('speed')) return nothing;
    const ask = (/** @type {Event} */ event) => emitChange(this, { speed: Number(/** @type {HTMLSelectElement} */ (event.target).value) });
    return html`<span class="select pace" title="How fast Play goes (Shift+Space)"><span aria-hidden="true">${this.compact ? speedName(this.speed) : shortSpeed(this.speed)}</span>
      <select class="field" aria-label="Speed of play" ?disabled=${this.parts.locks('speed')} @change=${ask}>
        ${SPEEDS.map((speed) => html`<option value=${speed} .selected=${speed === this.speed}>${speedName(speed)}</option>`)}</select>${downIcon}</span>`;
  }

  /** Is there nothing before? */
  get #begins() {
    return this.frame?.status.step === 0 && (this.phase === 0 || this.unit === 'batch' || this.unit === 'epoch');
  }

  #optimizers() {
    const ask = (/** @type {Event} */ event) => emitChange(this, { setting: 'optimizer', value: /** @type {HTMLSelectElement} */ (event.target).value });
    return html`<label class="optimizer" title="How an update is made of gradients; its parameters stand in the settings under Training">optimizer <span class="select">
      <select class="field" .value=${this.optimizer} ?disabled=${this.parts.locks('optimizer')} @change=${ask}>
        ${tables.optimizers.map(({ name }) => html`<option value=${name} ?selected=${name === this.optimizer}>${name}</option>`)}
      </select>${downIcon}
    </span></label>`;
  }

  #brief() {
    if (!this.frame) return nothing;
    const { status, evaluation } = this.frame;
    return html`<dl>
      <div><dt>step</dt><dd>${number('status.step', status.step, { format: formatCount, width: 8 })}</dd></div>
      <div><dt>train loss</dt><dd>${number('evaluation.train.loss', evaluation.train.loss, { width: 8 })}</dd></div>
    </dl>`;
  }

  #counters() {
    if (!this.frame) return nothing;
    const { status, rate } = this.frame;
    const count = (/** @type {'step' | 'epoch' | 'batch' | 'batches'} */ name, width = 0) =>
      number(`status.${name}`, status[name], { format: formatCount, width });
    return html`<dl>
      <div><dt>step</dt><dd>${count('step', 9)}</dd></div>
      <div><dt>epoch</dt><dd>${count('epoch', 7)}</dd></div>
      <div><dt>batch</dt><dd class="batch">${count('batch')} <span class="muted">/</span> ${count('batches')}</dd></div>
      <div class="speed"><dt>samples/s</dt><dd class="mono rate">${rate ? formatRate(rate) : '–'}</dd></div>
    </dl>`;
  }
}
customElements.define('backprop-transport', Transport);
