// The look of the formula panel.

import { css } from 'lit';

export const formulaCss = css`
  :host { display: block; margin-top: 20px; }
  .formula { display: flex; flex-direction: column; gap: 10px; align-items: safe center; max-height: 320px; margin-top: 12px; padding: 14px 12px; overflow: auto;
    border: 1px solid var(--hairline); border-radius: var(--radius); background: var(--surface); }
  math { flex: none; width: auto; margin: 0; font-size: 1.0625rem; }
  mn { font-variant-numeric: tabular-nums; }
  .numbers, .numbers math { font-size: 1rem; }
  mo.d { padding: 0; margin: 0; }
  .lit { background: var(--band); outline: 3px solid var(--band); }
  .result { font-weight: 700; }
  .way { display: flex; flex-wrap: wrap; gap: 6px 2px; align-items: center; align-self: stretch; }
  .way + .way.numbers { margin-top: -4px; color: var(--muted); }
  .note { margin: 0; color: var(--muted); font-size: var(--tiny); }
  dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 20px; margin: 12px 0 0; }
  dt { color: var(--muted); }
  dd { margin: 0; overflow-wrap: anywhere; }
`;
