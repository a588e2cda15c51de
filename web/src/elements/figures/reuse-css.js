// The look of the products of a chain: a staircase of factors, hatched where one repeats what stands above.

import { css } from 'lit';

export const reuseCss = css`
  .area { container-type: inline-size; }
  table { width: 100%; border-collapse: separate; border-spacing: 4px 6px; table-layout: fixed; font-size: var(--control-text); }
  caption { text-align: left; color: var(--muted); }
  thead th { padding-bottom: 2px; color: var(--muted); font-weight: 400; vertical-align: bottom; }
  thead th:last-child { padding-right: 0; text-align: right; }
  tbody th { font-style: italic; font-weight: 400; text-align: left; }
  col.name { width: 2.2em; }
  col.result { width: 5.6em; }
  td { height: 40px; padding: 0 2px; text-align: center; font-family: var(--mono); font-variant-numeric: tabular-nums; }
  td.cell { border: 1px solid var(--hairline); border-radius: 4px; color: var(--muted); }
  td.own { border-style: dashed; border-color: var(--border); }
  td.done { background: var(--band); color: var(--ink); }
  td.done.own { background: var(--surface); border: 1px solid var(--ink); }
  td.again.done { background: repeating-linear-gradient(135deg, transparent 0 4px, var(--hollow) 4px 5px); }
  td.again.done .n { padding: 0 2px; background: var(--surface); }
  td.now { outline: 2px solid var(--ink); outline-offset: 1px; }
  td.kept div { display: flex; align-items: center; justify-content: flex-end; gap: 8px; padding: 0 8px; white-space: nowrap; }
  td.kept .from { flex: 1; color: var(--muted); text-align: left; }
  td.result { padding: 0; text-align: right; white-space: nowrap; color: var(--muted); }
  td.result.there { color: var(--ink); font-weight: 600; }
  .counts { display: grid; grid-template-columns: max-content minmax(0, 1fr) max-content; gap: 6px 12px; align-items: center; max-width: 620px; margin: 12px 0 0; font-size: var(--control-text); }
  .counts dt { color: var(--muted); }
  .counts .here { color: var(--ink); font-weight: 600; }
  .counts dd { margin: 0; }
  .meter { height: 10px; border: 1px solid var(--border); border-radius: 2px; }
  .meter div { height: 100%; background: var(--ink); }
  .key { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 8px 0 0; color: var(--muted); font-size: var(--tiny); }
  .key span::before { content: ""; display: inline-block; width: 14px; height: 12px; margin-right: 6px; border: 1px solid var(--hairline); border-radius: 2px; vertical-align: -2px; background: var(--band); }
  .key .own::before { background: none; border-color: var(--ink); }
  .key .again::before { background: repeating-linear-gradient(135deg, transparent 0 3px, var(--hollow) 3px 4px); }
  @container (max-width: 900px) { td.kept .made { display: none; } }
  @container (max-width: 640px) {
    td.kept .from { display: none; }
    table { border-spacing: 2px 5px; font-size: var(--tiny); }
    col.name { width: 1.6em; }
    col.result { width: 4.6em; }
    td.kept div { padding: 0 4px; }
  }
`;
