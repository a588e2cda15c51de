// The look of the dialog for tables.

import { css } from 'lit';

export const csvCss = css`
  dialog {
    width: min(860px, calc(100vw - 24px));
    max-height: calc(100dvh - 24px);
  }
  .top, .bring, .how, .end { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; }
  .top, .end { justify-content: space-between; }
  .bring { margin: 8px 0; }
  .how { gap: 8px 20px; margin: 12px 0 4px; }
  .how .select select { max-width: 220px; }
  .how label, .bring label { display: inline-flex; align-items: center; gap: 8px; min-height: var(--control); }
  .pick { position: relative; padding: 0 10px; border: 1px solid var(--border); border-radius: var(--radius); cursor: pointer; }
  .pick input { position: absolute; inset: -1px; width: calc(100% + 2px); height: calc(100% + 2px); opacity: 0; cursor: pointer; }
  .pick:hover { background: var(--sunken); }
  .pick:focus-within { outline: 2px solid var(--ink); outline-offset: 2px; }
  h3 { margin: 16px 0 4px; font-size: var(--text); font-weight: 650; }
  textarea {
    width: 100%;
    margin: 8px 0 0;
    padding: 8px;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    color: inherit;
    font: 400 var(--tiny) / 1.4 var(--mono);
    resize: vertical;
    white-space: pre;
  }
  textarea[aria-invalid="true"] { border: 2px solid var(--ink); }
  input[type="checkbox"] { width: 18px; height: 18px; accent-color: var(--ink); }
  ul { margin: 4px 0; padding-left: 18px; font-size: var(--tiny); line-height: 1.45; overflow-wrap: anywhere; }
  p { margin: 4px 0; }
  .main { background: var(--ink); border-color: var(--ink); color: var(--surface); }
  .main:hover:not(:disabled) { background: color-mix(in srgb, var(--ink) 82%, var(--surface)); }
  .main:disabled { background: var(--sunken); }
  .end { position: sticky; bottom: -20px; margin: 16px -24px -20px; padding: 12px 24px; border-top: 1px solid var(--hairline); background: var(--surface); }
  progress { width: 160px; height: 8px; accent-color: var(--ink); }
  .drop {
    position: fixed;
    inset: 12px;
    z-index: 5;
    display: grid;
    place-items: center;
    border: 3px dashed var(--ink);
    border-radius: 12px;
    background: color-mix(in srgb, var(--surface) 82%, transparent);
    font-size: var(--large);
    font-weight: 650;
    pointer-events: none;
  }
  @media (max-width: 699px) { dialog { padding: 16px; } .end { margin: 16px -16px -16px; padding: 12px 16px; bottom: -16px; } }
`;
