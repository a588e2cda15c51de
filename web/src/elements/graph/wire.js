// A wire that is being drawn from a node: where it would end, and how it looks.

/** @import { Item } from '../../draw/graph-view.js' */
/** @import { Scene } from './scene.js' */
/** @import { Viewport } from './viewport.js' */
import { html, svg } from 'lit';
import { inPort } from '../../draw/graph-place.js';

/** @typedef {{ from: number, x: number, y: number, to: number, slot: number }} Wire from an item to a point, and to the operand there, or -1 */

/** Which operand of which operation lies under the pointer. @param {Scene} scene @param {ShadowRoot} root @param {Viewport} viewport @param {PointerEvent} event @param {Item} item */
export function socketAt(scene, root, viewport, { clientX, clientY }, item) {
  const found = root.elementsFromPoint(clientX, clientY).map((element) => element.closest('.node')).find(Boolean);
  const to = found ? Number(/** @type {HTMLElement} */ (found).dataset.item) : -1;
  const aimed = scene.view.items[to];
  if (!aimed || aimed === item || aimed.kind !== 'operation') return { to: -1, slot: -1 };
  const y = viewport.toPicture({ clientX, clientY }).y - scene.layout.places[to].y;
  const far = aimed.inputs.map((_, slot) => Math.abs(socketHeight(scene, to, slot) - y));
  return { to, slot: far.indexOf(Math.min(...far)) };
}

/** @param {Scene} scene @param {number} item @param {number} slot */
export function socketHeight({ view: { items }, layout: { places } }, item, slot) {
  const boxes = items.map(({ id, near, inputs }) => ({ id, near, inputs: inputs.map(({ from }) => from), ...places[id] }));
  return inPort(boxes[item], slot, boxes);
}

/** @param {Scene} scene @param {Wire} wire */
export function wireTemplate({ layout }, { from, x, y }) {
  const place = layout.places[from];
  const [x0, y0] = [place.x + place.width, place.y + place.height / 2];
  const middle = (x0 + x) / 2;
  return html`<svg class="edges" aria-hidden="true" width=${layout.width} height=${layout.height}>${svg`<path class="wire" d="M${x0} ${y0}C${middle} ${y0} ${middle} ${y} ${x} ${y}"/>`}</svg>`;
}
