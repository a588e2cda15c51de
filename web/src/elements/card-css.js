// The look of the card: three columns and the reason below them; two, then one, where it is narrow.

import { css } from 'lit';

export const cardCss = css`
  :host {
    display: block;
    container-type: inline-size;
    border: 1px solid var(--hairline);
    border-radius: var(--radius);
    background: var(--surface);
    box-shadow: 0 1px 8px var(--lift);
  }
  article { display: grid; grid-template-columns: 16rem minmax(19.875rem, 1fr) minmax(11.625rem, 17rem); }
  p, dl, dd { margin: 0; }
  button.bare { min-width: 28px; height: 28px; padding: 0; border-color: transparent; background: none; }
  button.bare svg { width: 11px; height: 11px; }

  header { grid-column: 1 / 3; display: flex; align-items: center; min-width: 0; padding: 2px 6px; }
  .name { display: flex; order: 1; align-items: baseline; gap: 10px; margin-left: 6px; white-space: nowrap; }
  .name .mono { font-size: var(--large); }
  .name sub { font-weight: 700; }
  .example { display: flex; align-items: center; justify-content: flex-end; padding: 2px 6px; white-space: nowrap; }
  .example .n { min-width: 2ch; }

  section { min-width: 0; padding: 8px 14px; border-top: 1px solid var(--hairline); }
  .gradient, .shares, .terms { border-left: 1px solid var(--hairline); }
  h2 { margin-bottom: 3px; line-height: 1.5; }
  h2 .plain { text-transform: none; letter-spacing: 0; font-family: var(--mono); }
  .large { font-size: 1.0625rem; line-height: 1.5; }
  .large .n, .next .n, .check .n { text-align: left; }
  p.mono, dd.mono { font-size: var(--text); line-height: 1.65; white-space: nowrap; letter-spacing: -0.02em; }
  .tip { display: inline-block; width: 1.3ch; font-size: 0.625rem; }
  dl { display: grid; grid-template-columns: max-content 1fr; column-gap: 12px; }
  dt { color: var(--muted); line-height: 1.65; white-space: nowrap; }
  .check { margin-left: 6px; }

  .terms { grid-column: 2 / -1; display: flex; flex-direction: column; justify-content: center; }
  .scroll { overflow-x: auto; scrollbar-width: thin; }
  .terms p { color: var(--muted); }
  table { width: max-content; border-collapse: collapse; font-size: var(--tiny); line-height: 1.45; letter-spacing: -0.02em; }
  th { padding: 0 6px 0 0; color: var(--muted); font-weight: 400; text-align: right; }
  th[scope="row"] { position: sticky; left: 0; text-align: left; background: var(--card, var(--surface)); }
  td { padding: 0 6px 0 0; text-align: right; }
  .products td { border-top: 1px solid var(--hairline); }
  .sum { position: sticky; right: 0; padding: 0 0 0 6px; background: var(--card, var(--surface)); }
  td.sum { font-weight: 600; }

  @container (max-width: 47.43rem) {
    article { grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr); }
    header { grid-column: 1; }
    .shares { border-left: 0; }
    .why { border-left: 1px solid var(--hairline); }
    .terms { grid-column: 1 / -1; border-left: 0; }
  }
  @container (max-width: 38.68rem) {
    article { grid-template-columns: minmax(0, 1fr); }
    header { justify-content: space-between; min-height: 44px; padding: 0; }
    .name { order: 0; flex-wrap: wrap; justify-content: center; gap: 0 8px; margin: 0; }
    .place { color: var(--muted); }
    .example { order: 1; justify-content: space-between; padding: 0; border-top: 1px solid var(--hairline); }
    .gradient, .why { border-left: 0; }
    .shares { order: 2; border-top: 0; }
    .gradient { order: 2; border-top: 0; padding-top: 0; }
    .why, .terms { order: 3; }
    section { padding-inline: 16px; }
  }
  @media (pointer: coarse) { button.bare { min-width: 44px; height: 44px; } }
  @media (max-width: 340px) { dd.mono { white-space: normal; } }
`;
