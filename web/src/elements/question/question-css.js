// The look of a question: a card with the text, the fields, what is said, and the steps; marks are signs, not colours.

import { css } from 'lit';

export const questionCss = css`
  :host { display: block; margin: 24px 0; padding: 2px 0 2px 18px; border-left: 3px solid var(--ink); color: var(--ink); }
  p { margin: 0 0 8px; }
  .waiting { min-height: var(--place, 190px); margin: 0; }
  p, .option, .steps { max-width: calc(var(--measure, 40rem) - 21px); }
  #text { font-weight: 600; line-height: 1.45; overflow-wrap: anywhere; }
  button, .answer, legend, #tolerance { font-size: var(--control-text, var(--text)); }
  #text:focus { outline: none; }
  form { display: flex; flex-wrap: wrap; align-items: end; gap: 8px 12px; margin-bottom: 6px; }
  fieldset { flex: 1 1 100%; margin: 0; padding: 0; border: 0; }
  legend { padding: 0; margin-bottom: 4px; }
  .option { display: flex; align-items: first baseline; gap: 8px; padding: 6px 0; cursor: pointer; }
  .answer { display: grid; flex: 1 1 220px; max-width: 420px; gap: 4px; color: var(--muted); }
  .answer .field { width: 100%; color: var(--ink); }
  .strong { border-color: var(--ink); background: var(--ink); color: var(--surface); font-weight: 650; }
  .strong:hover:not(:disabled) { background: var(--muted); }
  .after { display: flex; flex-wrap: wrap; gap: 8px; margin: 10px 0 0; }
  .said { display: flex; gap: 10px; padding: 8px 10px; border-radius: var(--radius); background: var(--sunken); line-height: 1.45; overflow-wrap: anywhere; }
  code { font-family: var(--mono); white-space: nowrap; }
  .mark { flex: none; width: 1.2em; font-weight: 700; text-align: center; }
  .steps ol { margin: 4px 0 8px; padding-left: 28px; overflow-wrap: anywhere; }
  .stage { flex: 1 1 100%; max-width: 100%; overflow-x: auto; padding: 2px; }
  .stage:focus-visible { outline: 2px solid var(--ink); outline-offset: -2px; }
  .picture { position: relative; }
  .picture > svg { position: absolute; inset: 0; }
  path { fill: none; stroke: var(--border); stroke-width: 1.5; }
  .node { position: absolute; font-size: var(--control-text, var(--text)); display: flex; flex-direction: column; justify-content: center; gap: 4px; padding: 6px 8px; border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); }
  .node.constant { align-items: center; border-color: transparent; background: none; padding: 0; }
  .title { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
  .row { display: grid; grid-template-columns: 8ch minmax(0, 1fr) 1.2em; align-items: center; gap: 4px; font-size: var(--tiny); }
  .row .field { width: 100%; height: 30px; padding: 0 5px; }
  .row.first .field { outline: 2px solid var(--ink); outline-offset: 1px; }
  @media (pointer: coarse) {
    .option { min-height: 44px; align-items: center; }
    .field, button { height: 44px; }
    .row .field { height: 44px; }
  }
  @media print { .after, form button { display: none; } }
`;
