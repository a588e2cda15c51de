// Functions of one number, one inside the other or added: each with its slope where it is met, and the slope of all of them in one.

/** @import { Core, Kind } from './kind.js' */
import { rangeOf } from '../draw/plot.js';
import { messageOf } from '../message-of.js';
import { evaluate, wrong } from './kind.js';

/** @typedef {{ functions: string, names: string, from: number, to: number, start: number, nudge: number, sum: boolean, place: boolean }} ChainSpec */
/** @typedef {{ x: number, misplaced: boolean }} ChainState misplaced: the outer slopes are taken at x, as they should not be */
/** @typedef {{ name: string, text: string }} Link name = text, an expression of one name */
/** @typedef {{ at: number, value: number, slope: number }} Spot of one function: where it is met, what it gives, how steep it is there */
/** @typedef {Spot & { curve: Spot[], range: [number, number] }} Drawn range: of what it takes in */
/**
 * @typedef {object} ChainAnswer
 * @property {Drawn[]} steps one for each function @property {Drawn} whole from the first name to the last
 * @property {number[]} moved what a nudge of x moves each name by @property {number} joined the steps' slopes multiplied, or added
 * @property {{ spots: Spot[], product: number, right: boolean } | undefined} misplaced right: by chance it is the true slope
 */

const POINTS = 121;
const MOST = 6;
const BETWEEN = ['g', 'h', 'p', 'q', 'r'];
const PARTS = ['a', 'b', 'c', 'd', 'e', 'f'];

/**
 * The functions, and all of them in one.
 * @param {Pick<ChainSpec, 'functions' | 'names' | 'sum'>} spec
 * @returns {{ links: (Link & { of: string })[], whole: Link & { of: string } }} of: the name that it takes in
 */
export function linksOf({ functions, names, sum }) {
  const texts = functions.split(';').map((each) => each.trim()).filter(Boolean);
  if (texts.length < 1 || texts.length > MOST) throw wrong(chain, `functions="${functions}"`, `one to ${MOST} expressions, such as x**2; sin(g),`);
  const usual = sum ? ['x', ...PARTS.slice(0, texts.length), 'y'] : ['x', ...BETWEEN.slice(0, texts.length - 1), 'y'];
  const given = names.split(/[\s,;]+/).filter(Boolean);
  const called = given.length > 0 ? given : usual;
  if (called.length !== usual.length) throw wrong(chain, `names="${names}"`, `${usual.length} names, such as ${usual.join(', ')},`);
  const links = texts.map((text, at) => ({ name: called[at + 1], text, of: sum ? called[0] : called[at] }));
  const added = sum ? `\n${called[texts.length + 1]} = ${links.map(({ name }) => name).join(' + ')}` : '';
  return { links, whole: { name: called[called.length - 1], text: links.map(({ name, text }) => `${name} = ${text}`).join('\n') + added, of: called[0] } };
}

