// How an edited text comes out: with every comment that it had, and where each node's piece of it is now.
import { print, statementsOf } from './syntax.js';
import { outer, statementOf } from './terms.js';
import { comments } from './tokens.js';

/** @import { Draft, Edited, Free, Place } from './draft.js' */
/** @import { Statement, Term } from './syntax.js' */

/** @param {Draft} draft @param {Term | Statement} marked what is shown then @returns {Edited} */
export function written(draft, marked) {
  const { pieces } = draft.text;
  const at = statementsOf(draft.text).indexOf(marked.kind === 'statement' ? marked : statementOf(marked));
  const piece = pieces.indexOf(draft.statements[Math.max(at, 0)]);
  const lost = lostComments(draft);
  if (lost.length) pieces.splice(Math.max(piece, 0), 0, lost.map((comment) => comment + draft.lineEnd).join(''));
  let source = '';
  /** @type {Map<string | Term | Statement | Free, Place>} */
  const placed = new Map();
  /** @param {string | Term | Statement} part */
  const write = (part) => {
    const begin = source.length;
    if (typeof part === 'string') source += part;
    else {
      part.parts.forEach(write);
      placed.set(part, { begin, end: source.length });
    }
  };
  pieces.forEach(write);
  const places = draft.program.nodes.map((_, node) => {
    const maker = draft.makers.get(node);
    return maker && placed.get('kind' in maker && maker.kind !== 'statement' ? outer(maker) : maker);
  });
  return { source, selection: placed.get(marked) ?? { begin: 0, end: 0 }, places };
}

/** Those whose line or expression is gone. @param {Draft} draft */
function lostComments({ text, program }) {
  const left = comments(text.pieces.map(print).join(''));
  return comments(program.source).filter((comment) => {
    const at = left.indexOf(comment);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
