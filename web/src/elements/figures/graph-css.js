// The look of a graph's figure: the picture over its steps, and below them the code beside the losses.

import { css } from 'lit';

export const graphFigureCss = css`
  .run { outline: none; }
  backprop-graph-steps { margin-top: 8px; }
  .controls code { font-family: var(--mono); }
  .beside { display: flex; flex-wrap: wrap; gap: 20px 40px; margin-top: 16px; }
  .beside:empty { display: none; }
  .code { flex: 1 1 380px; max-width: 620px; min-width: 0; font-size: 0.8125rem; }
  .printed { margin-left: 2ch; font-weight: 650; }
  .losses { flex: 1 1 260px; min-width: 0; }
  .losses h3 { margin: 0 0 8px; font-size: var(--control-text); font-weight: 600; }
  .losses ol { display: flex; flex-wrap: wrap; gap: 8px 14px; margin: 0; padding: 0; list-style: none; font-size: 0.8125rem; }
  .losses li { display: flex; flex-direction: column; gap: 4px; align-items: center; }
  .bar { display: flex; align-items: flex-end; width: 22px; height: 72px; border-bottom: 1px solid var(--border); }
  .bar i { display: block; width: 100%; background: var(--ink); }
  .losses .muted { margin: 0; }
  @media print { backprop-graph-steps { display: none; } }
`;
