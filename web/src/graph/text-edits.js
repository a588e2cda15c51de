// Edits made in the picture, as new texts: names, comments, blank lines and spelling stay wherever an edit does not touch them.
import { Refusal } from './draft.js';
import { needsSizes } from './additions.js';
import { edit, reference } from './edit.js';
import { append, insert, nameLine } from './lines.js';
import { respell } from './spelling.js';
import { children, make, makeStatement, wordOf } from './syntax.js';
import { bare, numberTerm, outer, replace, statementOf, swap } from './terms.js';

/** @import { Program } from './draft.js' */
/** @typedef {import('./edit.js').Edit} Edit */
/** @import { Term } from './syntax.js' */
export { addConstant, addLeaf, addOperation, needsSizes } from './additions.js';
export { deleteNode } from './deletion.js';

/** Another operation of as many inputs. @param {Program} program @param {number} node @param {string} op @returns {Edit} */
export function replaceOperation(program, node, op) {
  return edit(program, (draft) => {
    const info = draft.operation(op);
    const old = program.nodes[node];
    if (!old?.op) throw new Refusal('a leaf has no operation to replace; an operation would be right');
    if (!info) throw new Refusal(`\`${op}\` is no operation; one of the palette's would be right`);
    const count = old.inputs.length;
    if (count < info.inputs.length - info.optionalInputs || count > info.inputs.length)
      throw new Refusal(`${info.name} takes ${info.inputs.length} ${info.inputs.length === 1 ? 'input' : 'inputs'} and ${old.op} has ${count}; an operation of ${count} would be right`);
    if (needsSizes(info)) throw new Refusal(`${info.name} needs its sizes, which the text takes: a = ${info.name}(x, (2, 3))`);
    return respell(draft, node, info);
  });
}

/** Another node becomes an input. @param {Program} program @param {number} node @param {number} slot from 0 @param {number} other @returns {Edit} */
export function connect(program, node, slot, other) {
  return edit(program, (draft) => {
    const { op, inputs } = program.nodes[node];
    if (!op || !(slot in inputs)) throw new Refusal(op ? `${op} has inputs 1 to ${inputs.length}` : 'a leaf has no inputs; an operation would be right');
    const above = new Set([other]);
    for (const each of above) program.nodes[each].inputs.forEach((input) => above.add(input));
    if (above.has(node)) throw new Refusal('this would make a circle: the value would depend on itself; a node that does not depend on this one would be right');
    const { term, slots } = draft.operands(node);
    if (inputs[slot] === other) return slots[slot];
    const last = draft.statements.at(-1);
    const placed = replace(slots[slot], reference(draft, other, statementOf(term)));
    // A line that moved up leaves its name behind, where it was the output.
    if (program.backwards === 0 && last?.target && draft.statements.at(-1) !== last) append(draft, makeStatement('', draft.reference(last)));
    return placed;
  });
}

/** The first two operands change places. @param {Program} program @param {number} node @returns {Edit} */
export function swapOperands(program, node) {
  return edit(program, (draft) => {
    const { op, inputs } = program.nodes[node];
    if (!op || inputs.length < 2) throw new Refusal('only an operation of two operands can swap them');
    const { term, slots } = draft.operands(node);
    const [first, second] = slots.map((slot) => bare(outer(slot)));
    const hole = make('number', ['0']);
    swap(outer(slots[0]), hole);
    replace(slots[1], first);
    replace(hole, second);
    return term;
  });
}

/** A line of its own for what has no name. @param {Program} program @param {number} node @param {string} [name] @returns {Edit} */
export function nameExpression(program, node, name) {
  return edit(program, (draft) => {
    const maker = draft.makerOf(node);
    const named = 'free' in maker ? maker.free : maker.kind === 'statement' ? maker.target : draft.namedBy(maker)?.target;
    if (named) throw new Refusal(`this node is called \`${named}\` already; it can be renamed`);
    return nameLine(draft, /** @type {Term} */ (maker), name);
  });
}

/** The name a node was given first, wherever it means this node. @param {Program} program @param {number} node @param {string} name @returns {Edit} */
export function rename(program, node, name) {
  return edit(program, (draft) => {
    const maker = draft.makerOf(node);
    const meaning = 'free' in maker || maker.kind === 'statement' ? maker : draft.namedBy(maker);
    if (!meaning) return nameLine(draft, /** @type {Term} */ (maker), name);
    const old = 'free' in meaning ? meaning.free : meaning.target;
    if (old !== name) {
      draft.newName(name);
      for (const each of draft.statements) if (each.sign.length === 2 && each.target === old && draft.meaningAt(old, each) === meaning) draft.writeOut(each);
      if ('kind' in meaning && meaning.sign.length === 2) draft.writeOut(meaning);
      for (const use of draft.uses(meaning)) use.parts = [name];
      if ('kind' in meaning) meaning.target = /** @type {string} */ (meaning.parts[0] = name);
    }
    return 'kind' in meaning ? meaning : draft.uses(meaning)[0];
  });
}

/**
 * A number of the text: a leaf's, a constant's, or an entry of a list. @param {Program} program @param {number} node @param {number} value
 * @param {number[]} [entry] row and column, from 0 @returns {Edit}
 */
export function setLeaf(program, node, value, entry = []) {
  return edit(program, (draft) => {
    if (!Number.isFinite(value)) throw new Refusal('a leaf holds a finite number, such as 1');
    const maker = draft.makerOf(node);
    if ('free' in maker) {
      const line = makeStatement(maker.free, numberTerm(value));
      insert(draft, line, draft.statements[0]);
      return draft.value(line);
    }
    if (program.nodes[node].op) throw new Refusal('the value of an operation follows from its inputs; one of the leaves can be set');
    let term = /** @type {Term} */ (maker);
    const isCreator = ['call', 'method'].includes(term.kind);
    if (isCreator && ['tensor', 'array', 'float'].includes(wordOf(term))) term = children(term)[draft.inModule(term) ? 1 : 0];
    for (const index of entry) term = bare(term).kind === 'list' ? children(bare(term))[index] : term;
    if (!term || ['list', 'tuple', 'call', 'method'].includes(bare(term).kind)) throw new Refusal('these numbers stand in no list that is written out; tensor([1, 2]) would be right');
    return replace(term, numberTerm(value));
  }, { stroke: `set ${node} ${entry}` });
}
