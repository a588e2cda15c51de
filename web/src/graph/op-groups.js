// The operations of the core's table in groups, by what the table says of them, and those that a word finds.

/** @typedef {import('../types.js').Tables['ops'][number]} Op */

/** @type {[string, (op: Op) => boolean][]} the first that fits */
const GROUPS = [
  ['Losses', ({ attributes }) => attributes.some(({ kind }) => kind === 'reduction')],
  ['Over many numbers', ({ attributes }) => attributes.some(({ kind }) => kind === 'axis')],
  ['Matrices and shapes', ({ attributes, derivatives }) => attributes.some(({ kind }) => kind === 'size') || derivatives.some((each) => each.includes('ᵀ'))],
  ['Comparisons and steps: no gradient', ({ derivatives, stopsGradient }) => stopsGradient || derivatives.every((each) => each === '0')],
  ['Of several operands', ({ inputs }) => inputs.length > 1],
  ['Of one operand', () => true],
];
const ORDER = ['Of several operands', 'Of one operand', 'Matrices and shapes', 'Over many numbers', 'Losses', 'Comparisons and steps: no gradient'];

/** @template {Op} T @param {readonly T[]} ops @param {string} [word] that is part of a name, an alias, the rule or PyTorch's name @returns {{ group: string, ops: T[] }[]} */
export function groupsOf(ops, word = '') {
  const wanted = word.trim().toLowerCase();
  const fits = (/** @type {Op} */ { name, symbol, aliases, torch, reason }) => [name, symbol, torch, reason, ...aliases].some((text) => text.toLowerCase().includes(wanted));
  const found = ops.filter(fits).map((op) => ({ op, group: GROUPS.find(([, test]) => test(op))?.[0] }));
  return ORDER.map((group) => ({ group, ops: found.filter((each) => each.group === group).map(({ op }) => op) })).filter(({ ops: inIt }) => inIt.length > 0);
}
