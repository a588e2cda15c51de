// The numbers of a graph as a table: a row for each number, with its gradient.

/** @import { GraphState } from './graph-state.js' */
import { shortest } from './numbers.js';

const COLUMNS = ['node', 'name', 'kind', 'op', 'inputs', 'index', 'value', 'gradient'];

/** @param {GraphState} state */
export function graphToCsv({ nodes }) {
  const rows = nodes.flatMap(({ id, names, kind, op, inputs, value, gradient }) => Array.from(value, (x, index) =>
    [id, names[0] ?? '', kind, op ?? '', inputs.join(' '), index, shortest(x, 'float64'), gradient ? shortest(gradient[index], 'float64') : ''].join(',')));
  return `${[COLUMNS.join(','), ...rows].join('\n')}\n`;
}
