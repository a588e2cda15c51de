// The marks of classes: a shape for each, so that colour is never needed.

/** @typedef {Pick<CanvasRenderingContext2D, 'moveTo' | 'lineTo' | 'closePath' | 'arc'>} Path */

/** Corners of the shapes of class 0, 2 and 3 around (0, 0), as wide as a disc of radius 1 looks. @type {Record<number, [number, number][]>} */
const CORNERS = {
  0: [[0, -1.33], [1.33, 0], [0, 1.33], [-1.33, 0]],
  2: [[-0.95, -0.95], [0.95, -0.95], [0.95, 0.95], [-0.95, 0.95]],
  3: [[0, -1.35], [1.3, 0.95], [-1.3, 0.95]],
};

/** Diamond, disc, square, triangle, and then again. @param {Path} path @param {number} label @param {number} x @param {number} y @param {number} radius */
export function traceMark(path, label, x, y, radius) {
  const corners = CORNERS[label % 4];
  if (!corners) {
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, 7);
    return;
  }
  corners.forEach(([dx, dy], at) => (at === 0 ? path.moveTo(x + dx * radius, y + dy * radius) : path.lineTo(x + dx * radius, y + dy * radius)));
  path.closePath();
}
