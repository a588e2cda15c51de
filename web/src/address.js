// The settings as the part of the address after #, so that a reload or a link brings the same run: #data=iris&layers=4,6,6,3

/** @import { Option, Settings, Tables } from './types.js' */
import { defaultSettings, drawnDatasets } from './settings.js';
import { shippedNamed } from './shipped.js';

/** What differs from the defaults, in the order of the table; empty when nothing does. @param {Settings} settings @param {Tables} tables */
export function toHash(settings, tables) {
  const usual = defaultSettings(tables);
  const given = tables.options.map(({ name }) => name).filter((name) => String(settings[name]) !== String(usual[name]));
  const parts = given.map((name) => `${name}=${encodeURIComponent(String(settings[name])).replaceAll('%2C', ',')}`);
  if (settings.data) parts.unshift(`data=${settings.data}`);
  return parts.length > 0 ? `#${parts.join('&')}` : '';
}

/** The defaults, changed by what a hash says; names that are no settings are passed over. @param {string} hash @param {Tables} tables @returns {Settings} */
export function fromHash(hash, tables) {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const settings = defaultSettings(tables);
  for (const option of tables.options) {
    const text = given.get(option.name);
    if (text !== null) settings[option.name] = read(text, option);
  }
  // The page has no picture for the others.
  if (!drawnDatasets(tables).some(({ name }) => name === settings.dataset)) settings.dataset = defaultSettings(tables).dataset;
  const data = given.get('data') ?? undefined;
  return shippedNamed(data) ? { ...settings, data } : settings;
}

/** A text that is no value of the option stays what it is, for the core to refuse in its own words. @param {string} text @param {Option} option */
function read(text, { type }) {
  const number = (/** @type {string} */ part) => (part === '' ? NaN : Number(part));
  const flag = (/** @type {string} */ part) => ({ true: true, false: false })[part] ?? part;
  const parts = text === '' ? [] : text.split(',');
  switch (type) {
    case 'number': case 'integer': return number(text);
    case 'optional_number': return text === 'null' ? null : number(text);
    case 'numbers': case 'integers': return parts.map(number);
    case 'flag': return flag(text);
    case 'flags_by_layer': return parts.length > 1 ? parts.map(flag) : flag(text);
    case 'choices_by_layer': return parts.length === 1 ? text : parts;
    default: return text;
  }
}
