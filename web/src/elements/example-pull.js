// Which way an example of the batch pulls the weight that the card is about: as a sentence, and as a mark on its point.

/** @import { Frame } from '../types.js' */
import { css, html } from 'lit';
import { weightName } from '../draw/walk.js';
import { layerWidths } from '../store.js';
import { themeColors } from './colors.js';
import { number } from './number.js';

export const pullCss = css`
  .pull { margin: 6px 0 0; font-size: var(--tiny); }
  .pull .share { white-space: nowrap; }
  .pull .raises { color: var(--positive-text); }
  .pull .lowers { color: var(--negative-text); }
`;

/** The push is minus the gradient, as on the beads. @param {Frame} frame */
export function pullSentence(frame) {
  const { shares, example } = frame.weight;
  const { letter, index } = weightName(frame.weight, layerWidths(frame), frame.data);
  const product = shares.product[example];
  const way = product < 0 ? html`<b class="raises">▲</b> raises` : product > 0 ? html`<b class="lowers">▼</b> lowers` : 'does not move';
  return html`<p class="pull">example <span class="mono">${example + 1}</span> ${way} <span class="mono">${letter}<sub>${index}</sub></span>:
    <span class="share"><span class="muted">∂L/∂${letter}</span> ${number(`weight.shares.product[${example}]`, product, { signed: true })}</span></p>`;
}

/**
 * A point on a ring, up where the example raises the weight, down where it lowers it.
 * @param {CanvasRenderingContext2D} context @param {[number, number]} at @param {number} radius of the ring @param {number} product its share of the gradient
 */
export function pullMark(context, [x, y], radius, product) {
  const way = Math.sign(product);
  if (!way) return;
  const colors = themeColors(context.canvas);
  context.beginPath();
  context.moveTo(x, y + way * (radius + 8));
  context.lineTo(x + 4, y + way * (radius + 2));
  context.lineTo(x - 4, y + way * (radius + 2));
  context.closePath();
  context.lineWidth = 2.5;
  context.strokeStyle = colors.surface;
  context.stroke();
  context.fillStyle = colors.ink;
  context.fill();
}
