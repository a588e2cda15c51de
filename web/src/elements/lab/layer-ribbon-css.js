// The look of the layer ribbon.

import { css } from 'lit';

/** So many layers have their numbers beside the bars; more have them below. */
export const SIDE_BY_SIDE = 4;

export const ribbonCss = css`
  /* Its place is kept until its numbers come, right after the first frame. */
  :host { display: block; min-height: calc(70px * var(--scale)); }
  .cells { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(296px, 1fr); overflow-x: auto; }
  .cell {
    position: relative;
    display: grid;
    grid-template-columns: 136px 1fr;
    grid-template-rows: auto auto;
    gap: 0 16px;
    padding: 4px 20px 6px;
    font-size: var(--tiny);
  }
  .cell + .cell { border-left: 1px solid var(--hairline); }
  .cell:hover { background: var(--page); }
  h3 { grid-column: 2; display: flex; align-items: center; gap: 10px; min-height: 24px; margin: 0; font-size: 13px; font-weight: 400; }
  h3 button { height: auto; min-width: 0; padding: 0; border: 0; background: none; justify-content: start; }
  h3 button:hover:not(:disabled) { background: none; }
  /* The whole cell is the button's. */
  h3 button::after { content: ""; position: absolute; inset: 0; }
  h3 button:focus-visible { outline: none; }
  h3 button:focus-visible::after { outline: 2px solid var(--ink); outline-offset: -3px; border-radius: var(--radius); }
  h3 button[aria-expanded="true"] b { text-decoration: underline; text-underline-offset: 4px; }
  .badge {
    padding: 1px 8px;
    border: 1px solid var(--ink);
    border-radius: 10px;
    background: var(--ink);
    color: var(--surface);
    font-weight: 600;
  }
  .badge::before { content: "!"; margin-right: 5px; }
  svg { display: block; width: 135px; grid-area: 1 / 1 / 3; align-self: end; }
  .bar.negative { fill: var(--negative); }
  .bar.positive { fill: var(--positive); }
  .bar.zero { fill: var(--surface); stroke: var(--hollow); }
  line, .tick { stroke: var(--border); }
  text { fill: var(--muted); font-size: 11px; }
  dl { display: grid; grid-template-columns: auto 1fr; gap: 0 12px; max-width: 190px; margin: 0; align-content: end; line-height: 1.3; }
  /* Two pairs on a line where there is room: three layers on a wide screen. */
  @media (min-width: 1400px) { .few dl { grid-template-columns: repeat(2, auto 1fr); max-width: none; } }
  dt { color: var(--muted); white-space: nowrap; }
  dd { margin: 0; font-family: var(--mono); text-align: right; white-space: nowrap; }
  .many { grid-auto-columns: minmax(150px, 1fr); }
  .many .cell { grid-template-columns: 1fr; grid-template-rows: auto auto 1fr; padding-inline: 12px; gap: 4px; }
  .many .cell > * { grid-area: auto; }
  .many h3 { flex-wrap: wrap; gap: 2px 8px; align-content: start; }
  .many.ill h3 { min-height: 46px; }
  .many svg { width: 100%; max-width: 150px; }
  .many dl { max-width: 150px; gap: 1px 4px; }
  .cause { padding: 8px 20px 12px; border-top: 1px solid var(--hairline); line-height: 1.5; }
  .cause p { max-width: 110ch; margin: 0; }
  .cause button { height: auto; min-height: var(--button); margin: 6px 0; text-align: left; }
  .cause .n { display: inline; }
  @media (max-width: 699px) {
    .cells:not(.many) { grid-auto-columns: minmax(280px, 1fr); }
    .cell, .cause { padding-inline: 16px; }
  }
`;
