// The `data` of a configuration as createTrainer takes them: numbers, a table in a file, or what ships with the module.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadData, shippedData } from '../data.js';
import { isObject, shown } from './config.js';
import { Refusal } from './errors.js';
import { numbersFrom } from './lines.js';

const mostCells = 5; // that are printed one by one

const tableKeys = ['header', 'delimiter', 'inputs', 'target', 'missing', 'integers_are_classes'];

/** @param {Record<string, any>} data @param {string[]} known */
function expectKeys(data, known) {
  const unknown = Object.keys(data).find((key) => !known.includes(key));
  if (unknown !== undefined) throw new Refusal(`[data] ${shown(unknown)} is not known here; ${known.join(', ')} would be right`);
}

/** Numbers as lists or as `{ shape, data }`. @param {any} tensor */
const tensorFrom = (tensor) => (isObject(tensor) ? { shape: tensor.shape, data: numbersFrom(tensor.data) } : numbersFrom(tensor));

/** How a table is to be read, with the module's spelling; what is left out stays as it is. @param {Record<string, any>} data */
function choiceOf({ integers_are_classes: integersAreClasses, header, delimiter, inputs, target, missing }) {
  const given = { header, delimiter, inputs, target, missing, integersAreClasses };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/**
 * @param {any} data
 * @param {string} folder that paths start from
 * @returns {Promise<any>} nothing where a data set is to be generated
 */
export async function dataOf(data, folder) {
  if (data === undefined) return undefined;
  const names = shippedData().map(({ name }) => name).join(', ');
  if (typeof data === 'string' && !shippedData().some(({ name }) => name === data))
    throw new Refusal(`[data] ${shown(data)} does not ship with the module; ${names}, or { "csv": path }, would be right`);
  if (typeof data === 'string') return loadData(data);
  if (!isObject(data))
    throw new Refusal(`[data] ${shown(data)} is no data; { "x": [[0, 1]], "y": [1] }, { "csv": path, "target": column }, or one of ${names} would be right`);
  if (data.set !== undefined) {
    const { set, rows, ...choice } = data;
    expectKeys(data, ['set', 'rows', ...(set === 'mnist' ? [] : tableKeys)]);
    return { ...(await loadData(set, { rows })), ...choiceOf(choice) };
  }
  if (data.csv === undefined) {
    expectKeys(data, ['x', 'y', 'classes']);
    return { x: tensorFrom(data.x), y: tensorFrom(data.y), ...(data.classes === undefined ? {} : { classes: data.classes }) };
  }
  expectKeys(data, ['csv', ...tableKeys]);
  if (typeof data.csv !== 'string') throw new Refusal(`[data.csv] ${shown(data.csv)} is no path; the path of a file, from the configuration's folder, would be right`);
  try {
    return { csv: readFileSync(resolve(folder, data.csv)), ...choiceOf(data) };
  } catch (error) {
    throw new Refusal(`[data.csv] cannot be read: ${/** @type {Error} */ (error).message}; the path of a file, from the configuration's folder, would be right`);
  }
}

/**
 * What became of the cells of a table; nothing if data are none.
 * @param {import('../index.js').Module} backprop
 * @param {any} data as createTrainer takes them
 */
export const reportOf = (backprop, data) => (data?.csv === undefined ? undefined : backprop.csvReport(data));

/** What became of the cells, for people, if something did. @param {ReturnType<typeof reportOf>} report */
export function reportLines(report) {
  if (!report || report.cells.count === 0) return [];
  const { rowsKept, rowsDropped, cellsFilled, cells } = report;
  const first = cells.listed.slice(0, mostCells).map(({ line, column, what }) => `  line ${line}, '${column}' ${what}`);
  const more = cells.count > first.length ? [`  and ${cells.count - first.length} more; --json lists them`] : [];
  return [`${cells.count} ${cells.count > 1 ? 'cells are' : 'cell is'} missing: ${rowsKept} rows are used, ${rowsDropped} left out, and ${cellsFilled} cells filled`, ...first, ...more];
}

/** What may not be as it was meant: in a table, or in what a loss is given. @param {ReturnType<typeof reportOf>} report @param {Record<string, any>} options of the run */
export function warningsOf(report, { loss, output_activation: output }) {
  const logits = loss === 'cross_entropy' || loss === 'bce_with_logits';
  return [
    ...(report?.warnings ?? []),
    ...(logits && output !== 'identity' ? [`[output_activation] ${loss} takes logits, and ${output} bounds or bends them; identity, or leaving it out, would be right`] : []),
  ];
}
