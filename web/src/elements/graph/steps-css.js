// The look of the steps: segments of a track under a slider, and the sentence below.

import { css } from 'lit';

export const stepsCss = css`
  :host { display: block; }
  .controls { display: flex; flex-wrap: wrap; align-items: center; gap: 10px 20px; }
  .buttons { display: flex; gap: 8px; }
  .buttons button { width: 40px; padding: 0; }
  .buttons [aria-disabled="true"] { border-color: var(--hairline); background: var(--surface); color: var(--hollow); cursor: default; }
  .buttons .play { width: 48px; background: var(--ink); border-color: var(--ink); color: var(--surface); }
  .play:hover:not(:disabled) { background: var(--ink); opacity: 0.88; }
  .track { position: relative; flex: 1 1 420px; min-width: 0; }
  .phases, .segments { display: flex; padding: 0 9px; }
  .phases > span, .segments > span { flex: 1; min-width: 0; }
  .phases { color: var(--muted); font-size: var(--tiny); text-align: center; line-height: 20px; white-space: nowrap; }
  .phases .on, .segments .on { color: var(--ink); font-weight: 650; }
  .segments { font: var(--tiny) / 18px var(--mono); color: var(--muted); text-align: center; }
  .segments i { display: block; height: 3px; margin: 8px 1px 9px; background: var(--border); opacity: 0.5; }
  .segments .done i { background: var(--ink); opacity: 1; }
  .segments .first i { margin-left: 4px; }
  .segments span span { display: flex; justify-content: center; min-height: 18px; white-space: nowrap; }
  input[type="range"] { position: absolute; left: 0; top: 20px; width: 100%; height: 20px; margin: 0; appearance: none; background: none; cursor: pointer; }
  input[type="range"]::-webkit-slider-thumb { appearance: none; width: 18px; height: 18px; border: 2.5px solid var(--ink); border-radius: 50%; background: var(--surface); }
  input[type="range"]::-moz-range-thumb { box-sizing: border-box; width: 18px; height: 18px; border: 2.5px solid var(--ink); border-radius: 50%; background: var(--surface); }
  input[type="range"]::-moz-range-track { background: none; }
  .count { min-width: 15ch; text-align: right; color: var(--muted); }
  .again { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; }
  .again button { font-family: var(--mono); }
  .said { display: flex; gap: 16px; align-items: flex-start; justify-content: space-between; margin-top: 8px; min-height: 3.2em; }
  .sentence { margin: 0; font-size: 1.0625rem; overflow-wrap: anywhere; }
  .chip { flex: none; padding: 4px 10px; border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); }
  :host([plain]) { container-type: inline-size; }
  :host([plain]) .sentence { font-size: 1rem; line-height: 1.45; }
  :host([plain]) .chip, :host([plain]) .count { font-size: 0.8125rem; }
  @container (max-width: 800px) {
    .count { margin-left: auto; }
    .track { flex-basis: 100%; order: 3; }
  }
  @media (pointer: coarse) { input[type="range"] { top: 8px; height: 44px; } input[type="range"]::-webkit-slider-thumb { width: 24px; height: 24px; } }
  @media (max-width: 900px) {
    .count { margin-left: auto; }
    .track { flex-basis: 100%; order: 3; }
    .again { order: 4; }
    .said { min-height: 4.4em; flex-wrap: wrap; gap: 6px 16px; }
  }
`;
