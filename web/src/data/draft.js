// What was last drawn or pasted, kept in this browser whether or not it was trained on.

/** @import { Digit } from './digit.js' */
/** @import { Drawn } from './points.js' */
import { decodePoints, encodePoints } from './points.js';

/** The version stands in the key: another shape of what is kept gets another number. @param {string} name */
const keyOf = (name) => `backprop.${name}.1`;

/** @param {string} name @param {string} text */
export function keepText(name, text) {
  try {
    localStorage.setItem(keyOf(name), text);
  } catch {
    // Then it lasts as long as the page.
  }
}

/** Empty where there is none. @param {string} name */
export function keptText(name) {
  try {
    return localStorage.getItem(keyOf(name)) ?? '';
  } catch {
    return '';
  }
}

/** @param {Drawn} drawn */
export const keepDraft = (drawn) => keepText('board', encodePoints(drawn));

export const keptDraft = () => decodePoints(keptText('board'));

/** @param {Digit} digit */
export const keepDigit = ({ strokes }) => keepText('digit', JSON.stringify(strokes));

/** @returns {Digit} */
export function keptDigit() {
  try {
    const strokes = JSON.parse(keptText('digit') || '[]');
    const fits = Array.isArray(strokes) && strokes.every((stroke) => Array.isArray(stroke) && stroke.length > 0 && stroke.every(isPlace));
    return { strokes: fits ? strokes : [], of: null };
  } catch {
    return { strokes: [], of: null };
  }
}

/** @param {unknown} place */
const isPlace = (place) => Array.isArray(place) && place.length === 2 && place.every((x) => x >= 0 && x <= 1);
