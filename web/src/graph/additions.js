// What the palette adds: a line for a new operation at the end, and lines for variables and constants after those that stand first.
import { Refusal } from './draft.js';
import { edit, reference } from './edit.js';
import { append, insert, remove } from './lines.js';
import { spell } from './spelling.js';
import { children, make, makeStatement, wordOf } from './syntax.js';
import { fit, numberTerm } from './terms.js';

/** @import { Draft, Program } from './draft.js' */
/** @import { Edit } from './edit.js' */
/** @import { Term } from './syntax.js' */
/** @typedef {number | { number: number }} Operand a node, or a number that gets no line of its own */

/** Whether an operation cannot do without sizes, as reshape. @param {{ attributes: { kind: string }[] }} op */
export const needsSizes = ({ attributes }) => attributes.some(({ kind }) => kind === 'size');

/**
 * A line for a new node at the end, whose output it then is; before `backward()`, where the text calls that.
 * @param {Program} program @param {string} op @param {Operand[]} inputs @param {number[]} [sizes] @returns {Edit}
 */
export function addOperation(program, op, inputs, sizes) {
  const add = (/** @type {Draft} */ draft) => {
    const info = draft.operation(op);
    if (!info) throw new Refusal(`\`${op}\` is no operation; one of the palette's would be right`);
    const most = info.inputs.length;
    const least = most - info.optionalInputs;
    if (inputs.length < least || inputs.length > most)
      throw new Refusal(`${info.name} takes ${least === most ? most : `${least} or ${most}`} ${most === 1 ? 'node' : 'nodes'}, not ${inputs.length}`);
    const goodSizes = sizes && sizes.length > 0 && sizes.every(Number.isInteger);
    if (needsSizes(info) && !goodSizes) throw new Refusal(`${info.name} needs its sizes, such as 2, 3; the text takes them too: a = ${info.name}(x, (2, 3))`);
    const backward = backwardsOf(draft)[0];
    const operands = inputs.map((input) => (typeof input === 'number' ? reference(draft, input, backward) : operandNumber(input.number)));
    if (info.name === 'neg' && typeof inputs[0] !== 'number') throw new Refusal('minus before a number is part of the number; a node would be right');
    const term = spell(info, operands);
    if (needsSizes(info) && sizes) term.parts.splice(-1, 0, ', ', sizes.length === 1 ? String(sizes[0]) : `(${sizes.join(', ')})`);
    const line = makeStatement(draft.newName(), term);
    if (backward) insert(draft, line, backward);
    else {
      const last = draft.statements.at(-1);
      const meaning = last && !last.target && draft.means.get(draft.value(last));
      append(draft, line);
      if (last && meaning && 'kind' in meaning) remove(draft, last); // a name alone says what the output is
    }
    return line;
  };
  return edit(program, add, { adds: true });
}

/** @param {number} value */
function operandNumber(value) {
  if (!Number.isFinite(value)) throw new Refusal('an operand is a finite number, such as 1, or a node');
  return numberTerm(value);
}

/** The statements that call backward(). @param {Draft} draft */
export const backwardsOf = (draft) => draft.statements.filter((each) => /** @type {Term} */ (draft.value(each)).kind === 'method' && wordOf(draft.value(each)) === 'backward');

/**
 * A line for a new leaf with gradient, after the leaves that stand first.
 * @param {Program} program @param {number} value @param {string} [name] @param {number[]} [shape] of a vector or matrix, which is full of the value @returns {Edit}
 */
export function addLeaf(program, value, name, shape = []) {
  return edit(program, (draft) => firstLine(draft, name, listOf(value, shape)), { adds: true });
}

/** A line for a new constant, after the leaves that stand first. @param {Program} program @param {number} value @param {string} [name] @param {number[]} [shape] @returns {Edit} */
export function addConstant(program, value, name, shape = []) {
  return edit(program, (draft) => firstLine(draft, name, make('call', ['tensor', '(', listOf(value, shape), ')'])), { adds: true });
}

/** @param {Draft} draft @param {string | undefined} name @param {Term} value */
function firstLine(draft, name, value) {
  const line = makeStatement(draft.newName(name), value);
  fit(value);
  insert(draft, line, draft.statements.find((each) => !each.target || !isLeafLine(draft, draft.value(each))));
  return line;
}

/** @param {Draft} draft @param {Term} value */
function isLeafLine(draft, value) {
  if (value.kind === 'call' && wordOf(value) === 'tensor') return children(value).every((child) => child.kind === 'keyword' || draft.isLiteral(child));
  return draft.isLiteral(value);
}

/** @param {number} value @param {number[]} shape @returns {Term} */
function listOf(value, [size, ...inner]) {
  if (!Number.isFinite(value)) throw new Refusal('a leaf holds a finite number, such as 1');
  if (size === undefined) return numberTerm(value);
  return make('list', ['[', ...Array.from({ length: size }, (_, i) => (i ? [', ', listOf(value, inner)] : [listOf(value, inner)])).flat(), ']']);
}
