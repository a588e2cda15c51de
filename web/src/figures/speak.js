// Words and numbers of a figure in the reader's language: a table of words has one row of sentences for each language.

import { formatCount, formatNumber, formatTick } from '../draw/format.js';
import { raised } from '../draw/raised.js';

export { fillWords } from '../draw/fill-words.js';

/** @typedef {Record<string, Record<string, string>>} Words by language, then by key; `{w}` in a sentence is a number or a word */

/** The nearest language there is. @param {Words} words @param {string} tag such as de-AT */
export const languageOf = (words, tag) => (tag.slice(0, 2).toLowerCase() in words ? tag.slice(0, 2).toLowerCase() : 'en');

/** A number as one writes it there: with a comma in German. @param {string} language @param {(x: number) => string} [format] @returns {(x: number) => string} */
export function writer(language, format = formatNumber) {
  if (language !== 'de') return format;
  return (x) => format(x).replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));
}

/** As few figures as say it, in sentences and beside sliders: 0.6, −1, 12.35, 1.6 · 10⁻¹⁰. @param {number} x */
export function formatShort(x) {
  const short = Number(x.toPrecision(4));
  return Math.abs(short) >= 1e-3 && Math.abs(short) < 1e6 ? String(short).replace('-', '−') : withPowers(formatNumber(x));
}

/** 1e−6 as 10⁻⁶ and 1.6e−10 as 1.6 · 10⁻¹⁰, for readers who do not program. @param {string} text */
export function withPowers(text) {
  const [, sign, digits, minus, power] = /^(−?)(.+)e(−?)(\d+)$/.exec(text) ?? [];
  if (!power) return text;
  return `${sign}${Number(digits) === 1 ? '' : `${Number(digits)} · `}10${raised(minus + power)}`;
}

/** 10⁵⁰⁰, in groups of three digits where there are many. @param {number} power @param {number} [base] */
export const powerText = (power, base = 10) => base + raised(formatCount(power).replaceAll(',', '\u202f'));

/** Numbers at an axis. @param {string} language */
export const axisWriter = (language) => writer(language, (x) => withPowers(formatTick(x)));
