// <backprop-pin-board>: the pinned weights, each with what it, its gradient and its update were, and are.

/** @import { Frame, Weight } from '../../types.js' */
import { css, html, nothing, svg } from 'lit';
import { formatSigned } from '../../draw/format.js';
import { sparkline } from '../../draw/sparkline.js';
import { sameWeight, unitTitle, weightName } from '../../draw/walk.js';
import { layerWidths } from '../../store.js';
import { emitChange } from '../change.js';
import { number } from '../number.js';
import { SeenElement } from '../seen-element.js';
import { sharedCss } from '../shared-css.js';

/** @typedef {NonNullable<Frame['instruments']['watched']>[number]} History */

const AREA = { width: 88, height: 16 };
const ROWS = /** @type {const} */ ([['weight', false], ['gradient', true], ['update', true]]);

export class PinBoard extends SeenElement {
  static properties = { frame: { attribute: false }, pins: { attribute: false }, chosen: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; border-bottom: 1px solid var(--hairline); }
      ul { display: flex; gap: 0; margin: 0; padding: 0 20px; list-style: none; overflow-x: auto; scrollbar-width: thin; }
      li { flex: none; width: 232px; padding: 6px 14px 8px 0; }
      li + li { padding-left: 14px; border-left: 1px solid var(--hairline); }
      header { display: flex; align-items: center; gap: 4px; }
      header .name { flex: 1; justify-content: flex-start; min-width: 0; gap: 8px; height: 26px; padding: 0 4px; border-color: transparent; background: none; overflow: hidden; }
      .name b { font-family: var(--mono); }
      .name .muted { overflow: hidden; font-size: var(--tiny); text-overflow: ellipsis; white-space: nowrap; }
      .name[aria-pressed="true"] { border-bottom: 2px solid var(--ink); border-radius: 0; }
      header .off { min-width: 26px; height: 26px; padding: 0; border-color: transparent; background: none; }
      p { display: flex; align-items: center; gap: 8px; height: 20px; margin: 0; padding-left: 4px; }
      p > span:first-child { width: 2.2em; color: var(--muted); font-family: var(--mono); font-size: var(--tiny); }
      p .n { flex: 1; }
      svg { flex: none; width: 96px; height: 20px; overflow: visible; }
      path { fill: none; stroke: var(--muted); stroke-width: 1.2; stroke-linejoin: round; }
      line { stroke: var(--hairline); }
      circle { fill: var(--ink); }
      @media (pointer: coarse) { header .name, header .off { min-width: 44px; height: 44px; } }
      @media (max-width: 699px) { ul { padding: 0 16px; } }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {Weight[]} */ this.pins = [];
    /** The one that the card shows. @type {Weight | undefined} */ this.chosen = undefined;
  }

  render() {
    const { frame } = this;
    if (!frame) return nothing;
    return html`<ul aria-label="Pinned weights" tabindex="0">${this.pins.map((pin) => this.#pin(pin, frame))}</ul>`;
  }

  /** @param {Weight} pin @param {Frame} frame */
  #pin(pin, frame) {
    const widths = layerWidths(frame);
    const { letter, index } = weightName(pin, widths, frame.data);
    const watched = frame.instruments.watched ?? [];
    const at = watched.findIndex((history) => sameWeight(history, pin));
    const hover = (/** @type {Weight | null} */ place) => () => emitChange(this, { hover: place });
    return html`<li @pointerenter=${at < 0 ? nothing : hover(pin)} @pointerleave=${hover(null)}>
      <header>
        <button class="name" aria-pressed=${sameWeight(pin, this.chosen) ? 'true' : 'false'} ?disabled=${at < 0} @click=${() => emitChange(this, { weight: pin })}
          ><b>${letter}<sub>${index}</sub></b><span class="muted">${pin.layer + 1 < widths.length ? `→ ${unitTitle(pin.layer + 1, pin.to, widths, frame.data)}` : ''}</span></button>
        <button class="off" aria-label="Unpin ${letter}${index}" title="Unpin" @click=${() => emitChange(this, { pin })}>✕</button>
      </header>
      ${at < 0 ? html`<p>${frame.instruments.watched ? 'This network has no such weight.' : ''}</p>` : ROWS.map(([what, asinh]) => this.#row(watched[at], at, what, asinh, letter))}
    </li>`;
  }

  /** @param {History} history @param {number} at among those watched @param {'weight' | 'gradient' | 'update'} what @param {boolean} asinh @param {string} letter */
  #row(history, at, what, asinh, letter) {
    const values = history[what];
    const { path, x, y } = sparkline(history.step, values, { ...AREA, asinh });
    const name = what === 'weight' ? letter : what === 'gradient' ? 'g' : `Δ${letter}`;
    const last = values.length - 1;
    return html`<p><span>${name}</span>
      <svg viewBox="0 -2 96 20" aria-hidden="true">
        ${asinh ? svg`<line x2=${AREA.width} y1=${AREA.height / 2} y2=${AREA.height / 2} />` : nothing}
        <path d=${path} />
        ${Number.isNaN(y) ? nothing : svg`<circle cx=${x} cy=${y} r="2.2" />`}
      </svg>
      ${number(`instruments.watched[${at}].${what}[${last}]`, values[last], { format: formatSigned, signed: true, width: 8 })}</p>`;
  }
}
customElements.define('backprop-pin-board', PinBoard);
