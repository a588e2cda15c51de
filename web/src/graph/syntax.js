// A text as a tree that loses nothing: every term keeps its own spelling, so that printing what was not touched gives it back to the byte.
import { plainSign, tokens } from './tokens.js';

/** @import { Token } from './tokens.js' */

/**
 * A piece of an expression. `parts` are its text and the terms in it, in order; `wordAt` is the part that is its sign or name.
 * @typedef {'number' | 'name' | 'text' | 'unary' | 'binary' | 'group' | 'list' | 'tuple' | 'call' | 'method' | 'attribute' | 'keyword'} Kind
 * @typedef {{ kind: Kind, parts: (string | Term)[], wordAt: number, begin: number, end: number, parent?: Term | Statement }} Term
 * @typedef {{ kind: 'statement', target: string, sign: string, parts: (string | Term)[], begin: number, end: number, parent?: undefined }} Statement
 * @typedef {{ pieces: (string | Statement)[] }} Text blanks, comments and line ends, and the statements between them
 */

/** How tightly the signs hold together, as in the core's `infix.hpp`. @type {Record<string, number>} */
export const PRECEDENCE = { '>': 1, '>=': 1, '<': 1, '<=': 1, '==': 1, '!=': 1, '+': 2, '-': 2, '*': 3, '/': 3, '@': 3, '**': 5 };
export const NEGATING = 4;
export const RAISING = 5;
export const WHOLE = 6;

/** @param {Term | Statement} term @returns {Term[]} */
export const children = (term) => /** @type {Term[]} */ (term.parts.filter((part) => typeof part !== 'string'));

/** @param {string | Term | Statement} part @returns {string} */
export const print = (part) => (typeof part === 'string' ? part : part.parts.map(print).join(''));

/** @param {Term} term its sign, or the name of what it calls */
export const wordOf = (term) => print(term.parts[term.wordAt] ?? '');

/** A new term. @param {Kind} kind @param {(string | Term)[]} parts @returns {Term} */
export function make(kind, parts, wordAt = 0) {
  /** @type {Term} */
  const term = { kind, parts, wordAt, begin: -1, end: -1 };
  for (const child of children(term)) child.parent = term;
  return term;
}

/** @param {string} target empty for an expression alone @param {Term} value @returns {Statement} */
export function makeStatement(target, value) {
  /** @type {Statement} */
  const statement = { kind: 'statement', target, sign: target && '=', parts: target ? [target, ' ', '=', ' ', value] : [value], begin: -1, end: -1 };
  value.parent = statement;
  return statement;
}

class Reader {
  #at = 0;
  #depth = 0; // of open brackets, in which a line's end is a blank

  /** @param {string} source */
  constructor(source) {
    this.source = source;
    this.tokens = tokens(source).filter(({ kind }) => kind !== 'blank');
  }

