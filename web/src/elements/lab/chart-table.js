// What a chart draws as a table: every point, newest last.

/** @import { ChartData } from '../../draw/chart-data.js' */
import { html } from 'lit';
import { formatCount } from '../../draw/format.js';
import { number } from '../number.js';

/** @param {ChartData} data */
export function chartTable({ name, unit, step, lines }) {
  return html`<div class="table" tabindex="0" role="region" aria-label="Table of ${name}">
    <table>
      <caption class="unseen">${name} (${unit}) by step</caption>
      <thead><tr><th scope="col">step</th>${lines.map((line) => html`<th scope="col">${line.name}</th>`)}</tr></thead>
      <tbody>${step.map((at, i) => html`<tr><th scope="row">${formatCount(at)}</th>
        ${lines.map(({ key, values }) => html`<td>${number(`${key}[${i}]`, values[i])}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}
