// A norm for each layer as bars on a logarithmic axis, from the first layer to the last.

import { css, html } from 'lit';
import { formatNumber } from '../../draw/format.js';
import { logBars } from '../log-bars.js';

const WIDTH = 440;
const HEIGHT = 170;
const FRAME = { width: WIDTH, floor: 142, top: 8, left: 52 };

export const flowBarsCss = css`
  svg.flow { display: block; width: 100%; max-width: ${WIDTH}px; height: auto; }
  svg.flow text { fill: var(--muted); font-size: 12px; }
  svg.flow .bar { fill: var(--ink); }
  svg.flow .grid { stroke: var(--hairline); }
  svg.flow .axis { stroke: var(--border); }
`;

/** @param {string} title @param {number[]} values @param {[number, number]} decades of the axis */
export function flowBars(title, values, decades) {
  return html`<svg class="flow" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img"
    aria-label="${title}: ${formatNumber(values[0])} in layer 1, ${formatNumber(values[values.length - 1])} in layer ${values.length}, on a logarithmic axis">${logBars(FRAME, values, decades)}</svg>`;
}
