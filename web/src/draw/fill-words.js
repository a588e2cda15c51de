// A sentence with its blanks filled: `{w}` is a number or a word.

/** @param {string} sentence @param {Record<string, string | number>} values @param {(x: number) => string} [write] numbers, as one writes them there */
export const fillWords = (sentence, values, write = String) =>
  sentence.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === 'number' ? write(values[name]) : String(values[name])));
