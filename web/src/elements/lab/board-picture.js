// The drawing board as a picture: axes, points by class, and the cross of the keys.

/** @import { Board } from '../../data/board.js' */
import { GRID } from '../../data/points.js';
import { themeColors } from '../colors.js';
import { mark } from '../points.js';

/** Marks are larger here than on the map, where there are hundreds. */
const LARGER = 1.5;

/** @param {CanvasRenderingContext2D} context @param {number} side in CSS px @param {Board} board @param {{ x: number, y: number, shown: boolean }} cross */
export function drawBoard(context, side, { drawn }, cross) {
  const { hairline, ink, classes } = themeColors(context.canvas);
  const at = (/** @type {number} */ place) => ((place / GRID + 1) / 2) * side;
  drawCross(context, side / 2, side / 2, side / 2, hairline, 1);
  for (const { x, y, label } of drawn.points) {
    context.save();
    context.translate(at(x), at(-y));
    context.scale(LARGER, LARGER);
    mark(context, [0, 0], label, classes[label], true);
    context.restore();
  }
  if (cross.shown) drawCross(context, at(cross.x), at(-cross.y), 11, ink, 1.5);
}

/** @param {CanvasRenderingContext2D} context @param {number} x @param {number} y @param {number} reach @param {string} color @param {number} width */
function drawCross(context, x, y, reach, color, width) {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(x - reach, y);
  context.lineTo(x + reach, y);
  context.moveTo(x, y - reach);
  context.lineTo(x, y + reach);
  context.stroke();
}
