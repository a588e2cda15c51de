// A drawn digit as the pixels of a data set: centred and scaled as its digits are, and as thick.

import { oncePer } from '../draw/once.js';

/** @typedef {[number, number][]} Stroke places in the square pad, from 0 to 1, from the top left */

/**
 * @typedef {object} Digit
 * @property {Stroke[]} strokes
 * @property {number | null} of the class that is asked about; null for the one that the network names
 */

/**
 * @typedef {object} Manner how the digits of a set were made
 * @property {number} side in pixels
 * @property {number} box that a digit fills, the longer side of it
 * @property {number} pen its width
 * @property {number} most the number of a black pixel
 * @property {boolean} byMass is the centre of the ink in the middle, or that of the box around it?
 */

/**
 * `digits`: 32 × 32 points, filled from top to bottom, of which each block of 4 × 4 is counted, 0 to 16 (Alpaydin and Kaynak, 1998).
 * `mnist`: a box of 20 × 20 in shades, with its centre of mass in the middle of 28 × 28, 0 to 1 (LeCun et al., 1998), which in the file is the middle
 * of pixel 15. The pens are between those of a 1 and of a 0 in those sets.
 * @type {Record<string, Manner>}
 */
const MANNERS = {
  digits: { side: 8, box: 8, pen: 1.4, most: 16, byMass: false },
  mnist: { side: 28, box: 20, pen: 2.7, most: 1, byMass: true },
};
const MASS_AT = 14.5;

/** Points of a pixel along each side that are inked or not. */
const FINE = 4;

/** @param {string | undefined} name of a data set @returns {Manner | undefined} nothing if its rows are no drawn digits */
export const mannerOf = (name) => MANNERS[name ?? ''];

/** The pixels as a network for that set sees them, row by row; none where nothing is drawn. @param {Stroke[]} strokes @param {Manner} manner @returns {number[]} */
export function pixelsOf(strokes, manner) {
  const places = strokes.flat();
  if (places.length === 0) return [];
  const { side, box, pen, most, byMass } = manner;
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = (box - pen) / Math.max(right - left, bottom - top, 1e-3);
  const placed = (/** @type {number} */ dx, /** @type {number} */ dy) => strokes.map((stroke) =>
    stroke.map(([x, y]) => /** @type {[number, number]} */ ([(x - (left + right) / 2) * scale + side / 2 + dx, (y - (top + bottom) / 2) * scale + side / 2 + dy])));
  let ink = inked(placed(0, 0), manner);
  if (byMass) {
    const { x, y } = centre(ink, side * FINE);
    ink = inked(placed(MASS_AT - x, MASS_AT - y), manner);
  }
  return counted(ink, side).map((count) => (count * most) / FINE ** 2);
}

/** Fine points that the pen reaches. @param {Stroke[]} strokes in pixels @param {Manner} manner */
function inked(strokes, { side, pen }) {
  const size = side * FINE;
  const ink = new Uint8Array(size * size);
  for (const stroke of strokes) stroke.forEach((to, at) => line(ink, size, stroke[Math.max(at - 1, 0)], to, pen / 2));
  return ink;
}

/** @param {Uint8Array} ink @param {number} size @param {[number, number]} from @param {[number, number]} to @param {number} radius */
function line(ink, size, [x0, y0], [x1, y1], radius) {
  const first = (/** @type {number} */ a, /** @type {number} */ b) => Math.max(Math.floor((Math.min(a, b) - radius) * FINE), 0);
  const last = (/** @type {number} */ a, /** @type {number} */ b) => Math.min(Math.ceil((Math.max(a, b) + radius) * FINE), size);
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  for (let row = first(y0, y1); row < last(y0, y1); row++) {
    for (let column = first(x0, x1); column < last(x0, x1); column++) {
      const [x, y] = [(column + 0.5) / FINE, (row + 0.5) / FINE];
      const along = length > 0 ? Math.min(Math.max(((x - x0) * dx + (y - y0) * dy) / length, 0), 1) : 0;
      if (Math.hypot(x - x0 - along * dx, y - y0 - along * dy) <= radius) ink[row * size + column] = 1;
    }
  }
}

/** @param {Uint8Array} ink @param {number} size @returns {{ x: number, y: number }} in pixels */
function centre(ink, size) {
  let [x, y, all] = [0, 0, 0];
  ink.forEach((on, at) => {
    if (!on) return;
    x += (at % size) + 0.5;
    y += Math.floor(at / size) + 0.5;
    all++;
  });
  return { x: x / all / FINE, y: y / all / FINE };
}

/** Per pixel the fine points in it that are inked. @param {Uint8Array} ink @param {number} side */
function counted(ink, side) {
  const counts = Array.from({ length: side * side }, () => 0);
  ink.forEach((on, at) => {
    const [row, column] = [Math.floor(at / (side * FINE)), at % (side * FINE)];
    counts[Math.floor(row / FINE) * side + Math.floor(column / FINE)] += on;
  });
  return counts;
}

/** @type {(digit: Digit) => Map<string, number[]>} */
const made = oncePer(() => new Map());

/** As `pixelsOf`, made once a drawing and set. @param {Digit} digit @param {string} name of the data set */
export function pixelsFor(digit, name) {
  const known = made(digit).get(name) ?? pixelsOf(digit.strokes, MANNERS[name]);
  made(digit).set(name, known);
  return known;
}

/** Keyboards ink a cell of a grid by a dot in it; a second time takes all that began in it away. @param {Stroke[]} strokes @param {number} cells a side @param {number} column @param {number} row @returns {Stroke[]} */
export function toggled(strokes, cells, column, row) {
  const here = (/** @type {Stroke} */ stroke) => stroke.length === 1 && Math.floor(stroke[0][0] * cells) === column && Math.floor(stroke[0][1] * cells) === row;
  const left = strokes.filter((stroke) => !here(stroke));
  return left.length < strokes.length ? left : [...strokes, [[(column + 0.5) / cells, (row + 0.5) / cells]]];
}
