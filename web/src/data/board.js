// The drawing board: what is drawn, with which tool, and the steps back. Each edit makes a new board.

/** @import { Points } from '../types.js' */
/** @import { Drawn, Point } from './points.js' */
import { GRID, MOST_POINTS, onGrid, SIGNS } from './points.js';

/**
 * @typedef {object} Board
 * @property {Drawn} drawn
 * @property {number | 'eraser'} tool the class that is drawn, or the eraser
 * @property {Drawn[]} past what undo brings back, the last one first to come
 * @property {Drawn[]} future
 */

const MOST_STEPS = 200;

/** How far the eraser reaches, in steps of the grid. */
const REACH = GRID / 16;

/** The plane of the core's own sets. */
const EXTENT = 6;

/** @param {Drawn} [drawn] to begin with @returns {Board} */
export function newBoard(drawn = { extent: EXTENT, points: [] }) {
  return { drawn, tool: 0, past: [], future: [] };
}

/** Points of a run as drawn ones, if their classes have signs. @param {Points[]} parts @param {number} extent @returns {Drawn} */
export function drawnFrom(parts, extent) {
  const points = parts.flatMap(({ x, y }) => Array.from(y, (label, i) => ({ x: onGrid(x[2 * i], extent), y: onGrid(x[2 * i + 1], extent), label })));
  return { extent, points: points.filter(({ label }) => label in SIGNS).slice(0, MOST_POINTS) };
}

/**
 * The board with other points. A step that `continues` the last one, as a drag does, is undone together with it.
 * @param {Board} board @param {Point[]} points @param {boolean} [continues] @returns {Board}
 */
export function withPoints(board, points, continues = false) {
  if (points === board.drawn.points) return board;
  const past = continues ? board.past : [...board.past, board.drawn].slice(-MOST_STEPS);
  return { ...board, drawn: { ...board.drawn, points: points.slice(0, MOST_POINTS) }, past, future: [] };
}

/** A point more of the tool's class; or with the eraser what is near is gone. @param {Board} board @param {number} x @param {number} y on the grid */
export function used(board, x, y) {
  const { points } = board.drawn;
  if (board.tool !== 'eraser') return [...points, { x, y, label: board.tool }];
  const left = points.filter((point) => Math.hypot(point.x - x, point.y - y) > REACH);
  return left.length < points.length ? left : points;
}

/** Without the point that is nearest, however far it is. @param {Board} board @param {number} x @param {number} y on the grid */
export function withoutNearest({ drawn: { points } }, x, y) {
  if (points.length === 0) return points;
  const distances = points.map((point) => Math.hypot(point.x - x, point.y - y));
  return points.toSpliced(distances.indexOf(Math.min(...distances)), 1);
}

/** @param {Board} board */
export const canTravel = ({ past, future }) => ({ undo: past.length > 0, redo: future.length > 0 });

/** @param {Board} board @param {'undo' | 'redo'} way @returns {Board} */
export function travelled(board, way) {
  if (!canTravel(board)[way]) return board;
  const [from, to] = way === 'undo' ? [board.past, board.future] : [board.future, board.past];
  const drawn = from[from.length - 1];
  const [rest, other] = [from.slice(0, -1), [...to, board.drawn]];
  return { ...board, drawn, past: way === 'undo' ? rest : other, future: way === 'undo' ? other : rest };
}
