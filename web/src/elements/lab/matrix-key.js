// What the colours of a matrix mean: a bar on the asinh scale, its ends signed.

import { css, svg } from 'lit';
import { formatTick } from '../../draw/format.js';
import { pushLevel } from '../../draw/scale.js';

const [WIDTH, MARGIN] = [228, 16];

export const matrixKeyCss = css`
  .key { flex: none; display: block; overflow: visible; }
  .key text { fill: var(--muted); font-size: var(--tiny); }
  .key rect { stroke: var(--border); }
  .key path { stroke: var(--surface); stroke-width: 2; }
  .key .low { stop-color: var(--negative); }
  .key .middle { stop-color: var(--surface); }
  .key .high { stop-color: var(--positive); }
`;

/** Full colour, a part of it that is far smaller, and zero. @param {{ full: number, span: number }} scale */
export function matrixKey({ full, span }) {
  const part = full / Math.sqrt(span);
  const ticks = full > 0 ? [-full, -part, 0, part, full] : [0];
  const place = (/** @type {number} */ tick) => MARGIN + (1 + Math.sign(tick) * pushLevel(tick, full, span)) * (WIDTH / 2);
  return svg`<svg class="key" width=${WIDTH + 2 * MARGIN} height="32" role="img"
      aria-label="Colours from ${formatTick(-full)} to ${formatTick(full)}, on an asinh scale">
    <linearGradient id="signs"><stop class="low" /><stop class="middle" offset="0.5" /><stop class="high" offset="1" /></linearGradient>
    <rect x=${MARGIN} y="0.5" width=${WIDTH} height="13" rx="3" fill="url(#signs)" />
    <path d="M${MARGIN + 6} 7h7M${MARGIN + WIDTH - 13} 7h7m-3.5 -3.5v7" />
    ${ticks.map((tick) => svg`<text x=${place(tick)} y="28" text-anchor="middle">${formatTick(tick)}</text>`)}
  </svg>`;
}
