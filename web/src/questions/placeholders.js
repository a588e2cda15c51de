// Parameters in the texts of a question: `{a}` becomes a number, with signs as one writes them by hand.

/** @import { Numbers } from './types.js' */

/** A negative number keeps its parentheses only where they mean something: `3*x + {b}` is `3*x - 2`, `{b}**2` is `(-2)**2`. @param {string} text @param {Numbers} numbers */
export function fillCode(text, numbers) {
  const filled = fill(text, numbers, (value) => (value < 0 ? `(${value})` : String(value)));
  const free = String.raw`(?!\s*(?:\*\*|\^))`;
  return filled
    .replace(new RegExp(String.raw`\+ \((-[\d.e+-]+)\)${free}`, 'g'), (_, number) => `- ${number.slice(1)}`)
    .replace(new RegExp(String.raw`- \((-[\d.e+-]+)\)${free}`, 'g'), (_, number) => `+ ${number.slice(1)}`)
    .replace(new RegExp(String.raw`(^|[=(,] ?)\((-[\d.e+-]+)\)${free}`, 'gm'), '$1$2');
}

/** The same in a sentence, whose signs are not code: `3x + {b}` is `3x − 2`. @param {string} text @param {Numbers} numbers @param {(x: number) => string} write */
export function fillProse(text, numbers, write) {
  return fill(text, numbers, write).replace(/\+ −(?=[\d])/g, '− ').replace(/− −(?=[\d])/g, '+ ');
}

/** @param {string} text @param {Numbers} numbers @param {(x: number) => string} write */
function fill(text, numbers, write) {
  return text.replace(/\{([A-Za-z_]\w*)\}/g, (_, name) => {
    if (!(name in numbers)) throw new Error(`[question] {${name}} is no parameter; ${Object.keys(numbers).map((each) => `{${each}}`).join(', ') || 'no placeholder'} would be right`);
    return write(numbers[name]);
  });
}
