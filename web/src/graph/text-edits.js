// Edits made in the picture, as new texts: names, comments, blank lines and spelling stay wherever an edit does not touch them.
import { Draft, Refusal } from './draft.js';
import { append, insert, moveBefore, nameLine, remove } from './lines.js';
import { respell, spell } from './spelling.js';
import { children, makeStatement, print, wordOf } from './syntax.js';
import { allOf, bare, numberTerm, outer, replace, statementOf } from './terms.js';

/** @import { Edited, Program } from './draft.js' */
/** @import { Statement, Term } from './syntax.js' */
/** @typedef {Edited | { error: string }} Edit */

/** @param {Program} program @param {(draft: Draft) => Term | Statement} change gives the piece to show @returns {Edit} */
function edit(program, change) {
  try {
    const draft = new Draft(program);
    return draft.finish(change(draft));
  } catch (error) {
    if (error instanceof Refusal) return { error: error.message };
    if (error instanceof RangeError) return { error: 'the text is nested too deep for edits in the picture; fewer brackets in one line would be right' };
    throw error;
  }
}

/** What means a node right before a statement, which gets a line for it where there is none. @param {Draft} draft @param {number} node @param {Statement} [at] */
function reference(draft, node, at) {
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

/** A line for a new node at the end, whose output it then is; before `backward()`, where the text calls that. @param {Program} program @param {string} op @param {number[]} inputs @returns {Edit} */
export function addOperation(program, op, inputs) {
  return edit(program, (draft) => {
    const info = draft.operation(op);
    if (!info) throw new Refusal(`\`${op}\` is no operation; one of the palette's would be right`);
    const most = info.inputs.length;
    const least = most - info.optionalInputs;
    if (inputs.length < least || inputs.length > most) throw new Refusal(`${info.name} takes ${least === most ? most : `${least} or ${most}`} ${most === 1 ? 'node' : 'nodes'}, not ${inputs.length}`);
    if (info.attributes.some(({ kind }) => kind === 'size')) throw new Refusal(`${info.name} needs its sizes, which the text takes: a = ${info.name}(x, (2, 3))`);
    const backward = draft.statements.find((each) => /** @type {Term} */ (draft.value(each)).kind === 'method' && wordOf(draft.value(each)) === 'backward');
    const operands = inputs.map((node) => reference(draft, node, backward));
    const line = makeStatement(draft.newName(), spell(info, operands));
    if (backward) insert(draft, line, backward);
    else {
      const last = draft.statements.at(-1);
      const meaning = last && !last.target && draft.means.get(draft.value(last));
      append(draft, line);
      if (last && meaning && 'kind' in meaning) remove(draft, last); // a name alone says what the output is
    }
    return line;
  });
}

/** A line for a new leaf with gradient, after the leaves that stand first. @param {Program} program @param {number} value @returns {Edit} */
export function addLeaf(program, value) {
  return edit(program, (draft) => {
    if (!Number.isFinite(value)) throw new Refusal('a leaf holds a finite number, such as 1');
    const line = makeStatement(draft.newName(), numberTerm(value));
    insert(draft, line, draft.statements.find((each) => !each.target || !draft.isLiteral(draft.value(each))));
    return line;
  });
}

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
    if (info.attributes.some(({ kind }) => kind === 'size')) throw new Refusal(`${info.name} needs its sizes, which the text takes: a = ${info.name}(x, (2, 3))`);
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

/** A number of the text: a leaf's, a constant's, or an entry of a list. @param {Program} program @param {number} node @param {number} value @param {number[]} [entry] row and column, from 0 @returns {Edit} */
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
  });
}

/** Its uses become its first input, or a leaf's its value. @param {Program} program @param {number} node @returns {Edit} */
export function deleteNode(program, node) {
  return edit(program, (draft) => {
    const maker = draft.makerOf(node);
    if ('free' in maker) {
      const { value } = program.nodes[node];
      if (value === undefined) throw new Refusal(`\`${maker.free}\` has no value in the text; ${maker.free} = 1 would give it one`);
      const uses = draft.uses(maker).map((use) => put(draft, use, numberTerm(value)));
      return uses[0];
    }
    const isLeaf = !program.nodes[node].op;
    const { term, slots } = isLeaf ? { term: /** @type {Term} */ (maker), slots: [] } : draft.operands(node);
    const line = draft.namedBy(term);
    if (!line) {
      if (isLeaf) throw new Refusal('this is a number in an expression; deleting the operation that uses it, or connecting another node, would be right');
      return put(draft, term, bare(slots[0]));
    }
    const uses = draft.uses(line);
    const value = isLeaf ? term : bare(slots[0]);
    const isLast = program.backwards === 0 && program.output === node && draft.statements.at(-1) === line;
    if (!isLeaf) return deleteOperation(draft, line, term, value, uses, isLast);
    const updates = draft.statements.filter((each) => each.sign.length === 2 && each.target === line.target && draft.meaningAt(line.target, each) === line);
    for (const each of updates) uses.push(/** @type {Term} */ (children(draft.writeOut(each))[0]));
    const number = draft.isLiteral(value) && value.kind !== 'list' ? value : undefined;
    if (!number && uses.length) {
      const gradient = children(value).find((each) => each.kind === 'keyword' && wordOf(each) === 'requires_grad');
      if (gradient) value.parts.splice(value.parts.indexOf(gradient) - 1, 2);
      else if (value.kind !== 'list') throw new Refusal(`\`${line.target}\` is a constant already; connecting another node where it is used would be right`);
      draft.asAssigned(line);
      return line;
    }
    const text = print(value);
    for (const use of uses) put(draft, use, value.kind === 'unary' ? numberTerm(Number(text.replaceAll('_', ''))) : { ...value, parts: [...value.parts] });
    return takeOut(draft, line);
  });
}

/** @param {Draft} draft @param {Statement} line @param {Term} term @param {Term} value @param {Term[]} uses @param {boolean} isLast */
function deleteOperation(draft, line, term, value, uses, isLast) {
  const meaning = draft.means.get(value);
  const inPlace = !meaning || uses.some((use) => draft.meaningAt(print(value), statementOf(use)) !== meaning);
  if (inPlace || draft.statements.some((each) => each.sign.length === 2 && each.target === line.target)) return put(draft, term, value);
  for (const use of uses) replace(use, draft.reference(meaning));
  const previous = draft.statements.at(-2);
  if (!isLast || (previous && draft.maker(draft.value(previous)) === draft.maker(value))) return takeOut(draft, line);
  const reference = draft.reference(meaning);
  Object.assign(line, { target: '', sign: '', parts: [reference] });
  reference.parent = line;
  return line;
}

/** A line goes; what followed it is shown. @param {Draft} draft @param {Statement} line */
function takeOut(draft, line) {
  const at = draft.statements.indexOf(line);
  remove(draft, line);
  return draft.statements[Math.min(at, draft.statements.length - 1)] ?? line;
}

/** A term in another's place; as the whole value of a name, a number stays a constant. @param {Draft} draft @param {Term} term @param {Term} other */
function put(draft, term, other) {
  const statement = statementOf(term);
  const { parent } = outer(term);
  if (parent?.kind === 'unary' && draft.isLiteral(other)) Object.assign(parent, { kind: 'call', parts: ['neg', '(', outer(term), ')'], wordAt: 0 }); // -2 would be one number
  const placed = replace(term, other);
  draft.asAssigned(statement);
  return allOf(draft.value(statement)).includes(placed) ? placed : statement;
}
