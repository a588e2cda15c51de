// Styles of elements as they travel: without their notes and lines, which a bundler leaves in texts.

/** @param {string} code with styles in it */
export const tightened = (code) => code.replace(/\bcss`[^`]*`/g, (styles) => styles.replace(/\/\*[^]*?\*\//g, '').replace(/\s*([{};:,])\s+/g, '$1').replace(/\s+/g, ' '));

/** @type {import('vite').Plugin} */
export const tightStyles = {
  name: 'tight-styles',
  enforce: 'pre',
  transform: (code, id) => (/\/src\/elements\/.*\.js$/.test(id) ? tightened(code) : undefined),
};
