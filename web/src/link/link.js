// A link ↔ what it opens: settings, the step at which the run stands, what was changed by hand, and what of the page is seen.

/** @import { Edit } from '../engine/run-record.js' */
/** @import { Settings, Tables } from '../types.js' */
/** @import { Theme } from '../theme.js' */
import { settingsOf, toHash } from '../address.js';
import { SPEEDS } from '../speeds.js';
import { keyNames, PAGE_KEYS, unknownKey } from './keys.js';
import { inOrder, shown } from './moment.js';

/**
 * @typedef {object} Link
 * @property {Settings} settings with the learning rate that the run began with
 * @property {number} step at which it stands
 * @property {Edit[]} edits what was changed by hand up to there, in the order of steps
 * @property {number} speed of play
 * @property {string[]} hide
 * @property {string[]} lock
 * @property {Exclude<Theme, 'auto'>} [theme]
 * @property {'en' | 'de'} [lang]
 */

/** @typedef {{ key: string, text: string }} Fault what of a link is not followed, and why */

/** @typedef {[name: string, text: string][]} Said what a link or an element's attributes say, as texts */

/** Longer links are cut by programs that people send them with. */
export const LONG = 8000;
/** A link of any length is read, but not more of its faults than a person reads. */
const MOST_FAULTS = 6;

/** A hash as keys and texts; `+` is a blank, as forms have it, and what is no UTF-8 becomes �. @param {string} hash @returns {Said} */
export const saidBy = (hash) => [...new URLSearchParams(hash.replace(/^#/, ''))];

/** Settings, and beside them what goes without saying. @param {Settings} settings @returns {Link} */
export const plainLink = (settings) => ({ settings, step: 0, edits: [], speed: SPEEDS[0], hide: [], lock: [] });

/**
 * What is said is read key by key: one that is wrong is named, and the rest holds. A setting that the core will refuse stays as it is written, for the core to say so.
 * @param {Said} said @param {Tables} tables @returns {{ link: Link, faults: Fault[] }}
 */
export function readLink(said, tables) {
  const settings = settingsOf(new URLSearchParams(said), tables);
  const names = keyNames(tables);
  /** @type {Link} */
  const link = plainLink(settings);
  /** @type {Fault[]} */
  const faults = [];
  const done = new Set();
  for (const [name, text] of said) {
    const key = PAGE_KEYS.find((one) => one.name === name);
    const fault = (/** @type {string} */ what) => void (faults.length < MOST_FAULTS && faults.push({ key: shown(name), text: what }));
    if (done.has(name)) fault('is said more than once; the first one holds');
    else if (key) {
      try {
        const { edits = [], ...rest } = key.read(text, { settings, tables, fault });
        Object.assign(link, rest);
        link.edits.push(...edits);
      } catch (error) {
        fault(/** @type {Error} */ (error).message);
      }
    } else if (!names.includes(name)) fault(unknownKey(name, names));
    done.add(name);
  }
  link.edits = inOrder(link.edits);
  // What was changed at a step is seen there, so the run is at least as far.
  link.step = Math.max(link.step, link.edits.at(-1)?.step ?? 0);
  return { link, faults };
}

/** @param {string} hash @param {Tables} tables */
export const fromLink = (hash, tables) => readLink(saidBy(hash), tables);

/** What differs from the usual, settings first; empty when nothing does. @param {Link} link @param {Tables} tables */
export function toLink(link, tables) {
  const own = PAGE_KEYS.flatMap(({ name, write }) => {
    const text = write(link);
    return text ? [`${name}=${text}`] : [];
  });
  const parts = [toHash(link.settings, tables).slice(1), ...own].filter(Boolean);
  return parts.length > 0 ? `#${parts.join('&')}` : '';
}
