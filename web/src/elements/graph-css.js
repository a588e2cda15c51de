// The look of the graph page: a third of text, the picture, the steps below; one column where it is narrow.

import { css } from 'lit';

export const graphCss = css`
  :host { display: block; }
  .page { display: flex; flex-direction: column; height: 100dvh; background: var(--surface); }
  main { display: grid; flex: 1; min-height: 0; grid-template: minmax(0, 1fr) auto / minmax(280px, 29%) minmax(0, 1fr); }
  .left { overflow: auto; padding: 18px 20px; border-right: 1px solid var(--hairline); background: var(--page); }
  .right { min-width: 0; min-height: 0; }
  .bottom { grid-column: 1 / -1; padding: 14px 20px; border-top: 1px solid var(--hairline); background: var(--page); }
  .editor { display: flex; margin-top: 12px; border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); font: var(--text) / 24px var(--mono); }
  .lines { flex: none; padding: 8px; min-width: 36px; color: var(--muted); text-align: right; }
  .lines .wrong { color: var(--ink); font-weight: 700; }
  .area { position: relative; flex: 1; min-width: 0; overflow: auto hidden; }
  textarea { display: block; width: 100%; padding: 8px 4px; border: 0; background: none; color: inherit; font: inherit; resize: none; field-sizing: content; min-width: 100%; }
  textarea:focus-visible { outline: none; }
  .editor:focus-within { outline: 2px solid var(--ink); outline-offset: 2px; }
  .mark { position: absolute; inset: 8px 4px auto; pointer-events: none; white-space: pre; }
  .mark u { text-decoration: underline wavy 2px var(--ink); text-underline-offset: 3px; white-space: pre; }
  .status { margin: 8px 0 0; min-height: 20px; }
  .code-head { display: flex; align-items: center; justify-content: space-between; margin-top: 24px; }
  pre { margin: 8px 0 0; padding: 12px; overflow: auto; border: 1px solid var(--hairline); border-radius: var(--radius); background: var(--surface); font: var(--tiny) / 1.6 var(--mono); }
  .controls { display: flex; align-items: center; gap: 12px 28px; }
  .buttons { display: flex; gap: 8px; }
  .buttons button { width: 40px; padding: 0; }
  .play { background: var(--ink); border-color: var(--ink); color: var(--surface); }
  .play:hover:not(:disabled) { background: var(--ink); opacity: 0.88; }
  label { flex: 1; min-width: 0; max-width: 800px; }
  label input { width: 100%; accent-color: var(--ink); }
  .phases { display: flex; color: var(--muted); font-size: var(--tiny); text-align: center; }
  .phases span { min-width: 0; }
  .phases .on { color: var(--ink); font-weight: 650; }
  .sentence { margin: 8px 0 0; min-height: 2.8em; font-size: 1.0625rem; overflow-wrap: anywhere; }
  .failure { margin: 20px; padding: 12px 16px; border: 1px solid var(--ink); border-radius: var(--radius); }
  @media (max-width: 900px) {
    .page { height: auto; min-height: 100dvh; }
    main { display: flex; flex-direction: column; }
    .left { border-right: 0; order: 2; }
    .right { min-height: 440px; }
    .bottom { order: 1; border-bottom: 1px solid var(--hairline); }
    .controls { flex-wrap: wrap; }
    label { flex: 1 0 100%; order: 3; }
  }
`;
