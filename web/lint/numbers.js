// Numbers in the prose of a lesson: each stands in <data>, whose value the core computes, or has a source.

/** @import { Core, Element, Finding, Node } from './finding.js' */
import { compute, contradiction, halfUnit, short } from './compute.js';
import { attributeOf, elementsIn, finding, isElement, isText, textOf } from './finding.js';

/** Where digits are not prose: code, formulas, and questions, whose numbers are their own. */
const APART = ['data', 'code', 'pre', 'kbd', 'samp', 'script', 'style', 'svg', 'math', 'sub', 'sup', 'backprop-question'];

/** Words that a number may be followed by. @type {Record<string, number>} */
const UNITS = { '%': 0.01, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, Tausend: 1e3, Million: 1e6, Millionen: 1e6, Milliarde: 1e9, Milliarden: 1e9, Billion: 1e12, Billionen: 1e12 };

/** @param {Core} core @param {Element} body @param {boolean} comma whether one writes 0,5 @returns {Finding[]} */
export function lintNumbers(core, body, comma) {
  return [...looseNumbers(body), ...elementsIn(body).flatMap((element) => {
    if (element.tagName === 'data') return lintData(core, element, comma);
    return element.tagName === 'math' ? lintMath(core, element, comma) : [];
  })];
}

/** Digits that nothing checks. @param {{ childNodes?: Node[] }} node @returns {Finding[]} */
function looseNumbers(node) {
  return (node.childNodes ?? []).flatMap((child) => {
    if (isText(child)) {
      const digits = /\d[\d.,]*/.exec(child.value);
      if (!digits) return [];
      const place = finding(child, `nothing checks the number ${digits[0]}; <data value="an expression">${digits[0]}</data>, or a word, would be right`);
      return [{ ...place, line: place.line + (child.value.slice(0, digits.index).split('\n').length - 1) }];
    }
    return isElement(child) && !APART.includes(child.tagName) ? looseNumbers(child) : [];
  });
}

/** @param {Core} core @param {Element} element @param {boolean} comma @returns {Finding[]} */
function lintData(core, element, comma) {
  const [value, graph, source] = ['value', 'data-graph', 'data-source'].map((name) => attributeOf(element, name));
  const text = textOf(element);
  if (!value && !source) return [finding(element, `<data>${text}</data> has no value; value="an expression" or data-source="Author, year, title" would be right`)];
  if (!value) return [];
  const [, figures = '', unit = ''] = /^(?:≈\s*)?([-−+]?[\d.,\s\u202f\u00a0]*\d)[\s\u202f\u00a0]*(\S*)$/u.exec(text) ?? [];
  const plain = plainNumber(figures, comma);
  if (!Number.isFinite(Number(plain)) || plain === '' || (unit && UNITS[unit] === undefined)) return [finding(element, `"${text}" is no number as one writes it here; ${comma ? '0,096 or 1.000' : '0.096 or 1,000'} would be right`)];
  try {
    const [computed] = compute(core, [value], graph);
    const scale = UNITS[unit] ?? 1;
    const rounded = unit !== '' || plain.includes('.') || text.startsWith('≈');
    const near = rounded ? halfUnit(text.startsWith('≈') ? plain.replace(/0+$/, (zeros) => (plain.includes('.') ? zeros : `e${zeros.length}`)) : plain) * scale : 1e-9 * Math.max(1, Math.abs(computed));
    return Math.abs(computed - Number(plain) * scale) <= near ? [] : [finding(element, `${value} is ${short(computed)}, not ${text}`)];
  } catch (error) {
    return [finding(element, `value="${value}": ${/** @type {Error} */ (error).message}`, 'value')];
  }
}

/** As a program writes it. @param {string} text @param {boolean} comma */
function plainNumber(text, comma) {
  const bare = text.replace(/[\s\u202f\u00a0]/g, '').replace('−', '-').replace('+', '');
  return comma ? bare.replace(/\.(?=\d{3})/g, '').replace(',', '.') : bare.replace(/,(?=\d{3})/g, '');
}

/** An equation with numbers in it says what holds. @param {Core} core @param {Element} element @param {boolean} comma @returns {Finding[]} */
function lintMath(core, element, comma) {
  const [holds, graph] = ['data-holds', 'data-graph'].map((name) => attributeOf(element, name));
  const numbers = elementsIn(element).filter((each) => each.tagName === 'mn' && !isIndex(each)).map(textOf);
  const states = elementsIn(element).some((each) => each.tagName === 'mo' && /[=≈]/.test(textOf(each)));
  if (!holds) return states && numbers.length ? [finding(element, `nothing checks this equation; data-holds="${numbers.join(' + ')} = …" with what it says would be right`)] : [];
  const missing = numbers.find((number) => !holds.includes(plainNumber(number, comma).replace('-', '')) && !graph?.includes(plainNumber(number, comma)));
  if (missing) return [finding(element, `data-holds does not speak of ${missing}`, 'data-holds')];
  return holds.split(';').flatMap((statement) => {
    try {
      const why = contradiction(core, statement, graph);
      return why ? [finding(element, why, 'data-holds')] : [];
    } catch (error) {
      return [finding(element, `data-holds="${holds}": ${/** @type {Error} */ (error).message}`, 'data-holds')];
    }
  });
}

/** The index of a name, or an exponent. @param {Element} element */
function isIndex(element) {
  const parent = /** @type {Element} */ (element.parentNode);
  return /^(msub|msup|msubsup|munder|mover)$/.test(parent.tagName ?? '') && parent.childNodes.filter(isElement).indexOf(element) > 0;
}
