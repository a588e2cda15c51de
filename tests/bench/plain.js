// Plain JavaScript as a textbook would write it: the yardstick that is there without installing anything.
import { factors, wrongProduct } from './data.js';
import { buildAndDifferentiate } from './values.js';
import { workloads } from './workloads.js';

/** @import { Contestant, Session } from '../../wasm/cli/bench/timing.js' */
/** @import { Product } from './workloads.js' */

const system = 'plain JavaScript';

/** Three loops, ordered so that the innermost walks along rows wherever the layout lets it. @param {Product} product @returns {Session} */
function multiplication(product) {
  const { layout, m, n, k } = product;
  const { a, b } = factors(product);
  const c = new Float32Array(m * n);
  const [aRow, aColumn] = layout === 'TN' ? [1, m] : [k, 1];
  const addRows = () => {
    c.fill(0);
    for (let i = 0; i < m; ++i)
      for (let p = 0; p < k; ++p) {
        const factor = a[i * aRow + p * aColumn];
        for (let j = 0; j < n; ++j) c[i * n + j] += factor * b[p * n + j];
      }
  };
  const dotRows = () => {
    for (let i = 0; i < m; ++i)
      for (let j = 0; j < n; ++j) {
        let sum = 0;
        for (let p = 0; p < k; ++p) sum += a[i * k + p] * b[j * k + p];
        c[i * n + j] = sum;
      }
  };
  const multiply = layout === 'NT' ? dotRows : addRows;
  return {
    work: 2e-9 * m * n * k,
    run: (turns) => {
      for (let turn = 0; turn < turns; ++turn) multiply();
    },
    wrong: () => wrongProduct(c, product),
  };
}

/** Objects and closures; a graph of a million of them leaves no memory to measure in. */
const mostNodes = 100_000;

/** @type {Contestant[]} */
export const contestants = workloads.flatMap(({ name: workload, product, nodes }) => {
  if (product) return [{ system, workload, start: () => multiplication(product) }];
  if (nodes && nodes <= mostNodes) {
    const run = (/** @type {number} */ turns) => {
      for (let turn = 0; turn < turns; ++turn) buildAndDifferentiate(nodes);
    };
    return [{ system, workload, start: () => ({ work: nodes, run }) }];
  }
  return [];
});
