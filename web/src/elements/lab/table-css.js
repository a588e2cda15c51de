// The look of the table of weights.

import { css } from 'lit';

export const tableCss = css`
  :host { display: flex; flex-direction: column; min-height: 320px; padding: 8px 0 12px; }
  .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 16px; padding-bottom: 8px; white-space: nowrap; }
  label { display: inline-flex; align-items: center; gap: 6px; min-height: var(--control); }
  .pages { display: inline-flex; align-items: center; gap: 8px; margin-left: auto; }
  .pages button svg { width: 11px; height: 11px; }
  .scroll { position: relative; flex: 1 1 0; min-height: 220px; overflow: auto; border: 1px solid var(--hairline); border-radius: var(--radius); }
  table { width: 100%; border-collapse: collapse; }
  thead th { position: sticky; top: 0; z-index: 1; padding: 0; background: var(--surface); box-shadow: 0 1px var(--hairline); text-align: right; }
  thead button { width: 100%; justify-content: flex-end; gap: 4px; border: 0; border-radius: 0; background: none; color: var(--muted); font-weight: 600; white-space: nowrap; }
  thead button span { width: 1em; font-size: 0.7em; color: var(--ink); }
  thead button:focus-visible, tr:focus-visible { outline-offset: -2px; }
  [aria-sort="ascending"] button, [aria-sort="descending"] button { color: var(--ink); }
  .place, .to, .from { text-align: left; }
  .place button, .to button, .from button { justify-content: flex-start; }
  td, tbody th { padding: 3px 10px; font-weight: 400; text-align: right; white-space: nowrap; }
  td:nth-child(1), tbody th, td:nth-child(3) { text-align: left; }
  tbody tr { cursor: pointer; }
  tbody tr:nth-child(even) { background: var(--page); }
  tbody tr.hovered { background: var(--sunken); }
  tbody tr[aria-current] { background: var(--sunken); box-shadow: inset 3px 0 var(--ink); font-weight: 600; }
  :host([compact]) td, :host([compact]) tbody th { padding-left: 5px; padding-right: 5px; font-size: 13px; }
  :host([compact]) thead button { padding: 0 5px; font-size: 13px; gap: 0; min-width: 0; }
  :host([compact]) .pages { margin: 0; }
  @media (pointer: coarse) { td, tbody th { padding: 12px 10px; } }
`;
