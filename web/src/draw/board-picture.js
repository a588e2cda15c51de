// The drawing board as a picture: axes, points by class, and the cross of the keys.

/** @import { Board } from '../data/board.js' */
/** @import { Colors } from '../elements/colors.js' */
import { GRID } from '../data/points.js';
import { traceMark } from './marks.js';
import { round } from './scale.js';

/** @param {CanvasRenderingContext2D} context @param {number} side in CSS px @param {Board} board @param {{ x: number, y: number, shown: boolean }} cross @param {Colors} colors */
export function drawBoard(context, side, { drawn }, cross, colors) {
  const at = (/** @type {number} */ place) => ((place / GRID + 1) / 2) * side;
  context.strokeStyle = colors.hairline;
  context.lineWidth = 1;
  const line = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ reach) => {
    context.beginPath();
    context.moveTo(x - reach, y);
    context.lineTo(x + reach, y);
    context.moveTo(x, y - reach);
    context.lineTo(x, y + reach);
    context.stroke();
  };
  line(side / 2, side / 2, side / 2);
  const fills = [colors.negative, colors.positive, colors.ink, colors.muted];
  for (const { x, y, label } of drawn.points) {
    context.beginPath();
    traceMark(context, label, at(x), at(-y), 3.2);
    context.fillStyle = fills[label];
    context.fill();
  }
  if (!cross.shown) return;
  context.strokeStyle = colors.ink;
  context.lineWidth = 1.5;
  line(at(cross.x), at(-cross.y), 11);
}

/** A class's mark around (0, 0) as the data of an SVG path. @param {number} label @param {number} radius */
export function markPath(label, radius) {
  let path = '';
  traceMark({
    moveTo: (x, y) => void (path += `M${round(x)} ${round(y)}`),
    lineTo: (x, y) => void (path += `L${round(x)} ${round(y)}`),
    closePath: () => void (path += 'Z'),
    arc: (x, y, r) => void (path += `A${r} ${r} 0 1 1 ${round(x - r)} ${round(y)}A${r} ${r} 0 1 1 ${round(x + r)} ${round(y)}Z`),
  }, label, 0, 0, radius);
  return path;
}
