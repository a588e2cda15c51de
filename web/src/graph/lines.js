// Statements put into a text, taken out and moved, with the line ends, blanks and comments around them.
import { Refusal } from './draft.js';
import { makeStatement, print } from './syntax.js';
import { allOf, bare, fit, nameTerm, outer, replace, statementOf } from './terms.js';

/** @import { Draft } from './draft.js' */
/** @import { Statement, Term } from './syntax.js' */

const REST_OF_LINE = /^[^\n\r]*(\r\n|\n|\r)?/;

/** A statement on a line of its own before another. @param {Draft} draft @param {Statement} statement @param {Statement | undefined} before */
export function insert(draft, statement, before) {
  if (!before) return append(draft, statement);
  const { pieces } = draft.text;
  const at = pieces.indexOf(before);
  const gap = /** @type {string} */ (pieces[at - 1] ?? '');
  const indent = /(?:^|[\n\r])([^\S\n\r]*)$/u.exec(gap);
  const startsLine = indent && (at < 2 || /[\n\r]/.test(gap));
  pieces.splice(at, 0, statement, startsLine ? draft.lineEnd + indent[1].replace('\uFEFF', '') : '; ');
}

/** A statement on the last line. @param {Draft} draft @param {Statement} statement */
export function append(draft, statement) {
  const { pieces } = draft.text;
  const gap = /** @type {string} */ (pieces.pop() ?? '');
  const ended = pieces.length === 0 ? gap === '' || /[\n\r]$/.test(gap) : /[\n\r][^\S\n\r]*$/.test(gap);
  pieces.push(ended ? gap : gap + draft.lineEnd, statement, /[\n\r]$/.test(gap) ? draft.lineEnd : '');
}

/** Takes a statement out, and its line if nothing else stands in it. @param {Draft} draft @param {Statement} statement */
export function remove(draft, statement) {
  const { pieces } = draft.text;
  const at = pieces.indexOf(statement);
  let [before, after] = /** @type {string[]} */ ([pieces[at - 1], pieces[at + 1]]);
  const startsLine = at < 2 || /[\n\r][^\S\n\r]*$/.test(before);
  const separated = /^[^\S\n\r]*;[^\S\n\r]*/.exec(after);
  if (separated && !(startsLine && /^[\n\r]|^$|^#/.test(after.slice(separated[0].length)))) {
    after = after.slice(separated[0].length);
  } else if (startsLine) {
    if (separated) after = after.slice(separated[0].length);
    const [rest, end] = REST_OF_LINE.exec(after) ?? ['', ''];
    if (rest.includes('#')) after = after.trimStart();
    else {
      before = before.replace(/[^\S\n\r]*$/u, '');
      after = after.slice(rest.length);
      if (!end && !after && at > 1) before = before.replace(/(\r\n|\n|\r)$/, '');
    }
  } else {
    before = before.replace(/[^\S\n\r]*;[^\S\n\r]*$/u, '');
  }
  pieces.splice(at - 1, 3, before + after);
}

/** A line that gives a term a name; the name takes the term's place. @param {Draft} draft @param {Term} term @param {string} [wanted] */
export function nameLine(draft, term, wanted) {
  const statement = statementOf(term);
  const whole = outer(term);
  const name = draft.newName(wanted ?? draft.shownName(term));
  if (whole.parent === statement && !statement.target) {
    Object.assign(statement, { target: name, sign: '=', parts: [name, ' ', '=', ' ', whole] });
    return statement;
  }
  const line = makeStatement(name, nameTerm(name));
  replace(term, draft.reference(line));
  const value = bare(whole);
  line.parts[4] = value;
  value.parent = line;
  draft.asAssigned(line);
  fit(draft.value(line));
  insert(draft, line, statement);
  return line;
}

/** The comment behind a statement that has its line for itself, and what follows. @param {(string | Statement)[]} pieces @param {number} at */
function splitComment(pieces, at) {
  const [before, after] = [pieces[at - 1], pieces[at + 1]].map((piece) => print(piece ?? ''));
  const comment = at < 2 || /[\n\r][^\S\n\r]*$/.test(before) ? (/^[^\S\n\r]*#[^\n\r]*/.exec(after)?.[0] ?? '') : '';
  return [comment, after.slice(comment.length)];
}

/**
 * Moves what a statement needs, and it, before another; what stands in between must not be changed by it.
 * @param {Draft} draft @param {Statement} moved @param {Statement} before
 */
export function moveBefore(draft, moved, before) {
  const all = draft.statements;
  const [from, to] = [all.indexOf(before), all.indexOf(moved)];
  const needed = new Set([moved]);
  for (let i = to; i > from; i--)
    if (needed.has(all[i])) {
      for (const term of allOf(draft.value(all[i]))) {
        const meaning = draft.means.get(term);
        if (meaning && 'kind' in meaning && all.indexOf(meaning) >= from) needed.add(meaning);
      }
      if (all[i].sign.length === 2) {
        const meaning = draft.meaningAt(all[i].target, all[i]);
        if (meaning && 'kind' in meaning && all.indexOf(meaning) >= from) needed.add(meaning);
      }
    }
  const moves = all.filter((each) => needed.has(each));
  const stays = all.slice(from, to).filter((each) => !needed.has(each));
  const names = new Set(moves.map(({ target }) => target));
  const clash = stays.find((each) => names.has(each.target) || allOf(draft.value(each)).some((term) => {
    const meaning = draft.means.get(term);
    return meaning && names.has('free' in meaning ? meaning.free : meaning.target) && !(needed.has(/** @type {Statement} */ (meaning)));
  }));
  if (needed.has(before) || clash)
    throw new Refusal(`the line of \`${moved.target}\` would have to move up past others that use the same names; with a name of its own for each value it can`);
  const { pieces } = draft.text;
  for (const each of moves) {
    const at = pieces.indexOf(each);
    const [comment, rest] = splitComment(pieces, at);
    if (comment) pieces[at + 1] = rest;
    remove(draft, each);
    insert(draft, each, before);
    const gap = pieces.indexOf(each) + 1;
    if (comment) pieces[gap] = comment + (/^[\n\r]/.test(print(pieces[gap])) ? pieces[gap] : draft.lineEnd);
  }
}
