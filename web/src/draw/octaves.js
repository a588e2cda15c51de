// A histogram of the core, by sign and octave, put into a few bars that can be drawn side by side.

/** Octaves in a bar. */
const STEP = 3;
/** The octaves of the bars: from 2⁻²⁴, 6e−8, to 2³; what lies beyond is counted in the outermost. */
const LOWEST = -24;
const SIDE = 9;

/** Bars of a histogram: negative ones, zero in the middle, positive ones. */
export const BARS = 2 * SIDE + 1;

/** The bars that hold −1, 0 and 1. */
export const MARKS = [{ bar: 0, text: '−1' }, { bar: SIDE, text: '0' }, { bar: BARS - 1, text: '+1' }];

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
