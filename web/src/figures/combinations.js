// All combinations of some values for some weights: how many there are, and how long this machine would take to try each.

/** @import { Core, Kind } from './kind.js' */
import { evaluate } from './kind.js';

/** @typedef {{ weights: number, values: number }} CombinationsSpec */
/** @typedef {{ weights: number, values: number, measurements: number }} CombinationsState */
/** @typedef {'ns' | 'us' | 'ms' | 's' | 'minutes' | 'hours' | 'days' | 'years' | 'universes'} Unit */
/**
 * @typedef {object} CombinationsAnswer
 * @property {number} count ∞ where a double cannot hold it @property {number} power of ten that it is
 * @property {{ name: Unit, power: number }[]} units powers of ten of a second
 * @property {{ perSecond: number, seconds: number, amount: number, unit: Unit, beyond: number }} measured seconds: the power of ten; amount: in the largest unit that
 *   is not too large; beyond: the power of ten of that amount
 */

/** How many settings of the weights the core tries at once, and for how long it is timed, in ms. */
const BATCH = 1000;
const TIME = 12;
/** In seconds; the universe is 13.8 thousand million years old (Planck Collaboration, 2020, Planck 2018 results VI). @type {[Unit, string][]} */
const UNITS = [['ns', '1e-9'], ['us', '1e-6'], ['ms', '1e-3'], ['s', '1'], ['minutes', '60'], ['hours', '3600'], ['days', '86400'], ['years', '31557600'], ['universes', '13.8e9*31557600']];

/** Timed again when the reader asks for it. @type {WeakMap<Core, { measurements: number, perSecond: number }>} */
const rates = new WeakMap();

/** @type {Kind} */
export const combinations = {
  tag: 'backprop-combinations',
  needs: 'graph',
  attributes: {
    weights: { type: 'whole', default: 2, from: 1, to: 1e6, help: 'how many weights there are at first' },
    values: { type: 'whole', default: 10, from: 2, to: 100, help: 'how many values are tried for each' },
  },
  controls: ['weights', 'values', 'measure'],

  /** @param {CombinationsSpec} spec @returns {CombinationsState} */
  begin: ({ weights, values }) => ({ weights, values, measurements: 0 }),

  /** @param {Core} core @param {CombinationsSpec} spec @param {CombinationsState} state @returns {CombinationsAnswer} */
  answer(core, spec, { weights: n, values: k, measurements }) {
    const one = (/** @type {string} */ text, /** @type {Record<string, number>} */ values) => evaluate(core, text, values).output[0];
    const units = UNITS.map(([name, seconds]) => ({ name, power: one(`log10(${seconds})`, {}) }));
    const perSecond = rateOf(core, measurements);
    const seconds = one('n*log10(k) - log10(r)', { n, k, r: perSecond });
    const { name: unit, power } = units.findLast((each) => each.power <= seconds) ?? units[0];
    const beyond = one('a - b', { a: seconds, b: power });
    return {
      count: one('k**n', { k, n }),
      power: one('n*log10(k)', { n, k }),
      units,
      measured: { perSecond, seconds, amount: one('10**p', { p: beyond }), unit, beyond },
    };
  },
};

/** How many settings of a line's two weights the core tries in a second, each at six points. @param {Core} core @param {number} measurements */
function rateOf(core, measurements) {
  const known = rates.get(core);
  if (known && known.measurements >= measurements) return known.perSecond;
  const w = Array.from({ length: BATCH }, (_, at) => [at / BATCH]);
  const { graph } = core.parse('loss = mean((w@x + b - y)**2, dim=1)', { values: { w, b: w, x: [[0, 1, 2, 3, 4, 5]], y: [[1, 2, 3, 2, 4, 5]] } });
  const begin = performance.now();
  let tried = 0;
  let now = begin;
  for (; now - begin < TIME; now = performance.now()) {
    graph.rewind();
    graph.forward();
    tried += BATCH;
  }
  graph.delete();
  const perSecond = evaluate(core, '1000*n/t', { n: tried, t: now - begin }).output[0];
  rates.set(core, { measurements, perSecond });
  return perSecond;
}
