// How an operation is written: a sign between its operands, a call, or a method, whichever the text has used.
import { Refusal } from './draft.js';
import { children, make, print, wordOf } from './syntax.js';
import { SIGNS, bare, fit, replace, swap } from './terms.js';

/** @import { Draft, Operation } from './draft.js' */
/** @import { Term } from './syntax.js' */

/** @param {Operation} info @param {Term[]} operands */
export function spell(info, operands) {
  const sign = SIGNS[info.name];
  const blank = sign === '**' ? '' : ' ';
  const term = sign
    ? make('binary', [operands[0], blank, sign, blank, operands[1]], 2)
    : info.name === 'neg'
      ? make('unary', ['-', operands[0]])
      : make('call', [info.name, '(', ...operands.flatMap((operand, i) => (i ? [', ', operand] : [operand])), ')']);
  for (const operand of operands) fit(operand);
  return term;
}

/** @param {Draft} draft @param {number} node @param {Operation} info @returns {Term} */
export function respell(draft, node, info) {
  const { term, slots, others } = draft.operands(node);
  const sign = SIGNS[info.name];
  if (sign && term.kind === 'binary') {
    term.parts[term.wordAt] = sign;
    slots.forEach(fit);
    return fit(term);
  }
  const isCall = !sign && info.name !== 'neg' && (term.kind === 'call' || term.kind === 'method');
  const known = others.every((each) => each.kind === 'keyword' && info.attributes.some(({ name }) => name === wordOf(each)));
  if (isCall && known && slots.every((slot) => slot.parent === term)) {
    const [module] = children(term);
    if (draft.inModule(term) && info.torch !== `${print(module)}.${info.name}`) {
      term.parts.splice(0, term.wordAt);
      Object.assign(term, { kind: 'call', wordAt: 0 });
    }
    term.parts[term.wordAt] = info.name;
    return term;
  }
  const operands = slots.map(bare);
  if (info.name === 'neg' && draft.isLiteral(operands[0])) throw new Refusal('minus before a number is part of the number; setting it to the negative would be right');
  const hole = make('number', ['0']);
  swap(term, hole);
  const made = spell(info, operands);
  for (const [key, maker] of draft.makers) if (maker === term) draft.makers.set(key, made);
  return replace(hole, made);
}
