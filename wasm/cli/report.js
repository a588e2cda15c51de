// What a run leaves to read: JSON of its records and scores, or a table for people.
import { nested } from '../nested.js';
import { columns, jsonByName, jsonTensor, plainTensor } from './format.js';

/** @typedef {import('./run.js').StepRecord} StepRecord */
/** @typedef {ReturnType<import('../index.js').Trainer['evaluate']>} Scores */

/** Values as JSON; numbers that JSON cannot say are strings. @param {any} value @returns {string} */
export function jsonValue(value) {
  if (typeof value === 'number') return jsonTensor(value);
  if (Array.isArray(value)) return `[${value.map(jsonValue).join(',')}]`;
  if (typeof value === 'object' && value !== null) return `{${Object.entries(value).map(([name, entry]) => `${JSON.stringify(name)}:${jsonValue(entry)}`).join(',')}}`;
  return JSON.stringify(value);
}

/** An object of the module with its names as a configuration spells them: `rowsKept` as `rows_kept`. @param {Record<string, any>} object */
export const snakeNames = (object) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), value]));

/** @param {StepRecord} record @param {string} dtype */
export function jsonRecord({ step, loss, lr, rows, output, gradients, parameters }, dtype) {
  return `{"step":${step},"loss":${jsonTensor(loss, dtype)},"lr":${jsonTensor(lr)},"rows":${jsonValue(rows)},"output":${jsonTensor(output, dtype)},` +
    `"gradients":${jsonByName(gradients, dtype)},"parameters":${jsonByName(parameters, dtype)}}`;
}

/** A score; its confusion has a row for each class, a column for what the outputs name. @param {Scores['train']} score */
export function jsonScore({ loss, accuracy, confusion }) {
  const classes = Math.sqrt(confusion.length);
  return `{"loss":${jsonTensor(loss)},"accuracy":${jsonTensor(accuracy)},"confusion":${jsonTensor(classes > 0 ? nested({ shape: [classes, classes], data: confusion }) : [])}}`;
}

const short = (/** @type {number} */ x) => (Number.isNaN(x) ? '-' : String(Number(x.toPrecision(6))));

/** The lines of a run as columns. @param {{ record: StepRecord, scores: Scores }[]} rows */
export function tableOf(rows) {
  const cells = rows.map(({ record, scores: { train, test } }) =>
    [String(record.step), ...[record.lr, record.loss, train.loss, test.loss, train.accuracy, test.accuracy].map(short)]);
  return columns([['step', 'lr', 'loss', 'train loss', 'test loss', 'train accuracy', 'test accuracy'], ...cells]);
}

const mostClasses = 12; // beyond, a matrix is too wide to be read

/** How often each class was named as which, for train and test, below a blank line; nothing where there are no classes, or many. @param {Scores} scores @param {string[]} classes */
export function confusionTables(scores, classes) {
  if (classes.length < 2 || classes.length > mostClasses) return [];
  const parts = /** @type {const} */ (['train', 'test']).filter((part) => scores[part].confusion.some((n) => n > 0));
  const short = classes.map((name) => (name.length > 20 ? `${name.slice(0, 19)}…` : name));
  return parts.map((part) => {
    const rows = short.map((name, i) => [name, ...Array.from(scores[part].confusion.subarray(i * classes.length, (i + 1) * classes.length), String)]);
    return `\n${columns([[`${part}: is \\ named`, ...short], ...rows])}`;
  });
}

/**
 * Named tensors, one below the other.
 * @param {import('./run.js').Tensors} tensors
 * @param {string} dtype
 * @param {string} suffix of their names
 */
export function tensorLines(tensors, dtype, suffix = '') {
  const width = Math.max(...tensors.map(({ name }) => name.length)) + suffix.length;
  return tensors.map(({ name, value }) => `  ${(name + suffix).padEnd(width)} = ${plainTensor(value, dtype, width + 5)}`).join('\n');
}
