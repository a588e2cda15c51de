// Expressions of a lesson's text, computed by the core: of numbers alone, or of a graph's names and gradients.

/** @import { Core } from './finding.js' */
import { differentiate, evaluateAll } from '../src/questions/outcomes.js';
import { randomOf } from '../src/questions/random.js';

/** Free names are tried at so many places. */
const PLACES = 5;

/**
 * The values of expressions, at the graph's numbers if there is one.
 * @param {Core} core @param {string[]} expressions which may use the graph's names, and `x.grad` @param {string | undefined} graph with `;` between its lines
 * @param {Record<string, number>} [free] values of other names
 */
export function compute(core, expressions, graph, free = {}) {
  const question = { id: 'lesson', kind: /** @type {const} */ ('numeric'), mistakes: [], ...(graph ? { graph: linesOf(graph) } : {}) };
  const { values } = differentiate(core, question, {}, free);
  return evaluateAll(core, expressions.map((text) => text.replace(/\b([A-Za-z_]\w*)\.grad\b/g, '$1_grad')), values);
}

/** Of an attribute, where a line ends in a semicolon. @param {string} graph */
const linesOf = (graph) => graph.split(';').map((line) => line.trim()).filter(Boolean).join('\n');

/**
 * Whether expressions agree: at the graph's numbers, and at random ones for names that are free. Returns why they do not, or nothing.
 * @param {Core} core @param {string} statement such as `6*(3*x + 2) = 18*x + 12`; `~` means: rounded as it is written @param {string | undefined} graph
 */
export function contradiction(core, statement, graph) {
  const parts = statement.split(/(?<![=<>!~])(=|~)(?!=)/).map((part) => part.trim());
  if (parts.length < 3 || parts.includes('')) return `"${statement}" is no equation; one such as 2*3 = 6 would be right`;
  const sides = parts.filter((_, at) => at % 2 === 0);
  const names = freeNames(core, sides, graph);
  const random = randomOf(statement, 1);
  for (let place = 0; place < (names.length ? PLACES : 1); place++) {
    const free = Object.fromEntries(names.map((name) => [name, Number((0.3 + 2 * random()).toFixed(3))]));
    const values = compute(core, sides, graph, free);
    for (let at = 1; at < sides.length; at++) {
      const rounded = parts[2 * at - 1] === '~';
      const near = rounded ? halfUnit(sides[at]) : 1e-9 * Math.max(1, Math.abs(values[0]));
      if (Math.abs(values[at] - values[0]) > near) return `"${sides[0]}" is ${short(values[0])}, not ${sides[at]}${names.length ? ` (at ${names.map((name) => `${name} = ${free[name]}`).join(', ')})` : ''}`;
    }
  }
  return undefined;
}

/** The names that have no value yet. @param {Core} core @param {string[]} sides @param {string | undefined} graph */
function freeNames(core, sides, graph) {
  const source = [...(graph ? [linesOf(graph)] : []), ...sides.map((side, at) => `side_${at} = ${side.replace(/\b([A-Za-z_]\w*)\.grad\b/g, '1')}`)].join('\n');
  const { graph: parsed, freeNames: names, errors } = core.parse(source, { defaultValue: 1 });
  parsed.delete();
  if (errors.length > 0) throw new Error(errors[0].message);
  return names;
}

/** @param {number} x */
export const short = (x) => String(Number(x.toPrecision(8)));

/** Half of what the last figure of a number stands for. @param {string} text */
export function halfUnit(text) {
  const [, digits = '', exponent = '0'] = /^[-−]?([\d.]+)(?:e([-+]?\d+))?$/.exec(text.trim()) ?? [];
  const decimals = (digits.split('.')[1] ?? '').length;
  return 0.5 * 10 ** (Number(exponent) - decimals) * (1 + 1e-9);
}
