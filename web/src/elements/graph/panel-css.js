// The look that the panels under the picture share.

import { css } from 'lit';

export const panelCss = css`
  :host { display: block; }
  h3 { margin: 0 0 6px; font-size: var(--text); font-weight: 650; }
  p { margin: 0 0 8px; max-width: 68ch; line-height: 1.5; }
  .columns { display: grid; grid-template-columns: minmax(240px, 1fr) minmax(0, 2fr); gap: 20px 32px; }
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; font-size: var(--text); }
  caption { white-space: nowrap; padding-bottom: 6px; text-align: left; color: var(--muted); }
  th { padding: 4px 16px 4px 0; color: var(--muted); font-weight: 400; text-align: left; white-space: nowrap; }
  td { padding: 4px 16px 4px 0; white-space: nowrap; }
  th.num, td.num { text-align: right; }
  tbody tr { border-top: 1px solid var(--hairline); }
  tbody th { color: var(--ink); font-family: var(--mono); }
  tr.now { background: var(--band); box-shadow: inset 3px 0 var(--ink); }
  tr.now > :first-child { padding-left: 10px; }
  .sum td, .sum th { border-top: 1px solid var(--ink); font-weight: 650; }
  .row { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; margin-bottom: 12px; }
  .choice[aria-pressed="true"] { border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); font-weight: 650; }
  .ask { height: 26px; min-width: 0; margin-left: 12px; padding: 0 8px; border-color: var(--hairline); color: var(--muted); }
  @media (pointer: coarse) { .ask { height: var(--button); } }
  .big { font: 650 1.25rem var(--mono); }
  @media (max-width: 700px) { .columns { grid-template-columns: minmax(0, 1fr); } }
`;
