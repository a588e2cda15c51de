// The words and signs of a text in the core's language, with what stands between them. For texts that `parse` found no mistake in.

/** @typedef {{ kind: 'blank' | 'lineEnd' | 'number' | 'text' | 'name' | 'sign' | 'end', begin: number, end: number, text: string }} Token */

const SPACES = String.raw`\t\v\f \u00A0\u2000-\u200A\u202F\u3000`;
const LINE_ENDS = String.raw`\n\r\u0085\u2028\u2029`;
const SIGNS = '×·⋅∗✕−÷∕';
const DIGITS = String.raw`\d+(?:_\d+)*`;
const LETTER = String.raw`A-Za-z_\u{80}-\u{10FFFF}`;
const NOT_LETTERS = `${SPACES}${LINE_ENDS}${SIGNS}`;

/** In the order of the pattern's groups. */
const KINDS = /** @type {const} */ (['blank', 'lineEnd', 'number', 'text', 'name', 'sign']);
const TOKEN = new RegExp(
  [
    String.raw`((?:[${SPACES}\uFEFF]|#[^${LINE_ENDS}]*|\\\r?\n)+)`,
    String.raw`(\r\n|[${LINE_ENDS}])`,
    String.raw`((?:${DIGITS}(?:\.(?:${DIGITS})?)?|\.${DIGITS})(?:[eE][+-]?${DIGITS})?)`,
    String.raw`([fFrRbBuU]{0,2}(?:"(?:\\.|[^"\\\n\r])*"|'(?:\\.|[^'\\\n\r])*'))`,
    String.raw`((?:(?![${NOT_LETTERS}])[${LETTER}])(?:(?![${NOT_LETTERS}])[${LETTER}\d])*)`,
    String.raw`(\*\*=?|[-+*/@^<>=!${SIGNS}]=?|[\s\S])`,
  ].join('|'),
  'gu',
);

/** All of a text, in order: the tokens' texts one after another are the text. @param {string} source @returns {Token[]} */
export function tokens(source) {
  /** @type {Token[]} */
  const list = [];
  for (const match of source.matchAll(TOKEN)) {
    const [text] = match;
    list.push({ kind: KINDS[match.indexOf(text, 1) - 1], begin: match.index, end: match.index + text.length, text });
  }
  list.push({ kind: 'end', begin: source.length, end: source.length, text: '' });
  return list;
}

/** The comments of a text, each from its # to the end of its line. @param {string} source */
export function comments(source) {
  return tokens(source).flatMap(({ kind, text }) => (kind === 'blank' ? (text.match(new RegExp(`#[^${LINE_ENDS}]*`, 'gu')) ?? []) : []));
}

/** The one spelling of a sign that has several. @param {string} text */
export function plainSign(text) {
  if (text === '^') return '**';
  return text.replace(/[×·⋅∗✕]/u, '*').replace('−', '-').replace(/[÷∕]/u, '/');
}
