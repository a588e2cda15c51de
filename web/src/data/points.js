// Drawn points: places on a fine grid with a class each, and the short text that holds them all.

/**
 * @typedef {object} Drawn points of the plane, in the order in which they were drawn
 * @property {number} extent half the side of the square that was drawn on
 * @property {Point[]} points
 */

/** @typedef {{ x: number, y: number, label: number }} Point `x` and `y` are whole, from −GRID to GRID; `label` counts classes from 0 */

/** Steps of the grid from the middle to a side: finer than a pixel, and two letters a coordinate. */
export const GRID = 2000;
const MIDDLE = 2048;

/** A sign for each class, as the decision map marks it: the class is a shape too. */
export const SIGNS = ['◆', '●', '▲', '■', '▼'];

/** Fewer cannot be parted into training and test and teach anything. */
const LEAST = 4;
/** The core takes more, but nobody draws them. */
export const MOST_POINTS = 5000;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PREFIX = 'points~';

/** The nearest place of the grid. @param {number} x in the plane's unit @param {number} extent */
export function onGrid(x, extent) {
  return Math.min(Math.max(Math.round((x / extent) * GRID), -GRID), GRID);
}

/** @param {number} at @param {number} extent */
const offGrid = (at, extent) => (at * extent) / GRID;

/** @param {Drawn} drawn five letters a point after the extent: `points~6~A…` */
export function encodePoints({ extent, points }) {
  const coordinate = (/** @type {number} */ at) => LETTERS[(at + MIDDLE) >> 6] + LETTERS[(at + MIDDLE) & 63];
  return `${PREFIX}${extent}~${points.map(({ x, y, label }) => LETTERS[label] + coordinate(x) + coordinate(y)).join('')}`;
}

/** @param {string} text @returns {Drawn | undefined} nothing where the text holds no points, or was cut short */
export function decodePoints(text) {
  const found = /^points~(\d+(?:\.\d+)?(?:e[+-]?\d+)?)~((?:[\w-]{5})*)$/.exec(text);
  if (!found || !(Number(found[1]) > 0) || found[2].length > 5 * MOST_POINTS) return undefined;
  const value = (/** @type {number} */ at) => LETTERS.indexOf(found[2][at]);
  const points = Array.from({ length: found[2].length / 5 }, (_, i) => ({
    label: value(5 * i),
    x: value(5 * i + 1) * 64 + value(5 * i + 2) - MIDDLE,
    y: value(5 * i + 3) * 64 + value(5 * i + 4) - MIDDLE,
  }));
  const known = points.every(({ x, y, label }) => label < SIGNS.length && Math.abs(x) <= GRID && Math.abs(y) <= GRID);
  return known ? { extent: Number(found[1]), points } : undefined;
}

/** As many classes as the last one that has a point needs. @param {Drawn} drawn */
export function classCount({ points }) {
  return points.reduce((most, { label }) => Math.max(most, label + 1), 0);
}

/** What the core takes as data. @param {Drawn} drawn */
export function pointsAsData({ extent, points }) {
  return {
    x: points.map(({ x, y }) => [offGrid(x, extent), offGrid(y, extent)]),
    y: points.map(({ label }) => label),
    classes: SIGNS.slice(0, classCount({ extent, points })),
  };
}

/** Why nothing can be learnt from these points, and what would be right; empty when all is well. @param {Drawn} drawn */
export function faultOf({ points }) {
  const labels = new Set(points.map(({ label }) => label));
  if (points.length === 0) return `There are no points; ${LEAST} or more, of two classes, would be right.`;
  if (labels.size < 2) return `All points are ${SIGNS[points[0].label]}; points of a second class would be right.`;
  if (points.length < LEAST) return `${points.length} points are too few to train and test with; ${LEAST} or more would be right.`;
  return '';
}
