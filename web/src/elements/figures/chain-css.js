// The look of the chain of functions: plots in a row with signs between them, one under the other where it is narrow.

import { css } from 'lit';

export const chainCss = css`
  .plots { display: grid; grid-template-columns: repeat(var(--columns), minmax(0, 1fr)); gap: 16px 0; }
  .cell { display: flex; min-width: 0; }
  .sign { display: grid; flex: none; place-items: center; width: 34px; font-size: 1.3rem; }
  .plot-of { display: flex; flex: 1; flex-direction: column; justify-content: flex-end; min-width: 0; }
  .stacked .cell { flex-direction: column; }
  .stacked .sign { width: auto; padding-bottom: 8px; }
  .stacked .sign:empty { display: none; }
  .head { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 12px; margin: 0 22px 4px 40px; font-size: var(--control-text); line-height: 1.5; }
  .tight .head { flex-direction: column; }
  .head b { font-style: italic; font-weight: 600; }
  .slope-of { font-family: var(--mono); font-size: 0.93em; white-space: nowrap; }
  .slope-of .n, .product b { font-weight: 600; }
  .drag { cursor: ew-resize; touch-action: pan-y; }
  .plot .guide { stroke: var(--muted); stroke-width: 1; stroke-dasharray: 2 3; }
  .plot .run { fill: none; stroke: var(--ink); stroke-width: 1.2; }
  .plot .slope.misplaced { stroke-dasharray: 6 5; }
  .plot .misplaced-dot { fill: var(--surface); stroke: var(--muted); stroke-width: 2; stroke-dasharray: 3 2; }
  .controls { justify-content: space-between; }
  .controls > p { margin: 0; }
  .product { font-size: 0.9375rem; }
  .nudge { color: var(--muted); }
  .nudge span { white-space: nowrap; }
  .check { margin-top: 10px; min-height: 32px; font-size: var(--control-text); cursor: pointer; }
  .check input { width: 16px; height: 16px; accent-color: var(--ink); }
  @media (pointer: coarse) { .check { min-height: 44px; } }
  @media (max-width: 560px) { .controls { flex-direction: column; align-items: stretch; } }
`;
