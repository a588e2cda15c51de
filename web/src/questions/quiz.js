// What a question element asks the engine: to pose a variant, to check an answer, to reveal the right one with its steps.

/** @import { Cell, Core, Filled, Numbers, Question, Step, Tolerance, Variant, Verdict } from './types.js' */
/** @import { GraphFrame } from '../types.js' */
/** @import { Entered } from './fill-in.js' */
import { GraphSession } from '../engine/graph-session.js';
import { namesOf } from '../draw/graph-names.js';
import { checkAnswer, rightOption, withPoints } from './answers.js';
import { cellsOf, checkFilled } from './fill-in.js';
import { differentiate, evaluateAll } from './outcomes.js';
import { fillCode } from './placeholders.js';
import { toleranceOf, variantOf } from './variants.js';

/** @typedef {{ id: number, name: string, expression: string, inputs: number[], leaf: boolean, constant: boolean, value: number, gradient: number | null }} Drawn a node as it is drawn */
/**
 * @typedef {object} Posed
 * @property {Numbers} numbers every number that the text may name
 * @property {Tolerance} tolerance
 * @property {string} source of the graph; empty where there is none
 * @property {Drawn[]} nodes of a graph that is filled in
 * @property {Cell[]} cells
 */
/** @typedef {{ answer: number | undefined, option: string | undefined, steps: Step[], solution: string }} Revealed solution: an expression of the answer */

export const quiz = {
  /** @param {Core} core @param {Question} question @param {number} seed @returns {Posed} */
  pose(core, question, seed) {
    const { variant } = variantOf(core, question, seed);
    const source = question.graph === undefined ? '' : fillCode(question.graph, variant.parameters);
    const posed = { numbers: numbersOf(core, variant), tolerance: toleranceOf(question), source };
    return question.kind === 'graph' ? { ...posed, ...drawnOf(core, source) } : { ...posed, nodes: [], cells: [] };
  },

  /** @param {Core} core @param {Question} question @param {number} seed @param {string} text @param {boolean} [comma] whether the reader writes 0,5 @returns {Verdict} */
  check(core, question, seed, text, comma = false) {
    return checkAnswer(core, variantOf(core, question, seed), withPoints(text.trim(), comma));
  },

  /** @param {Core} core @param {Question} question @param {number} seed @param {Entered} entered @param {boolean} [comma] @returns {Filled} */
  checkGraph(core, question, seed, entered, comma = false) {
    const points = (/** @type {Record<number, string>} */ texts) => Object.fromEntries(Object.entries(texts).map(([node, text]) => [node, withPoints(text, comma)]));
    const { variant } = variantOf(core, question, seed);
    return withGraph(core, fillCode(String(question.graph), variant.parameters), (graph, output) =>
      checkFilled(core, graph, output, { forward: points(entered.forward), backward: points(entered.backward) }, toleranceOf(question)));
  },

  /** What the reader can be shown after a first answer. @param {Core} core @param {Question} question @param {number} seed @returns {Revealed} */
  reveal(core, question, seed) {
    const { variant, outcomes } = variantOf(core, question, seed);
    const answer = question.kind === 'numeric' ? outcomes.right[0] : undefined;
    const option = question.kind === 'choice' ? rightOption(core, variant, outcomes).key : undefined;
    const formula = question.solution ?? (question.kind === 'expression' && !String(question.answer).includes('.grad') ? question.answer : undefined);
    const solution = formula ? fillCode(formula, variant.parameters) : '';
    return { answer, option, solution, steps: [...graphSteps(core, variant), ...namedSteps(core, variant)] };
  },
};

/** @typedef {typeof quiz} Quiz */

/** @template Answer @param {Core} core @param {string} source @param {(graph: import('../types.js').Graph, output: number) => Answer} use @returns {Answer} */
function withGraph(core, source, use) {
  return new GraphSession(core).ask(source, (graph, output) => {
    graph.backward(output);
    return use(graph, output);
  });
}

/** @param {Core} core @param {Variant} variant @returns {Numbers} */
function numbersOf(core, { question, parameters, points }) {
  const derived = Object.entries(question.derived ?? {});
  if (derived.length === 0) return parameters;
  const { values } = differentiate(core, { ...question, mistakes: [] }, parameters, points[0]);
  const numbers = evaluateAll(core, derived.map(([, text]) => fillCode(text, parameters)), values);
  return { ...parameters, ...Object.fromEntries(derived.map(([name], at) => [name, numbers[at]])) };
}

/** @param {Core} core @param {string} source */
function drawnOf(core, source) {
  const frame = new GraphSession(core).read(source, ['backward'], true);
  const names = namesOf(frame);
  const cells = withGraph(core, source, cellsOf);
  const nodes = frame.nodes.map(({ id, kind, inputs, value, explanation }) => ({
    id, name: names[id].name, expression: names[id].expression, inputs, leaf: kind !== 'operation', constant: kind === 'constant', value: value.data[0], gradient: explanation?.gradient[0] ?? null }));
  return { nodes, cells };
}

/** What each use hands back to a number, from the output on, in the core's words. @param {Core} core @param {Variant} variant @returns {Step[]} */
function graphSteps(core, { question, parameters, points }) {
  if (question.graph === undefined || Object.keys(points[0] ?? {}).length > 0) return [];
  const frame = new GraphSession(core).read(fillCode(question.graph, parameters), ['backward'], true);
  const names = namesOf(frame);
  return [...frame.nodes].reverse().filter(({ requiresGrad, onPath }) => requiresGrad && onPath).flatMap(({ id, explanation }) => {
    const name = frame.nodes[id].kind === 'operation' ? `${names[id].name} = ${names[id].expression}` : names[id].name;
    const uses = explanation?.uses.filter(({ edge }) => edge.contribution.length > 0) ?? [];
    if (id === frame.output) return [{ name, node: -1, symbols: '1', numbers: '1' }];
    return uses.map(({ consumer, edge }) => ({ name, node: consumer, symbols: edge.back.symbols, numbers: edge.back.numbers.replace(/^\(?(\S+?)\)? = \1$/, '$1') || listOf(edge.contribution) }));
  });
}

/** Of a vector, whose calculation does not fit into a line. @param {ArrayLike<number>} numbers */
function listOf(numbers) {
  const all = Array.from(numbers, (x) => Number(x.toPrecision(6)));
  return all.length === 1 ? String(all[0]) : `[${all.join(', ')}]`;
}

/** @param {Core} core @param {Variant} variant @returns {Step[]} */
function namedSteps(core, { question, parameters, points }) {
  const texts = (question.steps ?? []).map((text) => fillCode(text, parameters));
  if (texts.length === 0) return [];
  const { values } = differentiate(core, { ...question, mistakes: [] }, parameters, points[0]);
  const numbers = evaluateAll(core, texts.map((text) => text.replace(/\b(\w+)\.grad\b/g, '$1_grad')), values);
  return texts.map((text, at) => ({ name: '', node: -1, symbols: text, numbers: String(Number(numbers[at].toPrecision(6))) }));
}
