// The look of the text editor: marks lie under the letters, line numbers beside them, and both follow the scrolling.

import { css } from 'lit';

export const textCss = css`
  :host { display: block; }
  .head { display: flex; align-items: center; gap: 6px; }
  .head h2 { flex: 1; }
  .head button { min-width: var(--control); height: var(--control); padding: 0; }
  .editor { --line: 24px; position: relative; display: flex; margin-top: 10px; border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); font: var(--text) / var(--line) var(--mono); overflow: hidden; }
  .editor:focus-within { outline: 2px solid var(--ink); outline-offset: 1px; }
  .lines { flex: none; position: relative; min-width: 40px; overflow: hidden; padding: 8px 8px 0; color: var(--muted); text-align: right; user-select: none; }
  .numbers { white-space: pre; }
  .wrongline { position: absolute; right: 8px; color: var(--ink); font-weight: 700; -webkit-text-stroke: 0.4px; }
  .paper { position: relative; flex: 1; min-width: 0; overflow: hidden; }
  .marks { position: absolute; inset: 0; pointer-events: none; }
  .band { position: absolute; left: 0; right: 0; height: var(--line); background: var(--sunken); }
  .row { position: absolute; left: 6px; height: var(--line); color: transparent; white-space: pre; tab-size: 4; }
  .row > span { display: inline-block; height: var(--line); }
  .active { color: var(--ink); font-weight: 700; border-bottom: 2px solid var(--ink); }
  .selected { background: var(--band); border-radius: 3px; }
  .shown { box-shadow: inset 0 -2px var(--border); }
  .wrong { text-decoration: underline wavy 2px var(--ink); text-underline-offset: 3px; background: var(--band); }
  .wrong.at { box-shadow: inset 2px 0 var(--ink); background: none; text-decoration: none; }
  textarea {
    position: relative; display: block; width: 100%; height: 100%; margin: 0; padding: 8px 6px; border: 0; background: none; color: inherit;
    font: inherit; tab-size: 4; white-space: pre; overflow: auto; scrollbar-width: thin; resize: none;
  }
  textarea:focus-visible { outline: none; }
  .under { display: flex; gap: 12px; justify-content: space-between; align-items: baseline; margin-top: 8px; min-height: 20px; }
  .under p { margin: 0; }
  .place { flex: none; color: var(--muted); font-variant-numeric: tabular-nums; }
  .stands { margin: 4px 0 0; color: var(--muted); }
  @media (pointer: coarse) { .editor { font-size: 1rem; } }
`;
