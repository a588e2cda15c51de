// Which part of the page a change comes from, so that a locked one can be refused whatever way it was asked for.

/** @import { Change } from '../lab-state.js' */
/** @import { Settings } from '../types.js' */
/** @import { Parts } from './parts.js' */
import { slug } from './parts.js';

/** @type {Partial<Record<keyof Change, string>>} */
const PART_OF = {
  data: 'data', own: 'data', board: 'data', openTable: 'data', speed: 'speed', scale: 'scale', view: 'views', edit: 'edit', goTo: 'time', phase: 'phase', pin: 'pins', digit: 'digit', open: 'import',
};

/** @type {Partial<Record<NonNullable<Change['action']>, string>>} */
const PART_OF_ACTION = { play: 'play', pause: 'play', reset: 'reset', keep: 'compare', release: 'compare' };

/** @param {Change} change @param {Settings} settings that stand @returns {string[]} none where it comes from no part that can be locked */
export function partsOfChange(change, settings) {
  if (change.setting) return [change.setting];
  if (change.settings) return Object.entries(change.settings).flatMap(([name, value]) => (JSON.stringify(value) === JSON.stringify(settings[name]) ? [] : [name === 'data' ? 'dataset' : name]));
  if (change.action) return [PART_OF_ACTION[change.action] ?? ''].filter(Boolean);
  if (change.by) return [change.by.way > 0 ? 'step' : 'back'];
  if (change.panel) return [slug(change.panel)];
  return Object.entries(PART_OF).flatMap(([key, part]) => (change[/** @type {keyof Change} */ (key)] === undefined ? [] : [part]));
}

/** @param {Change} change @param {Parts} parts @param {Settings} settings @returns {boolean} */
export function refusedBy(change, parts, settings) {
  return parts.lock.length > 0 && partsOfChange(change, settings).some((name) => parts.locks(name));
}

/** A key does nothing for what is locked, nor for what is not there. @param {Change} change @param {Parts} parts @param {Settings} settings @returns {boolean} */
export function silencedBy(change, parts, settings) {
  return partsOfChange(change, settings).some((name) => parts.locks(name) || parts.hides(name));
}
