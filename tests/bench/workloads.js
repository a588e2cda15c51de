// What is measured: every workload's name, unit and family, and what it is made of.

/** @import { Net } from '../../wasm/cli/bench/nets.js' */
import { digits, small } from '../../wasm/cli/bench/nets.js';

/**
 * @typedef {object} Workload
 * @property {string} name also the name in the lines that our C++ programs print
 * @property {string} family the table and chart that it belongs to
 * @property {string} label its column there
 * @property {'samples/s' | 'steps/s' | 'GFLOP/s' | 'nodes/s' | 'elements/s' | 'ms' | '%'} unit
 * @property {boolean} quick whether --quick measures it
 * @property {Net} [net]
 * @property {Product} [product]
 * @property {number} [nodes]
 */

/**
 * A product of row-major matrices, m×k times k×n: the letters say which factor is stored transposed.
 * @typedef {{ layout: 'NN' | 'NT' | 'TN', m: number, n: number, k: number }} Product
 */

/** Time comes down as things get better, everything else goes up. @param {Workload} workload */
export const lessIsBetter = ({ unit }) => unit === 'ms' || unit === '%';

/** @param {Net} net @param {'samples/s' | 'steps/s'} unit @returns {Workload} */
function training(net, unit) {
  const name = `${net.layers.join('-')} ${net.activation}`;
  return { name: `training ${name}, ${net.loss}, batch ${net.batch}`, family: 'Training', label: name, unit, quick: true, net };
}

/** m, n, k: squares, then the two that the first layer of a digit reader needs. */
const sizes = [[128, 128, 128], [256, 256, 256], [512, 512, 512], [1024, 1024, 1024], [64, 128, 784], [128, 784, 64]];

/** @returns {Workload[]} */
function products() {
  const layouts = /** @type {const} */ ([['NN', 'A·B'], ['NT', 'A·Bᵀ'], ['TN', 'Aᵀ·B']]);
  return layouts.flatMap(([layout, formula]) =>
    sizes.map(([m, n, k]) => ({
      name: `matmul ${layout} ${m}x${n}x${k} f32`,
      family: `Products ${formula} (${layout})`,
      label: m === n && n === k ? `${m}` : `${m}×${k}×${n}`,
      unit: 'GFLOP/s',
      quick: layout === 'NN' && n * k === 128 ** 2,
      product: { layout, m, n, k },
    })),
  );
}

/** @param {number} nodes @param {boolean} quick @returns {Workload} */
const graph = (nodes, quick) => ({
  name: `graph of ${nodes} nodes`,
  family: 'A recorded graph of scalars, forward and backward',
  label: nodes.toLocaleString('en'),
  unit: 'nodes/s',
  quick,
  nodes,
});

/** What kernels_bench measures besides products. @param {string} name @param {Workload['unit']} unit @returns {Workload} */
const kernel = (name, unit) => ({ name, family: 'Inside our core, without the boundary', label: name, unit, quick: false });

/** @type {Workload[]} */
export const workloads = [
  training(small([2, 4, 2, 1]), 'samples/s'),
  training(small([2, 8, 8, 8, 8, 8, 8, 1]), 'samples/s'),
  training(digits, 'steps/s'),
  { name: 'heat map 100x100 of 2-8-8-1', family: 'Heat map', label: '100×100 points through 2-8-8-1', unit: 'ms', quick: true, net: small([2, 8, 8, 1]) },
  { name: 'instruments', family: 'Instruments', label: 'statistics of all layers, read 60 times a second', unit: '%', quick: true },
  { name: 'first step on screen', family: 'The page in Chromium', label: 'navigation to first training step', unit: 'ms', quick: false },
  graph(1000, true),
  graph(32_000, false),
  graph(1_024_000, false),
  ...products(),
  ...['exp f32', 'tanh f32', 'sigmoid f32'].map((name) => kernel(name, 'elements/s')),
];
