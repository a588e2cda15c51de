// A question as a lesson's author writes it: attributes of an element, options as list items; what is wrong is said with what would be right.

/** @import { Option, Question, Range, Roles } from './types.js' */

/** @typedef {{ key: string, is: string | undefined, mistake: string | undefined, why: string | undefined, text: string }} OptionItem `<li data-is data-mistake data-why>` */
/** @typedef {{ question: Question, text: { text: string, options: Record<string, string>, why: Record<string, string> } }} Written */

const KINDS = /** @type {const} */ (['numeric', 'expression', 'choice', 'graph']);
/** What the element of a question may say. */
export const ATTRIBUTES = ['id', 'kind', 'graph', 'answer', 'vary', 'where', 'tolerance', 'mistakes', 'roles', 'steps', 'solution', 'points'];
/** Roles of which there are several. */
const LISTS = ['factors', 'errors', 'weights', 'turns'];
const NUMBER = String.raw`[-−]?\d+(?:\.\d+)?`;

/**
 * @param {Record<string, string | null | undefined>} attributes id, kind, graph, answer, vary, where, tolerance, mistakes, roles, steps, solution, points
 * @param {string} text @param {OptionItem[]} [options] @returns {Written}
 */
export function questionOf(attributes, text, options = []) {
  const { id, kind = 'numeric', graph, answer, vary, where, tolerance, mistakes, roles, steps, solution, points } = present(attributes);
  if (!KINDS.includes(/** @type {Question['kind']} */ (kind))) throw wrong(`kind="${kind}" is unknown; ${KINDS.join(', ')} would be right`);
  if (kind === 'graph' ? !graph : !answer) throw wrong(`kind="${kind}" needs ${kind === 'graph' ? 'graph="x = 2; y = x**2"' : 'answer="2*3"'}`);
  /** @type {Question} */
  const question = { id: id ?? hash(`${text}|${graph}|${answer}`), kind: /** @type {Question['kind']} */ (kind) };
  if (graph) question.graph = list(graph, ';').join('\n');
  if (answer) question.answer = answer;
  if (vary) question.parameters = Object.fromEntries(list(vary, ';').map(readRange));
  if (where) question.where = list(where, ';');
  if (tolerance) question.tolerance = readTolerance(tolerance);
  if (mistakes) question.mistakes = list(mistakes, ',');
  if (steps) question.steps = list(steps, ';');
  if (solution) question.solution = solution;
  if (roles) question.roles = /** @type {Roles} */ (Object.fromEntries(list(roles, ';').map(readRole)));
  if (points) question.points = Object.fromEntries(list(points, ';').map(readRange).map(([name, { from = 0, to = 1 }]) => [name, { from, to }]));
  if (kind === 'choice') question.options = options.map(readOption);
  return { question, text: { text, options: Object.fromEntries(options.map(({ key, text: words }) => [key, words])), why: Object.fromEntries(options.flatMap(({ key, why }) => (why ? [[key, why]] : []))) } };
}

/** @param {Record<string, string | null | undefined>} attributes @returns {Record<string, string | undefined>} */
const present = (attributes) => /** @type {Record<string, string>} */ (Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined && value !== '')));

/** @param {string} text @param {string} separator */
const list = (text, separator) => text.split(separator).map((each) => each.trim()).filter(Boolean);

/** `a: 2..9 step 1 not 0 first 3` or `a: 0.1, 0.2, 0.5`. @param {string} text @returns {[string, Range]} */
function readRange(text) {
  const [, name, rest] = /^([A-Za-z_]\w*)\s*:\s*(.*)$/.exec(text) ?? [];
  const range = new RegExp(`^(${NUMBER})\\s*\\.\\.\\s*(${NUMBER})(?:\\s+step\\s+(${NUMBER}))?(?:\\s+not\\s+(${NUMBER}(?:\\s*,\\s*${NUMBER})*))?(?:\\s+first\\s+(${NUMBER}))?$`).exec(rest ?? '');
  if (range) {
    const [from, to, step, , first] = range.slice(1).map((each) => (each === undefined ? undefined : toNumber(each)));
    const not = range[4] === undefined ? undefined : list(range[4], ',').map(toNumber);
    if (Number(to) < Number(from) || !(Number(step ?? 1) > 0)) throw wrong(`"${text}" is empty; from small to large in steps above 0 would be right`);
    return [name, defined({ from, to, step, not, first })];
  }
  const among = new RegExp(`^(${NUMBER}(?:\\s*,\\s*${NUMBER})*)(?:\\s+first\\s+(${NUMBER}))?$`).exec(rest ?? '');
  if (!among) throw wrong(`"${text}" is no range; "a: 2..9 step 1 not 0 first 3" or "a: 0.1, 0.2" would be right`);
  return [name, defined({ among: list(among[1], ',').map(toNumber), first: among[2] === undefined ? undefined : toNumber(among[2]) })];
}

/** @param {string} text */
const toNumber = (text) => Number(text.replace('−', '-'));

/** @template {object} T @param {T} object @returns {T} */
const defined = (object) => /** @type {T} */ (Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)));

/** `0.01`, `1 %` or both, one after the other. @param {string} text */
function readTolerance(text) {
  const match = /^(\d+(?:\.\d+)?)?(?:\s*(?:^|\s|\+)\s*(\d+(?:\.\d+)?)\s*%)?$/.exec(text.trim()) ?? /^()(\d+(?:\.\d+)?)\s*%$/.exec(text.trim());
  if (!match) throw wrong(`tolerance="${text}" is none; "0.01", "1 %" or "0.01 + 1 %" would be right`);
  return defined({ absolute: match[1] ? Number(match[1]) : undefined, relative: match[2] ? Number(match[2]) / 100 : undefined });
}

/** `rate: {rate}`; factors, errors, weights and turns are separated by commas. @param {string} text */
function readRole(text) {
  const [, name, value] = /^([a-z]+)\s*:\s*(.+)$/.exec(text) ?? [];
  if (!name) throw wrong(`"${text}" is no role; "weight: w; rate: {rate}" would be right`);
  return [name, LISTS.includes(name) ? list(value, ',') : value];
}

/** @param {OptionItem} option @returns {Option} */
function readOption({ key, is, mistake }) {
  if (!is) throw wrong('an option has no data-is; the value of the answer for which it is right would be');
  return defined({ key, is, mistake });
}

/** A name that stays the same while nothing about the question changes. @param {string} text */
function hash(text) {
  let sum = 5381;
  for (const character of text) sum = (Math.imul(sum, 33) ^ Number(character.codePointAt(0))) >>> 0;
  return `question-${sum.toString(36)}`;
}

/** @param {string} message */
const wrong = (message) => new Error(`[backprop-question] ${message}`);
