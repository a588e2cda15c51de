// Endless variants of a question: a seed draws its numbers, again until the right answer and what each mistake gives can be told apart.

/** @import { Core, Numbers, Outcomes, Question, Range, Tolerance, Variant } from './types.js' */
import { evaluateAll, mistakesOf, outcomesOf } from './outcomes.js';
import { fillCode } from './placeholders.js';
import { randomOf } from './random.js';

/** At how many points expressions are compared. */
export const POINTS = 8;
/** Where, if the question does not say. */
const AROUND = { from: 0.3, to: 2.3 };
const MOST_DRAWS = 300;
const MOST_POINTS = 80;

/** Of an expression, which has no rounding by hand. */
const EXACT = { absolute: 1e-7, relative: 1e-7 };
const NUMERIC = { relative: 0.005 };

/** @param {Question} question @returns {Tolerance} */
export const toleranceOf = ({ kind, tolerance }) => tolerance ?? (kind === 'expression' ? EXACT : NUMERIC);

/** How far from a right number an answer may be. @param {Tolerance} tolerance @param {number} right */
export const margin = ({ absolute = 0, relative = 0 }, right) => absolute + relative * Math.abs(right) + 1e-12 * Math.abs(right);

/** The last few: an answer is checked more than once. Questions come as copies, so their content is the key. @type {Map<string, { variant: Variant, outcomes: Outcomes }>} */
const kept = new Map();
const MOST_KEPT = 32;

/**
 * The variant of a seed, with its answers; seed 0 has each parameter's first number.
 * @param {Core} core @param {Question} question @param {number} seed @returns {{ variant: Variant, outcomes: Outcomes }}
 */
export function variantOf(core, question, seed) {
  const key = `${seed} ${JSON.stringify(question)}`;
  const known = kept.get(key) ?? draw(core, question, seed);
  kept.set(key, known);
  if (kept.size > MOST_KEPT) kept.delete(String(kept.keys().next().value));
  return known;
}

/** @param {Core} core @param {Question} question @param {number} seed */
function draw(core, question, seed) {
  let reason = '';
  for (let attempt = 0; attempt < MOST_DRAWS; attempt++) {
    const parameters = drawParameters(question, seed, attempt);
    if (!holds(core, question, parameters)) continue;
    const variant = { question, seed, parameters, points: [{}] };
    if (question.kind === 'graph') return { variant, outcomes: { right: [], wrong: [] } };
    const outcomes = question.kind === 'expression' ? findPoints(core, variant) : outcomesOf(core, variant);
    reason = outcomes ? collision(question, outcomes) : 'there are too few points where all answers are finite';
    if (!outcomes) continue;
    if (!reason) return { variant, outcomes };
  }
  throw new Error(`[question] ${question.id}: of ${MOST_DRAWS} draws none will do; ${reason || 'no numbers fulfil the conditions'}`);
}

/** @param {Question} question @param {number} seed @param {number} attempt @returns {Numbers} */
function drawParameters({ id, parameters = {} }, seed, attempt) {
  const random = randomOf(id, seed, attempt);
  return Object.fromEntries(Object.entries(parameters).map(([name, range]) => {
    const values = valuesOf(range);
    const drawn = values[Math.floor(random() * values.length)];
    return [name, seed === 0 && attempt === 0 ? (range.first ?? drawn) : drawn];
  }));
}

/** @param {Range} range */
export function valuesOf({ among, from = 0, to = from, step = 1, not = [] }) {
  const decimals = (String(step).split('.')[1] ?? '').length;
  const all = among ?? Array.from({ length: Math.round((to - from) / step) + 1 }, (_, at) => Number((from + at * step).toFixed(Math.max(decimals, (String(from).split('.')[1] ?? '').length))));
  return all.filter((value) => !not.includes(value));
}

/** @param {Core} core @param {Question} question @param {Numbers} parameters */
function holds(core, { where = [] }, parameters) {
  return where.length === 0 || evaluateAll(core, where.map((condition) => fillCode(condition, parameters)), {}).every((value) => value !== 0);
}

/** The outcomes at random points where the right answer and the listed mistakes are finite; undefined if there are too few. @param {Core} core @param {Variant} variant */
function findPoints(core, variant) {
  const { question, seed, parameters } = variant;
  const random = randomOf(`${question.id} points`, seed);
  /** @type {Outcomes[]} */
  const found = [];
  variant.points = [];
  for (let tries = 0; tries < MOST_POINTS && found.length < POINTS; tries++) {
    const point = Object.fromEntries(Object.entries(question.points ?? { x: AROUND }).map(([name, { from, to }]) => [name, Number((from + random() * (to - from)).toFixed(3))]));
    const outcomes = outcomesOf(core, { question, seed, parameters, points: [point] });
    if (![outcomes.right, ...(question.mistakes ? outcomes.wrong.map(({ values }) => values) : [])].flat().every(Number.isFinite)) continue;
    found.push(outcomes);
    variant.points.push(point);
  }
  if (found.length < POINTS) return undefined;
  const [first] = found;
  return { right: found.flatMap(({ right }) => right), wrong: first.wrong.map((wrong, at) => ({ ...wrong, values: found.flatMap((each) => each.wrong[at]?.values ?? [NaN]) })) };
}

/** Why answers cannot be told apart; empty where they can. Where the question lists no mistakes, two may give the same, and both are said. @param {Question} question @param {Outcomes} outcomes */
export function collision(question, { right, wrong }) {
  if (!right.every(Number.isFinite)) return 'the answer is not finite';
  if (!question.mistakes || question.kind === 'choice') return '';
  const silent = mistakesOf(question).find(({ name }) => !wrong.some(({ mistake }) => mistake === name));
  if (silent) return `'${silent.name}' cannot be made here`;
  if (!wrong.flatMap(({ values }) => values).every(Number.isFinite)) return 'a mistake gives a number that is not finite';
  const tolerance = toleranceOf(question);
  const all = [{ mistake: 'the right answer', values: right }, ...wrong];
  for (const [at, a] of all.entries()) {
    for (const b of all.slice(at + 1)) if (a.mistake !== b.mistake && !apart(a.values, b.values, tolerance)) return `${a.mistake} and ${b.mistake} give the same`;
  }
  return '';
}

/** Whether no answer can be within the margin of both, at one point at least. @param {number[]} a @param {number[]} b @param {Tolerance} tolerance */
function apart(a, b, tolerance) {
  return a.some((x, at) => Math.abs(x - b[at]) > margin(tolerance, x) + margin(tolerance, b[at]));
}
