// The look of the network figure.

import { css } from 'lit';

export const networkCss = css`
  :host { display: flex; flex-direction: column; position: relative; }
  .picture {
    position: relative;
    flex: 1;
    min-height: var(--least, 300px);
    border-radius: var(--radius);
    cursor: default;
    touch-action: manipulation;
  }
  .picture:focus-visible { outline-offset: -2px; }
  canvas, svg { position: absolute; inset: 0; width: 100%; height: 100%; overflow: visible; }

  /* As high as its heads, before they are there too. */
  .top { position: relative; box-sizing: content-box; min-height: calc(58px * var(--scale)); padding-bottom: 5px; }
  :host([compact]) .top { min-height: 20px; }
  @media (pointer: coarse) { :host(:not([compact])) .top { min-height: calc(78px * var(--scale)); } }
  backprop-layer-tools { position: absolute; inset: calc(34px * var(--scale)) 0 auto; }
  svg.heads { position: static; display: block; width: 100%; height: auto; }
  .head { font-size: 13px; font-weight: 650; }
  .of { fill: var(--muted); font-weight: 400; font-size: 12px; }
  .chip rect { fill: var(--ink); }
  .chip text { fill: var(--surface); font-size: 11px; font-weight: 600; }
  .backward { stroke: var(--hairline); }
  .point { fill: var(--muted); }
  :host([compact]) .head { font-size: 12px; }

  /* Of the stroke: an element that is not opaque itself is drawn apart first, which takes twice the time. */
  .edge { stroke-opacity: var(--edge-opacity); }
  .edge.positive { stroke: var(--positive); }
  .edge.negative { stroke: var(--negative); stroke-dasharray: 5 3; }
  .edge.zero { stroke: var(--hollow); }
  .edge.way { stroke-opacity: 1; }
  .band line { stroke: var(--band); stroke-width: 8; }
  .link { fill: none; stroke: var(--ink); stroke-width: 1.5; }

  .bead { paint-order: stroke; stroke: var(--surface); stroke-width: 1.6; stroke-linejoin: round; }
  .raises { fill: var(--positive); }
  .lowers { fill: var(--negative); }
  .hollow { fill: var(--surface); stroke: var(--hollow); stroke-width: 1; }
  .marker line, .marker path { fill: none; stroke: var(--ink); stroke-width: 1.2; }
  .marker rect { fill: none; stroke: var(--ink); stroke-width: 1.6; }

  .unit { fill: none; stroke: var(--border); }
  .unit.asked { stroke: var(--ink); stroke-width: 2; }
  .unit.dead { stroke-dasharray: 3 2.5; }
  .unit.waiting { fill: var(--surface); stroke-dasharray: 1.5 2.5; }
  text { fill: var(--ink); font-size: 12px; }
  text.what { fill: var(--muted); }
  .name { font-size: 12px; }
  .name.true { font-weight: 700; }
  .value { fill: var(--muted); font-family: var(--mono); }
  .input { font-style: italic; font-size: 14px; }
  .loss { font-style: italic; font-size: 14px; }
  .rest { fill: var(--muted); }
  .label rect { fill: var(--surface); fill-opacity: 0.88; }
  .label text { font-family: var(--mono); font-size: 12.5px; white-space: pre; }
  .label .negative { fill: var(--negative-text); }
  .label .positive { fill: var(--positive-text); }

  .halt {
    position: absolute;
    inset: 72px 15% auto;
    margin: 0;
    padding: 12px 16px;
    border: 1px solid var(--ink);
    border-radius: var(--radius);
    background: var(--surface);
  }
`;
