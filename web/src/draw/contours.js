// Contour lines of a function that is known on a grid: where it has a given height, from edge to edge of each cell.

/** @typedef {{ x: number[], y: number[], heights: ArrayLike<number> }} Grid heights row by row: y from row to row, x within one */
/** @typedef {[number, number, number, number]} Segment x and y of both ends */

/** @param {Grid} grid @param {number} level @returns {Segment[]} */
export function contourOf({ x, y, heights }, level) {
  /** @type {Segment[]} */
  const segments = [];
  for (let row = 0; row + 1 < y.length; row++) {
    for (let column = 0; column + 1 < x.length; column++) {
      const crossings = edgesOf(row, column).flatMap(([[r0, c0], [r1, c1]]) => {
        const [a, b] = [heights[r0 * x.length + c0], heights[r1 * x.length + c1]];
        if (a < level === b < level || !Number.isFinite(a) || !Number.isFinite(b)) return [];
        const part = (level - a) / (b - a);
        return /** @type {[number, number][]} */ ([[x[c0] + part * (x[c1] - x[c0]), y[r0] + part * (y[r1] - y[r0])]]);
      });
      // Four where the cell is a saddle: two lines.
      for (let at = 0; at + 1 < crossings.length; at += 2) segments.push([...crossings[at], ...crossings[at + 1]]);
    }
  }
  return segments;
}

/** The sides of a cell, around it: pairs of row and column. @param {number} row @param {number} column @returns {[[number, number], [number, number]][]} */
const edgesOf = (row, column) => [
  [[row, column], [row, column + 1]], [[row, column + 1], [row + 1, column + 1]],
  [[row + 1, column + 1], [row + 1, column]], [[row + 1, column], [row, column]],
];
