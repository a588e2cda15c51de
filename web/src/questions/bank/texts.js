// The texts of the lessons' questions in the languages there are.

import german from './de.js';
import english from './en.js';

/** @param {string} locale of `stringsOf` */
export const textsOf = (locale) => (locale === 'de' ? german : english);
