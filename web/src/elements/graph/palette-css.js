// The look of the palette: one bar that wraps where it is narrow, and a list that lies over the picture.

import { css } from 'lit';

export const paletteCss = css`
  :host { display: block; }
  .palette { position: relative; display: flex; flex-wrap: wrap; gap: 6px 10px; }
  .bar { display: inline-flex; flex-wrap: wrap; max-width: 100%; border: 1px solid var(--border); border-radius: var(--radius); overflow: hidden; background: var(--hairline); gap: 1px; }
  .bar button { flex: 1 0 auto; min-width: 38px; border: 0; border-radius: 0; background: var(--surface); }
  .bar button:hover { background: var(--sunken); }
  .bar button:focus-visible { outline-offset: -2px; }
  .bar button[aria-pressed="true"] { background: var(--ink); color: var(--surface); }
  .bar .word { color: var(--muted); }
  .bar .word svg { width: 10px; height: 10px; }
  sup { font-size: 0.7em; line-height: 0; }
  .list {
    position: absolute;
    z-index: 5;
    left: 0;
    top: 100%;
    width: min(640px, 100%);
    margin-top: 6px;
    padding: 12px;
    border: 1px solid var(--border);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: 0 2px 12px var(--lift);
  }
  .list input { width: 100%; }
  .groups { max-height: min(420px, 56vh); margin-top: 4px; overflow: auto; }
  h3 { margin: 12px 0 6px; color: var(--muted); font-size: var(--tiny); font-weight: 600; }
  .ops { display: flex; flex-wrap: wrap; gap: 6px; padding: 2px; }
  .ops button { font-family: var(--mono); }
  .sign { color: var(--muted); }
`;
