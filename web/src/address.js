// The settings as the part of the address after #, so that a reload or a link brings the same run: #data=iris&lr=0.1
//
// What fits a set of data need not be said: #data=iris alone is a whole run.

/** @import { Option, Settings, Tables } from './types.js' */
import { settingsFor } from './data-choice.js';
import { isOwn, ownData } from './data/own-data.js';
import { defaultSettings } from './settings.js';
import { shippedNamed } from './shipped.js';

/** What a run on such data has where an address says nothing. @param {string | undefined} data @param {string | undefined} dataset @param {Tables} tables @returns {Settings} */
export function usualFor(data, dataset, tables) {
  const usual = defaultSettings(tables);
  // Own data that are not here: the run cannot be had, which is then said.
  if (isOwn(data) && !ownData.get(data)) return { ...usual, data };
  const known = data !== undefined && (shippedNamed(data) || isOwn(data));
  const named = known ? data : tables.datasets.find(({ name }) => name === dataset)?.name;
  return named === undefined ? usual : { ...usual, ...settingsFor(named, usual, tables) };
}

/** What differs from that, in the order of the table; empty when nothing does and the data are the usual points. @param {Settings} settings @param {Tables} tables */
export function toHash(settings, tables) {
  const { data, dataset } = settings;
  /** @type {Settings} */
  const usual = { ...usualFor(data, dataset, tables), dataset: defaultSettings(tables).dataset };
  const given = tables.options.map(({ name }) => name).filter((name) => spelt(settings[name], usual[name]) !== spelt(usual[name], usual[name]));
  const parts = given.map((name) => `${name}=${encodeURIComponent(spelt(settings[name], usual[name])).replaceAll('%2C', ',')}`);
  if (data) parts.unshift(`data=${data}`);
  return parts.length > 0 ? `#${parts.join('&')}` : '';
}

/** A list of one layer ends in a comma, so that it is none the same as the one value of all layers. @param {unknown} value @param {unknown} usual */
function spelt(value, usual) {
  return Array.isArray(value) && value.length === 1 && !Array.isArray(usual) ? `${value[0]},` : String(value);
}

/** What a hash says, and what is usual for the rest; names that are no settings are passed over. @param {string} hash @param {Tables} tables */
export const fromHash = (hash, tables) => settingsOf(new URLSearchParams(hash.replace(/^#/, '')), tables);

/** The same of what was taken apart already. @param {URLSearchParams} given @param {Tables} tables @returns {Settings} */
export function settingsOf(given, tables) {
  const settings = usualFor(given.get('data') ?? undefined, given.get('dataset') ?? undefined, tables);
  for (const option of tables.options) {
    const text = given.get(option.name);
    if (text !== null) settings[option.name] = read(text, option);
  }
  return settings;
}

/** A text that is no value of the option stays what it is, for the core to refuse in its own words. @param {string} text @param {Option} option */
function read(text, { type, default: usual }) {
  const number = (/** @type {string} */ part) => (part === '' || Number.isNaN(Number(part)) ? part : Number(part));
  const flag = (/** @type {string} */ part) => ({ true: true, false: false })[part] ?? part;
  const parts = text === '' ? [] : text.split(',');
  const layers = (/** @type {string[]} */ list) => (list.length === 2 && list[1] === '' ? [list[0]] : list);
  switch (type) {
    case 'number': case 'integer': return number(text);
    case 'optional_number': return text === 'null' ? null : number(text);
    case 'numbers': case 'integers': return parts.map(number);
    case 'flag': return flag(text);
    case 'flags_by_layer': return parts.length > 1 ? layers(parts).map(flag) : flag(text);
    case 'choices_by_layer': return parts.length === 1 && !Array.isArray(usual) ? text : layers(parts);
    default: return text;
  }
}
