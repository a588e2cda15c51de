// Lines and columns of a text, and the pieces of lines that a stretch of it covers.

/** @import { Place } from './draft.js' */
/** @typedef {{ line: number, before: string, text: string }} Stretch a piece of one line, and what stands before it there; lines count from 0 */

/** More lines of one stretch are not marked. */
const MOST_LINES = 40;

/** What browsers' own fields lay out within seconds. */
const MOST = { lines: 20_000, characters: 300_000 };

/** Why a text is too long for the editor, or an empty text. @param {string} text */
export function lengthMistake(text) {
  const lines = lineStarts(text).length;
  if (lines > MOST.lines) return `${lines} lines are more than this field can hold; up to ${MOST.lines} would be right`;
  return text.length > MOST.characters ? `${text.length} characters are more than this field can hold; up to ${MOST.characters} would be right` : '';
}

/** Where each line begins. @param {string} text */
export function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line of a place, from 0. @param {number[]} starts @param {number} at */
export function lineAt(starts, at) {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Line and column as messages count them: from 1, a column for each character. @param {string} text @param {number[]} starts @param {number} at */
export function placeAt(text, starts, at) {
  const line = lineAt(starts, at);
  return { line: line + 1, column: [...text.slice(starts[line], at)].length + 1 };
}

/** The stretch that a message is about. @param {string} text @param {number[]} starts @param {{ line: number, column: number, length: number }} error @returns {Place} */
export function placeOf(text, starts, { line, column, length }) {
  const start = starts[Math.min(line, starts.length) - 1] ?? 0;
  const characters = [...text.slice(start, start + 4 * (column + length))];
  const begin = start + characters.slice(0, column - 1).join('').length;
  return { begin, end: begin + characters.slice(column - 1, column - 1 + length).join('').length };
}

/** @param {string} text @param {number[]} starts @param {Place} place @returns {Stretch[]} */
export function stretches(text, starts, { begin, end }) {
  const first = lineAt(starts, begin);
  const last = Math.min(lineAt(starts, end), first + MOST_LINES);
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const line = first + at;
    const from = Math.max(begin, starts[line]);
    const to = Math.min(end, (starts[line + 1] ?? text.length + 1) - 1);
    return { line, before: text.slice(starts[line], from), text: text.slice(from, Math.max(to, from)) };
  });
}
