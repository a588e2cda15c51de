// One edit in the picture, from the text that stood to the text that follows, or to why it cannot be; and how a line refers to a node.
import { Draft, Refusal } from './draft.js';
import { insert, moveBefore, nameLine } from './lines.js';
import { makeStatement } from './syntax.js';
import { written } from './written.js';

/** @import { Edited, Program } from './draft.js' */
/** @import { Statement, Term } from './syntax.js' */
/** @typedef {Edited | { error: string }} Edit */

/**
 * @param {Program} program @param {(draft: Draft) => Term | Statement} change gives the piece to show
 * @param {Pick<Edited, 'adds' | 'stroke'>} [manner] @returns {Edit}
 */
export function edit(program, change, manner = {}) {
  try {
    const draft = new Draft(program);
    return { ...written(draft, change(draft)), ...manner };
  } catch (error) {
    if (error instanceof Refusal) return { error: error.message };
    if (error instanceof RangeError) return { error: 'the text is nested too deep for edits in the picture; fewer brackets in one line would be right' };
    throw error;
  }
}

/** What means a node right before a statement, which gets a line for it where there is none. @param {Draft} draft @param {number} node @param {Statement} [at] */
export function reference(draft, node, at) {
  const maker = draft.makerOf(node);
  if ('free' in maker) {
    if (draft.meaningAt(maker.free, at) !== maker) throw new Refusal(`\`${maker.free}\` means something else here; with another name for one of the two it can be connected`);
    return draft.reference(maker);
  }
  const names = draft.statements.filter((each) => each.target && (each === maker || (each.sign.length === 1 && draft.maker(draft.value(each)) === maker)));
  const usable = names.find((each) => draft.meaningAt(each.target, at) === each);
  if (usable) return draft.reference(usable);
  if (names.length === 0) {
    const line = nameLine(draft, /** @type {Term} */ (maker));
    if (at && draft.meaningAt(line.target, at) !== line) moveBefore(draft, line, at);
    return draft.reference(line);
  }
  const [named] = names;
  const all = draft.statements;
  if (at && all.indexOf(named) >= all.indexOf(at)) moveBefore(draft, named, at);
  if (draft.meaningAt(named.target, at) === named) return draft.reference(named);
  const alias = makeStatement(draft.newName(), draft.reference(named));
  insert(draft, alias, draft.statements[draft.statements.indexOf(named) + 1]);
  return draft.reference(alias);
}
