// An answer as one writes it by hand, such as 6x cos(3x²), in the language of graphs: 6*x*cos(3*x**2). Pure text; where it can be read in two ways, nothing is guessed.

import { lowered } from '../draw/raised.js';

/** @typedef {{ write: string[], column: number }} Ask what would be clear, and where it is not; columns count from 1 */
/** @typedef {{ text: string, columnOf: (column: number) => number }} Rewritten columnOf: where a column of the new text comes from in what was typed */
/** @typedef {'number' | 'name' | 'function' | 'method' | 'open' | 'close' | 'raised' | 'operator'} Kind */
/** @typedef {{ kind: Kind, text: string, at: number, spaced: boolean }} Token spaced: whether space stands before it */

/** Those that are recognised without a sign before them, as in xcos(x). */
const FUNCTIONS = ['sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh', 'exp', 'log', 'ln', 'sqrt', 'abs', 'sigmoid', 'relu', 'softplus'];
const CONSTANTS = ['pi', 'π', 'e'];

const TOKEN = /(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[\p{L}_][\p{L}\d_]*(?:\.[\p{L}_][\p{L}\d_]*)*)|(?<method>\.[\p{L}_][\p{L}\d_]*)|(?<open>\()|(?<close>\))|(?<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]+)|(?<operator>\*\*|\S)/gu;

/** What may stand before a multiplication that is not written, and what behind it. @type {Kind[]} */
const ENDS = ['number', 'name', 'close', 'raised'];
/** @type {Kind[]} */
const BEGINS = ['number', 'name', 'function', 'open'];

/**
 * @param {string} typed @param {string[]} names that may stand in it, some with several letters or a digit @returns {Rewritten | { ask: Ask }}
 */
export function graphLanguage(typed, names) {
  const known = new Set([...names, ...CONSTANTS]);
  const tokens = tokensOf(typed, known);
  /** @type {string[]} */
  const pieces = [];
  /** Where each character of the pieces comes from. @type {number[]} */
  const origins = [];
  const write = (/** @type {string} */ text, /** @type {number} */ at) => {
    pieces.push(text);
    for (let i = 0; i < text.length; i++) origins.push(at + 1);
  };
  /** A level of parentheses: whether a division or a power goes before, and what is behind its end. */
  let level = { divided: false, power: false, behind: '' };
  const outer = [];
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    const ask = unclear(tokens, index, level, known);
    if (ask) return { ask: { write: ask, column: token.at + 1 } };
    if (isImplied(tokens, index)) {
      write('*', token.at);
      level.power = false;
    } else if (token.spaced) write(' ', token.at - 1);
    if (token.kind === 'open') {
      outer.push(level);
      level = { divided: false, power: false, behind: isRaisedFunction(tokens, index - 1) ? power(before.text) : '' };
    }
    // The sign of an exponent, as in e^-2x, is a part of it.
    const isSign = level.power && before?.kind === 'operator' && /[-−–+]/.test(token.text);
    if (token.kind === 'operator' && !isSign) {
      level.power = /^(\*\*|\^)$/.test(token.text);
      if (!level.power) level.divided = /[/÷]/.test(token.text);
    }
    if (token.kind === 'raised') {
      if (!isRaisedFunction(tokens, index)) write(power(token.text), token.at);
    } else write(plain(token), token.at);
    if (token.kind === 'close') {
      write(level.behind, token.at);
      level = outer.pop() ?? { divided: false, power: false, behind: '' };
    }
  }
  const text = pieces.join('');
  return { text, columnOf: (column) => origins[column - 1] ?? typed.length + 1 };
}

/** Whether a multiplication goes before a token. @param {Token[]} tokens @param {number} index */
function isImplied(tokens, index) {
  const [before, token] = [tokens[index - 1], tokens[index]];
  return before !== undefined && ENDS.includes(before.kind) && BEGINS.includes(token.kind) && !(before.kind === 'number' && token.kind === 'number') && !isRaisedFunction(tokens, index - 1);
}

/** The exponent of a function, as in cos²(x), is one of its value: cos(x)². @param {Token[]} tokens @param {number} index */
const isRaisedFunction = (tokens, index) => tokens[index]?.kind === 'raised' && tokens[index - 1]?.kind === 'function' && tokens[index + 1]?.kind === 'open';

