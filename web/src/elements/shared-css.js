// The look that all elements share: headings, buttons, fields, numbers.

import { css } from 'lit';

export const sharedCss = css`
  :host { box-sizing: border-box; }
  :host([hidden]) { display: none; }
  *, ::before, ::after { box-sizing: inherit; }

  h2 {
    margin: 0;
    color: var(--muted);
    font-size: var(--tiny);
    font-weight: 600;
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }

  button, input, select { font: inherit; color: inherit; margin: 0; }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-width: var(--button);
    height: var(--button);
    padding: 0 10px;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    cursor: pointer;
  }
  button:hover:not(:disabled) { background: var(--sunken); }
  button:disabled { color: var(--hollow); border-color: var(--hairline); cursor: default; }
  button svg { width: 1rem; height: 1rem; fill: currentColor; flex: none; }
  :focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }

  .field {
    height: var(--control);
    padding: 0 8px;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
  }
  .field[aria-invalid="true"] { border-color: var(--ink); border-width: 2px; }
  .select { position: relative; display: inline-flex; align-items: center; }
  .select select { padding-right: 26px; appearance: none; cursor: pointer; }
  .select svg { position: absolute; right: 9px; width: 12px; height: 12px; fill: currentColor; pointer-events: none; }
  .error { margin: 4px 0 0; color: var(--ink); font-size: var(--tiny); line-height: 1.35; overflow-wrap: anywhere; }
  .error::before {
    content: "!";
    display: inline-grid;
    place-items: center;
    width: 14px;
    height: 14px;
    margin-right: 6px;
    border-radius: 50%;
    background: var(--ink);
    color: var(--surface);
    font-weight: 700;
    font-size: 11px;
    line-height: 1;
  }

  .muted { color: var(--muted); }
  .mono, .n { font-family: var(--mono); font-variant-numeric: tabular-nums; }
  .n { display: inline-block; text-align: right; white-space: nowrap; }
  .w4 { min-width: 4ch; }
  .w6 { min-width: 6ch; }
  .w7 { min-width: 7ch; }
  .w8 { min-width: 8ch; }
  .w9 { min-width: 9ch; }
  .negative { color: var(--negative-text); }
  .positive { color: var(--positive-text); }
  sub { font-size: 0.78em; line-height: 0; vertical-align: -0.28em; }
  /* What a link locks is read, not changed; its wrapper changes no layout. */
  .locked { position: relative; cursor: not-allowed; }
  .locked > .lock { position: absolute; z-index: 1; top: 2px; left: -15px; color: var(--muted); }
  .locked > .lock svg { width: 11px; height: 11px; fill: currentColor; }
  .locked > [inert] { --surface: var(--sunken); --border: var(--hairline); }
  .unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
`;
