// How the page's style becomes a widget's: tokens hold for the widget alone, and its lengths are those of its own place, not of the window and of the host's root.

/** The tokens of `:root` as those of the frame in a widget's shadow root; what is for the page alone is left out. @param {string} css tokens.css */
export function hostTokens(css) {
  const tokens = css.slice(0, css.indexOf('\nhtml {'));
  const host = tokens
    .replace(/:root\[data-theme="(\w+)"\]/g, ':host([theme="$1"]) .widget')
    .replace(/:root:not\(\[data-theme\]\)/g, ':host(:not([theme])) .widget')
    .replace(/:root\b/g, '.widget')
    .replace(/ --scale: 1\.3;/g, '') // pictures are scaled by the page's theme
    .replace(/ font-size: (\d+)%;/g, (_, percent) => ` --rem: ${(16 * percent) / 100}px;`)
    .replace('.widget {', '.widget {\n  --rem: 16px;');
  return ownType(host);
}

/** Lengths in the root's type as those of the widget. @param {string} code */
const ownType = (code) => code.replace(/(?<![\w.])(\d*\.?\d+)rem\b/g, 'calc($1 * var(--rem))');

/** Lengths in the root's type, in the window's height and by the window's width, as those of the widget. @param {string} code with styles in it */
export function ownLengths(code) {
  const plain = code.replace(/@container[^{]*/g, (condition) => condition.replace(/([\d.]+)rem\b/g, (_, size) => `${16 * size}px`)); // where no variable may stand
  return ownType(plain)
    .replace(/@media \(((?:min|max)-width: \d+px)\)( and \(((?:min|max)-width: \d+px)\))?/g, (_, first, and, second) => `@container widget (${first})${and ? ` and (${second})` : ''}`)
    .replace(/(?<![\w.])(\d*\.?\d+)d?vh\b/g, (_, parts) => `calc(${parts / 100} * var(--tall))`);
}
