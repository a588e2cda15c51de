// The picture's scale and what of it is seen: fitted until the reader zooms, never too small to read by itself.

import { LitElement } from 'lit';

/** Type of 12 px is still read at this scale. */
const LEGIBLE = 0.7;
/** A lesson's picture is rather a little smaller than cut off, if that is enough. */
const NEARLY = 0.61;
const PADDING = 20;
/** Of a picture in a lesson. */
const SLIM = 6;
/** Room for the buttons under the picture. */
const BELOW = 60;
const [LEAST, MOST] = [0.1, 2.5];

export const lessMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** @typedef {{ x: number, y: number, width: number, height: number }} Rect in the picture's own px */

/** @param {{ width: number, height: number }} picture @param {{ width: number, height: number }} room @param {number} [least] */
export function fittingScale(picture, room, least = LEGIBLE) {
  const fit = Math.min((room.width - 2 * PADDING) / picture.width, (room.height - PADDING - BELOW) / picture.height, 1);
  return Math.max(fit, least);
}

/** What of a picture meets a window, and the item that has the focus. @param {import('./scene.js').Scene} scene @param {Rect} window @param {string} focused */
export function seenOf({ view, layout }, { x, y, width, height }, focused) {
  const meets = (/** @type {number} */ left, /** @type {number} */ top, /** @type {number} */ right, /** @type {number} */ bottom) => left < x + width && right > x && top < y + height && bottom > y;
  const items = view.items.filter(({ id, key }) => {
    const place = layout.places[id];
    return key === focused || meets(place.x, place.y, place.x + place.width, place.y + place.height);
  });
  const edges = layout.edges.filter(({ points }) => {
    const [xs, ys] = [points.map((point) => point.x), points.map((point) => point.y)];
    return meets(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys));
  });
  return { items, edges };
}

export class Viewport {
  scale = 1;
  zoomed = false;
  size = { width: 0, height: 0 };
  /** Of the stage, as the observer last saw it. @type {{ width: number, height: number } | undefined} */
  room;

  /** @param {LitElement} host whose shadow root holds a scrolling .stage, in it .sized, in it .picture @param {boolean} [tall] whether the stage grows with the picture */
  constructor(host, tall = false) {
    this.host = host;
    this.tall = tall;
    this.observer = new ResizeObserver(([{ borderBoxSize: [{ inlineSize, blockSize }] }]) => {
      this.room = { width: inlineSize, height: blockSize };
      if (!this.zoomed && this.size.width) this.fit();
    });
  }

  get stage() {
    return /** @type {HTMLElement | null} */ (this.host.renderRoot.querySelector('.stage'));
  }

  /** @param {{ width: number, height: number }} size of the picture, unscaled */
  show(size) {
    this.size = size;
    if (this.stage) this.observer.observe(this.stage);
  }

  /** @param {boolean} [whole] however small that is */
  fit(whole = false) {
    const { stage } = this;
    if (!stage) return;
    this.zoomed = whole;
    const { width, height } = (this.room ??= stage.getBoundingClientRect());
    if (!this.tall) return this.#set(fittingScale(this.size, { width, height }, whole ? LEAST : LEGIBLE));
    const scale = fittingScale(this.size, { width: width + 2 * (PADDING - SLIM), height: Infinity }, LEAST);
    this.#set(whole || scale >= NEARLY ? scale : LEGIBLE);
  }

  /** @param {number} scale */
  #set(scale) {
    if (Math.abs(scale - this.scale) < 1e-4) return;
    this.scale = scale;
    this.host.requestUpdate();
  }

  /** About a point of the screen, or the middle. @param {number} factor @param {{ clientX: number, clientY: number }} [at] */
  async zoom(factor, at) {
    const { stage } = this;
    if (!stage) return;
    const box = stage.getBoundingClientRect();
    const point = at ?? { clientX: box.left + box.width / 2, clientY: box.top + box.height / 2 };
    const before = this.toPicture(point);
    this.zoomed = true;
    this.#set(Math.min(Math.max(this.scale * factor, LEAST), MOST));
    await this.host.updateComplete;
    const after = this.toPicture(point);
    stage.scrollBy({ left: (before.x - after.x) * this.scale, top: (before.y - after.y) * this.scale, behavior: 'instant' });
  }

  /** @param {{ clientX: number, clientY: number }} point */
  toPicture({ clientX, clientY }) {
    const { left, top } = /** @type {Element} */ (this.host.renderRoot.querySelector('.sized')).getBoundingClientRect();
    return { x: (clientX - left) / this.scale, y: (clientY - top) / this.scale };
  }

  /** What is seen, with a margin. @returns {Rect} */
  window(margin = 400) {
    const { stage } = this;
    if (!stage || !this.host.renderRoot.querySelector('.sized')) return { x: 0, y: 0, width: 2000, height: 2000 };
    const { left, top, width, height } = stage.getBoundingClientRect();
    const { x, y } = this.toPicture({ clientX: left, clientY: top });
    return { x: x - margin, y: y - margin, width: width / this.scale + 2 * margin, height: height / this.scale + 2 * margin };
  }

  /** Scrolls as little as needed. @param {Rect} rect @param {boolean} [smooth] */
  reveal({ x, y, width, height }, smooth = false) {
    const { stage } = this;
    if (!stage) return;
    const seen = this.window(-PADDING);
    const by = (/** @type {number} */ from, /** @type {number} */ size, /** @type {number} */ at, /** @type {number} */ room) =>
      from < at || size > room ? from - at : from + size > at + room ? from + size - at - room : 0;
    const [left, top] = [by(x, width, seen.x, seen.width) * this.scale, by(y, height, seen.y, seen.height) * this.scale];
    if (Math.abs(left) > 1 || Math.abs(top) > 1) stage.scrollBy({ left, top, behavior: smooth && !lessMotion() ? 'smooth' : 'instant' });
  }
}