/** @type {Kind} */
export const chain = {
  tag: 'backprop-chain',
  attributes: {
    functions: { type: 'text', default: 'x**2; sin(g)', help: 'expressions, each of the name before it: x, then g, h, … and y' },
    names: { type: 'text', default: '', help: 'other names than x, g, h, … and y' },
    from: { type: 'number', default: 0, help: 'the smallest x that is drawn' },
    to: { type: 'number', default: 1.8, help: 'the largest x that is drawn' },
    start: { type: 'number', default: 0.8, help: 'where x begins' },
    nudge: { type: 'number', default: 0.01, from: 1e-6, to: 1, help: 'how far x is nudged' },
    sum: { type: 'flag', help: 'the functions all take x, and what they give is added' },
    place: { type: 'flag', help: 'offers to take the outer slope at x, where it does not belong' },
  },
  controls: ['x', 'place', 'nudge'],

  /** @param {ChainSpec} spec @returns {ChainState} */
  begin: ({ start }) => ({ x: start, misplaced: false }),

  /** @param {Core} core @param {ChainSpec} spec @param {ChainState} state @returns {ChainAnswer} */
  answer(core, spec, { x, misplaced }) {
    const { from, to, nudge } = spec;
    if (!(from < to)) throw wrong(chain, `from="${from}" to="${to}"`, 'from less than to');
    const { links, whole } = linksOf(spec);
    /** Values and slopes of an expression of one name. @param {Pick<Link, 'text'> & { of: string }} link @param {number[]} places @returns {Spot[]} */
    const spots = ({ text, of }, places) => {
      const { output, gradients } = ofOne(core, spec, { text, of }, places);
      if (output.length !== places.length || !gradients[of]) throw wrong(chain, writtenIn(spec), expressionOf(of, text));
      return places.map((at, point) => ({ at, value: output[point], slope: gradients[of][point] }));
    };
    /** @param {Link & { of: string }} link @param {number} place @param {[number, number]} range @returns {Drawn} */
    const drawn = (link, place, range) => {
      const places = Array.from({ length: POINTS }, (_, point) => range[0] + ((range[1] - range[0]) * point) / (POINTS - 1));
      return { ...spots(link, [place])[0], curve: spots(link, places), range };
    };
    const joined = (/** @type {Spot[]} */ spots) =>
      evaluate(core, spots.map((_, at) => `s${at}`).join(spec.sum ? ' + ' : ' * '), Object.fromEntries(spots.map(({ slope }, at) => [`s${at}`, slope]))).output[0];

    /** @type {Drawn[]} */
    const steps = [];
    for (const link of links) {
      const before = spec.sum ? undefined : steps[steps.length - 1];
      const range = before ? rangeOf([...before.curve.map(({ value }) => value), ...(misplaced ? [x] : [])], 0) : /** @type {[number, number]} */ ([from, to]);
      steps.push(drawn(link, before ? before.value : x, range[0] < range[1] ? range : rangeOf(range)));
    }
    const outer = misplaced ? links.slice(1).map((link) => spots(link, [x])[0]) : [];
    const wrongly = joined([steps[0], ...outer]);
    const all = drawn(whole, x, [from, to]);
    return {
      steps, whole: all, joined: joined(steps), moved: movedBy(core, whole.text, [whole.of, ...links.map(({ name }) => name), ...(spec.sum ? [whole.name] : [])], x, nudge),
      misplaced: misplaced ? { spots: outer, product: wrongly, right: Math.abs(wrongly - all.slope) < 1e-9 * Math.max(1, Math.abs(all.slope)) } : undefined,
    };
  },
};

/** An expression of one name at many places; a mistake in it is said with the attribute that it stands in. @param {Core} core @param {ChainSpec} spec @param {{ text: string, of: string }} link @param {number[]} places */
function ofOne(core, spec, { text, of }, places) {
  try {
    return evaluate(core, text, { [of]: places }, places.map(() => 1));
  } catch (error) {
    const [what] = messageOf(error).split('; give it a value');
    throw wrong(chain, `${writtenIn(spec)}: ${what}`, expressionOf(of, text));
  }
}

/** @param {ChainSpec} spec */
const writtenIn = ({ functions, names }) => `functions="${functions}"${names ? ` with names="${names}"` : ''}`;

/** @param {string} of @param {string} text */
const expressionOf = (of, text) => `an expression of ${of} instead of "${text}"`;

/** How far each name moves. @param {Core} core @param {string} text @param {string[]} names @param {number} x @param {number} nudge */
function movedBy(core, text, names, x, nudge) {
  const here = evaluate(core, text, { [names[0]]: x }).values;
  const there = evaluate(core, text, { [names[0]]: evaluate(core, 'x + d', { x, d: nudge }).output[0] }).values;
  return evaluate(core, 'b - a', { a: names.map((name) => here[name][0]), b: names.map((name) => there[name][0]) }, names.map(() => 1)).output;
}
