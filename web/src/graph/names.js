// Words that the core's language knows besides its table of operations, the page's only list of them; which names a text can give, and which comes next.

/** Words that mean something already; `tests/web/text-edits.test.js` compares them with what the core says. */
export const RESERVED = new Set(
  ('def lambda return class for while break continue in if else elif and or not is with as assert async await del except finally global import from ' +
    'nonlocal pass raise try yield None True False pi e inf nan print torch nn F functional math np numpy special').split(' '),
);

/** Methods that the core passes through, as there is nothing for them to do. */
export const IDENTITIES = ['clone', 'double', 'float', 'contiguous', 'cpu'];

/** PyTorch's words for the inputs of functions, and which input each is. */
export const INPUT_WORDS = new Map([['input', 0], ['other', 1], ['target', 1], ['exponent', 1], ['weight', 1], ['bias', 2]]);

/** Names of operations that the core's table has no alias for, as they stand for some shapes only. */
export const MORE_NAMES = new Map([['mm', 'matmul'], ['mv', 'matmul'], ['dot', 'matmul']]);

const NAME = /^(?!\p{Nd})[\p{L}\p{M}\p{Nd}_₀-₉]+$/u;
const NO_LETTERS = /[\uFE00-\uFE0F]|ⁿ|ⁱ/u;

/**
 * Why a name cannot be given, or an empty text.
 * @param {string} name @param {Set<string>} taken @param {Set<string>} functions
 */
export function nameMistake(name, taken, functions) {
  if (!NAME.test(name) || NO_LETTERS.test(name)) return `\`${name}\` is no name; letters, digits and _ would be right, a letter first`;
  if (RESERVED.has(name)) return `\`${name}\` has a meaning of its own; another name would be right, such as ${name}1`;
  if (functions.has(name)) return `\`${name}\` is a function; another name would be right, such as ${name}1`;
  if (taken.has(name)) return `\`${name}\` is a name in this text already; one that is not would be right`;
  return '';
}

/** a, b, c …, then a1, b1 … @param {Set<string>} taken @param {Set<string>} functions */
export function freshName(taken, functions) {
  for (let round = 0; ; round++)
    for (const letter of 'abcdfghijklmnopqrstuvwxyz') {
      const name = round ? letter + round : letter;
      if (!nameMistake(name, taken, functions)) return name;
    }
}
