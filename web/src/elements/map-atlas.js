// Heat maps of many units in one picture: painted at once, then drawn piece by piece.

import { paint } from '../draw/colors.js';

/**
 * Values over a square, coloured from middle − limit to middle + limit.
 * @typedef {{ values: ArrayLike<number>, limit: number, middle: number }} HeatMap
 */

export class MapAtlas {
  #canvas = new OffscreenCanvas(1, 1);
  #context = /** @type {OffscreenCanvasRenderingContext2D} */ (this.#canvas.getContext('2d', { willReadFrequently: true }));
  /** @type {ImageData | undefined} */
  #image;
  #size = 0;

  /** @param {HeatMap[]} maps @param {number} size points on a side @param {Uint8ClampedArray} table of colours */
  paint(maps, size, table) {
    this.paintBy(maps.length, size, (pixels, at) => {
      const { values, limit, middle } = maps[at];
      paint(pixels, values, limit, table, middle);
    });
  }

  /** @param {number} count of maps @param {number} size points on a side @param {(pixels: Uint8ClampedArray, at: number) => void} one paints it */
  paintBy(count, size, one) {
    const height = size * count;
    if (!this.#image || this.#image.width !== size || this.#image.height !== height) {
      this.#canvas.width = size;
      this.#canvas.height = height;
      this.#image = this.#context.createImageData(size, height);
      this.#size = size;
    }
    const { data } = this.#image;
    for (let at = 0; at < count; at++) one(data.subarray(at * size * size * 4, (at + 1) * size * size * 4), at);
    this.#context.putImageData(this.#image, 0, 0);
  }

  /** @param {CanvasRenderingContext2D} context @param {number} at @param {number} x left @param {number} y top @param {number} side */
  draw(context, at, x, y, side) {
    context.drawImage(this.#canvas, 0, at * this.#size, this.#size, this.#size, x, y, side, side);
  }
}

/**
 * A canvas ready to be drawn on in CSS pixels, empty, as sharp as the screen; with `larger`, in pixels that are so much larger.
 * @param {HTMLCanvasElement} canvas @param {number} width @param {number} height in CSS px @param {number} [larger]
 */
export function prepare(canvas, width, height, larger = 1) {
  const scale = devicePixelRatio;
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.setTransform(scale * larger, 0, 0, scale * larger, 0, 0);
  context.clearRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  return context;
}
