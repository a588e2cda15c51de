// Pages of the table of all weights and biases, in any order; only what a page needs is put in order.

/** @import { Trainer } from '../types.js' */
import { biasedBy, layerOffsets, placeOf } from '../draw/parameters.js';

/** Rows of a page, at most. */
const PAGE = 200;

/** @typedef {'place' | 'to' | 'from' | 'weight' | 'gradient' | 'update' | 'ratio'} RowsOrder `place` is PyTorch's order */
/**
 * @typedef {object} RowsWanted
 * @property {number | null} layer null for all
 * @property {RowsOrder} sort
 * @property {boolean} descending
 * @property {boolean} bySize numbers without their sign
 * @property {number} page from 0
 */

/** @param {Trainer} trainer @param {RowsWanted} wanted */
export function pageOfRows(trainer, { layer, sort, descending, bySize, page }) {
  const options = trainer.options();
  const widths = /** @type {number[]} */ (options.layers);
  const biased = biasedBy(options);
  const offsets = layerOffsets(widths, biased);
  const { values, gradients, updates } = trainer.parameters();
  const only = layer === null ? null : Math.min(layer, widths.length - 2);
  const begin = only === null ? 0 : offsets[only];
  const count = (only === null ? values.length : offsets[only + 1]) - begin;
  const last = Math.max(Math.ceil(count / PAGE) - 1, 0);
  const first = Math.min(page, last) * PAGE;
  const length = Math.min(PAGE, count - first);
  /** @type {Record<Exclude<RowsOrder, 'place'>, (index: number) => number>} */
  const numbers = {
    to: (index) => placeOf(index, widths, biased).to,
    // A bias comes after the weights.
    from: (index) => placeOf(index, widths, biased).from ?? Infinity,
    weight: (index) => values[index],
    gradient: (index) => gradients[index],
    update: (index) => updates[index],
    ratio: (index) => updates[index] / values[index],
  };
  const signed = bySize && sort !== 'to' && sort !== 'from';
  const key = sort === 'place' ? undefined : numbers[sort];
  const keys = key && Float64Array.from({ length: count }, (_, i) => (signed ? Math.abs(key(begin + i)) : key(begin + i)));
  const order = keys ? partOfOrder(keys, descending, first, length) : Array.from({ length }, (_, i) => (descending ? count - 1 - first - i : first + i));
  const index = Int32Array.from(order, (at) => begin + at);
  const pick = (/** @type {(index: number) => number} */ of) => Float32Array.from(index, of);
  return {
    layer: only, page: first / PAGE, pages: last + 1, first, count, index,
    weight: pick(numbers.weight), gradient: pick(numbers.gradient), update: pick(numbers.update), ratio: pick(numbers.ratio),
  };
}

/**
 * Positions `first` to `first + length` of the order of all keys, without ordering the rest. Equal keys stay in their order, NaN comes last.
 * @param {Float64Array} keys @param {boolean} descending @param {number} first @param {number} length
 */
export function partOfOrder(keys, descending, first, length) {
  const order = Uint32Array.from({ length: keys.length }, (_, i) => i);
  const before = (/** @type {number} */ a, /** @type {number} */ b) => {
    const [x, y] = [keys[a], keys[b]];
    if (x === y || (x !== x && y !== y)) return a - b;
    if (x !== x || y !== y) return x !== x ? 1 : -1;
    return x < y !== descending ? -1 : 1;
  };
  select(order, before, first, 0, order.length - 1);
  select(order, before, first + length - 1, first, order.length - 1);
  return order.subarray(first, first + length).sort(before);
}

/**
 * Hoare's quickselect: puts the `place`-th there, and all that come before it on its left.
 * @param {Uint32Array} order @param {(a: number, b: number) => number} before @param {number} place @param {number} low @param {number} high
 */
function select(order, before, place, low, high) {
  while (low < high) {
    const pivot = order[(low + high) >> 1];
    let [left, right] = [low, high];
    while (left <= right) {
      while (before(order[left], pivot) < 0) left++;
      while (before(order[right], pivot) > 0) right--;
      if (left > right) break;
      [order[left], order[right]] = [order[right], order[left]];
      left++;
      right--;
    }
    if (place <= right) high = right;
    else if (place >= left) low = left;
    else return;
  }
}
