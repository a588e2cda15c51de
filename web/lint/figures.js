// Figures and questions of a lesson: each is run by the core, and each question's own answer is checked.

/** @import { Core, Element, Finding } from './finding.js' */
import { readFigure } from '../src/figures/kind.js';
import { kinds } from '../src/figures/kinds.js';
import { checkAnswer } from '../src/questions/answers.js';
import { bank } from '../src/questions/bank/lessons.js';
import { ATTRIBUTES, questionOf } from '../src/questions/from-html.js';
import { nearestName } from '../src/nearest-name.js';
import { mistakesOf } from '../src/questions/outcomes.js';
import { fillCode, fillProse } from '../src/questions/placeholders.js';
import { quiz } from '../src/questions/quiz.js';
import { textsOf } from '../src/questions/bank/texts.js';
import { stringsOf } from '../src/questions/speech.js';
import { variantOf } from '../src/questions/variants.js';
import { attributesOf, elementsIn, finding, isElement, textOf } from './finding.js';

/** So many variants of each question are made. */
const VARIANTS = 12;
/** What stands in a question's tag besides what makes the question. */
const BESIDES = ['name', 'expect', 'seed', 'class', 'lang', 'hidden'];
const ALL = ['backprop-question', ...Object.keys(kinds)];

/** @param {Core} core @param {Element} body @param {string} language @returns {Finding[]} */
export function lintFigures(core, body, language) {
  return elementsIn(body).filter(({ tagName }) => tagName.startsWith('backprop-')).flatMap((element) => {
    if (!ALL.includes(element.tagName)) return [finding(element, `<${element.tagName}> is unknown; ${ALL.map((tag) => `<${tag}>`).join(', ')} would be right`)];
    try {
      if (element.tagName === 'backprop-question') runQuestion(core, element, language);
      else runFigure(core, element);
      return [];
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      const attribute = element.attrs.find(({ name, value }) => message.includes(`${name}="${value}"`))?.name;
      return [finding(element, message, attribute)];
    }
  });
}

/** @param {Core} core @param {Element} element */
function runFigure(core, element) {
  const kind = kinds[element.tagName];
  const { spec } = readFigure(kind, attributesOf(element));
  kind.answer(core, spec, kind.begin(spec));
}

/** @param {Core} core @param {Element} element @param {string} language */
function runQuestion(core, element, language) {
  const { name, expect, ...attributes } = attributesOf(element);
  const unknown = Object.keys(attributes).find((each) => ![...ATTRIBUTES, ...BESIDES].includes(each) && !/^(data|aria)-/.test(each));
  if (unknown) throw new Error(`${unknown}="${attributes[unknown]}" is unknown; name, ${ATTRIBUTES.join(', ')}, expect would be right`);
  if (name !== undefined && !Object.hasOwn(bank, name)) throw new Error(`name="${name}" is unknown; ${nearestName(name, Object.keys(bank))} would be right`);
  const { question, text } = name === undefined ? questionOf(attributes, wordsOf(element), optionsOf(element)) : { question: bank[name], text: { options: {}, why: {}, ...textsOf(stringsOf(language).locale)[name] } };
  if (!text.text) throw new Error('the question has no text; a sentence that asks would be right');
  mistakesOf({ mistakes: question.options?.flatMap(({ mistake }) => mistake ?? []) });
  const drawn = variantOf(core, question, 0).variant.parameters;
  const lost = Object.entries(question.parameters ?? {}).find(([parameter, { first }]) => first !== undefined && drawn[parameter] !== first);
  if (lost) throw new Error(`with the first numbers, such as ${lost[0]} = ${lost[1].first}, two mistakes or a mistake and the answer are the same; other first numbers, or fewer mistakes, would be right`);
  for (let seed = 0; seed < VARIANTS; seed++) {
    const posed = quiz.pose(core, question, seed);
    for (const words of [text.text, ...Object.values(text.options), ...Object.values(text.why)]) fillProse(words, posed.numbers, String);
    const { answer, solution, option } = quiz.reveal(core, question, seed);
    const silent = question.options?.find(({ key, mistake }) => key !== option && !mistake && !text.why[key]);
    if (silent) throw new Error(`nothing is said to who chooses "${text.options[silent.key]}"; data-why="why this is tempting, and wrong" would be right`);
    const numbers = variantOf(core, question, seed).variant.parameters;
    if (solution) agree(core, question, seed, solution, `solution="${question.solution ?? question.answer}"`);
    if (expect !== undefined) agree(core, question, seed, fillCode(expect, numbers), `expect="${expect}"${answer === undefined ? '' : `: the answer is ${answer} for ${JSON.stringify(numbers)}`}`);
  }
}

/** @param {Core} core @param {import('../src/questions/types.js').Question} question @param {number} seed @param {string} typed @param {string} what */
function agree(core, question, seed, typed, what) {
  const { outcome, error } = checkAnswer(core, variantOf(core, question, seed), typed);
  if (outcome !== 'right') throw new Error(`${what}: ${error ? error.message : `${typed} is not what ${question.answer} gives`}`);
}

/** @param {Element} element */
const wordsOf = (element) => element.childNodes.filter((node) => !(isElement(node) && /^[uo]l$/.test(node.tagName))).map((node) => ('value' in node ? node.value : isElement(node) ? textOf(node) : '')).join(' ').replace(/\s+/g, ' ').trim();

/** @param {Element} element */
const optionsOf = (element) => elementsIn(element).filter(({ tagName }) => tagName === 'li').map((item, at) => {
  const { 'data-is': is, 'data-mistake': mistake, 'data-why': why } = attributesOf(item);
  return { key: String(at), is, mistake, why, text: textOf(item) };
});
