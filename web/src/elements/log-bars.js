// Bars on a logarithmic axis, one for each layer, from the first to the last; whoever draws them gives the svg around them.

import { svg } from 'lit';
import { formatTick } from '../draw/format.js';

/** A bar is no wider than this, in px. */
const WIDEST = 60;

/** @typedef {{ width: number, floor: number, top: number, left: number }} BarFrame in px: where the bars stand and how high they can be */

/** The decades between which all these numbers lie: at least three. @param {number[]} values @returns {[number, number]} */
export function decadesOf(values) {
  const sizes = values.filter((value) => value > 0 && Number.isFinite(value)).map(Math.log10);
  const high = Math.ceil(Math.max(0, ...sizes));
  return [Math.min(Math.floor(Math.min(0, ...sizes)), high - 3), high];
}

/**
 * @param {BarFrame} frame @param {number[]} values @param {[number, number]} decades of the axis
 * @param {(at: number) => unknown} [label] under a bar @param {(x: number) => string} [write] numbers at ticks
 */
export function logBars({ width, floor, top, left }, values, [low, high], label = (at) => at + 1, write = formatTick) {
  const y = (/** @type {number} */ decade) => floor - ((decade - low) / (high - low)) * (floor - top);
  const step = Math.ceil((high - low) / 5);
  const ticks = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, at) => high - at * step);
  const room = (width - left) / values.length;
  const bar = Math.min(room * 0.7, WIDEST);
  const every = Math.ceil(values.length / 12);
  return svg`${ticks.map((decade) => svg`<line class="grid" x1=${left} x2=${width} y1=${y(decade)} y2=${y(decade)} />
      <text x=${left - 8} y=${y(decade) + 4} text-anchor="end">${write(10 ** decade)}</text>`)}
    ${values.map((value, at) => {
      const height = value > 0 && Number.isFinite(value) ? Math.max(floor - y(Math.log10(value)), 1) : 0;
      return svg`<rect class="bar" x=${left + (at + 0.5) * room - bar / 2} y=${floor - height} width=${bar} height=${height} />
        ${at % every === 0 ? svg`<text x=${left + (at + 0.5) * room} y=${floor + 16} text-anchor="middle">${label(at)}</text>` : ''}`;
    })}
    <line class="axis" x1=${left} x2=${width} y1=${floor} y2=${floor} />`;
}
