// Code and the core's calculations as one writes them by hand: `(3)**2 + w*2` is 3² + w · 2. For what a reader reads; nothing computes with it.

/** @import { Strings } from './speech.js' */
import { raised } from '../draw/raised.js';

const NUMBER = String.raw`\d+(?:\.\d+)?`;
/** A power follows, so that parentheses before it mean something. */
const POWER = String.raw`\s*(?:\*\*|\^)`;
const PLAIN = new RegExp(String.raw`(?<![\w\]])\((${NUMBER})\)`, 'g');
const FIRST = new RegExp(String.raw`(^|[[(,=]\s?)\((−${NUMBER})\)(?!${POWER})`, 'g');
/** Of x**2**3 the last alone, x**2³: raised both, they would be 23. */
const EXPONENT = new RegExp(String.raw`(?:\*\*|\^)(?:\(([−+\d\s]+)\)|(\d+))(?![\d.]|${POWER})`, 'g');

/** Behind a division or in a power, 2e-7 is one number: 3/(2 · 10⁻⁷). */
const SCIENTIFIC = new RegExp(String.raw`((?:\/|\*\*|\^)\s*[-−+]?)?(?<![\w.])(\d+(?:\.\d*)?|\.\d+)e([-−]?)\+?(\d+)(?=(${POWER})?)`, 'g');
/** @param {string} text @param {boolean} needed */
const bracketed = (text, needed) => (needed ? `(${text})` : text);

/** @param {Strings} strings whose decimal point it gets, and semicolons where that is a comma @param {string} text */
export function mathOf({ locale }, text) {
  const written = text
    .replace(SCIENTIFIC, (_, before = '', number, sign, power, after) => `${before}${bracketed(`${number}*10**(${sign}${power})`, before !== '' || after !== undefined)}`)
    .replaceAll('-', '−')
    .replace(PLAIN, '$1')
    .replace(FIRST, '$1$2')
    .replace(EXPONENT, (_, several, one) => raised((several ?? one).replace(/\s/g, '')))
    .replace(/\s*(?<!\*)\*(?!\*)\s*/g, ' · ');
  return locale === 'de' ? written.replace(/,\s/g, '; ').replace(/(\d)\.(?=\d)/g, '$1,') : written;
}
