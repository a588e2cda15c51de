// TensorFlow.js with its wasm and cpu backends: as its guides train, by model.fit, and at its best, by variables and minimize.
import { examplesFor, factors, firstLayers, mapPoints, transposed, wrongMap, wrongProduct } from '../data.js';
import { workloads } from '../workloads.js';
import { need } from './need.js';

/** @import { Contestant, Session } from '../../../wasm/cli/bench/timing.js' */
/** @import { Net } from '../../../wasm/cli/bench/nets.js' */
/** @import { Product } from '../workloads.js' */

const tf = await need('@tensorflow/tfjs');
await need('@tensorflow/tfjs-backend-wasm');

/** Tensors stay with the backend that was current when they were made, so every session switches to its own. @param {string} backend @param {Session} session @returns {Session} */
function on(backend, session) {
  return {
    ...session,
    run: async (turns) => {
      if (tf.getBackend() !== backend) await tf.setBackend(backend);
      return session.run(turns);
    },
  };
}

/** @param {Net} net */
function tensorsOf(net) {
  const { rows, inputs, x, y } = examplesFor(net);
  const classes = /** @type {number} */ (net.layers.at(-1));
  const target = net.loss === 'mse' ? tf.tensor2d(y, [rows, 1]) : tf.oneHot(tf.tensor1d(y, 'int32'), classes).toFloat();
  return { rows, x: tf.tensor2d(x, [rows, inputs]), y: target };
}

/** Parameters as variables, and the network as a function of a batch. @param {Net} net */
function byHand(net) {
  const layers = firstLayers(net.layers).map((layer) => ({
    weight: tf.variable(tf.tensor2d(transposed(layer), [layer.inputs, layer.outputs])),
    bias: tf.variable(tf.tensor1d(layer.bias)),
  }));
  const forward = (/** @type {any} */ x) =>
    layers.reduce((a, { weight, bias }, i) => {
      const z = a.matMul(weight).add(bias);
      const activation = i < layers.length - 1 ? net.activation : net.output;
      return activation === 'identity' ? z : z[activation]();
    }, x);
  return { forward, variables: layers.flatMap(({ weight, bias }) => [weight, bias]) };
}

/** Batches are cut once, the loss is written out, and nothing is built but what a step needs. @param {Net} net @param {number} work @returns {Session} */
function minimize(net, work) {
  const { rows, x, y } = tensorsOf(net);
  const { forward, variables } = byHand(net);
  const starts = Array.from({ length: rows / net.batch }, (_, i) => i * net.batch);
  const batches = starts.map((start) => ({ x: x.slice(start, net.batch), y: y.slice(start, net.batch) }));
  const optimizer = tf.train.sgd(net.lr);
  const lossOf = (/** @type {{ x: any, y: any }} */ batch) =>
    net.loss === 'mse' ? forward(batch.x).sub(batch.y).square().mean() : tf.losses.softmaxCrossEntropy(batch.y, forward(batch.x));
  let step = 0;
  return {
    work,
    run: (turns) => {
      for (let turn = 0; turn < turns; ++turn, step = (step + 1) % batches.length) optimizer.minimize(() => lossOf(batches[step]), false, variables);
      variables[0].dataSync();
    },
    loss: () => tf.tidy(() => lossOf({ x, y }).dataSync()[0]),
    end: () => tf.dispose([x, y, batches, variables]),
  };
}

/** @param {Net} net */
function sequential(net) {
  const model = tf.sequential();
  net.layers.slice(1).forEach((units, i) => {
    const last = i === net.layers.length - 2;
    const activation = last ? (net.loss === 'cross_entropy' ? 'softmax' : net.output) : net.activation;
    model.add(tf.layers.dense({ units, activation, ...(i === 0 && { inputShape: [net.layers[0]] }) }));
  });
  const weights = firstLayers(net.layers).flatMap((layer) => [tf.tensor2d(transposed(layer), [layer.inputs, layer.outputs]), tf.tensor1d(layer.bias)]);
  model.setWeights(weights);
  tf.dispose(weights);
  return model;
}

/** A turn is an epoch: fit shuffles, cuts batches, and keeps a history. @param {Net} net @param {number} work @returns {Session} */
function fit(net, work) {
  const { rows, x, y } = tensorsOf(net);
  const model = sequential(net);
  model.compile({ optimizer: tf.train.sgd(net.lr), loss: net.loss === 'mse' ? 'meanSquaredError' : 'categoricalCrossentropy' });
  return {
    work: (work * rows) / net.batch,
    run: (turns) => model.fit(x, y, { batchSize: net.batch, epochs: turns, verbose: 0 }),
    loss: () => tf.tidy(() => model.evaluate(x, y, { batchSize: rows }).dataSync()[0]),
    end: () => (model.dispose(), tf.dispose([x, y])),
  };
}

/** @param {Net} net @param {(points: any) => any} forward @returns {Session} */
function heatMap(net, forward) {
  const points = tf.tensor2d(mapPoints(), [mapPoints().length / 2, 2]);
  /** @type {Float32Array} */
  let map;
  return {
    work: 1,
    run: (turns) => {
      for (let turn = 0; turn < turns; ++turn) map = tf.tidy(() => forward(points).dataSync());
    },
    wrong: () => wrongMap(map, firstLayers(net.layers)),
    end: () => points.dispose(),
  };
}

/** @param {Product} product @returns {Session} */
function multiplication(product) {
  const { layout, m, n, k } = product;
  const { a, b, aShape, bShape } = factors(product);
  const [left, right] = [tf.tensor2d(a, aShape), tf.tensor2d(b, bShape)];
  const multiply = () => tf.matMul(left, right, layout === 'TN', layout === 'NT');
  return {
    work: 2e-9 * m * n * k,
    run: (turns) => {
      for (let turn = 0; turn < turns; ++turn) multiply().dispose();
    },
    wrong: () => wrongProduct(tf.tidy(() => multiply().dataSync()), product),
    end: () => tf.dispose([left, right]),
  };
}

/** @type {Contestant[]} */
export const contestants = ['wasm', 'cpu'].flatMap((backend) => {
  const offer = (/** @type {string} */ workload, /** @type {string} */ how, /** @type {() => Session} */ start) => ({
    system: `tfjs ${backend}${how}`,
    workload,
    start: async () => {
      await tf.setBackend(backend);
      return on(backend, start());
    },
  });
  return workloads.flatMap(({ name, family, unit, net, product }) => {
    if (product) return [offer(name, '', () => multiplication(product))];
    if (!net) return [];
    if (family === 'Heat map')
      return [
        offer(name, ': model.predict', () => heatMap(net, ((model) => (points) => model.predict(points, { batchSize: 10_000 }))(sequential(net)))),
        offer(name, ': tensors', () => heatMap(net, byHand(net).forward)),
      ];
    const work = unit === 'samples/s' ? net.batch : 1;
    return [offer(name, ': model.fit', () => fit(net, work)), offer(name, ': minimize', () => minimize(net, work))];
  });
});
