// Grid, axes and their numbers, as every plot of a figure has them.

/** @import { Frame } from '../../draw/plot.js' */
import { svg } from 'lit';
import { plotScale, ticksOf } from '../../draw/plot.js';
import { axisWriter } from '../../figures/speak.js';

/**
 * @param {Frame} frame @param {[number, number]} xs @param {[number, number]} ys @param {{ x: string, y: string }} names
 * @param {(x: number) => string} [write] numbers at ticks
 */
export function plotFrame(frame, xs, ys, names, write = axisWriter('en')) {
  const { x, y } = plotScale(frame, xs, ys);
  const { width, height, left, right, top, bottom } = frame;
  const room = width - left - right;
  const most = Math.max(2, Math.min(4, Math.floor(room / 45)), Math.floor(room / 70));
  return svg`<g aria-hidden="true">
    ${ticksOf(...xs, most).map((tick) => svg`<line class="grid" x1=${x(tick)} x2=${x(tick)} y1=${top} y2=${height - bottom} />
      <text x=${x(tick)} y=${height - bottom + 18} text-anchor="middle">${write(tick)}</text>`)}
    ${ticksOf(...ys, Math.max(2, Math.floor((height - top - bottom) / 38))).map((tick) => svg`<line class="grid" x1=${left} x2=${width - right} y1=${y(tick)} y2=${y(tick)} />
      <text x=${left - 8} y=${y(tick) + 4} text-anchor="end">${write(tick)}</text>`)}
    <line class="axis" x1=${left} x2=${width - right} y1=${height - bottom} y2=${height - bottom} />
    <text class="name" x=${width - right + 6} y=${height - bottom + 4}>${names.x}</text>
    <text class="name" x=${left} y=${top - 8} text-anchor="middle">${names.y}</text>
  </g>`;
}

/** What is drawn in a frame and may not leave it. @param {Frame} frame @param {unknown} drawn */
export function clipped({ width, height, left, right, top, bottom }, drawn) {
  const [w, h] = [width - left - right, height - top - bottom];
  return svg`<svg x=${left} y=${top} width=${w} height=${h} viewBox="${left} ${top} ${w} ${h}">${drawn}</svg>`;
}
