// <backprop-digit>: a digit to draw, named by the present network as one draws, and the pixels that pull at its answer.

/** @import { Digit, Stroke } from '../../data/digit.js' */
/** @import { Frame } from '../../types.js' */
import { LitElement, css, html, nothing } from 'lit';
import { mannerOf, pixelsFor } from '../../data/digit.js';
import { formatSigned, formatTick } from '../../draw/format.js';
import { namedClass } from '../../draw/shade.js';
import { emitChange } from '../change.js';
import { number } from '../number.js';
import { sharedCss } from '../shared-css.js';
import './digit-pad.js';
import './pixel-map.js';

/** @typedef {NonNullable<Frame['instruments']['answer']>} Answer */

export class DigitPanel extends LitElement {
  static properties = { frame: { attribute: false }, digit: { attribute: false }, pixel: { state: true } };

  static styles = [
    sharedCss,
    css`
      :host { display: flex; flex-wrap: wrap; gap: 20px 36px; align-items: flex-start; }
      h2 { margin: 0 0 8px; }
      p { margin: 6px 0; max-width: 46ch; font-size: var(--tiny); line-height: 1.4; }
      .ways { display: flex; gap: 8px; margin-top: 8px; }
      fieldset { margin: 0; padding: 0; border: 0; min-width: 230px; }
      legend { padding: 0; }
      .bar { position: relative; display: grid; grid-template-columns: 3ch 120px 8ch 1ch; gap: 8px; align-items: center; min-height: 22px; padding: 0 4px; border-radius: 4px; cursor: pointer; }
      .bar:hover { background: var(--sunken); }
      .bar input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
      .bar:has(:checked) { outline: 2px solid var(--ink); outline-offset: -1px; }
      .bar:has(:focus-visible) { outline: 2px solid var(--ink); outline-offset: 2px; }
      .bar > span:first-child { text-align: right; }
      .track { height: 10px; border-radius: 2px; background: var(--sunken); }
      .track i { display: block; height: 100%; border-radius: 2px; background: var(--ink); }
      .most { font-weight: 700; }
      .maps { display: flex; flex-wrap: wrap; gap: 12px; }
      figure { margin: 0; }
      figcaption { margin-top: 4px; font-size: var(--tiny); }
      @media (pointer: coarse) { .bar { min-height: 44px; } }
    `,
  ];

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    /** @type {Digit} */ this.digit = { strokes: [], of: null };
    /** The one that is told of; below 0 for the one that pulls most. */
    this.pixel = -1;
  }

  /** @param {Stroke[]} strokes */
  #draw(strokes) {
    emitChange(this, { digit: { ...this.digit, strokes } });
  }

  render() {
    const name = this.frame?.data.shipped;
    const manner = mannerOf(name);
    if (!this.frame || !name || !manner) return nothing;
    const { strokes } = this.digit;
    const refused = this.frame.refused?.answer;
    const answer = strokes.length ? this.frame.instruments.answer : undefined;
    const pixels = pixelsFor(this.digit, name);
    return html`<div>
        <h2>Draw a digit</h2>
        <backprop-digit-pad .strokes=${strokes} .cells=${manner.side} @change=${(/** @type {CustomEvent<Stroke[]>} */ event) => {
          event.stopPropagation();
          this.#draw(event.detail);
        }}></backprop-digit-pad>
        <div class="ways">
          <button ?disabled=${strokes.length === 0} @click=${() => this.#draw(strokes.slice(0, -1))}>Last stroke off</button>
          <button ?disabled=${strokes.length === 0} @click=${() => this.#draw([])}>Clear</button>
        </div>
      </div>
      ${refused ? html`<p class="error" role="alert">${refused}</p>` : nothing}
      ${answer && !refused && answer.pull.length === pixels.length ? this.#answer(answer, pixels, manner) : html`<p class="muted">The network names it as you draw: by pointer, by finger,
        or with arrow keys and Space.</p>`}`;
  }

  /** @param {Answer} answer @param {number[]} pixels @param {import('../../data/digit.js').Manner} manner */
  #answer(answer, pixels, { side, most, box, byMass }) {
    const { classes } = /** @type {Frame} */ (this.frame).data;
    const limit = answer.pull.reduce((largest, g) => Math.max(largest, Math.abs(g)), 0);
    const pixel = this.pixel >= 0 && this.pixel < pixels.length ? this.pixel : answer.pull.findIndex((g) => Math.abs(g) === limit);
    const map = (/** @type {ArrayLike<number>} */ values, /** @type {number} */ full, /** @type {string} */ color, /** @type {string} */ label, /** @type {unknown} */ caption) => html`<figure>
      <backprop-pixel-map .values=${values} .limit=${full} .color=${color} .label=${label} .framed=${pixel}
        @change=${(/** @type {CustomEvent<number>} */ event) => { event.stopPropagation(); this.pixel = event.detail; }}></backprop-pixel-map>
      <figcaption>${caption}</figcaption></figure>`;
    const of = classes[answer.of];
    return html`${this.#bars(answer, classes)}
      <div>
        <h2>Which pixels pull at ${of}?</h2>
        <div class="maps">
          ${map(pixels, most, 'ink', 'What the network sees', 'what the network sees')}
          ${map(answer.pull.map((g) => Math.max(g, 0)), limit, 'positive', `Pixels whose ink raises the output of ${of}`, html`<b>+</b> ink here raises it`)}
          ${map(answer.pull.map((g) => Math.max(-g, 0)), limit, 'negative', `Pixels whose ink lowers the output of ${of}`, html`<b>−</b> ink here lowers it`)}
        </div>
        <p role="status">pixel ${(pixel % side) + 1} of row ${Math.floor(pixel / side) + 1}: ink ${formatTick(pixels[pixel])} of ${most},
          ∂output/∂pixel = ${number(`instruments.answer.pull[${pixel}]`, answer.pull[pixel], { format: formatSigned, signed: true })}</p>
        <p class="muted">As in the data, a digit fills ${box === side ? 'all' : `${box} × ${box} of the`} ${side} × ${side} pixels${byMass ? ', with the centre of its ink in the middle' : ''}.</p>
      </div>`;
  }

  /** @param {Answer} answer @param {string[]} classes */
  #bars({ of, outputs, probabilities }, classes) {
    const [key, shown] = probabilities ? ['probabilities', probabilities] : ['outputs', outputs];
    const named = namedClass(outputs);
    const width = (/** @type {number} */ value) => `${100 * Math.min(Math.max(probabilities ? value : (value + 1) / 2, 0), 1)}%`;
    return html`<fieldset>
      <legend><h2>${probabilities ? 'Probabilities' : 'Outputs'}: ${classes[named]}</h2></legend>
      ${classes.map((name, at) => html`<label class="bar ${at === named ? 'most' : ''}">
        <span>${name}</span>
        <span class="track"><i .style=${`width:${width(shown[at])}`}></i></span>
        ${number(`instruments.answer.${key}[${at}]`, shown[at], { width: 8 })}
        <span>${at === named ? '✓' : ''}</span>
        <input type="radio" name="of" aria-label="which pixels pull at ${name}" .checked=${at === of} @change=${() => emitChange(this, { digit: { ...this.digit, of: at } })}>
      </label>`)}
      ${probabilities ? nothing : html`<p class="muted">as they are: this loss knows no probabilities</p>`}
    </fieldset>`;
  }
}
customElements.define('backprop-digit', DigitPanel);
