// The look of a row of the settings: its name, and what can be changed.

import { css } from 'lit';

export const rowCss = css`
  .row { display: flex; align-items: center; justify-content: space-between; gap: 8px; margin-top: 8px; min-height: var(--control); }
  .row > span:first-child { flex: 1; min-width: 0; line-height: 1.25; }
  .row.inner { margin-top: 4px; padding-left: 12px; color: var(--muted); }
  .row.inner > * { color: var(--ink); }
  .row > .stack { flex: none; display: grid; gap: 1px; }
  /* A menu beside two words would cover one of them: it stands below. */
  .row:has(> .stack + .select) { flex-wrap: wrap; gap: 4px 8px; }
  .row > .stack:has(+ .select) { flex: 1 0 100%; grid-auto-flow: column; justify-content: space-between; align-items: center; }
  .stack + .select { flex: 1 0 100%; }
  .stack + .select select { width: 100%; max-width: none; }
  .stack .check { color: var(--muted); font-size: var(--tiny); }
  .flag { cursor: pointer; }
  .check { display: inline-flex; align-items: center; gap: 6px; cursor: pointer; white-space: nowrap; }
  .check input, .flag input { flex: none; width: 15px; height: 15px; margin: 0; accent-color: var(--ink); cursor: pointer; }
  .select { flex: none; }
  .select select { min-width: calc(100px * var(--scale)); max-width: calc(148px * var(--scale)); text-overflow: ellipsis; }
  backprop-number-field { flex: none; width: calc(84px * var(--scale)); }
  backprop-slider { flex: 1; min-width: 0; }
  @media (pointer: coarse) { .check { min-height: 44px; min-width: 44px; } .stack .check { min-height: 44px; } }
`;
