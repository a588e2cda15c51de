// The look of the strip under the palette: a question or sentence, and under it fields that wrap.

import { css } from 'lit';

export const formCss = css`
  :host { display: block; }
  .ask { min-height: 22px; overflow-wrap: anywhere; }
  .ask b { font-weight: 650; }
  .fields, form, .group { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; }
  .fields { margin-top: 6px; gap: 8px 14px; }
  .group { padding: 0; border: 0; margin: 0; }
  label, .label { display: inline-flex; align-items: center; gap: 6px; color: var(--muted); }
  label .field { color: var(--ink); }
  .name, .sizes { width: 9ch; font-family: var(--mono); }
  .select select { max-width: 26ch; text-overflow: ellipsis; font-family: var(--mono); }
  select.field, button { height: var(--control); }
  .strong { border-color: var(--ink); font-weight: 650; }
  .grid { display: grid; gap: 3px; max-height: 140px; overflow: auto; }
  .grid input { width: 7ch; font-family: var(--mono); text-align: right; }
  backprop-stepper { width: 118px; }
`;
