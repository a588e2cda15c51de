// Answers as they were typed: read by the core, compared with the right one and with what each mistake gives.

/** @import { Core, InputError, Option, Outcomes, Tolerance, Variant, Verdict } from './types.js' */
import { differentiate, evaluateAll } from './outcomes.js';
import { fillCode } from './placeholders.js';
import { graphLanguage } from './typed.js';
import { margin, toleranceOf } from './variants.js';

/** More diagnoses than these would be guesses. */
const MOST_SAID = 2;
/** Said only where nothing says more: many a mistake leaves a factor out, or a value in place of a gradient. */
const GENERAL = ['factor-missing', 'value-for-gradient'];

/** A decimal comma is a point, where one writes so. @param {string} text @param {boolean} comma */
export const withPoints = (text, comma) => (comma ? text.replace(/(\d),(?=\d)/g, '$1.') : text);

/**
 * @param {Core} core @param {{ variant: Variant, outcomes: Outcomes }} posed @param {string} text @returns {Verdict}
 */
export function checkAnswer(core, { variant, outcomes }, text) {
  const { question } = variant;
  if (question.kind === 'choice') return checkChoice(core, variant, outcomes, text);
  if (!text.trim()) return { outcome: 'unread', mistakes: [], node: undefined };
  const names = question.kind === 'expression' ? Object.keys(differentiate(core, { ...question, mistakes: [] }, variant.parameters, variant.points[0]).values).filter((name) => !name.endsWith('_grad')) : [];
  const read = readNumbers(core, text, names, variant);
  if ('unread' in read) return { outcome: 'unread', mistakes: [], node: undefined, ...read.unread };
  const tolerance = toleranceOf(question);
  const points = question.kind === 'expression' ? { points: { compared: variant.points.length } } : {};
  if (agrees(read.numbers, outcomes.right, tolerance)) return { outcome: 'right', mistakes: [], node: undefined, ...points };
  return { outcome: 'wrong', ...diagnose(read.numbers, outcomes, tolerance), ...points };
}

/** @param {number[]} numbers @param {Outcomes} outcomes @param {Tolerance} tolerance */
export function diagnose(numbers, { right, wrong }, tolerance) {
  const made = wrong.filter(({ values }) => values.every(Number.isFinite) && agrees(numbers, values, tolerance) && !agrees(values, right, tolerance));
  const names = [...new Set(made.map(({ mistake }) => mistake))];
  const special = names.filter((name) => !GENERAL.includes(name));
  return { mistakes: (special.length > 0 ? special : names).slice(0, MOST_SAID), node: made[0]?.node };
}

/** @param {number[]} numbers @param {number[]} right @param {Tolerance} tolerance */
function agrees(numbers, right, tolerance) {
  return numbers.every((x, at) => Math.abs(x - right[at]) <= margin(tolerance, right[at]));
}

/** @param {Core} core @param {string} text @returns {{ number: number } | { error: InputError }} */
export function readNumber(core, text) {
  const written = graphLanguage(text, []);
  if ('ask' in written) return { error: { message: '', ...written.ask } };
  const { errors, output } = core.evaluate(written.text, {});
  if (errors.length > 0) return { error: errorOf(errors[0], written) };
  if (output === null || output.data.length !== 1) return { error: { message: 'one number would be right', column: 1 } };
  return { number: output.data[0] };
}

/** The value of what was typed at each point. @param {Core} core @param {string} typed @param {string[]} names that may stand in it @param {Variant} variant
 * @returns {{ numbers: number[] } | { unread: { error?: InputError, unknown?: string[] } }} */
function readNumbers(core, typed, names, { question, parameters, points }) {
  const written = graphLanguage(typed, names);
  if ('ask' in written) return { unread: { error: { message: '', ...written.ask } } };
  const { text } = written;
  const { graph, freeNames, errors } = core.parse(text, { defaultValue: 1 });
  graph.delete();
  const unknown = freeNames.filter((name) => !names.includes(name));
  if (unknown.length > 0 && errors.every(({ message }) => unknown.some((name) => message.includes(`\`${name}\``)))) return { unread: { unknown } };
  if (errors.length > 0) return { unread: { error: errorOf(errors[0], written) } };
  /** @type {number[]} */
  const numbers = [];
  for (const point of points) {
    const { values } = freeNames.length > 0 ? differentiate(core, { ...question, mistakes: [] }, parameters, point) : { values: {} };
    const used = Object.fromEntries(Object.entries(values).filter(([name]) => freeNames.includes(name)));
    const { errors: faults, output } = core.evaluate(text, { values: used });
    if (faults.length > 0) return { unread: { error: errorOf(faults[0], written) } };
    if (output === null || output.data.length !== 1) return { unread: { error: { message: 'one number would be right', column: 1 } } };
    numbers.push(output.data[0]);
  }
  return { numbers };
}

/** In the columns of what was typed. @param {{ message: string, column: number }} error @param {import('./typed.js').Rewritten} written @returns {InputError} */
const errorOf = ({ message, column }, { columnOf }) => ({ message: message.replace(/\bof line 1, column (\d+)/g, (_, at) => `in column ${columnOf(Number(at))}`), column: columnOf(column) });

/** @param {Core} core @param {Variant} variant @param {Outcomes} outcomes @param {string} key @returns {Verdict} */
function checkChoice(core, variant, outcomes, key) {
  const option = variant.question.options?.find((each) => each.key === key);
  if (!option) return { outcome: 'unread', mistakes: [], node: undefined };
  const right = rightOption(core, variant, outcomes) === option;
  return { outcome: right ? 'right' : 'wrong', mistakes: right || !option.mistake ? [] : [option.mistake], node: undefined, option: key };
}

/** @param {Core} core @param {Variant} variant @param {Outcomes} outcomes @returns {Option} */
export function rightOption(core, { question, parameters }, { right }) {
  const options = question.options ?? [];
  const values = evaluateAll(core, options.map(({ is }) => fillCode(is, parameters)), {});
  const found = options.filter((_, at) => values[at] === right[0]);
  if (found.length !== 1) throw new Error(`[question] ${question.id}: ${found.length} options are right; exactly one would be right`);
  return found[0];
}
