// What the pictures of the output have in common: a square canvas with the data points, pointed at by example, and a key under it.

/** @import { Frame, Points } from '../types.js' */
import { html, nothing, svg } from 'lit';
import { formatCount } from '../draw/format.js';
import { themeScale } from '../theme.js';
import { ThemeColors } from './colors.js';
import { examplePointer } from './example-pointer.js';
import { prepare } from './map-atlas.js';
import { mapCss } from './map-css.js';
import { exampleAt, MOST_DRAWN } from './points.js';
import { SeenElement } from './seen-element.js';
import { sharedCss } from './shared-css.js';
import { Size } from './size.js';

/** @typedef {Frame & { maps: NonNullable<Frame['maps']>, points: NonNullable<Frame['points']> }} MappedFrame */

/** For those that draw: `name`, `draw`, `place` and `colors` are theirs to say. */
export class OutputPicture extends SeenElement {
  static properties = { frame: { attribute: false }, test: { type: Boolean } };

  static styles = [sharedCss, mapCss];

  #size = new Size(this, () => this.renderRoot.querySelector('canvas'));
  #pointer = examplePointer(this, (event) => this.#exampleAt(event));

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** Are the points of the test set shown? */
    this.test = true;
    /** What a screen reader calls it. */
    this.name = '';
    new ThemeColors(this);
  }

  /** @param {CanvasRenderingContext2D} _context @param {MappedFrame} _frame @param {number} _side in the pixels that are drawn in */
  draw(_context, _frame, _side) {}

  /** Where the rows stand. @param {MappedFrame} _frame @param {Points} _points @param {number} _side @returns {(row: number) => [number, number]} */
  place(_frame, _points, _side) {
    return () => [0, 0];
  }

  /** What the marks and colours mean. @returns {unknown} */
  colors() {
    return nothing;
  }

  /** @returns {MappedFrame | undefined} */
  get #mapped() {
    return this.frame?.points && this.frame.maps ? /** @type {MappedFrame} */ (this.frame) : undefined;
  }

  get #side() {
    return this.#size.width / themeScale();
  }

  updated() {
    const canvas = /** @type {HTMLCanvasElement} */ (this.renderRoot.querySelector('canvas'));
    const frame = this.#mapped;
    if (frame && this.#size.width) this.draw(prepare(canvas, this.#size.width, this.#size.width, themeScale()), frame, this.#side);
  }

  /** @param {MouseEvent} event */
  #exampleAt(event) {
    const frame = this.#mapped;
    return frame && exampleAt(frame, this.place(frame, frame.points.train, this.#side), event);
  }

  render() {
    return html`
      <canvas role="img" aria-label=${this.name} @click=${this.#pointer.click}
        @pointermove=${this.#pointer.hover} @pointerleave=${this.#pointer.hover}></canvas>
      <div class="key">
        ${this.colors()}
        <span class="muted">${sign(svg`<circle class="open" cx="5.5" cy="5.5" r="4.6" />`)}batch of ${this.frame?.batch.rows.length ?? '–'}</span>
        ${this.test ? html`<span class="muted">solid: training · hollow: test</span>` : nothing}
        ${(this.frame?.points?.train.y.length ?? 0) > MOST_DRAWN ? html`<span class="muted">the first ${formatCount(MOST_DRAWN)} points</span>` : nothing}
      </div>`;
  }
}

/** @param {import('lit').SVGTemplateResult} shape */
export const sign = (shape) => html`<svg viewBox="0 0 11 11" aria-hidden="true">${shape}</svg>`;
