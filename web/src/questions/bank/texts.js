// The texts of the lessons' questions in the languages there are.

import german from './de.js';
import english from './en.js';

/** @typedef {{ text: string, options?: Record<string, string>, why?: Record<string, string> }} Texts options by their key, and why each that can be wrong is tempting, and wrong */

/** @param {string} locale of `stringsOf` */
export const textsOf = (locale) => (locale === 'de' ? german : english);
