// The look of a chart: head with the lines' names, plot, what the cursor reads, tools, table.

import { css } from 'lit';

export const chartCss = css`
  :host { display: block; min-width: 0; }
  .plot { height: var(--plot, 150px); cursor: crosshair; touch-action: pan-y; }
  .plot:focus-visible { outline-offset: 0; }
  .u-hz .u-cursor-x { border-right: 1px solid var(--border); }
  header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 2px 14px; margin-bottom: 6px; }
  .symbol { text-transform: none; letter-spacing: 0; }
  .key { display: flex; flex-wrap: wrap; gap: 0 14px; font-size: var(--tiny); }
  .key span { display: inline-flex; align-items: center; gap: 6px; white-space: nowrap; }
  svg { width: 26px; height: 3px; }
  line { stroke: var(--ink); stroke-width: 2; }
  line.muted { stroke: var(--muted); }

  .reading { display: flex; flex-wrap: wrap; gap: 0 10px; min-height: 1.4em; margin: 4px 0; font-size: var(--tiny); line-height: 1.4; }
  .reading.long { min-height: 2.8em; }
  .reading > span { white-space: nowrap; }
  .reading .n { font-weight: 600; }
  summary { display: flex; align-items: center; gap: 6px; min-height: 24px; color: var(--muted); font-size: var(--tiny); cursor: pointer; }
  summary::before { content: "▸"; }
  [open] > summary::before { content: "▾"; }
  summary:hover { color: var(--ink); }
  @media (pointer: coarse) { summary { min-height: 44px; } }

  .tools { display: flex; flex-wrap: wrap; gap: 4px; }
  .tools button { height: var(--control); min-width: var(--control); padding: 0 7px; font-size: var(--tiny); }
  .tools button:is([aria-pressed="true"], [aria-expanded="true"]) { border-color: var(--ink); background: var(--ink); color: var(--surface); }
  .table { max-height: 240px; margin-top: 8px; overflow: auto; border: 1px solid var(--hairline); border-radius: var(--radius); background: var(--surface); }
  table { width: 100%; border-collapse: collapse; font-size: var(--tiny); }
  th, td { padding: 2px 8px; font-weight: 400; text-align: right; white-space: nowrap; }
  tbody th { font-family: var(--mono); font-variant-numeric: tabular-nums; }
  thead th { position: sticky; top: 0; background: var(--surface); color: var(--muted); border-bottom: 1px solid var(--hairline); }
`;
