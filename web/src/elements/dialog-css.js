// The look of a dialog over the page; how wide it is is its own to say.

import { css } from 'lit';

export const dialogCss = css`
  dialog {
    padding: 20px 24px;
    border: 1px solid var(--hairline);
    border-radius: 10px;
    background: var(--surface);
    color: var(--ink);
    box-shadow: 0 1px 8px var(--lift);
  }
  dialog::backdrop { background: var(--scrim); }
`;
