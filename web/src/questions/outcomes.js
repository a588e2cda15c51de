// What a variant's right answer is, and what each mistake would have given: all of it computed by the core.

/** @import { Core, Graph, Numbers, Outcomes, Question, Roles, Variant, Wrong } from './types.js' */
import { Derivation } from './derivation.js';
import { mistakeNamed, mistakes } from './mistakes.js';
import { nearestName } from '../nearest-name.js';
import { fillCode } from './placeholders.js';

/** @typedef {number | number[] | number[][] | number[][][]} Value */
/** @typedef {{ values: Record<string, Value>, wrong: { mistake: string, node: number | undefined, name: string, value: number }[] }} Differentiated
 *   the graph's names with their values, `x_grad` among them, and the gradients that mistakes make */

/** `x.grad` is no value in the language, but `x_grad` can be one. @param {string} expression */
const gradientNames = (expression) => expression.replace(/\b([A-Za-z_]\w*)\.grad\b/g, '$1_grad');

/** @param {Pick<Question, 'mistakes'>} question whose mistakes are looked for */
export const mistakesOf = ({ mistakes: named }) => named?.map((name) => {
  const mistake = mistakeNamed.get(name);
  if (!mistake) throw new Error(`[question] the mistake '${name}' is unknown; '${nearestName(name, [...mistakeNamed.keys()])}' would be right`);
  return mistake;
}) ?? mistakes;

/** At the variant's only point. @param {Core} core @param {Variant} variant @returns {Outcomes} */
export function outcomesOf(core, { question, parameters, points }) {
  const [point] = points;
  const answer = gradientNames(fillCode(String(question.answer), parameters));
  const { values, wrong } = differentiate(core, question, parameters, point);
  /** Texts of wrong answers, after the right one. @type {{ mistake: string, node: number | undefined, text: string }[]} */
  const texts = wrong.map(({ mistake, node, name, value }) => ({ mistake, node, text: answer.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), Number.isFinite(value) ? `(${value})` : '(0/0)') }));
  texts.push(...formulasOf(question, parameters, answer));
  const numbers = evaluateAll(core, [answer, ...texts.map(({ text }) => text)], values);
  return { right: [numbers[0]], wrong: texts.map(({ mistake, node }, at) => ({ mistake, node, values: [numbers[at + 1]] })) };
}

/** @param {Question} question @param {Numbers} parameters @param {string} answer */
function formulasOf(question, parameters, answer) {
  const given = /** @type {import('./mistakes.js').Given} */ (Object.fromEntries([['answer', `(${answer})`], ...Object.entries(question.roles ?? {}).map(([role, text]) => [
    role, Array.isArray(text) ? text.map((each) => `(${fillCode(each, parameters)})`) : `(${gradientNames(fillCode(text, parameters))})`])]));
  return mistakesOf(question).flatMap(({ name, needs, formulas }) => (formulas && needs?.every((role) => given[role])
    ? formulas(given).map((text) => ({ mistake: name, node: undefined, text })) : []));
}

/** A question without a graph has no names of its own. @param {Core} core @param {Question} question @param {Numbers} parameters @param {Numbers} point @returns {Differentiated} */
export function differentiate(core, question, parameters, point) {
  if (question.graph === undefined) return { values: { ...point }, wrong: [] };
  const { graph, output, names, leaves, errors } = core.parse(fillCode(question.graph, parameters), { values: point });
  try {
    if (errors.length > 0 || output === null) throw new Error(`[question] ${errors[0]?.message ?? 'the graph has no output'}`);
    graph.forward();
    graph.backward(output);
    /** @type {Record<string, Value>} */
    const values = { ...point, ...Object.fromEntries(names.map(({ name, node }) => [name, nested(graph.value(node))])) };
    for (const { name, node } of leaves) {
      const gradient = graph.gradient(node);
      if (gradient) values[`${name}_grad`] = nested(gradient);
    }
    return { values, wrong: wrongGradients(core, question, graph, output, leaves) };
  } finally {
    graph.delete();
  }
}

/** @param {Core} core @param {Question} question @param {Graph} graph @param {number} output @param {{ name: string, node: number }[]} leaves */
function wrongGradients(core, question, graph, output, leaves) {
  const asked = /\b([A-Za-z_]\w*)\.grad\b/.exec(String(question.answer))?.[1];
  const leaf = leaves.find(({ name }) => name === asked);
  const rows = mistakesOf(question).filter((mistake) => mistake.graph);
  if (!leaf || rows.length === 0 || graph.value(leaf.node).data.length !== 1) return [];
  const derivation = new Derivation(core, graph, output, leaf.node);
  return rows.flatMap((row) => (row.graph?.(derivation) ?? []).map(({ value, node }) => ({ mistake: row.name, node, name: `${leaf.name}_grad`, value })));
}

/** @param {import('../types.js').Tensor} tensor @returns {Value} */
function nested({ shape, data }) {
  const [rows, columns] = shape;
  if (shape.length === 0) return data[0];
  if (shape.length === 1) return [...data];
  return Array.from({ length: rows }, (_, row) => [...data.slice(row * columns, (row + 1) * columns)]);
}

/** Single numbers. @param {Core} core @param {string[]} expressions @param {Record<string, Value>} values @returns {number[]} */
export function evaluateAll(core, expressions, values) {
  const source = expressions.map((text, at) => `out_${at} = ${text}`).join('\n');
  const { values: found, errors } = core.evaluate(source, { values: onlyUsed(source, values) });
  if (errors.length > 0) throw new Error(`[question] ${errors[0].message} in ${expressions[errors[0].line - 1]}`);
  const byName = new Map(found.map(({ name, data }) => [name, data]));
  return expressions.map((_, at) => {
    const data = byName.get(`out_${at}`);
    if (data?.length !== 1) throw new Error(`[question] ${expressions[at]} is no single number`);
    return data[0];
  });
}

/** @param {string} source @param {Record<string, Value>} values */
const onlyUsed = (source, values) => Object.fromEntries(Object.entries(values).filter(([name]) => new RegExp(`\\b${name}\\b`).test(source)));
