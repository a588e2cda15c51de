// The configuration of a run: one JSON object of options, data and parameters, and what the command line changes in it.
import { readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Refusal, Usage } from './errors.js';
import { readInput } from './input.js';
import { parseJson } from './json.js';
import { nearest } from '../nearest.js';

/**
 * @typedef {object} Configuration
 * @property {Record<string, any>} options by their names in the table
 * @property {any} data
 * @property {any} parameters
 * @property {number} steps
 * @property {number[]} record the steps to record, rising
 * @property {string} folder that paths in it start from
 */

const mostSteps = 1e9;

/** What a configuration holds beside options. */
export const entries = ['data', 'parameters', 'steps', 'record'];

/** What a message calls a value. @param {any} value */
export function shown(value) {
  if (typeof value === 'string') return `'${value.length > 40 ? `${value.slice(0, 40)}…` : value}'`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** Whether a value is a JSON object. @param {any} value */
export const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The text of a file or of standard input. @param {string} file @param {AsyncIterable<Buffer>} stdin */
async function readText(file, stdin) {
  if (file === '-') return { text: (await readInput(stdin)).toString('utf8'), place: 'standard input', folder: '.' };
  try {
    return { text: readFileSync(file, 'utf8'), place: basename(file), folder: dirname(file) };
  } catch (error) {
    throw new Refusal(`[${file}] cannot be read: ${/** @type {Error} */ (error).message}; the path of a JSON file, or - for standard input, would be right`);
  }
}

/** A number as the command line gives it. @param {string} name @param {string} words */
export function numberOf(name, words) {
  if (words.trim() === '' || !Number.isFinite(Number(words))) throw new Usage(`--${name}: '${words}' is no number`);
  return Number(words);
}

/** `name=value` as an entry of the configuration; a bare word is a text. @param {string} setting */
export function entryOf(setting) {
  const [, name, words] = setting.match(/^\s*([^=\s]+)\s*=\s*([^]*?)\s*$/) ?? [];
  if (!name) throw new Usage(`--set: '${setting}' gives no value; name=value, such as lr=0.1, would be right`);
  if (/^(?!(?:true|false|null)$)[A-Za-z_]\w*$/.test(words)) return [name, words];
  try {
    return [name, JSON.parse(words)];
  } catch {
    throw new Usage(`--set ${name}: '${words}' is not JSON; a number, a word or a list such as [2,8,1] would be right`);
  }
}

/** @param {any} count */
export function checkedSteps(count) {
  if (Number.isInteger(count) && count >= 1 && count <= mostSteps) return count;
  throw new Refusal(`[steps] ${shown(count)} is no count of steps; a whole number from 1 to ${mostSteps} would be right`);
}

/** The steps of `--record`. @param {string} words */
export const recordOf = (words) => words.split(',').map((word) => numberOf('record', word));

/** The steps to record, in rising order, each once. @param {any} list @param {number} last @param {number} [first] */
export function checkedRecord(list, last, first = 1) {
  if (!Array.isArray(list)) throw new Refusal(`[record] ${shown(list)} is no list; a list of steps such as [1, 10, 100] would be right`);
  for (const [i, step] of list.entries())
    if (!Number.isInteger(step) || step < first || step > last)
      throw new Refusal(`[record] entry ${i + 1} is ${shown(step)}; a whole number from ${first} to the last step, ${last}, would be right`);
  return [...new Set(list)].sort((a, b) => a - b);
}

/** Refuses a name that is none of the table of options, with what it may have been meant as. @param {Record<string, any>} options @param {{ name: string }[]} table */
export function expectOptions(options, table) {
  const names = table.map(({ name }) => name);
  const unknown = Object.keys(options).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const meant = nearest(unknown, [...names, ...entries]);
  throw new Refusal(`[options] ${shown(unknown)} is not an option; ${meant ? `did you mean ${meant}?` : "'train --help' lists what is one"}`);
}

/**
 * What a file says, changed by the command line.
 * @param {string} file
 * @param {{ steps?: string, record?: string, dtype?: string, seed?: string, set?: string[] }} given
 * @param {AsyncIterable<Buffer>} stdin
 * @returns {Promise<Configuration>}
 */
export async function readConfiguration(file, given, stdin) {
  const changes = (given.set ?? []).map(entryOf);
  for (const name of /** @type {const} */ (['steps', 'seed'])) if (given[name] !== undefined) changes.push([name, numberOf(name, given[name])]);
  if (given.record !== undefined) changes.push(['record', recordOf(given.record)]);
  if (given.dtype !== undefined) changes.push(['dtype', given.dtype]);

  const { text, place, folder } = await readText(file, stdin);
  const config = parseJson(text, place);
  if (!isObject(config)) throw new Refusal(`[${place}] ${shown(config)} is no configuration; an object such as {"dataset": "xor", "layers": [2, 4, 1]} would be right`);
  // Entries, not assignments: a name such as __proto__ is one like any other, and the table of options says that it is unknown.
  const { data, parameters, steps, record, ...options } = Object.fromEntries([...Object.entries(config), ...changes]);
  const latest = Array.isArray(record) ? record.reduce((most, step) => (step > most ? step : most), 0) : 0;
  const last = checkedSteps(steps ?? (Number.isInteger(latest) && latest > 0 ? latest : 1000));
  return { options, data, parameters, steps: last, record: checkedRecord(record ?? [last], last), folder };
}
