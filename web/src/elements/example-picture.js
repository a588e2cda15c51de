// <backprop-example-picture>: the example of the batch as the picture that it is, its class, and what the network predicts.

/** @import { Frame } from '../types.js' */
import { css, html, nothing } from 'lit';
import { paint, parseColor, signTable } from '../draw/colors.js';
import { drawnUnits, pictureSide } from '../draw/drawn.js';
import { namedClass, trueClass } from '../draw/shade.js';
import { exampleRound } from '../draw/walk.js';
import { layerWidths } from '../store.js';
import { emitChange } from './change.js';
import { ThemeColors, themeColors } from './colors.js';
import { leftIcon, rightIcon } from './icons.js';
import { prepare } from './map-atlas.js';
import { SeenElement } from './seen-element.js';
import { sharedCss } from './shared-css.js';

const SIDE = 104;

export class ExamplePicture extends SeenElement {
  static properties = { frame: { attribute: false } };

  static styles = [
    sharedCss,
    css`
      :host { display: flex; gap: 12px; align-items: center; }
      canvas { flex: none; width: 104px; height: 104px; border: 1px solid var(--border); border-radius: 3px; }
      p { margin: 0; line-height: 1.5; }
      .large, .turn span { white-space: nowrap; }
      .large { font-size: 0.9375rem; }
      .key { font-size: var(--tiny); color: var(--muted); line-height: 1.35; }
      .turn { display: flex; align-items: center; margin: 0 0 2px -9px; }
      button { min-width: 28px; height: 28px; padding: 0; border-color: transparent; background: none; }
      button svg { width: 11px; height: 11px; }
      @media (pointer: coarse) { button { min-width: 44px; height: 44px; } }
    `,
  ];

  #pixels = new OffscreenCanvas(1, 1);

  constructor() {
    super();
    /** @type {Frame | undefined} */ this.frame = undefined;
    new ThemeColors(this);
  }

  updated() {
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas && this.frame) this.#draw(canvas, this.frame);
  }

  /** @param {number} by */
  #turn(by) {
    emitChange(this, { example: exampleRound(/** @type {Frame} */ (this.frame), by) });
  }

  render() {
    if (!this.frame) return nothing;
    const { example, weight, batch, data } = this.frame;
    const truth = data.classes[trueClass(example.target)];
    const named = data.classes[namedClass(/** @type {any} */ (example.layers.at(-1)).a)];
    return html`
      <canvas role="img" aria-label="Picture of example ${weight.example + 1}, of class ${truth}"></canvas>
      <div>
        <div class="turn" role="group" aria-label="Example in the picture">
          <button @click=${() => this.#turn(-1)} aria-label="Picture before">${leftIcon}</button>
          <span class="muted">example ${weight.example + 1} of ${batch.rows.length}</span>
          <button @click=${() => this.#turn(1)} aria-label="Picture after">${rightIcon}</button>
        </div>
        <p class="large">a <b>${truth}</b>, predicted <b>${named}</b> ${truth === named ? '✓' : '✗'}</p>
        <p class="key">frames: the pixels that stand in the network picture</p>
      </div>`;
  }

  /** @param {HTMLCanvasElement} canvas @param {Frame} frame */
  #draw(canvas, frame) {
    const { x } = frame.example;
    const side = pictureSide(x.length);
    const colors = themeColors(canvas);
    const cell = SIDE / side;
    const context = prepare(canvas, SIDE, SIDE);
    this.#pixels.width = this.#pixels.height = side;
    const inner = /** @type {OffscreenCanvasRenderingContext2D} */ (this.#pixels.getContext('2d'));
    const image = inner.createImageData(side, side);
    const surface = parseColor(colors.surface);
    // From paper to ink: a pixel has no sign.
    const table = signTable(surface, surface, parseColor(colors.ink));
    paint(image.data, x, x.reduce((most, value) => Math.max(most, value), 0) || 1, table);
    inner.putImageData(image, 0, 0);
    context.imageSmoothingEnabled = false;
    context.drawImage(this.#pixels, 0, 0, SIDE, SIDE);

    for (const unit of drawnUnits(layerWidths(frame))[0]) {
      const chosen = frame.weight.layer === 0 && frame.weight.from === unit;
      const [left, top] = [(unit % side) * cell, Math.floor(unit / side) * cell];
      for (const [color, width] of /** @type {[string, number][]} */ ([[colors.surface, chosen ? 5 : 2.6], [colors.ink, chosen ? 2.4 : 1]])) {
        context.strokeStyle = color;
        context.lineWidth = width;
        context.strokeRect(left - 0.5, top - 0.5, cell + 1, cell + 1);
      }
    }
  }
}
customElements.define('backprop-example-picture', ExamplePicture);
