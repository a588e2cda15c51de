// A histogram of the core, by sign and octave, put into a few bars that can be drawn side by side.

/** Octaves in a bar. */
const STEP = 3;
/** The octaves of the bars: from 2⁻²⁴, 6e−8, to 2³; what lies beyond is counted in the outermost. */
const LOWEST = -24;
const SIDE = 9;

/** Bars of a histogram: negative ones, zero in the middle, positive ones. */
export const BARS = 2 * SIDE + 1;

/** Sizes that are named on the axis. */
const NAMED = [1e-4, 1];

/** Where a size stands, in bars from the middle of the zeros'. @param {number} size */
const awayFromZero = (size) => 0.5 + (Math.log2(size) - LOWEST) / STEP;

/** Values named on the axis, each at its place in bars from the left end. */
export const TICKS = [
  ...NAMED.toReversed().map((size) => ({ value: -size, at: BARS / 2 - awayFromZero(size) })),
  { value: 0, at: BARS / 2 },
  ...NAMED.map((size) => ({ value: size, at: BARS / 2 + awayFromZero(size) })),
];

/** @param {{ counts: ArrayLike<number> }} statistics @param {number} lowest octave that has a count of its own @returns {number[]} counts of the bars */
export function barsOf({ counts }, lowest) {
  const bars = Array(BARS).fill(0);
  const zero = (counts.length - 1) / 2;
  for (let at = 0; at < counts.length; at++) {
    const octave = lowest + Math.abs(at - zero) - 1;
    const bar = Math.min(Math.max(Math.floor((octave - LOWEST) / STEP), 0), SIDE - 1) + 1;
    bars[at === zero ? SIDE : at < zero ? SIDE - bar : SIDE + bar] += counts[at];
  }
  return bars;
}
