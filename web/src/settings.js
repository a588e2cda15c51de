// The settings of a run, read from the core's option table: defaults, and which control a message belongs to.

/** @import { Option, Settings, Tables } from './types.js' */

/** @param {Tables} tables @returns {Settings} */
export function defaultSettings(tables) {
  return Object.fromEntries(tables.options.map((option) => [option.name, structuredClone(option.default)]));
}

/** The data sets that the page can draw: points in the plane, of two classes. @param {Tables} tables */
export function drawnDatasets({ datasets }) {
  return datasets.filter(({ task, inputs, outputs }) => task === 'classification' && inputs.length === 2 && outputs.length === 2);
}

/** Most layers that the picture has room for, input and output included. */
export const MOST_LAYERS = 10;

/** @param {Tables} tables @param {string} name @returns {Option} */
export function optionNamed(tables, name) {
  const found = tables.options.find((option) => option.name === name);
  if (!found) throw new Error(`[${name}] is not an option of the core`);
  return found;
}

/**
 * Splits the core's `[name] what is wrong`; the name is empty when the message is about no setting.
 * @param {string} message @param {Tables} tables @returns {{ name: string, text: string }}
 */
export function readMessage(message, tables) {
  const found = /\[(\w+)\]\s*(.+)/s.exec(message);
  if (!found || !tables.options.some((option) => option.name === found[1])) return { name: '', text: message.replace(/^\[([^\]]+)\] /, '$1: ') };
  return { name: found[1], text: found[2] };
}

/** One that is not there is as one that is undefined. @param {Settings} a @param {Settings} b */
export function sameSettings(a, b) {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => JSON.stringify(a[name]) === JSON.stringify(b[name]));
}

/** What a person typed, as a number; anything else becomes NaN, which the core refuses in its own words. @param {string} text */
export function readNumber(text) {
  const plain = text.trim().replace('−', '-').replace(/^([^.]*),(\d+)$/, '$1.$2');
  return plain === '' ? NaN : Number(plain);
}

/**
 * The units per layer with another number of hidden layers; a new one is as wide as the last.
 * @param {number[]} layers input first, output last @param {number} count
 */
export function withHidden(layers, count) {
  const hidden = layers.slice(1, -1);
  const width = hidden.at(-1) ?? 8;
  const wanted = Array.from({ length: Math.max(count, 0) }, (_, at) => hidden[at] ?? width);
  return [layers[0], ...wanted, layers[layers.length - 1]];
}
