// The look of the drawing board: its tools above the square, what is done with the points below.

import { css } from 'lit';

export const boardCss = css`
  :host { display: block; }
  .tools, .ways, .actions { display: flex; flex-wrap: wrap; gap: 6px; margin: 0 0 8px; padding: 0; border: 0; }
  .tools label { position: relative; display: grid; place-items: center; min-width: var(--button); height: var(--button); cursor: pointer; }
  .tools input { position: absolute; inset: 0; width: 100%; height: 100%; opacity: 0; cursor: pointer; }
  .tools span { display: grid; place-items: center; min-width: var(--button); height: var(--button); padding: 0 6px; border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); }
  .tools input:checked + span { background: var(--ink); border-color: var(--ink); color: var(--surface); }
  .tools input:focus-visible + span { outline: 2px solid var(--ink); outline-offset: 2px; }
  .tools label:hover input:not(:checked) + span { background: var(--sunken); }
  .board { position: relative; }
  canvas { display: block; width: 100%; aspect-ratio: 1; border: 1px solid var(--border); border-radius: var(--radius); background: var(--surface); touch-action: none; cursor: crosshair; }
  .ways { margin-top: 8px; }
  .actions { margin: 0; }
  .main { background: var(--ink); border-color: var(--ink); color: var(--surface); }
  .main:hover:not(:disabled) { background: color-mix(in srgb, var(--ink) 82%, var(--surface)); }
  p { margin: 6px 0; font-size: var(--tiny); line-height: 1.4; }
`;
