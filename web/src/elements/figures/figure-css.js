// The look of every figure: between two hairlines, its controls under the picture, its caption last.

import { css } from 'lit';

export const figureCss = css`
  :host { display: block; contain: layout style; }
  figure { margin: 0; padding: 20px 0; border-block: 1px solid var(--hairline); }
  figcaption { max-width: var(--measure); margin-top: 12px; color: var(--muted); font-size: var(--small); line-height: 1.5; }
  figure[aria-busy="true"] { display: flex; flex-direction: column; box-sizing: border-box; min-height: var(--place, 240px); }
  .waiting { display: grid; flex: 1; place-items: center; margin: 0; color: var(--muted); }
  .controls { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; margin-top: 12px; }
  .controls, .readings { font-size: var(--control-text); }
  .control { display: flex; align-items: center; gap: 10px; max-width: 100%; }
  .control > span { white-space: nowrap; }
  .control input[type="range"] { flex: 1 1 auto; width: 160px; min-width: 80px; height: var(--control); }
  .control output { min-width: 5ch; font-family: var(--mono); font-variant-numeric: tabular-nums; }
  .sentence { min-height: 1.5em; margin: 10px 0 0; line-height: 1.5; }
  .readings { display: flex; flex-wrap: wrap; gap: 4px 24px; margin: 10px 0 0; }
  .readings div { display: flex; gap: 8px; }
  .readings dt { color: var(--muted); }
  .readings dd { margin: 0; font-family: var(--mono); font-variant-numeric: tabular-nums; font-weight: 600; }
  .legend { margin: 4px 0 0; color: var(--muted); font-size: var(--small); }
  svg.plot { display: block; width: 100%; overflow: visible; font-family: var(--sans); }
  .plot .grid { stroke: var(--hairline); stroke-width: 1; }
  .plot .axis { stroke: var(--border); stroke-width: 1; }
  .plot text { fill: var(--muted); font-size: 12px; }
  .plot text.name { fill: var(--ink); font-style: italic; font-size: 13px; }
  .plot .curve { fill: none; stroke: var(--ink); stroke-width: 2; }
  .plot .slope { stroke-width: 3; stroke-linecap: round; }
  .plot .slope.negative { stroke: var(--negative); }
  .plot .slope.positive { stroke: var(--positive); }
  .plot .slope.zero { stroke: var(--border); }
  .plot .dot { fill: var(--surface); stroke: var(--ink); stroke-width: 2; }
  .plot .trail { fill: var(--ink); opacity: 0.35; }
  @media print {
    .controls, button, .waiting { display: none; }
    figure[aria-busy="true"] { min-height: 0; }
    figure { break-inside: avoid; }
  }
`;
