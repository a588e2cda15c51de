// A run that a link of the page names, made again up to its step.

import { checkedSteps, entryOf, numberOf } from '../../wasm/cli/config.js';
import { Refusal } from '../../wasm/cli/errors.js';
import { dataOf, isOwn, ownData } from '../src/data/own-data.js';
import { fromLink } from '../src/link/link.js';
import { madeAgain } from './saved.js';

/**
 * @param {string} address with its # @param {{ steps?: string, record?: string, set?: string[] }} given @param {import('../src/types.js').Tables} tables
 * @returns {import('./opened.js').Plan}
 */
export function planOfLink(address, given, tables) {
  const { link, faults } = fromLink(address.slice(address.indexOf('#')), tables);
  const wrong = faults.find(({ key }) => !['hide', 'lock', 'theme', 'lang', 'speed'].includes(key));
  if (wrong) throw new Refusal(`[${wrong.key}] ${wrong.text}`);
  const { step, edits, settings: { data: name, ...settings } } = link;
  const { data = dataNamed(name), ...changes } = Object.fromEntries((given.set ?? []).map(entryOf));
  const options = { ...settings, ...changes };
  return {
    config: { options, data, parameters: undefined, steps: given.steps === undefined ? 0 : checkedSteps(numberOf('steps', given.steps)), record: [], folder: '.' },
    begin(trainer, told) {
      madeAgain(trainer, options, { step, edits }, told);
      return '';
    },
  };
}

/** Data as a configuration has them. @param {string | undefined} name */
function dataNamed(name) {
  if (!isOwn(name)) return name;
  try {
    return dataOf(/** @type {string} */ (name), ownData.get(name));
  } catch (error) {
    throw new Refusal(`[data] ${/** @type {Error} */ (error).message}`);
  }
}
