// What every system is given: the same points, digits, matrices and first weights, from a seed; and plain answers to check with.

/** @import { Product } from './workloads.js' */
import { randomNumbers } from '../../wasm/cli/bench/nets.js';

export { examplesFor, randomNumbers, toRows } from '../../wasm/cli/bench/nets.js';

/** @typedef {{ inputs: number, outputs: number, weight: Float32Array, bias: Float32Array }} Layer weight is (outputs, inputs), row by row */

/** First weights of Xavier's uniform distribution, biases 0. @param {number[]} sizes @returns {Layer[]} */
export function firstLayers(sizes) {
  const random = randomNumbers(3);
  return sizes.slice(1).map((outputs, i) => {
    const inputs = sizes[i];
    const bound = Math.sqrt(6 / (inputs + outputs));
    const weight = Float32Array.from({ length: outputs * inputs }, () => bound * (2 * random() - 1));
    return { inputs, outputs, weight, bias: new Float32Array(outputs) };
  });
}

/** (inputs, outputs) from (outputs, inputs). @param {Layer} layer */
export const transposed = ({ inputs, outputs, weight }) => Float32Array.from({ length: weight.length }, (_, i) => weight[(i % outputs) * inputs + Math.floor(i / outputs)]);

/** A network of tanh throughout, at one point. @param {Layer[]} layers @param {number[]} point */
export function plainOutput(layers, point) {
  return layers.reduce((a, { inputs, outputs, weight, bias }) => {
    const z = (/** @type {number} */ to) => a.reduce((sum, value, from) => sum + weight[to * inputs + from] * value, bias[to]);
    return Array.from({ length: outputs }, (_, to) => Math.tanh(z(to)));
  }, point);
}

/** Cells of a side of the heat map. */
export const mapSize = 100;

/** The centres of the heat map's cells, row by row from the top left, in a square of 2 × 2. */
export function mapPoints() {
  const at = (/** @type {number} */ cell) => (2 * (cell + 0.5)) / mapSize - 1;
  return Float32Array.from({ length: 2 * mapSize ** 2 }, (_, i) => {
    const cell = i >> 1;
    return i % 2 === 0 ? at(cell % mapSize) : -at(Math.floor(cell / mapSize));
  });
}

/** What is wrong with a heat map of the first weights, if anything. @param {ArrayLike<number>} values @param {Layer[]} layers */
export function wrongMap(values, layers, points = mapPoints()) {
  for (const cell of [0, mapSize - 1, 4321, mapSize ** 2 - 1]) {
    const [right] = plainOutput(layers, [points[2 * cell], points[2 * cell + 1]]);
    // 17 units of float32 with polynomials for tanh: errors stay below 1e-5; a wrong cell is off by far more.
    if (!(Math.abs(values[cell] - right) < 1e-4)) return `cell ${cell} of the heat map is ${values[cell]} instead of ${right}`;
  }
}

/** The factors as they are stored: A is (m, k) or, transposed, (k, m); B is (k, n) or (n, k). @param {Product} product */
export function factors({ layout, m, n, k }) {
  const random = randomNumbers(4);
  const matrix = (/** @type {number} */ size) => Float32Array.from({ length: size }, () => 2 * random() - 1);
  /** @type {[number, number]} */
  const aShape = layout === 'TN' ? [k, m] : [m, k];
  /** @type {[number, number]} */
  const bShape = layout === 'NT' ? [n, k] : [k, n];
  return { a: matrix(m * k), b: matrix(k * n), aShape, bShape };
}

/** What is wrong with a product of those factors, if anything. @param {ArrayLike<number>} c @param {Product} product */
export function wrongProduct(c, product) {
  const { layout, m, n, k } = product;
  const { a, b } = factors(product);
  for (const [i, j] of [[0, 0], [m - 1, 0], [0, n - 1], [m >> 1, n >> 1], [m - 1, n - 1]]) {
    let right = 0;
    for (let p = 0; p < k; ++p) right += (layout === 'TN' ? a[p * m + i] : a[i * k + p]) * (layout === 'NT' ? b[j * k + p] : b[p * n + j]);
    // Rounding adds up to less than k · 2⁻²⁴ · Σ|a||b|, which is below k · k / 2²⁴ as no entry exceeds 1.
    if (!(Math.abs(c[i * n + j] - right) <= (k * k) / 2 ** 24)) return `entry (${i}, ${j}) of the product is ${c[i * n + j]} instead of ${right}`;
  }
}
