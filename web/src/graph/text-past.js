// The texts that a graph had before, for undo and redo: what is typed without a pause or a new word is one step, an edit in the picture always is.

/** A pause in typing, in ms, after which a new step begins. */
const PAUSE = 1000;

/**
 * @typedef {{ source: string, selection: { begin: number, end: number } }} Moment
 * @typedef {{ undo: Moment[], now: Moment, redo: Moment[], typing: { at: number, place: number } | null, stroke?: { name: string, at: number } }} TextPast
 */

/** @param {string} source @returns {TextPast} */
export const startPast = (source) => ({ undo: [], now: { source, selection: { begin: source.length, end: source.length } }, redo: [], typing: null });

/** @param {TextPast} past */
export const canUndo = (past) => ({ undo: past.undo.length > 0, redo: past.redo.length > 0 });

/**
 * An edit made in the picture; those of one stroke without a pause are one step. @param {TextPast} past @param {Moment & { stroke?: string }} moment
 * @param {number} [at] in ms @returns {TextPast}
 */
export function picturedEdit(past, { source, selection, stroke }, at = 0) {
  const now = { source, selection };
  const name = stroke && { name: stroke, at };
  const goesOn = stroke !== undefined && past.stroke?.name === stroke && at - past.stroke.at < PAUSE;
  if (source === past.now.source) return { ...past, now, typing: null, stroke: goesOn ? name || undefined : undefined };
  return { undo: goesOn ? past.undo : [...past.undo, past.now], now, redo: [], typing: null, stroke: name || undefined };
}

/** What stands in the text after a key was pressed. @param {TextPast} past @param {Moment} moment @param {number} at in ms @returns {TextPast} */
export function typed(past, moment, at) {
  const { source } = past.now;
  if (moment.source === source) return { ...past, now: moment };
  const place = moment.selection.end;
  const added = moment.source.length - source.length;
  const isOne = Math.abs(added) === 1;
  const startsWord = added > 0 && /\s\S$/.test(moment.source.slice(Math.max(0, place - 2), place));
  const goesOn = past.typing && isOne && !startsWord && at - past.typing.at < PAUSE && place === past.typing.place + added;
  const typing = isOne ? { at, place } : null;
  return { undo: goesOn ? past.undo : [...past.undo, past.now], now: moment, redo: [], typing };
}

/** The step before; nothing changes where there is none. @param {TextPast} past @returns {TextPast} */
export function undo(past) {
  const before = past.undo.at(-1);
  return before ? { undo: past.undo.slice(0, -1), now: before, redo: [...past.redo, past.now], typing: null } : past;
}

/** The step that was undone last. @param {TextPast} past @returns {TextPast} */
export function redo(past) {
  const after = past.redo.at(-1);
  return after ? { undo: [...past.undo, past.now], now: after, redo: past.redo.slice(0, -1), typing: null } : past;
}
