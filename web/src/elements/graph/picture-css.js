// The look of the graph's picture: nodes in HTML over edges in SVG.

import { css } from 'lit';

export const graphPictureCss = css`
  :host { display: block; min-width: 0; height: 100%; }
  .scroll { display: grid; height: 100%; overflow: auto; padding: 20px; place-content: safe center; }
  .picture { position: relative; }
  svg { position: absolute; inset: 0; overflow: visible; }
  .edge { fill: none; stroke: var(--ink); stroke-width: 1.5; }
  .edge.constant { stroke: var(--border); stroke-dasharray: 2 4; }
  .edge.active { stroke-width: 4; }
  text { font: var(--tiny) var(--mono); text-anchor: middle; fill: var(--ink); stroke: var(--surface); stroke-width: 6; paint-order: stroke; }
  .node { position: absolute; display: flex; flex-direction: column; border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); }
  .node.constant { border-style: dashed; }
  .node.selected { outline: 2px solid var(--ink); outline-offset: 2px; }
  .node.active { border: 2px solid var(--ink); }
  .head { display: flex; gap: 8px; align-items: baseline; padding: 10px 12px 0; white-space: nowrap; overflow: hidden; }
  .head b { font-family: var(--mono); font-size: 0.9375rem; }
  .symbol { margin-left: auto; }
  .value { display: flex; flex: 1; align-items: center; gap: 10px; padding: 0 12px; min-height: 0; }
  .value .n { font-size: 1.25rem; text-align: left; white-space: pre; line-height: 1.3; }
  .value input { flex: 1; min-width: 0; accent-color: var(--ink); }
  .grads { border-top: 1px solid var(--hairline); }
  .row { display: flex; gap: 8px; align-items: center; justify-content: space-between; min-height: 28px; padding: 2px 12px; }
  .row .n { white-space: pre; }
  .row .muted { flex: none; }
  .row b { font-size: 1rem; }
  .row.now { background: var(--band); }
`;
