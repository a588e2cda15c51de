// Where the nodes of a graph stand: leaves on the left, the output on the right, operands in their order from top to bottom.
// Columns of nodes alternate with columns of what stands before them: an element for each operand, its label or a constant.

/** @import { Line } from './graph-order.js' */
import { placeColumns } from './graph-place.js';
import { orderColumns } from './graph-order.js';

/**
 * @typedef {object} Box a node to be placed; operands come before their operation
 * @property {number} id its index
 * @property {number} width
 * @property {number} height
 * @property {number[]} inputs
 * @property {{ width: number, height: number, at: number, text?: number }[]} [labels] what stands on the edge of each input: `at` is the edge's height in it,
 *   which is level for the width of its `text`
 * @property {boolean} [near] a constant that stands close before its only use
 * @property {(use: number, uses: number) => number} [port] at which height an edge leaves, of so many; the middle if left out
 */
/** @typedef {{ x: number, y: number, width: number, height: number }} Place x and y of the top left corner */
/** @typedef {{ to: number, slot: number }} Use */
/** @typedef {{ from: number, to: number, slot: number, path: string, points: { x: number, y: number }[], label: Place | undefined }} Edge from the operand's port to its use's */
/** @typedef {{ width: number, height: number, places: Place[], uses: Use[][], edges: Edge[] }} Layout uses from top to bottom */

/** Longest edges are drawn straight once so many elements stand in their way. */
const MOST_PASSES = 3000;

/** @param {Box[]} boxes @returns {Layout} */
export function layoutGraph(boxes) {
  const ranks = ranksOf(boxes);
  const lines = linesOf(boxes, ranks);
  const columns = orderColumns(boxes, ranks, lines);
  return placeColumns(boxes, columns, lines);
}

/** Which column of nodes: an operation right of its operands, a leaf right before its first use. @param {Box[]} boxes */
function ranksOf(boxes) {
  /** @type {number[]} */
  const ranks = [];
  for (const { id, inputs } of boxes) ranks[id] = Math.max(-1, ...inputs.filter((input) => !boxes[input].near).map((input) => ranks[input])) + 1;
  /** @type {number[]} */
  const first = [];
  for (const { id, inputs } of boxes) for (const input of inputs) first[input] = Math.min(first[input] ?? Infinity, ranks[id]);
  for (const { id, inputs, near } of boxes) if (inputs.length === 0 && !near) ranks[id] = Math.max((first[id] ?? 1) - 1, 0);
  return ranks;
}

/** @param {Box[]} boxes @param {number[]} ranks @returns {Line[]} */
function linesOf(boxes, ranks) {
  const lines = boxes.flatMap(({ id, inputs }) => inputs.map((from, slot) => ({ from, to: id, slot, near: Boolean(boxes[from].near), span: ranks[id] - ranks[from] })));
  let passes = 0;
  const longest = [...lines].filter(({ near }) => !near).sort((a, b) => a.span - b.span);
  /** @type {Set<(typeof lines)[number]>} */
  const loose = new Set();
  for (const line of longest) {
    passes += line.span - 1;
    if (passes > MOST_PASSES) loose.add(line);
  }
  return lines.map((line) => ({ ...line, loose: loose.has(line) }));
}
