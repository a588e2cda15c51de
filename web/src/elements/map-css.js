// The look of a picture of the output, and of what stands under it.

import { css } from 'lit';

export const mapCss = css`
  :host { display: block; }
  canvas { display: block; width: 100%; aspect-ratio: 1; border: 1px solid var(--border); border-radius: var(--radius); }
  .key {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 2px 12px;
    margin-top: 8px;
    font-size: var(--tiny);
    white-space: nowrap;
  }
  .key span { display: inline-flex; align-items: center; gap: 6px; }
  .bar {
    --low: color-mix(in srgb, var(--negative) 62%, var(--surface));
    --high: color-mix(in srgb, var(--positive) 62%, var(--surface));
    width: 72px;
    height: 9px;
    border: 1px solid var(--hairline);
    border-radius: 3px;
    background: linear-gradient(to right, var(--low), var(--surface), var(--high));
  }
  .bar.crisp { background: linear-gradient(to right, var(--low) 50%, var(--high) 50%); }
  svg { width: 11px; height: 11px; flex: none; }
  .negative { fill: var(--negative); }
  .positive { fill: var(--positive); }
  .third { fill: var(--third); }
  .fourth { fill: var(--fourth); }
  .fifth { fill: var(--fifth); }
  .open { fill: none; stroke: currentColor; stroke-width: 1.4; }
  .solid { fill: currentColor; }
  .line { stroke: currentColor; stroke-width: 2; }
`;
