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

const WIDTH = /^\((min|max)-width: [\d.]+px\)$/;

/** Rules by the window's width as those by the widget's; what else is asked beside it is asked in a rule around. @param {string} code */
function ownWidths(code) {
  const [before, ...rules] = code.split('@media ');
  return before + rules.reduceRight((after, rule) => {
    const begin = rule.indexOf('{');
    const asked = rule.slice(0, begin).trim().split(' and ');
    const widths = asked.filter((each) => WIDTH.test(each));
    const others = asked.filter((each) => !WIDTH.test(each));
    if (others.some((each) => /width|,| or /.test(each))) throw new Error(`A widget has no rule like @media ${asked.join(' and ')}; lengths in px, joined by and, would be right.`);
    if (widths.length === 0) return `@media ${rule}${after}`;
    const container = `@container widget ${widths.join(' and ')} `;
    const whole = `${rule}${after}`.slice(begin);
    if (others.length === 0) return `${container}${whole}`;
    const end = endOf(whole);
    return `@media ${others.join(' and ')} { ${container}${whole.slice(0, end)} }${whole.slice(end)}`;
  }, '');
}

/** Where the block ends with which a text begins. @param {string} text */
function endOf(text) {
  let depth = 0;
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    depth += brace === '{' ? 1 : -1;
    if (depth === 0) return index + 1;
  }
  throw new Error(`A style has a block without an end: ${text.slice(0, 80)}`);
}

/** Lengths in the root's type, in the window's height and by the window's width, as those of the widget. @param {string} code with styles in it */
export function ownLengths(code) {
  const plain = code.replace(/@container[^{]*/g, (condition) => condition.replace(/([\d.]+)rem\b/g, (_, size) => `${16 * size}px`)); // where no variable may stand
  return ownWidths(ownType(plain)).replace(/(?<![\w.])(\d*\.?\d+)d?vh\b/g, (_, parts) => `calc(${parts / 100} * var(--tall))`);
}
