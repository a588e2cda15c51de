// What moves in the picture: kept nodes glide to their new places, the bead of a step comes from the node that sent it. Nothing does with reduced motion.

/** @import { Scene } from './scene.js' */
import { lessMotion } from './viewport.js';

const GLIDE = { duration: 200, easing: 'ease-out' };

/** @param {ParentNode} root @param {Scene} before @param {Scene} after */
export function glide(root, before, after) {
  if (lessMotion()) return;
  const old = new Map(before.view.items.map(({ key, id }) => [key, before.layout.places[id]]));
  let moved = before.layout.edges.length !== after.layout.edges.length;
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('.node'))) {
    const id = Number(node.dataset.item);
    const from = old.get(after.view.items[id].key);
    const to = after.layout.places[id];
    if (!from) node.animate([{ opacity: 0 }, { opacity: 1 }], GLIDE);
    else if (Math.abs(from.x - to.x) + Math.abs(from.y - to.y) > 1) {
      moved = true;
      node.animate([{ transform: `translate(${from.x - to.x}px, ${from.y - to.y}px)` }, { transform: 'none' }], GLIDE);
    }
  }
  if (moved) for (const part of root.querySelectorAll('svg.edges, .label')) part.animate([{ opacity: 0 }, { opacity: 0, offset: 0.4 }, { opacity: 1 }], GLIDE);
}

/** @param {ParentNode} root */
export function sendBeads(root) {
  if (lessMotion()) return;
  for (const bead of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll('.bead'))) {
    const [dx, dy] = [bead.dataset.dx, bead.dataset.dy];
    bead.animate([{ transform: `translate(${dx}px, ${dy}px)`, opacity: 0.4 }, { transform: 'none', opacity: 1 }], { duration: 240, easing: 'ease-out' });
  }
}
