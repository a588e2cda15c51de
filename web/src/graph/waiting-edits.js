// Edits in the picture that wait for their turn: each is made of the graph that it was asked of, and of one stroke only the last.

/** @import { GraphFrame } from '../types.js' */
/** @import { Edited, Program } from './draft.js' */
import { namesOf } from '../draw/graph-names.js';
import tables from '../tables.js';

/** @typedef {{ edit: (program: Program) => Edited | { error: string }, of: GraphFrame | undefined }} WaitingEdit with the graph that it was asked of */

const STALE = 'The graph has changed since; asked again of what stands now, it can be done.';

/** The next edit, made of the graph that stands. @param {WaitingEdit[]} waiting at least one; it is taken, and of one stroke all but the last @param {GraphFrame} frame */
export function nextEdit(waiting, frame) {
  const nodes = frame.nodes.map((node) => ({ ...node, value: node.op ? undefined : node.value.data[0] }));
  const program = { ...frame, ops: tables.ops, shown: namesOf(frame).map(({ name }) => name), nodes };
  /** Its nodes are those of the graph that it was asked of; a stroke changes numbers alone. @param {WaitingEdit} asked */
  const make = ({ edit, of }) => {
    if (of?.nodes.length !== frame.nodes.length) return { error: STALE };
    const made = edit(program);
    return of.source === frame.source || 'stroke' in made || 'error' in made ? made : { error: STALE };
  };
  for (;;) {
    const [first, second] = waiting;
    waiting.shift();
    const made = make(first);
    const after = second && 'stroke' in made ? make(second) : undefined;
    if (!after || !('stroke' in after) || !('stroke' in made) || after.stroke !== made.stroke) return made;
  }
}
