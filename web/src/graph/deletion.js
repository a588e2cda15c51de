// What is deleted in the picture: an operation leaves its first input, a leaf its value, and backward() goes when nothing is left for it.
import { Refusal } from './draft.js';
import { backwardsOf } from './additions.js';
import { edit } from './edit.js';
import { remove } from './lines.js';
import { children, print, wordOf } from './syntax.js';
import { allOf, bare, numberTerm, outer, replace, statementOf } from './terms.js';

/** @import { Draft, Program } from './draft.js' */
/** @import { Edit } from './edit.js' */
/** @import { Statement, Term } from './syntax.js' */

/** Its uses become its first input, or a leaf's its value. @param {Program} program @param {number} node @returns {Edit} */
export function deleteNode(program, node) {
  return edit(program, (draft) => {
    if (program.backwards && !staysTrained(program, node)) {
      for (const each of backwardsOf(draft)) {
        for (const term of allOf(draft.value(each))) draft.means.delete(term);
        remove(draft, each);
      }
      if (draft.statements.length === 0) throw new Refusal('backward() is called on this node; taking that out of the text first would be right');
    }
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

/** Whether a leaf with gradient still leads to the output once a node is gone. @param {Program} program @param {number} gone */
function staysTrained({ nodes, output }, gone) {
  const above = new Set([output ?? -1]);
  for (const each of above) {
    if (each < 0 || (each === gone && !nodes[each].op)) continue;
    if (nodes[each].kind === 'parameter') return true;
    for (const input of each === gone ? nodes[each].inputs.slice(0, 1) : nodes[each].inputs) above.add(input);
  }
  return false;
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
