// Verdicts as sentences of the reader's language, with numbers as they are written there. Pure text; the engine says nothing itself.

/** @import { Filled, Numbers, Question, Tolerance, Verdict } from './types.js' */
/** @import { Drawn } from './quiz.js' */
import { fillProse } from './placeholders.js';
import german from './strings/de.js';
import english from './strings/en.js';

/** @typedef {{ locale: string, mistakes: Record<string, string>, says: Record<keyof typeof english.says, string> }} Strings */

/** @type {Record<string, Strings>} */
export const languages = { en: english, de: german };

/** The nearest language there is. @param {string} tag such as de-AT @returns {Strings} */
export const stringsOf = (tag) => languages[tag.slice(0, 2).toLowerCase()] ?? english;

/** Six figures at most, with a proper minus and the language's point. @param {Strings} strings @param {number} x */
export function writeNumber({ locale }, x) {
  return new Intl.NumberFormat(locale, { maximumSignificantDigits: 6, useGrouping: false }).format(x).replace('-', '−');
}

/** @param {Strings} strings @param {keyof Strings['says']} key @param {Record<string, string | number>} [words] */
export function say(strings, key, words = {}) {
  return strings.says[key].replace(/\{(\w+)\}/g, (_, name) => {
    const word = words[name];
    return typeof word === 'number' ? writeNumber(strings, word) : String(word);
  });
}

/** A question's own text. @param {Strings} strings @param {string} text @param {Numbers} numbers */
export const sayText = (strings, text, numbers) => fillProse(text, numbers, (x) => writeNumber(strings, x));

/** What counts as right. @param {Strings} strings @param {Question['kind']} kind @param {Tolerance} tolerance */
export function sayTolerance(strings, kind, { absolute = 0, relative = 0 }) {
  if (kind === 'choice') return '';
  if (kind === 'expression') return say(strings, 'anyForm');
  if (absolute && relative) return say(strings, 'bothTolerances', { absolute, relative: relative * 100 });
  if (absolute) return say(strings, 'absolute', { absolute });
  return relative ? say(strings, 'relative', { relative: relative * 100 }) : say(strings, 'exact');
}

/** @param {Strings} strings @param {Verdict} verdict @param {{ kind?: Question['kind'], hasSteps?: boolean, why?: string }} [question] whether there are steps to look at, and
 * why the option that was chosen is wrong */
export function sayVerdict(strings, { outcome, mistakes, error, unknown, points }, { kind, hasSteps = false, why } = {}) {
  if (unknown) return say(strings, 'unknown', { names: unknown.join(', ') });
  if (error) return sayUnread(strings, error);
  const compared = points ? [say(strings, 'compared', { count: points.compared })] : [];
  if (outcome === 'right') return [say(strings, 'right'), ...compared].join(' ');
  if (outcome === 'unread') return say(strings, kind === 'choice' ? 'choose' : 'empty');
  if (why) return `${say(strings, 'wrong')} ${why}`;
  if (mistakes.length > 0) return [say(strings, 'wrong'), sayMistakes(strings, mistakes)].join(' ');
  // An option that was chosen is not a number that some mistake gives.
  return [say(strings, 'wrong'), ...(kind === 'choice' ? [] : [say(strings, 'unexplained')]), say(strings, hasSteps ? 'seeSteps' : 'thinkAgain')].join(' ');
}

/** What cannot be read, with code in backticks. @param {Strings} strings @param {import('./types.js').InputError} error */
function sayUnread(strings, { message, column, write }) {
  if (!write) return say(strings, 'unread', { message, column });
  return say(strings, 'unclear', { column, write: write.map((each) => `\`${each}\``).join(say(strings, 'or')) });
}

/** @param {Strings} strings @param {string[]} mistakes */
function sayMistakes(strings, mistakes) {
  const sentences = mistakes.map((name) => strings.mistakes[name]);
  return mistakes.length > 1 ? [say(strings, 'both'), ...sentences].join(' ') : sentences[0];
}

/** @param {Strings} strings @param {Filled} filled @param {Drawn[]} nodes */
export function sayFilled(strings, { outcome, cells, first }, nodes) {
  if (outcome === 'right') return say(strings, 'filled');
  if (!first) {
    if (cells.every(({ status }) => status === 'missing')) return say(strings, 'empty');
    const unread = cells.find(({ error }) => error);
    return unread?.error ? `${cellName(strings, unread, nodes)}: ${sayUnread(strings, unread.error)}` : say(strings, 'incomplete');
  }
  const pass = say(strings, first.pass === 'forward' ? 'value' : 'gradient');
  const where = say(strings, 'first', { pass, name: nodes[first.node].name });
  const follows = cells.some(({ status }) => status === 'follows') ? [say(strings, 'consequences')] : [];
  return [where, ...(first.mistakes.length > 0 ? [sayMistakes(strings, first.mistakes)] : []), ...follows].join(' ');
}

/** @param {Strings} strings @param {{ node: number, pass: 'forward' | 'backward' }} cell @param {Drawn[]} nodes */
export const cellName = (strings, { node, pass }, nodes) => say(strings, pass === 'forward' ? 'valueOf' : 'gradientOf', { name: nodes[node].name });
