// jax-js with its wasm backend: operation by operation, as written, and at its best, with the whole step compiled by jit.
// Its arrays are counted: an operation uses its arguments up, and `.ref` keeps one for later.
import { examplesFor, factors, firstLayers, mapPoints, transposed, wrongMap, wrongProduct } from '../data.js';
import { workloads } from '../workloads.js';
import { need } from './need.js';

/** @import { Contestant, Session } from '../../../wasm/cli/bench/timing.js' */
/** @import { Net } from '../../../wasm/cli/bench/nets.js' */
/** @import { Product } from '../workloads.js' */

const { blockUntilReady, defaultDevice, init, jit, nn, numpy: np, tree, valueAndGrad } = await need('@jax-js/jax');
await init('wasm');
defaultDevice('wasm');

/** @param {Float32Array} numbers @param {number[]} shape */
const array = (numbers, shape) => np.array(numbers, { shape });

/** @param {Net} net */
const firstParameters = (net) =>
  firstLayers(net.layers).map((layer) => ({ weight: array(transposed(layer), [layer.inputs, layer.outputs]), bias: array(layer.bias, [layer.outputs]) }));

/** @typedef {{ weight: any, bias: any }[]} Parameters */

/** @param {Net} net @param {Parameters} layers @param {any} x */
function forward(net, layers, x) {
  return layers.reduce((a, { weight, bias }, i) => {
    const z = np.add(np.matmul(a, weight), bias);
    const activation = i < layers.length - 1 ? net.activation : net.output;
    return activation === 'identity' ? z : activation === 'relu' ? nn.relu(z) : np.tanh(z);
  }, x);
}

/** @param {Net} net @returns {(layers: Parameters, x: any, y: any) => any} */
const lossOf = (net) => (layers, x, y) => {
  const output = forward(net, layers, x);
  return net.loss === 'mse' ? np.mean(np.square(output.sub(y))) : np.mean(np.sum(nn.logSoftmax(output).mul(y), -1)).neg();
};

/** Rows `first` to `end` of the examples, targets one-hot for classes. @param {Net} net @param {number} first @param {number} [end] */
function rowsOf(net, first, end) {
  const { inputs, x, y } = examplesFor(net);
  const targets = y.subarray(first, end);
  const classes = /** @type {number} */ (net.layers.at(-1));
  const oneHot = () => Float32Array.from({ length: targets.length * classes }, (_, i) => Number(targets[Math.floor(i / classes)] === i % classes));
  return {
    x: array(x.slice(first * inputs, end && end * inputs), [targets.length, inputs]),
    y: net.loss === 'mse' ? array(targets.slice(), [targets.length, 1]) : array(oneHot(), [targets.length, classes]),
  };
}

/** @param {Net} net @param {number} work @param {boolean} compiled @returns {Session} */
function training(net, work, compiled) {
  const starts = Array.from({ length: examplesFor(net).rows / net.batch }, (_, i) => i * net.batch);
  const batches = starts.map((first) => rowsOf(net, first, first + net.batch));
  const all = rowsOf(net, 0);
  const loss = lossOf(net);
  const step = (/** @type {Parameters} */ layers, /** @type {any} */ x, /** @type {any} */ y) => {
    const [value, gradients] = valueAndGrad(loss)(tree.ref(layers), x, y);
    value.dispose();
    return tree.map((/** @type {any} */ parameter, /** @type {any} */ gradient) => parameter.sub(gradient.mul(net.lr)), layers, gradients);
  };
  const doStep = compiled ? jit(step) : step;
  let layers = firstParameters(net);
  let next = 0;
  return {
    work,
    run: async (turns) => {
      for (let turn = 0; turn < turns; ++turn, next = (next + 1) % batches.length) layers = doStep(layers, batches[next].x.ref, batches[next].y.ref);
      await blockUntilReady(layers);
    },
    loss: async () => (await loss(tree.ref(layers), all.x.ref, all.y.ref).data())[0],
    end: () => tree.dispose([layers, all, batches]),
  };
}

/** @param {Net} net @param {boolean} compiled @returns {Session} */
function heatMap(net, compiled) {
  const layers = firstParameters(net);
  const points = array(mapPoints(), [mapPoints().length / 2, 2]);
  const plain = (/** @type {Parameters} */ parameters, /** @type {any} */ x) => forward(net, parameters, x);
  const draw = compiled ? jit(plain) : plain;
  /** @type {Float32Array} */
  let map;
  return {
    work: 1,
    run: async (turns) => {
      for (let turn = 0; turn < turns; ++turn) map = await draw(tree.ref(layers), points.ref).data();
    },
    wrong: () => wrongMap(map, firstLayers(net.layers)),
    end: () => tree.dispose([layers, points]),
  };
}

/** @param {Product} product @returns {Session} */
function multiplication(product) {
  const { layout, m, n, k } = product;
  const { a, b, aShape, bShape } = factors(product);
  const [left, right] = [array(a, aShape), array(b, bShape)];
  const multiply = jit((/** @type {any} */ a, /** @type {any} */ b) =>
    np.matmul(layout === 'TN' ? np.transpose(a) : a, layout === 'NT' ? np.transpose(b) : b));
  return {
    work: 2e-9 * m * n * k,
    run: async (turns) => {
      for (let turn = 0; turn < turns; ++turn) (await blockUntilReady(multiply(left.ref, right.ref))).dispose();
    },
    wrong: async () => wrongProduct(await multiply(left.ref, right.ref).data(), product),
    end: () => tree.dispose([left, right]),
  };
}

/** @type {Contestant[]} */
export const contestants = workloads.flatMap(({ name: workload, family, unit, net, product }) => {
  if (product) return [{ system: 'jax-js wasm', workload, start: () => multiplication(product) }];
  if (!net) return [];
  return [true, false].map((compiled) => ({
    system: `jax-js wasm: ${compiled ? 'jit' : 'no jit'}`,
    workload,
    start: () => (family === 'Heat map' ? heatMap(net, compiled) : training(net, unit === 'samples/s' ? net.batch : 1, compiled)),
  }));
});
