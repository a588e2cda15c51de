// The look of the slice: the curve, and its numbers beside it where there is room.

import { css } from 'lit';

export const sliceCss = css`
  :host { display: block; container-type: inline-size; }
  p, dl, dd { margin: 0; }
  .choices { display: flex; flex-wrap: wrap; gap: 8px 16px; margin-bottom: 12px; }
  .group { display: flex; border: 1px solid var(--border); border-radius: var(--radius); overflow: hidden; }
  .group button { min-width: 30px; height: 28px; border: 0; border-radius: 0; }
  .group button:focus-visible { outline-offset: -3px; }
  .group button + button { border-left: 1px solid var(--hairline); }
  [aria-pressed="true"], [aria-pressed="true"]:hover:not(:disabled) { background: var(--ink); color: var(--surface); }
  .body { display: grid; grid-template-columns: minmax(0, 1fr) 330px; gap: 24px; align-items: start; max-width: 1100px; }
  .area.movable { cursor: ew-resize; touch-action: pan-y; }
  svg { display: block; overflow: visible; }
  svg text { fill: var(--muted); font-family: var(--mono); font-size: 12px; }
  svg .what { font-family: var(--sans); }
  .axis { stroke: var(--border); }
  .curve { fill: none; stroke: var(--ink); stroke-width: 1.8; }
  .tangent { fill: none; stroke: var(--muted); stroke-width: 1.4; stroke-dasharray: 5 3; }
  .here { fill: var(--surface); stroke: var(--ink); stroke-width: 2; }
  .dragged { fill: none; stroke: var(--ink); stroke-width: 2; stroke-dasharray: 2 2; }
  .step line { stroke: var(--ink); stroke-width: 2.4; }
  .step path { fill: var(--ink); }
  .plot { height: 210px; }
  input[type="range"] { --fill: 0%; width: calc(100% + 14px); height: 24px; margin: 2px -7px 0; }
  dl { display: grid; grid-template-columns: 1fr max-content; gap: 1px 16px; }
  dt { color: var(--muted); }
  .verdict { margin: 8px 0; font-weight: 600; }
  table { width: 100%; border-collapse: collapse; }
  caption { padding-bottom: 2px; color: var(--muted); text-align: left; font-size: var(--tiny); }
  th { font-weight: 400; text-align: left; }
  td { text-align: right; }
  .formula { color: var(--muted); text-align: left; font-size: var(--tiny); }
  .real { border-top: 1px solid var(--hairline); font-weight: 600; }
  @container (max-width: 699px) { .body { grid-template-columns: minmax(0, 1fr); } }
  @media (pointer: coarse) { .group button { min-width: 44px; height: 44px; } input[type="range"] { height: 44px; } .plot { height: 224px; } }
`;
