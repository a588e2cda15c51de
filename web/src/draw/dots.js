// A dot plot: one dot per example on a common axis, stacked where they would cover each other.

import { niceLimit } from './scale.js';

/** So many dots have a place each, a little beside their value where a stack is full; of more, a full stack has its number. */
const EACH = 64;
/** From the largest to the smallest that can be seen. */
const RADII = [4, 3, 2, 1.5];
/** Stacks so near have one number together. */
const APART = 48;

/** @typedef {{ x: number, row: number }} Dot x from 0 to the axis's width, row 0 on the axis */
/** @typedef {{ x: number, count: number }} Pile dots of a stack that has more than its height shows, and its middle */

/**
 * @param {ArrayLike<number>} values @param {number} width of the axis @param {number} height of the stacks
 * @returns {{ limit: number, radius: number, spacing: number, dots: Dot[], piles: Pile[] }}
 */
export function dotPlot(values, width, height) {
  const list = Array.from(values);
  const limit = niceLimit(Math.max(...list.filter(Number.isFinite).map(Math.abs), 0));
  const places = list.map((value) => onAxis(value, limit) * width);
  const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b]);
  const sizes = RADII.filter((radius) => radius <= (list.length > 60 ? 2 : list.length > 24 ? 3 : 4)).map((radius) => ({ radius, spacing: radius * 2 + (radius < 2 ? 0.5 : 1) }));
  const rowsOf = (/** @type {number} */ spacing) => Math.max(Math.floor(height / spacing), 1);
  /** @param {Dot[]} dots @param {typeof sizes[number]} size @param {Pile[]} [piles] */
  const plot = (dots, size, piles = []) => ({ limit, ...size, dots, piles });
  for (const size of sizes) {
    const dots = stacked(places, order, size.spacing);
    if (dots.every(({ row }) => row < rowsOf(size.spacing))) return plot(dots, size);
  }
  const least = sizes[sizes.length - 1];
  const rows = rowsOf(least.spacing);
  if (list.length <= EACH) return plot(spread(places, order, least.spacing, rows), least);
  const dots = stacked(places, order, least.spacing);
  const piles = pilesOf(dots, order, rows);
  return plot(dots.map(({ x, row }) => ({ x, row: Math.min(row, rows - 1) })), least, piles);
}

/** Each at its value, as high as is needed. @param {number[]} places @param {number[]} order from left to right @param {number} spacing @returns {Dot[]} */
function stacked(places, order, spacing) {
  /** @type {number[]} right-hand dot of each row */
  const ends = [];
  const dots = places.map((x) => ({ x, row: 0 }));
  for (const i of order) {
    const free = ends.findIndex((end) => places[i] - end >= spacing);
    dots[i].row = free < 0 ? ends.length : free;
    ends[dots[i].row] = places[i];
  }
  return dots;
}

/** Each in the free place nearest to its value; `rows` are full. @param {number[]} places @param {number[]} order @param {number} spacing @param {number} rows @returns {Dot[]} */
function spread(places, order, spacing, rows) {
  /** @type {number[][]} dots of each row */
  const taken = Array.from({ length: rows }, () => []);
  const dots = places.map((x) => ({ x, row: 0 }));
  for (const i of order) {
    for (let aside = 0, found = false; !found; aside++) {
      for (const x of new Set([places[i] + aside * spacing, places[i] - aside * spacing])) {
        const row = found ? -1 : taken.findIndex((row) => row.every((other) => Math.abs(other - x) >= spacing - 1e-6));
        if (row < 0) continue;
        found = true;
        taken[row].push(x);
        dots[i] = { x, row };
      }
    }
  }
  return dots;
}

/** Stacks that are higher than there are rows. @param {Dot[]} dots @param {number[]} order @param {number} rows @returns {Pile[]} */
function pilesOf(dots, order, rows) {
  /** @type {{ first: number, last: number }[]} */
  const piles = [];
  for (const { x } of order.map((i) => dots[i]).filter(({ row }) => row >= rows)) {
    const pile = piles[piles.length - 1];
    if (pile && x - pile.last < APART) pile.last = x;
    else piles.push({ first: x, last: x });
  }
  return piles.map(({ first, last }) => ({ x: (first + last) / 2, count: dots.filter(({ x }) => x >= first && x <= last).length }));
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
