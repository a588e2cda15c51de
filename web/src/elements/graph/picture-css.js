// The look of the graph's picture: nodes in HTML over edges in SVG. Sizes are px of the picture, which is scaled as a whole.

import { css } from 'lit';

export const graphPictureCss = css`
  :host { position: relative; display: block; min-width: 0; height: 100%; }
  .stage { height: 100%; padding: 20px 20px 60px; overflow: auto; display: grid; place-content: safe center; touch-action: pan-x pan-y; cursor: grab; }
  .stage.grabbed { cursor: grabbing; user-select: none; }
  .sized { position: relative; overflow: hidden; }
  .picture { position: absolute; inset: 0 auto auto 0; transform-origin: 0 0; font: 13px / 18px var(--sans); }
  svg.edges { position: absolute; inset: 0; overflow: visible; pointer-events: none; }
  .edge { fill: none; stroke: var(--ink); stroke-width: 1.5; }
  .edge.constant { stroke: var(--border); stroke-dasharray: 2 4; }
  .edge.active { stroke-width: 2.5; }
  .edge.positive { stroke: var(--positive); } .edge.negative { stroke: var(--negative); }
  .band { fill: none; stroke: var(--band); stroke-width: 12; }
  .band.positive { stroke: color-mix(in srgb, var(--positive) 18%, transparent); } .band.negative { stroke: color-mix(in srgb, var(--negative) 18%, transparent); }
  .band.lit { stroke: color-mix(in srgb, var(--ink) 22%, transparent); stroke-width: 10; }
  .arrow { fill: var(--ink); }
  .arrow.positive { fill: var(--positive); } .arrow.negative { fill: var(--negative); }
  .wire { fill: none; stroke: var(--ink); stroke-width: 2; stroke-dasharray: 5 4; }

  .label { position: absolute; pointer-events: none; text-align: right; }
  .local { position: absolute; inset: 11px 0 auto; display: block; height: 18px; font-size: 12px; text-align: center; white-space: nowrap; }
  .local > span { padding: 0 5px; background: var(--surface); }
  .local.low { top: 3px; } .local.below { top: 40px; } .local.below > span { background: none; }
  .bead { position: absolute; right: 0; top: 7px; z-index: 3; height: 26px; padding: 0 12px 0 20px; font: 700 12.5px / 26px var(--mono); white-space: nowrap;
    background: var(--ink); color: var(--surface); clip-path: polygon(12px 0, 100% 0, 100% 100%, 12px 100%, 0 50%); }
  .bead.two { top: 1px; height: 38px; padding-block: 2px; line-height: 17px; }
  .bead.positive { background: var(--positive-text); } .bead.negative { background: var(--negative-text); }

  .node { position: absolute; contain: layout size style; border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); cursor: default; }
  .node.constant { border-color: transparent; }
  .dashes { position: absolute; inset: -1px; width: calc(100% + 2px); height: calc(100% + 2px); overflow: visible; pointer-events: none; }
  .dashes rect { x: 0.5px; y: 0.5px; width: calc(100% - 1px); height: calc(100% - 1px); rx: var(--radius); fill: none; stroke: var(--border); stroke-width: 1.3; stroke-dasharray: 4 3; }
  .node.active { border-color: var(--ink); box-shadow: 0 0 0 1px var(--ink); }
  .node.selected { border-color: var(--ink); box-shadow: 0 0 0 3px var(--ink); }
  .node.layer:not(.active, .selected), .node.neuron:not(.active, .selected) { box-shadow: 3px 3px 0 -1px var(--surface), 3px 3px 0 0 var(--border); }
  .node:focus-visible { outline: 2px solid var(--ink); outline-offset: 4px; }
  .head { display: flex; gap: 8px; align-items: baseline; padding: 9px 12px 0; white-space: nowrap; }
  .head b { font: 700 15px / 18px var(--mono); }
  .said { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; color: var(--muted); }
  .symbol { font-family: var(--mono); }
  .fold { align-self: center; width: 22px; min-width: 22px; height: 22px; padding: 0; font: 14px / 1 var(--mono); }
  .value { display: flex; align-items: center; gap: 10px; padding: 0 12px; }
  .value > .n { font-size: 22px; line-height: 30px; text-align: left; }
  .value input[type='range'] { flex: 1; min-width: 0; accent-color: var(--ink); }
  .value > .moved { font-size: 15px; }
  .moved s { color: var(--muted); text-decoration-thickness: 1px; }
  .drag { cursor: ew-resize; touch-action: none; user-select: none; text-decoration: underline dotted 1px var(--border); text-underline-offset: 5px; }
  .small { display: flex; align-items: center; gap: 6px; height: 100%; padding: 0 8px; font-size: 12px; line-height: 16px; white-space: nowrap; }
  .small b { font: 700 15px / 18px var(--mono); }
  .grads { border-top: 1px solid var(--hairline); }
  .row { position: relative; display: flex; gap: 10px; align-items: center; justify-content: space-between; height: 28px; padding: 0 12px; white-space: nowrap; }
  .row .n { font-size: 12.5px; }
  .row.now { background: var(--band); box-shadow: inset 3px 0 var(--ink); }
  .row.now .muted { color: var(--ink); }
  .row.now.positive { background: color-mix(in srgb, var(--positive) 12%, var(--surface)); box-shadow: inset 3px 0 var(--positive); }
  .row.now.negative { background: color-mix(in srgb, var(--negative) 12%, var(--surface)); box-shadow: inset 3px 0 var(--negative); }
  .row.now.positive, .row.now.negative { color: var(--ink); }
  .total { display: flex; gap: 10px; align-items: center; justify-content: space-between; padding: 0 12px; white-space: nowrap; }
  .total[title] { cursor: help; }
  .total .n { font-size: 12.5px; }
  .total s { margin-left: auto; color: var(--muted); text-decoration-thickness: 1.5px; }
  .total b.n { font-size: 16px; }
  .row + .total { border-top: 1px solid var(--hairline); }
  .total.block { display: block; padding-top: 4px; }
  .total.block > .n { display: block; height: 22px; text-align: left; }
  .grid { display: grid; gap: 2px; }
  .cell { height: 22px; min-width: 0; padding: 0 5px; border: 0; border-radius: 2px; font: 12px / 22px var(--mono); font-variant-numeric: tabular-nums; text-align: right; color: var(--ink);
    background: color-mix(in srgb, var(--tint) var(--level), var(--surface)); }
  input.cell { border-bottom: 1px dotted var(--border); border-radius: 2px 2px 0 0; }
  .strip { display: flex; gap: 2px; }
  .strip i { width: 10px; height: 14px; background: color-mix(in srgb, var(--tint) var(--level), var(--surface)); outline: 1px solid var(--hairline); }
  .list { display: grid; grid-template-columns: minmax(0, 1fr) 76px 76px; grid-auto-rows: 22px; align-items: center; padding: 0 12px; border-top: 1px solid var(--hairline); text-align: right; font-size: 12px; }
  .list b { overflow: hidden; text-overflow: ellipsis; text-align: left; font: 700 12.5px var(--mono); }
  .list .more { grid-column: 1 / -1; text-align: left; }

  .plug { position: absolute; right: -9px; width: 18px; height: 18px; margin-top: -9px; border-radius: 50%; opacity: 0; cursor: crosshair; touch-action: none; z-index: 2; }
  .plug::after { content: ''; position: absolute; inset: 4px; border: 2px solid var(--surface); border-radius: 50%; background: var(--ink); }
  .node:hover > .plug, .node:focus > .plug, .node.selected > .plug { opacity: 1; }
  .node.aimed { border-color: var(--ink); box-shadow: 0 0 0 3px var(--band); }
  .socket { position: absolute; left: -6px; width: 11px; height: 11px; margin-top: -6px; border: 2px solid var(--ink); border-radius: 50%; background: var(--surface); }

  .tools { position: absolute; right: 16px; bottom: 16px; display: flex; gap: 6px; }
  .tools button { background: var(--surface); }
  @media (pointer: coarse) { .plug { opacity: 0.7; } }
`;
