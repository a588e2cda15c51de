// <backprop-predictions>: what the network predicts of each example of the batch, beside the number that would be right.

/** @import { Frame } from '../../types.js' */
import { css, html } from 'lit';
import { formatTick } from '../../draw/format.js';
import { ThemeColors, themeColors } from '../colors.js';
import { prepare } from '../map-atlas.js';
import { mark, MOST_DRAWN } from '../points.js';
import { SeenElement } from '../seen-element.js';
import { sharedCss } from '../shared-css.js';
import { Size } from '../size.js';

const PAD = 14;

export class Predictions extends SeenElement {
  static properties = { frame: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: block; }
      canvas { display: block; width: 100%; aspect-ratio: 1; border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); }
      p { margin: 6px 0 0; color: var(--muted); font-size: var(--tiny); line-height: 1.4; }
      .ends { display: flex; justify-content: space-between; }
    `,
  ];

  #size = new Size(this, () => this.renderRoot.querySelector('canvas'));

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    new ThemeColors(this);
  }

  updated() {
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas && this.frame && this.#size.width) draw(prepare(canvas, this.#size.width, this.#size.width), this.frame, this.#size.width);
  }

  render() {
    const [low, high] = this.frame ? endsOf(this.frame) : [0, 1];
    const { outputs } = this.frame?.data ?? { outputs: [] };
    return html`<canvas role="img" aria-label="Prediction of the network against the right number, for each example of the batch"></canvas>
      <p class="ends"><span>${formatTick(low)}</span><span>right: ${outputs.map((name) => html`<bdi>${name}</bdi> `)}→ · ↑ predicted</span><span>${formatTick(high)}</span></p>
      <p>The batch of ${this.frame?.batch.rows.length ?? '–'}; on the line a prediction is right.${outputs.length > 1 ? ' A shape for each number.' : ''}</p>`;
  }
}

/** Both axes go as far as the numbers of the batch. @param {Frame} frame @returns {[number, number]} */
function endsOf({ batch: { output, target } }) {
  let [low, high] = [Infinity, -Infinity];
  for (const values of [output, target]) {
    for (const value of values) {
      if (!Number.isFinite(value)) continue;
      [low, high] = [Math.min(low, value), Math.max(high, value)];
    }
  }
  return low < high ? [low, high] : [low - 1, low + 1];
}

/** @param {CanvasRenderingContext2D} context @param {Frame} frame @param {number} side */
function draw(context, frame, side) {
  const { border, classes } = themeColors(context.canvas);
  const [low, high] = endsOf(frame);
  const at = (/** @type {number} */ value) => PAD + ((value - low) / (high - low)) * (side - 2 * PAD);
  context.strokeStyle = border;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(PAD, side - PAD);
  context.lineTo(side - PAD, PAD);
  context.stroke();
  const { output, target } = frame.batch;
  const numbers = frame.data.outputs.length;
  // A disc where one number is predicted, and then a shape for each.
  for (let i = 0; i < Math.min(target.length, MOST_DRAWN); i++) mark(context, [at(target[i]), side - at(output[i])], (i % numbers) + 1, classes[((i % numbers) + 1) % classes.length], true);
}
customElements.define('backprop-predictions', Predictions);
