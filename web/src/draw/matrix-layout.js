// Where each cell of a weight matrix stands: rows to, columns from, the bias apart at the end of its row; numbers in px, no DOM.

/** @import { Weight } from '../types.js' */
/** @import { Biased } from './parameters.js' */
import { allBiased } from './parameters.js';

/** A cell at most: room for a number. */
const [WIDEST, HIGHEST] = [72, 40];
/** However narrow the others are, the bias can be seen and touched. */
const NARROWEST_BIAS = 8;
/** Cells may be longer one way, so that a picture of 784 columns is not a thread. */
const STRETCH = 4;
const GAP = 8;

/** @typedef {{ zoom: number, x: number, y: number }} Window how much larger than fitted, and what is scrolled away at the left and the top */

/** @type {Window} */
export const WHOLE = { zoom: 1, x: 0, y: 0 };

/**
 * @typedef {object} MatrixLayout
 * @property {number} rows @property {number} columns without the bias
 * @property {number} cellWidth @property {number} cellHeight @property {number} biasWidth 0 where the layer has no biases
 * @property {number} left of the cells, scrolled @property {number} top
 * @property {number} biasLeft
 * @property {{ left: number, top: number, right: number, bottom: number }} room in which cells are seen
 * @property {Window} window as it was asked for, within what there is
 * @property {number} most how far it can be zoomed
 */

/**
 * @param {object} matrix
 * @param {number} matrix.rows @param {number} matrix.columns
 * @param {number} matrix.width @param {number} matrix.height of the whole drawing
 * @param {number} matrix.names room left of the cells @param {number} matrix.heads room above them
 * @param {boolean} [matrix.biased] @param {Window} [matrix.window]
 * @returns {MatrixLayout}
 */
export function matrixLayout({ rows, columns, width, height, names, heads, biased = true, window = WHOLE }) {
  const room = { left: names, top: heads, right: width, bottom: height };
  const [across, down] = [Math.max(width - names - GAP, 1), Math.max(height - heads, 1)];
  const all = columns + (biased ? 1 : 0);
  const fitted = across / all < NARROWEST_BIAS ? (across - (biased ? NARROWEST_BIAS : 0)) / columns : across / all;
  const fit = {
    width: Math.min(fitted, WIDEST, Math.max(STRETCH * (down / rows), NARROWEST_BIAS)),
    height: Math.min(down / rows, HIGHEST, Math.max(STRETCH * fitted, NARROWEST_BIAS)),
  };
  const most = Math.max(WIDEST / fit.width, HIGHEST / fit.height, 1);
  const zoom = Math.min(Math.max(window.zoom, 1), most);
  const cellWidth = Math.min(fit.width * zoom, Math.max(WIDEST, fit.width));
  const cellHeight = Math.min(fit.height * zoom, Math.max(HIGHEST, fit.height));
  const biasWidth = biased ? Math.max(cellWidth, NARROWEST_BIAS) : 0;
  const whole = { width: columns * cellWidth + (biased ? GAP + biasWidth : 0), height: rows * cellHeight };
  const over = { x: Math.max(whole.width - across - GAP, 0), y: Math.max(whole.height - down, 0) };
  const x = Math.min(Math.max(window.x, 0), over.x);
  const y = Math.min(Math.max(window.y, 0), over.y);
  // What is smaller than its room stands in the middle of it.
  const left = names + Math.max(across + GAP - whole.width, 0) / 2 - x;
  return {
    rows, columns, cellWidth, cellHeight, biasWidth, left, top: heads - y, biasLeft: left + columns * cellWidth + GAP, room, window: { zoom, x, y }, most,
  };
}

/** @param {MatrixLayout} layout @param {{ to: number, from: number | null }} cell */
export function cellBox({ left, top, biasLeft, cellWidth, cellHeight, biasWidth }, { to, from }) {
  return {
    x: from === null ? biasLeft : left + from * cellWidth,
    y: top + to * cellHeight,
    width: from === null ? biasWidth : cellWidth,
    height: cellHeight,
  };
}

