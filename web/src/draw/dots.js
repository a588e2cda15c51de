// A dot plot: one dot per example on a common axis, stacked where they would cover each other.

import { niceLimit } from './scale.js';

/**
 * @param {ArrayLike<number>} values @param {number} width of the axis @param {number} rows that fit
 * @returns {{ limit: number, radius: number, dots: { x: number, row: number }[] }} x from 0 to width, row 0 on the axis
 */
export function dotPlot(values, width, rows) {
  const list = Array.from(values);
  const limit = niceLimit(Math.max(...list.filter(Number.isFinite).map(Math.abs), 0));
  const place = (/** @type {number} */ value) => onAxis(value, limit) * width;
  const radius = list.length > 60 ? 2 : list.length > 24 ? 3 : 4;
  const spacing = radius * 2 + 1;
  const capacity = Math.max(1, Math.floor((rows * 9) / spacing));
  /** @type {number[]} right-hand dot of each row */
  const ends = [];
  const dots = list.map(() => ({ x: 0, row: 0 }));
  const order = list.map((_, i) => i).sort((a, b) => list[a] - list[b]);
  for (const i of order) {
    const x = place(list[i]);
    let row = ends.findIndex((end) => x - end >= spacing);
    if (row < 0) row = Math.min(ends.length, capacity - 1);
    ends[row] = x;
    dots[i] = { x, row };
  }
  return { limit, radius, dots };
}

/** Where a value stands on an axis from −limit to limit, as a share of its length; what is not finite stands at its end, or in the middle. @param {number} value @param {number} limit */
export function onAxis(value, limit) {
  return Number.isNaN(value) ? 0.5 : (Math.min(Math.max(value / limit, -1), 1) + 1) / 2;
}

/** Which of the points is nearest to another, if it is within reach. @param {{ x: number, y: number }[]} points @param {{ x: number, y: number }} to @param {number} reach */
export function nearestIndex(points, to, reach) {
  const distances = points.map(({ x, y }) => Math.hypot(x - to.x, y - to.y));
  const nearest = distances.indexOf(Math.min(...distances));
  return distances[nearest] <= reach ? nearest : undefined;
}
