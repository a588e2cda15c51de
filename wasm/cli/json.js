// JSON read with the place of a mistake: engines name it differently, or not at all.
import { Refusal } from './errors.js';

const space = /[ \t\n\r]*/y;
const pieces = /[{}[\],:]|"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)(?!\w)/y;

/** What people write that is no JSON, and what would be. @type {[RegExp, string][]} */
const habits = [
  [/^[-+]?(nan|inf(inity)?)\b/i, '"nan", "inf" and "-inf", in double quotes, would be right'],
  [/^'/, 'double quotes would be right'],
  [/^(\/[/*]|#)/, 'JSON takes no comments'],
  [/^(True|False|None)\b/, 'true, false or null would be right'],
  [/^[+-]?[\d.]/, 'a number such as 0.5 or 1e-3 would be right'],
  [/^"/, 'a text that ends in " on its line, with \\n and \\t for what JSON takes so alone, would be right'],
];

/** What is due after a value. @param {string[]} open */
const after = (open) => (open.length === 0 ? 'the end of the text' : open.at(-1) === '{' ? "',' or '}'" : "',' or ']'");

/**
 * Where a text stops being JSON, and what is due there. What is open is kept in a list, so that depth costs no stack.
 * @param {string} text that is not JSON
 */
function firstMistake(text) {
  /** @type {string[]} */
  const open = [];
  let due = 'a value';
  for (let at = 0; ; at = pieces.lastIndex) {
    space.lastIndex = at;
    space.test(text);
    at = pieces.lastIndex = space.lastIndex;
    const piece = pieces.exec(text)?.[0] ?? '';
    if (due.startsWith('a value') && /^[^}\],:]/.test(piece)) {
      if (piece === '{' || piece === '[') open.push(piece);
      due = piece === '{' ? "a name in double quotes or '}'" : piece === '[' ? "a value or ']'" : after(open);
    } else if (due.startsWith('a name') && piece.startsWith('"')) due = "':'";
    else if (due === "':'" && piece === ':') due = 'a value';
    else if (due.startsWith("','") && piece === ',') due = open.at(-1) === '{' ? 'a name in double quotes' : 'a value';
    else if (piece !== '' && due.endsWith(`'${piece}'`)) {
      open.pop();
      due = after(open);
    } else return { at, due, piece };
  }
}

/**
 * @param {string} text
 * @param {string} place what a message calls it, such as `config.json`
 * @returns {any}
 */
export function parseJson(text, place) {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(json);
  } catch {
    const { at, due, piece } = firstMistake(json);
    const lines = json.slice(0, at).split(/\r\n|[\n\r]/);
    const where = `${place}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
    const rest = json.slice(at, at + 40);
    if (rest === '') throw new Refusal(`[${where}] the text ends too early; ${due} would be right`);
    const habit = piece === '' && habits.find(([pattern]) => pattern.test(rest))?.[1];
    throw new Refusal(`[${where}] '${shown(rest)}' does not belong here; ${habit || `${due} would be right`}`);
  }
}

/** The first word or sign of a text, as a message shows it. @param {string} text */
function shown(text) {
  const [word] = text.match(/^([\p{L}\p{N}_.+-]+|[^])/u) ?? [''];
  return /[\p{C}]/u.test(word) ? `U+${(word.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` : word;
}
