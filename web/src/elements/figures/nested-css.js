// The look of layers within layers, and of the chain under them.

import { css } from 'lit';

export const nestedCss = css`
  .boxes { overflow-x: auto; padding: 4px 1px; font-size: 0.875rem; }
  .row { display: flex; align-items: center; gap: 16px; width: max-content; }
  .row.unfolds { min-height: 150px; }
  .row.dense { flex-direction: column; align-items: flex-start; gap: 4px; font-size: 0.8125rem; }
  .dense .box { gap: 4px; padding-inline: 6px; }
  .dense .matrix { gap: 0 7px; padding-inline: 5px; }
  .box { position: relative; display: flex; align-items: center; gap: 8px; height: auto; padding: 20px 10px 12px; border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); font-family: var(--mono); white-space: nowrap; }
  .box.lit, .loss.lit { outline: 3px solid var(--ink); outline-offset: -1px; background: var(--sunken); }
  .box .tab { position: absolute; top: 1px; left: 8px; font-family: var(--sans); font-size: 0.8125rem; font-style: italic; }
  .box.closed { min-height: 64px; padding: 12px; border-style: dashed; }
  .box.closed button { position: absolute; inset: 0; height: auto; border: 0; background: none; }
  .box.closed:has(button:enabled):hover { background: var(--sunken); }
  .box.closed b { font-family: var(--sans); font-style: italic; }
  .part { display: inline-flex; align-items: center; gap: 2px; }
  .named { position: relative; display: inline-block; }
  .named small { position: absolute; top: 100%; left: 50%; color: var(--muted); font-size: 0.75rem; line-height: 1.1; transform: translateX(-50%); }
  .input { padding: 4px 8px; border-radius: var(--radius); background: var(--sunken); font-family: var(--mono); white-space: nowrap; }
  .loss { margin: 0; padding: 6px 8px; border-radius: var(--radius); font-family: var(--mono); line-height: 1.5; white-space: nowrap; }
  .stacked, .stacked .box { flex-direction: column; align-items: stretch; }
  .row.stacked { width: auto; gap: 4px; }
  .stacked .box.closed { flex-direction: row; justify-content: flex-start; align-items: center; padding: 12px; }
  .stacked .box { padding: 20px 10px 10px; }
  .stacked .part { padding-bottom: 12px; flex-wrap: wrap; }
  .stacked .input { align-self: flex-start; }
  .matrix { display: inline-grid; grid-template-columns: repeat(var(--columns), auto); gap: 0 10px; padding: 2px 8px; border-inline: 1.5px solid var(--ink); border-radius: 5px; vertical-align: middle; line-height: 1.45; text-align: right; }
  .marked { outline: 1.5px solid var(--ink); outline-offset: 1px; border-radius: 2px; }
  .chains { margin-top: 16px; overflow-x: auto; }
  .chain { display: flex; flex-wrap: wrap; align-items: center; gap: 6px 8px; margin: 0 0 8px; font-family: var(--mono); font-size: 0.9375rem; }
  .fraction { display: inline-flex; flex-direction: column; text-align: center; line-height: 1.35; font-family: var(--sans); font-size: 0.875rem; }
  .fraction :first-child { border-bottom: 1.5px solid currentColor; }
  .factor { display: inline-flex; align-items: center; gap: 10px; min-height: 44px; padding: 4px 10px; border: 1px solid var(--hairline); border-radius: var(--radius); cursor: default; }
  .factor.lit { border-color: var(--ink); outline: 2px solid var(--ink); outline-offset: -1px; background: var(--sunken); }
  .reason { min-height: 1.5em; margin: 0; color: var(--muted); font-size: var(--control-text); line-height: 1.5; }
  @media (max-width: 560px) { .controls .control { flex-wrap: wrap; } .reason { min-height: 4.5em; } }
`;
