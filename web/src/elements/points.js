// Data points on a canvas: their marks, the rings of the batch, and which of it is pointed at.

/** @import { Frame } from '../types.js' */
import { themeScale } from '../theme.js';
import { nearestIndex } from '../draw/dots.js';
import { themeColors } from './colors.js';
import { REACH } from './example-pointer.js';
import { pullMark } from './example-pull.js';

/** Points of a set that are drawn, and rings of a batch: more would only cover each other, and take their time ten times a second. The rows of a set are mixed. */
export const MOST_DRAWN = 2000;

/** @typedef {(row: number) => [number, number]} Place of a row of the training set, in px that are themeScale() CSS px */

/** How a class is marked, so that colour is never needed. @type {((context: CanvasRenderingContext2D, x: number, y: number) => void)[]} */
const SHAPES = [
  (context, x, y) => polygon(context, [[x, y - 2.8], [x + 2.8, y], [x, y + 2.8], [x - 2.8, y]]),
  (context, x, y) => context.arc(x, y, 2.1, 0, 7),
  (context, x, y) => polygon(context, [[x, y - 2.8], [x + 2.7, y + 2], [x - 2.7, y + 2]]),
  (context, x, y) => context.rect(x - 2, y - 2, 4, 4),
  (context, x, y) => polygon(context, [[x - 2.7, y - 2], [x + 2.7, y - 2], [x, y + 2.8]]),
];

/** @param {CanvasRenderingContext2D} context @param {[number, number][]} corners */
function polygon(context, corners) {
  for (const [x, y] of corners) context.lineTo(x, y);
  context.closePath();
}

/**
 * A mark in the colour of its class or value: solid, or hollow for the test set.
 * @param {CanvasRenderingContext2D} context @param {[number, number]} at @param {number} shape @param {string} color @param {boolean} solid
 */
export function mark(context, [x, y], shape, color, solid) {
  const { surface } = themeColors(context.canvas);
  context.beginPath();
  SHAPES[shape % SHAPES.length](context, x, y);
  context.lineWidth = solid ? 1.6 : 3;
  context.strokeStyle = surface;
  context.stroke();
  context.fillStyle = solid ? color : surface;
  context.fill();
  if (solid) return;
  context.lineWidth = 1.3;
  context.strokeStyle = color;
  context.stroke();
}

/**
 * A mark in the colour of a value, which may be as pale as the map: a thin line keeps it visible; one of the test set is open in its middle.
 * @param {CanvasRenderingContext2D} context @param {[number, number]} at @param {number} shape @param {string} color @param {boolean} solid
 */
export function valueMark(context, at, shape, color, solid) {
  const { ink, surface } = themeColors(context.canvas);
  context.beginPath();
  SHAPES[shape](context, ...at);
  context.lineWidth = 1.2;
  context.strokeStyle = ink;
  context.stroke();
  context.fillStyle = color;
  context.fill();
  if (solid) return;
  context.beginPath();
  context.arc(...at, 1, 0, 7);
  context.fillStyle = surface;
  context.fill();
}

/** Of a larger batch the pulls would cover the points. */
const MOST_PULLS = 40;

/** Rings, and which way each example pulls the weight. @param {CanvasRenderingContext2D} context @param {Frame} frame @param {Place} place */
export function ringBatch(context, { batch, weight }, place) {
  batch.rows.subarray(0, MOST_DRAWN).forEach((row, i) => {
    const chosen = i === weight.example;
    context.strokeStyle = themeColors(context.canvas).ink;
    context.lineWidth = chosen ? 2.4 : 1.3;
    context.beginPath();
    context.arc(...place(row), chosen ? 7 : 5, 0, 7);
    context.stroke();
    if (batch.rows.length <= MOST_PULLS) pullMark(context, place(row), chosen ? 7 : 5, weight.shares.product[i]);
  });
}

/**
 * The example of the batch at a pointer.
 * @param {Frame} frame @param {Place} place @param {MouseEvent} event on the canvas
 */
export function exampleAt({ batch }, place, event) {
  const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
  const scale = themeScale();
  const points = Array.from(batch.rows, (row) => place(row)).map(([x, y]) => ({ x, y }));
  return nearestIndex(points, { x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale }, REACH);
}
