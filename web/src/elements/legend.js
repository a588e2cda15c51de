// <backprop-legend>: what edges and beads mean, and the scale of the beads.

/** @import { Frame, ScaleMode } from '../types.js' */
import { LitElement, css, html } from 'lit';
import { formatTick } from '../draw/format.js';
import { fullScale, legendTicks } from '../draw/scale.js';
import { beadMark } from './network-picture.js';
import { sharedCss } from './shared-css.js';

export class Legend extends LitElement {
  static properties = {
    frame: { attribute: false },
    scale: { type: String },
    compact: { type: Boolean, reflect: true },
    factors: { attribute: false },
  };

  static styles = [
    sharedCss,
    css`
      :host { display: block; container-type: inline-size; }
      .row { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 24px; min-height: 34px; font-size: var(--text); }
      .group { display: flex; align-items: center; gap: 10px; white-space: nowrap; }
      .item { display: inline-flex; align-items: center; gap: 5px; }
      svg { display: block; overflow: visible; }
      .positive { stroke: var(--positive); stroke-width: 2.4; }
      .negative { stroke: var(--negative); stroke-width: 2.4; stroke-dasharray: 5 3; }
      .raises { fill: var(--positive); }
      .lowers { fill: var(--negative); }
      .hollow { fill: none; stroke: var(--hollow); }
      .ticks { display: flex; gap: 8px; }
      .tick { display: grid; justify-items: center; min-width: 3.4ch; color: var(--muted); font-size: var(--tiny); line-height: 1.2; }
      @container (max-width: 640px) { .name { display: none; } .row { column-gap: 14px; } .group { gap: 9px; } .ticks { gap: 2px; } .line { width: 20px; overflow: hidden; } }
      :host([compact]) .row { justify-content: space-between; gap: 4px 10px; font-size: var(--tiny); }
      :host([compact]) .group { gap: 8px; }
      @container (max-width: 320px) {
        .line { width: 18px; overflow: hidden; }
        .item { gap: 3px; }
        :host([compact]) .row { gap: 6px; }
      }
      :host([compact]) .ticks { display: none; }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {ScaleMode} */ this.scale = 'frozen';
    this.compact = false;
    /** How much smaller the figure draws its beads. */
    this.factors = { beadLength: 1, beadHeight: 1 };
  }

  render() {
    return html`<div class="row">
      <div class="group"><span class="muted name">Weight</span>
        <span class="item">${this.#line('positive')}+</span>
        <span class="item">${this.#line('negative')}−</span>
      </div>
      <div class="group"><span class="muted name">Push −<i>∂L</i>/<i>∂w</i></span>
        <span class="item">${this.#mark(-1)}raises</span>
        <span class="item">${this.#mark(1)}lowers</span>
      </div>
      ${this.#ticks()}
    </div>`;
  }

  /** @param {'positive' | 'negative'} sign */
  #line(sign) {
    return html`<svg class="line" width="32" height="8" aria-hidden="true"><line class=${sign} x2="32" y1="4" y2="4" /></svg>`;
  }

  /** @param {number} gradient of full length at 1 */
  #mark(gradient) {
    return html`<svg width="22" height="10" viewBox="-11 -5 22 10" aria-hidden="true">${beadMark(gradient, 1, this.factors)}</svg>`;
  }

  #ticks() {
    const full = this.frame ? fullScale(this.scale, this.frame.layers) : [1];
    const relative = this.scale === 'per layer';
    return html`<div class="ticks" aria-hidden="true">
      ${legendTicks(relative ? 1 : full[0]).map((tick) => html`<span class="tick">
        <svg width="22" height="10" viewBox="-11 -5 22 10">${beadMark(-tick, relative ? 1 : full[0], this.factors)}</svg>
        ${formatTick(tick).replace(/^0\./, '.')}${relative && tick === 1 ? ' max' : ''}
      </span>`)}
    </div>`;
  }
}
customElements.define('backprop-legend', Legend);
