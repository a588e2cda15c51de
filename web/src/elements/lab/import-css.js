// The look of what is imported: a file to choose, and a table of gradients.

import { css } from 'lit';

export const importCss = css`
  :host { display: grid; gap: 12px; justify-items: start; }
  p { margin: 0; max-width: 88ch; overflow-wrap: anywhere; }
  p:empty { display: none; }
  .file { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; max-width: 100%; }
  input { max-width: 100%; min-height: var(--button); padding: 5px 0; }
  .scroll { max-width: 100%; overflow-x: auto; }
  table { border-collapse: collapse; font-size: var(--text); }
  th, td { padding: 4px 16px 4px 0; text-align: left; white-space: nowrap; }
  thead th { color: var(--muted); font-size: var(--tiny); font-weight: 400; }
  tbody th { font-family: var(--mono); font-weight: 400; }
  tbody tr { border-top: 1px solid var(--hairline); }
  .wrong { font-weight: 650; }
  .wrong th { font-weight: 650; }
`;
