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

  .top { grid-column: 1 / -1; display: flex; align-items: center; gap: 8px; padding: 1px 8px 1px 6px; }
  header { flex: 1; display: flex; align-items: center; min-width: 0; }
  .name { display: flex; order: 1; align-items: baseline; gap: 10px; min-width: 0; margin-left: 6px; white-space: nowrap; }
  .name .mono { font-size: var(--large); }
  .name sub { font-weight: 700; }
  .place { overflow: hidden; text-overflow: ellipsis; }
  .whose, .choices { flex: none; display: flex; border: 1px solid var(--border); border-radius: var(--radius); overflow: hidden; }
  .whose button, .choices button { min-width: 0; height: 26px; padding: 0 9px; border: 0; border-radius: 0; gap: 4px; font-size: var(--text); white-space: nowrap; }
  .whose button:focus-visible, .choices button:focus-visible { outline-offset: -3px; }
  .whose .turn { padding: 0 5px; border-left: 1px solid var(--hairline); }
  .whose .turn svg { width: 10px; height: 10px; }
  .whose .n { min-width: 1ch; }
  [aria-pressed="true"], [aria-pressed="true"]:hover:not(:disabled) { background: var(--ink); color: var(--surface); border-color: var(--ink); }
  .pin { height: 28px; padding: 0 9px; gap: 5px; }
  .pin svg { width: 12px; height: 12px; }

  section { min-width: 0; padding: 5px 14px; border-top: 1px solid var(--hairline); }
  .gradient, .shares, .terms { border-left: 1px solid var(--hairline); }
  h2 { margin-bottom: 1px; line-height: 1.5; }
  h2 .plain { text-transform: none; letter-spacing: 0; font-family: var(--mono); }
  .next .n, .check .n { text-align: left; }
  p.mono, dd.mono { font-size: var(--text); line-height: 1.65; white-space: nowrap; letter-spacing: -0.02em; }
  .why p.mono { white-space: normal; }
  .tip { display: inline-block; width: 1.3ch; font-size: 0.625rem; }
  dl { display: grid; grid-template-columns: max-content 1fr; column-gap: 12px; }
  dt { color: var(--muted); line-height: 1.65; white-space: nowrap; }
  .check { margin-left: 6px; }
  .check.failed { margin-left: 2px; padding: 1px 4px; border: 2px solid var(--ink); border-radius: var(--radius); font-weight: 700; }
  .largest { display: flex; align-items: center; gap: 6px; font-size: var(--tiny); }
  .largest .bare { height: 21px; padding: 0 3px; gap: 1px; text-decoration: underline dotted; text-underline-offset: 3px; font-size: var(--tiny); }

  .below { grid-column: 1 / -1; display: flex; align-items: center; gap: 14px; padding: 3px 14px 0; border-top: 1px solid var(--hairline); }
  .below ~ section { border-top: 0; padding-top: 3px; }
  .below ~ .terms { border-left: 0; }
  .trail { display: flex; align-items: center; margin: 0; padding: 0; list-style: none; font-size: var(--text); overflow-x: auto; }
  .trail li { display: flex; align-items: center; }
  .trail li + li::before { content: "→"; padding: 0 5px; color: var(--muted); }
  .trail .bare { height: 24px; padding: 0 4px; border-bottom: 2px solid transparent; border-radius: 0; }
  .trail [aria-current] { border-bottom-color: var(--ink); font-weight: 700; }
  .anatomy { grid-column: 1 / -1; }
  .anatomy ol { display: flex; flex-wrap: wrap; gap: 2px 0; margin: 0; padding: 0; list-style: none; font-size: var(--text); }
  .anatomy li { white-space: nowrap; }
  .anatomy li + li::before { content: "→"; padding: 0 8px; color: var(--muted); }
  .anatomy li:last-child .n { font-weight: 700; }
  .anatomy p { margin-top: 6px; font-size: var(--tiny); line-height: 1.4; }

  .terms { grid-column: 2 / -1; display: flex; flex-direction: column; justify-content: center; }
  .scroll { overflow-x: auto; scrollbar-width: thin; }
  .terms p { color: var(--muted); }
  table { width: max-content; border-collapse: collapse; font-size: var(--tiny); line-height: 1.45; letter-spacing: -0.02em; }
  th .walk { min-width: 28px; height: 18px; font: inherit; color: var(--ink); text-decoration: underline dotted; text-underline-offset: 3px; }
  th { padding: 0 6px 0 0; color: var(--muted); font-weight: 400; text-align: right; }
  th[scope="row"] { position: sticky; left: 0; text-align: left; background: var(--card, var(--surface)); }
  td { padding: 0 6px 0 0; text-align: right; }
  .products td { border-top: 1px solid var(--hairline); }
  .sum { position: sticky; right: 0; padding: 0 0 0 6px; background: var(--card, var(--surface)); }
  td.sum { font-weight: 600; }

  @container (max-width: 47.43rem) {
    article { grid-template-columns: minmax(0, 1fr) minmax(0, 1.15fr); }
    .shares { border-left: 0; }
    .why, .terms { grid-column: 1 / -1; border-left: 0; }
  }
  @container (max-width: 38.68rem) {
    article { grid-template-columns: minmax(0, 1fr); }
    .top { flex-wrap: wrap; justify-content: space-between; padding: 0 16px 6px; }
    header { flex: 1 0 100%; justify-content: space-between; min-height: 44px; margin: 0 -16px; }
    .name { order: 0; flex-wrap: wrap; justify-content: center; gap: 0 8px; margin: 0; }
    .place { color: var(--muted); }
    .gradient, .why { border-left: 0; }
    .shares { order: 2; border-top: 0; }
    .gradient { order: 2; border-top: 0; padding-top: 0; }
    .below, .why, .terms, .anatomy { order: 3; }
    .below { flex-wrap: wrap; }
    section { padding-inline: 16px; }
  }
  @media (pointer: coarse) {
    button.bare, .trail .bare, th .walk, .largest .bare { min-width: 44px; height: 44px; }
    .whose button, .choices button, .pin { height: 44px; }
    .whose .turn { min-width: 44px; }
  }
  @media (max-width: 340px) { dd.mono { white-space: normal; } }
`;
