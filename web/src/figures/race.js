// What all gradients of a network cost when it grows: counted by the core in three modes, and timed where it is asked for.

/** @import { Core, Kind } from './kind.js' */
import { timePortion } from '../engine/stopwatch.js';
import { growing } from '../graph/growth.js';
import { evaluate } from './kind.js';

/** @typedef {'reverse' | 'forward' | 'central_differences'} Mode */
/** @typedef {{ graph: string, most: number }} RaceSpec */
/** @typedef {{ size: number, log: boolean, timed: { size: number, mode: Mode } | null }} RaceState size: the largest so far, a power of 2; timed: what to run once more */
/** @typedef {Record<Mode, number> & { size: number }} Counts operations by mode */
/** @typedef {{ rows: Counts[], growth: Record<Mode, number>, times: number, measured?: { size: number, mode: Mode, ms: number } }} RaceAnswer
 *   growth: how many times the operations of half the size; times: how many times those of reverse mode forward mode takes */

export const MODES = /** @type {const} */ (['reverse', 'forward', 'central_differences']);

/** @param {number} n @param {(i: number) => number} entry */
const list = (n, entry) => `[${Array.from({ length: n }, (_, i) => entry(i)).join(', ')}]`;

/** What is raced: the graphs of the graph page, and one with all weights in one variable. @type {Record<string, (n: number) => string>} */
const texts = {
  chain: growing.chain.text,
  fan: growing.fan.text,
  layer: (n) => `w = ${list(n, (i) => (i % 9) / 10 + 0.05)}\ny = sum(tanh(w * ${list(n, (i) => (i % 7) - 3)}))`,
};

/** @type {Kind} */
export const race = {
  tag: 'backprop-race',
  needs: 'graph',
  attributes: {
    graph: { type: 'choice', default: 'layer', among: Object.keys(texts), help: 'weights one behind the other, side by side, or in one variable, which takes the least time around the operations' },
    most: { type: 'whole', default: 512, from: 8, to: 512, help: 'the largest number of weights' },
  },
  controls: ['double', 'measure', 'axes'],

  /** @returns {RaceState} */
  begin: () => ({ size: 2, log: false, timed: null }),

  /** @param {Core} core @param {RaceSpec} spec @param {RaceState} state @returns {RaceAnswer} */
  answer(core, { graph }, { size, timed }) {
    const rows = Array.from({ length: Math.log2(size) }, (_, at) => countsOf(core, graph, 2 ** (at + 1)));
    const [before, last] = [rows.at(-2), rows[rows.length - 1]];
    const ratio = (/** @type {number} */ a, /** @type {number} */ b) => evaluate(core, 'a/b', { a, b }).output[0];
    const growth = /** @type {Record<Mode, number>} */ (Object.fromEntries(MODES.map((mode) => [mode, before ? ratio(last[mode], before[mode]) : NaN])));
    return { rows, growth, times: ratio(last.forward, last.reverse), ...(timed ? { measured: { ...timed, ms: timeOf(core, graph, timed) } } : {}) };
  },
};

/** A size is counted once: the larger ones take a while. @type {WeakMap<Core, Map<string, Counts>>} */
const counted = new WeakMap();

/** @param {Core} core @param {string} kind @param {number} size @returns {Counts} */
function countsOf(core, kind, size) {
  if (!counted.has(core)) counted.set(core, new Map());
  const known = /** @type {Map<string, Counts>} */ (counted.get(core));
  const key = `${kind} ${size}`;
  const before = known.get(key);
  if (before) return before;
  const counts = withGraph(core, kind, size, (derivatives) => {
    const operations = (/** @type {Mode} */ mode) => derivatives(mode).work.operations;
    return { size, reverse: operations('reverse'), forward: operations('forward'), central_differences: operations('central_differences') };
  });
  known.set(key, counts);
  return counts;
}

/** One portion of measuring, in ms for all gradients. @param {Core} core @param {string} kind @param {{ size: number, mode: Mode }} timed */
const timeOf = (core, kind, { size, mode }) => withGraph(core, kind, size, (derivatives) => timePortion(() => derivatives(mode)));

/** @template Answer @param {Core} core @param {string} kind @param {number} size @param {(derivatives: (mode: Mode) => { work: { operations: number } }) => Answer} ask @returns {Answer} */
function withGraph(core, kind, size, ask) {
  const { graph, output } = core.parse(texts[kind](size));
  try {
    graph.forward();
    return ask((mode) => graph.derivatives(/** @type {number} */ (output), mode));
  } finally {
    graph.delete();
  }
}