/** The cell under a point. @param {MatrixLayout} layout @param {number} x @param {number} y @returns {{ to: number, from: number | null } | undefined} */
export function cellAt(layout, x, y) {
  const { room, rows, columns, left, top, biasLeft, cellWidth, cellHeight, biasWidth } = layout;
  const to = Math.floor((y - top) / cellHeight);
  if (to < 0 || to >= rows || x < room.left || y < room.top || x > room.right || y > room.bottom) return undefined;
  if (x >= biasLeft && x < biasLeft + biasWidth) return { to, from: null };
  const from = Math.floor((x - left) / cellWidth);
  return from >= 0 && from < columns ? { to, from } : undefined;
}

/** Larger or smaller about a point, which stays where it is. @param {MatrixLayout} layout @param {number} factor @param {{ x: number, y: number }} at @returns {Window} */
export function zoomed({ window, room, most }, factor, at) {
  const zoom = Math.min(Math.max(window.zoom * factor, 1), most);
  const grow = zoom / window.zoom;
  return { zoom, x: (at.x - room.left + window.x) * grow - (at.x - room.left), y: (at.y - room.top + window.y) * grow - (at.y - room.top) };
}

/** Scrolls as little as needed for a cell to be seen. @param {MatrixLayout} layout @param {{ to: number, from: number | null }} cell @returns {Window} */
export function revealing(layout, cell) {
  const { window, room } = layout;
  const box = cellBox(layout, cell);
  const by = (/** @type {number} */ from, /** @type {number} */ to, /** @type {number} */ low, /** @type {number} */ high) =>
    from < low ? from - low : to > high ? to - high : 0;
  return { ...window, x: window.x + by(box.x, box.x + box.width, room.left, room.right), y: window.y + by(box.y, box.y + box.height, room.top, room.bottom) };
}

/** The rows and columns that are seen, the last not counted. @param {MatrixLayout} layout */
export function seenCells({ room, left, top, cellWidth, cellHeight, rows, columns }) {
  const range = (/** @type {number} */ low, /** @type {number} */ high, /** @type {number} */ size, /** @type {number} */ count) =>
    /** @type {const} */ ([Math.max(Math.floor(low / size), 0), Math.min(Math.ceil(high / size), count)]);
  const [firstRow, endRow] = range(room.top - top, room.bottom - top, cellHeight, rows);
  const [firstColumn, endColumn] = range(room.left - left, room.right - left, cellWidth, columns);
  return { firstRow, endRow, firstColumn, endColumn };
}

/** Every so many names stand where there is no room for all: 1, 2, 5, 10, 20 … @param {number} pitch of the cells @param {number} least room for a name */
export function namesEvery(pitch, least) {
  for (let decade = 1; ; decade *= 10) {
    const step = [1, 2, 5].find((of) => of * decade * pitch >= least);
    if (step) return step * decade;
  }
}

/** @type {Record<string, [number, number]>} rows down and columns to the right */
const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0] };

/**
 * Where a key leads from a cell; undefined for all other keys. The bias, where there is one, is the last column.
 * @param {Weight} weight @param {{ key: string, ctrlKey: boolean }} event @param {number[]} widths units per layer, input first
 * @param {Biased} [biased]
 * @returns {Weight | undefined}
 */
export function cellAfterKey({ layer, to, from }, { key, ctrlKey }, widths, biased = allBiased) {
  const [columns, rows] = [widths[layer], widths[layer + 1]];
  const last = biased(layer) ? columns : columns - 1;
  const at = (/** @type {number} */ row, /** @type {number} */ column) => {
    const inside = Math.min(Math.max(column, 0), last);
    return { layer, to: Math.min(Math.max(row, 0), rows - 1), from: inside === columns ? null : inside };
  };
  if (key === 'Home') return at(ctrlKey ? 0 : to, 0);
  if (key === 'End') return at(ctrlKey ? rows - 1 : to, last);
  const move = ctrlKey ? undefined : MOVES[key];
  return move && at(to + move[0], (from ?? columns) + move[1]);
}
