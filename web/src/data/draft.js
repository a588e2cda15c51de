// What was last drawn or pasted, kept in this browser whether or not it was trained on.

/** @import { Digit } from './digit.js' */
/** @import { Drawn } from './points.js' */
import { keep, kept } from '../kept.js';
import { decodePoints, encodePoints } from './points.js';

/** The version stands in the name: another shape of what is kept gets another number. */
const [BOARD, DIGIT, TABLE] = ['board.1', 'digit.1', 'table.1'];

/** @param {Drawn} drawn */
export const keepDraft = (drawn) => keep(BOARD, encodePoints(drawn));

export const keptDraft = () => decodePoints(kept(BOARD) ?? '');

/** @param {Digit} digit */
export const keepDigit = ({ strokes }) => keep(DIGIT, JSON.stringify(strokes));

/** @returns {Digit} */
export function keptDigit() {
  try {
    const strokes = JSON.parse(kept(DIGIT) ?? '[]');
    const fits = Array.isArray(strokes) && strokes.every((stroke) => Array.isArray(stroke) && stroke.length > 0 && stroke.every(isPlace));
    return { strokes: fits ? strokes : [], of: null };
  } catch {
    return { strokes: [], of: null };
  }
}

/** @param {unknown} place */
const isPlace = (place) => Array.isArray(place) && place.length === 2 && place.every((x) => x >= 0 && x <= 1);

/** A longer text is not kept before it is trained on. */
const MOST_LETTERS = 200_000;

/** @param {string} text of a table */
export const keepTable = (text) => keep(TABLE, text.length <= MOST_LETTERS ? text : '');

export const keptTable = () => kept(TABLE) ?? '';
