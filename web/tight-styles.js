// Styles of elements as they travel: without their notes and lines, which a bundler leaves in texts.

/** A string, which stays as it is. */
const QUOTED = String.raw`("(?:\\[^]|[^"\\\n])*"|'(?:\\[^]|[^'\\\n])*')`;
const NOTE = new RegExp(String.raw`${QUOTED}|/\*[^]*?\*/`, 'g');
const BLANK = new RegExp(String.raw`${QUOTED}|\s*([{};:,])\s+|\s+`, 'g');

/** @param {string} styles */
const tight = (styles) => styles.replace(NOTE, (_, quoted = '') => quoted).replace(BLANK, (_, quoted, sign) => quoted ?? sign ?? ' ');

/** @param {string} code with styles in it */
export const tightened = (code) => code.replace(/\bcss`[^`]*`/g, tight);

/** @type {import('vite').Plugin} */
export const tightStyles = {
  name: 'tight-styles',
  enforce: 'pre',
  transform: (code, id) => (/\/src\/elements\/.*\.js$/.test(id) ? tightened(code) : undefined),
};
