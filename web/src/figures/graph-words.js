// What a graph's picture and its steps say in lessons, by language.

import { graphWords } from '../draw/graph-words.js';
import { graphWordsDe } from './graph-words-de.js';

/** A rounded number without the zeros at its end: 2.7000 is 2.7. @param {string} text */
const trimmed = (text) => text.replace(/(\d)\.(\d*?)0+(?![\de])/g, (_, whole, rest) => (rest ? `${whole}.${rest}` : whole));

/** @type {Record<string, typeof graphWords>} */
export const lessonGraphWords = {
  en: { ...graphWords, write: trimmed },
  de: { ...graphWordsDe, write: (text) => trimmed(text).replace(/(\d)\.(\d)/g, '$1,$2') },
};
