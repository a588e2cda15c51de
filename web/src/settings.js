// The settings of a run, read from the core's option table: defaults, and which control a message belongs to.

/** @import { Option, Settings, Tables } from './types.js' */

/** @param {Tables} tables @returns {Settings} */
export function defaultSettings(tables) {
  return Object.fromEntries(tables.options.map((option) => [option.name, structuredClone(option.default)]));
}

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

/** A seed of at most four digits, so that it can be told to a neighbour, and another than this. @param {number} seed */
export function anotherSeed(seed) {
  const next = Math.floor(Math.random() * 9998) + 1;
  return next < seed ? next : next + 1;
}
