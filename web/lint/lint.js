// The linter of lessons: reads the HTML, runs every figure, answer and number in it, and says what is wrong at which line.

/** @import { Core, Element, Finding } from './finding.js' */
import { parse } from 'parse5';
import { attributeOf, elementsIn } from './finding.js';
import { lintFigures } from './figures.js';
import { lintNumbers } from './numbers.js';
import { lintPage } from './page.js';

/**
 * @param {Core} core @param {string} source the lesson @param {(address: string) => boolean} [exists] whether a file is there, by its address from the lesson
 * @returns {Finding[]} in the order of the file
 */
export function lintLesson(core, source, exists = () => true) {
  /** @type {Finding[]} */
  const findings = [];
  const document = parse(source, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine, startCol }) => findings.push({ line: startLine, column: startCol, message: `this is no HTML: ${code.replaceAll('-', ' ')}` }),
  });
  const html = /** @type {Element} */ (elementsIn(document).find(({ tagName }) => tagName === 'html'));
  const body = /** @type {Element} */ (elementsIn(html).find(({ tagName }) => tagName === 'body'));
  const language = attributeOf(html, 'lang') ?? 'en';
  findings.push(...lintPage(html, exists), ...lintFigures(core, body, language), ...lintNumbers(core, body, language.startsWith('de')));
  return findings.sort((a, b) => a.line - b.line || a.column - b.column);
}
