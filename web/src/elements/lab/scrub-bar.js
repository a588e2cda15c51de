// <backprop-scrub-bar>: the whole run from its seed to the furthest step; dragging goes to a step, past or to come again.

/** @import { State } from '../../lab-state.js' */
/** @import { Frame } from '../../types.js' */
import { LitElement, css, html, nothing, svg } from 'lit';
import { live } from 'lit/directives/live.js';
import { formatCount, formatNumber } from '../../draw/format.js';
import { lossAt, stepTicks } from '../../draw/time-axis.js';
import { emitChange } from '../change.js';
import { trackCss } from '../track-css.js';
import { sharedCss } from '../shared-css.js';

export class ScrubBar extends LitElement {
  static properties = { frame: { attribute: false }, unfinished: { attribute: false }, going: { attribute: false } };

  static styles = [
    sharedCss,
    trackCss,
    css`
      :host { display: block; padding: 3px 20px; border-top: 1px solid var(--hairline); background: var(--page); }
      .bar { display: flex; align-items: center; gap: 12px; }
      .track { position: relative; flex: 1; min-width: 60px; display: grid; align-items: center; }
      .track > * { grid-area: 1 / 1; }
      svg { width: calc(100% - 16px); height: 14px; margin: 0 8px; overflow: visible; pointer-events: none; }
      line { stroke: var(--border); stroke-width: 1.5; }
      .past { stroke: var(--ink); stroke-width: 3; }
      .edit { fill: var(--surface); stroke: var(--ink); stroke-width: 1.5; }
      .end { min-width: 5ch; }
      .here { display: flex; justify-content: flex-end; gap: 12px; min-width: 24ch; white-space: nowrap; }
      .note { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 12px; margin: 2px 0; }
      progress { flex: 1 1 120px; height: 8px; accent-color: var(--ink); }
      @media (max-width: 699px) { :host { padding: 4px 16px; } .bar { gap: 8px; } .here { gap: 10px; min-width: 0; } .here > span { display: grid; text-align: right; line-height: 1.2; } .word { font-size: var(--tiny); } .end { display: none; } }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {State['unfinished']} */ this.unfinished = undefined;
    /** The step that the run is on its way to. @type {number | undefined} */ this.going = undefined;
  }

  /** @param {Event} event */
  #drag(event) {
    emitChange(this, { goTo: Number(/** @type {HTMLInputElement} */ (event.target).value) });
  }

  /** Native keys move by a tenth of the run. @param {KeyboardEvent} event */
  #key(event) {
    const way = /** @type {const} */ ({ PageUp: 1, PageDown: -1 })[event.key];
    if (!way) return;
    event.preventDefault();
    emitChange(this, { by: { unit: 'epoch', way: /** @type {1 | -1} */ (way) } });
  }

  render() {
    if (!this.frame) return nothing;
    const { status, record, curve, playing } = this.frame;
    const last = Math.max(record.furthest, 1);
    const at = Math.min(this.going ?? status.step, last);
    const loss = formatNumber(lossAt(curve, at));
    return html`
      <div class="bar">
        <span class="mono muted">0</span>
        <div class="track">${axis(last, at, record.edits.map(({ step }) => step))}
          <input type="range" min="0" max=${last} step="1" .value=${live(String(at))} ?disabled=${record.furthest === 0}
            aria-label="Step of the run" aria-valuetext="step ${formatCount(at)} of ${formatCount(record.furthest)}${playing ? '' : `, training loss ${loss}`}"
            @input=${this.#drag} @keydown=${this.#key}>
        </div>
        <span class="mono muted end">${formatCount(record.furthest)}</span>
        <span class="here"><span><span class="muted word">step</span> <span class="mono">${formatCount(at)}</span></span>
          <span><span class="muted word">loss</span> <span class="mono">${loss}</span></span></span>
      </div>
      ${this.#journey()}${this.#offer()}`;
  }

  #journey() {
    const travel = this.frame?.travel;
    if (!travel) return nothing;
    return html`<div class="note" role="status"><span>replaying: step <span class="mono">${formatCount(travel.at)}</span> of
        <span class="mono">${formatCount(travel.to)}</span></span>
      <progress max=${Math.max(travel.to, 1)} value=${travel.at} aria-label="Steps replayed"></progress>
      <button @click=${() => emitChange(this, { action: 'halt' })}>Stop here</button></div>`;
  }

  #offer() {
    if (!this.unfinished || this.frame?.travel) return nothing;
    return html`<div class="note" role="status"><span>Before the page was loaded again, the run stood at step
        <span class="mono">${formatCount(this.unfinished.step)}</span>. The way there takes longer than two seconds.</span>
      <button @click=${() => emitChange(this, { action: 'resume' })}>Go there</button></div>`;
  }
}

/** @param {number} last @param {number} at @param {number[]} edits steps at which something was changed by hand */
function axis(last, at, edits) {
  const place = (/** @type {number} */ step) => `${(100 * step) / last}%`;
  return html`<svg aria-hidden="true">
    <line x1="0" x2="100%" y1="7" y2="7" /><line class="past" x1="0" x2=${place(at)} y1="7" y2="7" />
    ${stepTicks(last).map((step) => svg`<line x1=${place(step)} x2=${place(step)} y1="3" y2="11" />`)}
    ${edits.map((step) => svg`<circle class="edit" cx=${place(step)} cy="7" r="3"><title>changed by hand</title></circle>`)}
  </svg>`;
}
customElements.define('backprop-scrub-bar', ScrubBar);