  get token() {
    while (this.#depth > 0 && this.tokens[this.#at].kind === 'lineEnd') this.#at++;
    return this.tokens[this.#at];
  }

  next() {
    const token = this.token;
    this.#at++;
    return token;
  }

  /** Passes the next token if it is this one. @param {string} text */
  accept(text) {
    return this.token.text === text && !!this.next();
  }

  /** @param {string} text */
  ahead(text) {
    return this.tokens[this.#at + 1]?.text === text;
  }

  get ends() {
    return ['lineEnd', 'end'].includes(this.token.kind) || this.token.text === ';';
  }

  /** @param {Kind} kind @param {number} begin @param {number} end @param {Term[]} terms @param {Token} [word] @returns {Term} */
  term(kind, begin, end, terms, word) {
    const made = make(kind, ...this.parts(begin, end, terms, word));
    return Object.assign(made, { begin, end });
  }

  /** @param {number} begin @param {number} end @param {Term[]} terms @param {Token} [word] @returns {[(string | Term)[], number]} */
  parts(begin, end, terms, word) {
    /** @type {(string | Term)[]} */
    const parts = [];
    let [at, wordAt] = [begin, 0];
    for (const piece of [...terms, ...(word ? [word] : [])].sort((a, b) => a.begin - b.begin)) {
      if (piece.begin > at) parts.push(this.source.slice(at, piece.begin));
      if (piece === word) wordAt = parts.length;
      parts.push(piece === word ? word.text : /** @type {Term} */ (piece));
      at = piece.end;
    }
    if (end > at) parts.push(this.source.slice(at, end));
    return [parts, wordAt];
  }

  /** @param {number} least how tightly a sign must hold to belong to it @returns {Term} */
  expression(least) {
    let left = this.operand();
    for (;;) {
      const sign = this.token;
      const precedence = sign.kind === 'sign' ? (PRECEDENCE[plainSign(sign.text)] ?? 0) : 0;
      if (precedence === 0 || precedence < least) return left;
      this.next();
      const right = this.expression(precedence === RAISING ? RAISING : precedence + 1);
      left = this.term('binary', left.begin, right.end, [left, right], sign);
    }
  }

  /** @returns {Term} */
  operand() {
    const first = this.next();
    if (first.kind === 'sign' && ['+', '-'].includes(plainSign(first.text))) {
      const child = this.expression(NEGATING);
      return this.term('unary', first.begin, child.end, [child], first);
    }
    let term;
    if (first.text === '(' || first.text === '[') {
      const { items, end, comma } = this.items();
      term = this.term(first.text === '[' ? 'list' : items.length === 1 && !comma ? 'group' : 'tuple', first.begin, end, items);
    } else if (first.kind === 'name' && this.token.text === '(') {
      this.next();
      const { items, end } = this.items();
      term = this.term('call', first.begin, end, items, first);
    } else if (first.kind === 'name' || first.kind === 'number' || first.kind === 'text') {
      term = this.term(first.kind, first.begin, first.end, [], first);
    } else {
      throw new Error(`no expression begins with ${first.text}`);
    }
    while (this.accept('.')) {
      const word = this.next();
      if (!this.accept('(')) {
        term = this.term('attribute', term.begin, word.end, [term], word);
        continue;
      }
      const { items, end } = this.items();
      term = this.term('method', term.begin, end, [term, ...items], word);
    }
    return term;
  }

  /** What stands in brackets, up to the closing one. */
  items() {
    const items = [];
    let comma = false;
    this.#depth++;
    while (this.token.text !== ')' && this.token.text !== ']') {
      if (this.token.kind === 'end') throw new Error('a bracket is not closed');
      if (this.token.kind === 'name' && this.ahead('=')) {
        const word = this.next();
        this.next();
        const value = this.expression(0);
        items.push(this.term('keyword', word.begin, value.end, [value], word));
      } else {
        items.push(this.expression(0));
      }
      if (this.token.text === ',') comma = !!this.next();
    }
    this.#depth--; // before the bracket is passed: what follows may be the line's end
    const { end } = this.next();
    return { items, end, comma };
  }

  /** @returns {Statement} */
  statement() {
    const { begin, kind, text } = this.token;
    const assigns = kind === 'name' && /^[^<>=!]?=$/u.test(this.tokens[this.#at + 1].text);
    const sign = assigns ? (this.next(), this.next()) : undefined;
    const value = this.expression(0);
    if (!this.ends) throw new Error('a statement ends here');
    /** @type {Statement} */
    const statement = { kind: 'statement', target: sign ? text : '', sign: sign ? plainSign(sign.text) : '', parts: [value], begin, end: value.end };
    if (sign) {
      const [blank, after] = [this.source.slice(begin + text.length, sign.begin), this.source.slice(sign.end, value.begin)];
      statement.parts = [text, blank, sign.text, after, value];
    }
    value.parent = statement;
    return statement;
  }

  /** @returns {Text} */
  read() {
    /** @type {(string | Statement)[]} */
    const pieces = [];
    let at = 0;
    for (;;) {
      while (this.ends && this.token.kind !== 'end') this.next();
      if (this.token.kind === 'end') break;
      if (['import', 'from'].includes(this.token.text)) {
        while (!this.ends) this.next();
        continue;
      }
      const statement = this.statement();
      pieces.push(this.source.slice(at, statement.begin), statement);
      at = statement.end;
    }
    return { pieces: [...pieces, this.source.slice(at)] };
  }
}

/** Reads a text without mistakes. @param {string} source */
export const read = (source) => new Reader(source).read();

/** @param {Text} text @returns {Statement[]} */
export const statementsOf = (text) => /** @type {Statement[]} */ (text.pieces.filter((piece) => typeof piece !== 'string'));
