// Terms put in each other's place: brackets where the signs need them, and none where they do not.
import { NEGATING, PRECEDENCE, RAISING, WHOLE, children, make, print, wordOf } from './syntax.js';
import { plainSign } from './tokens.js';

/** @import { Statement, Term } from './syntax.js' */

/** Whether a sign precedes or stands between operands. @type {Record<string, string>} */
export const SIGNS = { add: '+', sub: '-', mul: '*', div: '/', matmul: '@', pow: '**', gt: '>', ge: '>=', lt: '<', le: '<=', eq: '==', ne: '!=' };

/** @param {Term} term */
export const signOf = (term) => plainSign(wordOf(term));

/** @param {Term} term */
function precedenceOf(term) {
  if (term.kind === 'binary') return PRECEDENCE[signOf(term)];
  return term.kind === 'unary' ? NEGATING : WHOLE;
}

/** How tightly a term must hold where it stands. @param {Term} term */
function needed(term) {
  const { parent } = term;
  if (!parent || parent.kind === 'statement') return 0;
  const first = children(parent)[0] === term;
  if (parent.kind === 'unary') return NEGATING;
  if (parent.kind === 'attribute' || parent.kind === 'method') return first ? WHOLE : 0;
  if (parent.kind !== 'binary') return 0;
  const precedence = precedenceOf(parent);
  if (precedence === RAISING) return first ? WHOLE : RAISING;
  return first && precedence > 1 ? precedence : precedence + 1;
}

/** Line ends that stand in no bracket of the term. @param {Term} term @returns {boolean} */
function hasOpenLineEnd(term) {
  if (['group', 'list', 'tuple', 'call', 'text'].includes(term.kind)) return false;
  if (term.kind === 'method') return hasOpenLineEnd(children(term)[0]);
  return term.parts.some((part) => (typeof part === 'string' ? /[\n\r]/.test(part) : hasOpenLineEnd(part)));
}

/** @param {Term} term @param {Term} other that takes its place, without a look at brackets */
export function swap(term, other) {
  const parent = /** @type {Term | Statement} */ (term.parent);
  parent.parts[parent.parts.indexOf(term)] = other;
  other.parent = parent;
}

/** Brackets around a term whose place needs them. @param {Term} term @returns {Term} what stands there */
export function fit(term) {
  const { parent } = term;
  const dotted = term.kind === 'number' && (parent?.kind === 'attribute' || parent?.kind === 'method') && children(parent)[0] === term;
  const open = parent?.kind === 'statement' && hasOpenLineEnd(term);
  if (!dotted && !open && precedenceOf(term) >= needed(term)) return term;
  const group = make('group', ['(']);
  swap(term, group);
  group.parts = ['(', term, ')'];
  term.parent = group;
  return group;
}

/** The term without the brackets around it that hold no comment. @param {Term} term */
export function bare(term) {
  while (term.kind === 'group' && print(term.parts[0]) === '(' && print(term.parts.at(-1) ?? '') === ')' && term.parts.length === 3) [term] = children(term);
  return term;
}

/** The outermost brackets around a term, or itself. @param {Term} term @returns {Term} */
export function outer(term) {
  while (term.parent?.kind === 'group') term = term.parent;
  return term;
}

/** Puts a term in the place of another and its brackets. @param {Term} term @param {Term} other */
export function replace(term, other) {
  swap(outer(term), other);
  return fit(other);
}

/** @param {Term} term @returns {Statement} */
export function statementOf(term) {
  /** @type {Term | Statement} */
  let at = term;
  while (at.kind !== 'statement') at = /** @type {Term | Statement} */ (at.parent);
  return at;
}

/** A term and all in it, children first. @param {Term} term @param {Term[]} [list] that they are added to */
export function allOf(term, list = []) {
  for (const part of term.parts) if (typeof part !== 'string') allOf(part, list);
  list.push(term);
  return list;
}

/** @param {string} name */
export const nameTerm = (name) => make('name', [name]);

/** A number, with its sign. @param {number} value */
export function numberTerm(value) {
  const text = String(Math.abs(value));
  return value < 0 || Object.is(value, -0) ? make('unary', ['-', make('number', [text])]) : make('number', [text]);
}
