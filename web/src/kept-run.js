// The run of a tab, kept where a reload finds it: not its numbers, but all that it takes to make them again.

/** @import { State } from './lab-state.js' */
/** @import { Settings, Tables, Weight } from './types.js' */
/** @import { Edit } from './engine/run-record.js' */
import { toHash } from './address.js';

const KEY = 'backprop-run';

/**
 * @typedef {object} KeptRun
 * @property {string} address of its settings
 * @property {number} lr that it began with
 * @property {Edit[]} edits
 * @property {number} furthest step that it reached
 * @property {number} step at which it stood
 * @property {number | null} phase
 * @property {Weight} selected
 * @property {number} example
 * @property {Weight[]} pins
 * @property {string} panel
 * @property {State['view']} view
 * @property {State['scale']} scale
 */

/** One that could not be made again yet stays kept. @param {State} state @param {Tables} tables */
export function keepRun({ frame, unfinished, settings, phase, selected, example, pins, panel, view, scale }, tables) {
  if (!frame || unfinished) return;
  const { furthest, lr, edits } = frame.record;
  /** @type {KeptRun} */
  const kept = { address: toHash(settings, tables), lr, edits, furthest, step: frame.status.step, phase, selected, example, pins, panel, view, scale };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing begins again.
  }
}

/** Does the run that stands still lead to the kept one: has it no edit of its own, and not been as far? @param {KeptRun} kept @param {{ edits: Edit[], furthest: number }} record */
export function isAhead({ edits, furthest }, record) {
  const same = record.edits.every((edit, i) => JSON.stringify(edit) === JSON.stringify(edits[i]));
  return same && (record.edits.length < edits.length || record.furthest < furthest);
}

/** The kept run, if it is one of these settings. @param {Settings} settings @param {Tables} tables @returns {KeptRun | undefined} */
export function keptRun(settings, tables) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null');
    return kept?.address === toHash(settings, tables) ? kept : undefined;
  } catch {
    return undefined;
  }
}
