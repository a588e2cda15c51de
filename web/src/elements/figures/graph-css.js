// The look of a graph's figure: the picture over its steps, and below them the code beside the losses.

import { css } from 'lit';

export const graphFigureCss = css`
  .run { outline: none; }
  .controls code { font-family: var(--mono); }
  .below { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 16px 40px; margin-top: 8px; }
  .walk { flex: 3 1 420px; min-width: 0; }
  .code { flex: 2 1 360px; min-width: 0; font-size: 0.8125rem; }
  .printed { margin-left: 2ch; font-weight: 650; }
  .losses { margin-top: 16px; }
  .losses h3 { margin: 0 0 8px; font-size: var(--control-text); font-weight: 600; }
  .losses ol { display: flex; flex-wrap: wrap; gap: 8px 14px; margin: 0; padding: 0; list-style: none; font-size: 0.8125rem; }
  .losses li { display: flex; flex-direction: column; gap: 4px; align-items: center; }
  .bar { display: flex; align-items: flex-end; width: 22px; height: 72px; border-bottom: 1px solid var(--border); }
  .bar i { display: block; width: 100%; background: var(--ink); }
  .losses .muted { margin: 0; font-size: var(--control-text); }
  @media (max-width: 560px) { .walk, .code { flex-basis: 100%; } }
  @media print { backprop-graph-steps { display: none; } }
`;
