// What a chart draws as a table: every point, newest last.

/** @import { ChartData, Line } from '../../draw/chart-data.js' */
import { html } from 'lit';
import { formatCount } from '../../draw/format.js';
import { number } from '../number.js';

/** A value, or a dash where none is known. @param {Line} line @param {number} at */
export function pointOf({ key, values, spans }, at) {
  return spans && Number.isNaN(values[at]) ? '–' : number(`${key}[${at}]`, values[at]);
}

/** @param {ChartData} data */
export function chartTable({ name, unit, step, lines }) {
  return html`<div class="table" tabindex="0" role="region" aria-label="Table of ${name}">
    <table>
      <caption class="unseen">${name} (${unit}) by step</caption>
      <thead><tr><th scope="col">step</th>${lines.map((line) => html`<th scope="col">${line.name}</th>`)}</tr></thead>
      <tbody>${step.map((at, i) => html`<tr><th scope="row">${formatCount(at)}</th>
        ${lines.map((line) => html`<td>${pointOf(line, i)}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}