/** What would be clear, where this token can be read in two ways. @param {Token[]} tokens @param {number} index @param {{ divided: boolean, power: boolean }} level @param {Set<string>} known */
function unclear(tokens, index, { divided, power: isPower }, known) {
  const [before, token, after, beyond] = [tokens[index - 1], tokens[index], tokens[index + 1], tokens[index + 2]];
  if (token.kind === 'function' && after?.kind !== 'open' && !isRaisedFunction(tokens, index + 1)) return [`${token.text}(…)`];
  if (token.kind === 'raised' && before?.kind === 'function' && token.text.includes('⁻')) return [`1/${before.text}(…)`, `a${before.text}(…)`];
  if (token.kind === 'name' && !known.has(token.text)) {
    const stem = token.text.replace(/\d+$/, '');
    if (stem !== token.text && known.has(stem)) return [`${stem}*${token.text.slice(stem.length)}`, `${stem}**${token.text.slice(stem.length)}`];
  }
  if (!isImplied(tokens, index)) return undefined;
  const [left, right] = [short(tokens, index - 1), short(tokens, index)];
  if (token.kind === 'number' && !(after && BEGINS.includes(after.kind))) return [`${left}*${right}`, `${left}**${right}`];
  if (isPower && before.kind === 'number' && token.kind === 'name' && !token.spaced) return [`…**${left}*${right}`, `…**(${left}*${right})`];
  if (divided) return [`…/(${left}*${right})`, `…/${left}*${right}`];
  // u(x) may be the function u of x.
  if (before.kind === 'name' && token.kind === 'open' && after?.kind === 'name' && beyond?.kind === 'close') return [`${before.text}*${after.text}`];
  return undefined;
}

/** A factor, shortened. @param {Token[]} tokens @param {number} index */
function short(tokens, index) {
  const { kind, text } = tokens[index];
  if (kind === 'open' || kind === 'close') return '(…)';
  if (kind === 'function') return `${text}(…)`;
  return kind === 'raised' ? `${tokens[index - 1]?.kind === 'close' ? '(…)' : (tokens[index - 1]?.text ?? '')}${power(text)}` : text;
}

/** @param {string} raised */
function power(raised) {
  const digits = lowered(raised).replaceAll('−', '-');
  return digits.startsWith('-') ? `**(${digits})` : `**${digits}`;
}

/** @param {Token} token */
function plain({ kind, text }) {
  if (kind === 'name' && text === 'π') return 'pi';
  return text === '–' ? '-' : text;
}

/** @param {string} typed @param {Set<string>} known @returns {Token[]} */
function tokensOf(typed, known) {
  /** @type {Token[]} */
  const tokens = [];
  for (const match of typed.matchAll(TOKEN)) {
    const [kind, text] = /** @type {[Kind, string]} */ (Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined));
    const spaced = /\s/.test(typed[match.index - 1] ?? '');
    if (kind !== 'name') tokens.push({ kind, text, at: match.index, spaced });
    else tokens.push(...wordsOf(text, /^[ \t]*\(/.test(typed.slice(match.index + text.length)), known).map((word, i) => ({ ...word, at: match.index + word.at, spaced: spaced && i === 0 })));
  }
  return tokens;
}

/** A name, or several that were written together, as xcos in xcos(x). @param {string} text @param {boolean} called whether a parenthesis follows @param {Set<string>} known
 * @returns {{ kind: Kind, text: string, at: number }[]} */
function wordsOf(text, called, known) {
  const isFunction = (/** @type {string} */ word) => FUNCTIONS.includes(word) && !known.has(word);
  if (known.has(text)) return [{ kind: 'name', text, at: 0 }];
  if (isFunction(text)) return [{ kind: 'function', text, at: 0 }];
  const words = onlySplitOf(text, known, isFunction);
  if (words) {
    let at = 0;
    return words.map((word) => ({ kind: isFunction(word) ? 'function' : 'name', text: word, at: (at += word.length) - word.length }));
  }
  return [{ kind: called ? 'method' : 'name', text, at: 0 }];
}

/**
 * The one way to read a word as names, the last of which may be a function; nothing where there is none, or more than one. Of each rest of the word the ways are
 * counted once, and not beyond two, as names that overlap have more of them than can be listed.
 * @param {string} text @param {Set<string>} known @param {(word: string) => boolean} isFunction @returns {string[] | undefined}
 */
function onlySplitOf(text, known, isFunction) {
  const longest = Math.max(...[...known, ...FUNCTIONS].map(({ length }) => length));
  const ways = new Uint8Array(text.length + 1).fill(1, text.length);
  /** Where the first name of each rest ends. */
  const ends = new Uint32Array(text.length);
  for (let at = text.length - 1; at >= 0; at--)
    for (let end = at + 1; end <= Math.min(at + longest, text.length); end++) {
      const word = text.slice(at, end);
      const more = known.has(word) ? ways[end] : Number(end === text.length && isFunction(word));
      if (more) ends[at] = end;
      ways[at] = Math.min(ways[at] + more, 2);
    }
  if (ways[0] !== 1) return undefined;
  const words = [];
  for (let at = 0; at < text.length; at = ends[at]) words.push(text.slice(at, ends[at]));
  return words;
}
