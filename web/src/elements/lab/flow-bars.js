// A norm for each layer as bars on a logarithmic axis, from the first layer to the last.

import { css, html, svg } from 'lit';
import { formatNumber, formatTick } from '../../draw/format.js';

const WIDTH = 440;
const HEIGHT = 170;
const LEFT = 52;
const FLOOR = 142;
const TOP = 8;

export const flowBarsCss = css`
  svg.flow { display: block; width: 100%; max-width: ${WIDTH}px; height: auto; }
  svg.flow text { fill: var(--muted); font-size: 12px; }
  svg.flow .bar { fill: var(--ink); }
  svg.flow .grid { stroke: var(--hairline); }
  svg.flow .axis { stroke: var(--border); }
`;

/** The decades between which all these numbers lie: at least three. @param {number[]} values @returns {[number, number]} */
export function decadesOf(values) {
  const sizes = values.filter((value) => value > 0 && Number.isFinite(value)).map(Math.log10);
  const high = Math.ceil(Math.max(0, ...sizes));
  return [Math.min(Math.floor(Math.min(0, ...sizes)), high - 3), high];
}

/** @param {string} title @param {number[]} values @param {[number, number]} decades of the axis */
export function flowBars(title, values, [low, high]) {
  const y = (/** @type {number} */ decade) => FLOOR - ((decade - low) / (high - low)) * (FLOOR - TOP);
  const step = Math.ceil((high - low) / 5);
  const ticks = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, at) => high - at * step);
  const room = (WIDTH - LEFT) / values.length;
  const every = Math.ceil(values.length / 12);
  return html`<svg class="flow" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img"
    aria-label="${title}: ${formatNumber(values[0])} in layer 1, ${formatNumber(values[values.length - 1])} in layer ${values.length}, on a logarithmic axis">
    ${ticks.map((decade) => svg`<line class="grid" x1=${LEFT} x2=${WIDTH} y1=${y(decade)} y2=${y(decade)} />
      <text x=${LEFT - 8} y=${y(decade) + 4} text-anchor="end">${formatTick(10 ** decade)}</text>`)}
    ${values.map((value, at) => {
      const top = value > 0 && Number.isFinite(value) ? Math.min(y(Math.log10(value)), FLOOR - 1) : FLOOR;
      return svg`<rect class="bar" x=${LEFT + at * room + room * 0.15} y=${top} width=${room * 0.7} height=${FLOOR - top} />
        ${at % every === 0 ? svg`<text x=${LEFT + (at + 0.5) * room} y=${FLOOR + 16} text-anchor="middle">${at + 1}</text>` : ''}`;
    })}
    <line class="axis" x1=${LEFT} x2=${WIDTH} y1=${FLOOR} y2=${FLOOR} />
  </svg>`;
}
