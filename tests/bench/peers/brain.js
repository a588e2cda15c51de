// brain.js: as its guides train, by train, and without what that adds, by trainPattern. It knows no batches: its weights move with every example.
import { examplesFor, firstLayers, mapPoints, toRows, wrongMap } from '../data.js';
import { workloads } from '../workloads.js';
import { need } from './need.js';

/** @import { Contestant, Session } from '../../../wasm/cli/bench/timing.js' */
/** @import { Net } from '../../../wasm/cli/bench/nets.js' */

const { default: brain } = await need('brain.js');

/** The first weights are set as elsewhere: its own are too small for six layers of tanh. @param {Net} net */
function network(net) {
  const result = new brain.NeuralNetwork({ activation: 'tanh', hiddenLayers: net.layers.slice(1, -1) });
  result.sizes = net.layers;
  result.initialize();
  firstLayers(net.layers).forEach(({ inputs, weight, bias }, i) => {
    toRows(weight, inputs).forEach((row, to) => result.weights[i + 1][to].set(row));
    result.biases[i + 1].set(bias);
  });
  return result;
}

/** It refuses a momentum and a threshold of 0. A subnormal number would do, but slow its sums down. */
const almostZero = 1e-200;

/** Steps as far as those of a batch are together: its error lacks a factor of 2, and a batch takes the mean. @param {Net} net */
const settings = (net) => ({ learningRate: (2 * net.lr) / net.batch, momentum: almostZero, errorThresh: almostZero });

/** @param {Net} net */
function patternsOf(net) {
  const { inputs, x, y } = examplesFor(net);
  return toRows(x, inputs).map((input, row) => ({ input, output: [y[row]] }));
}

/** @param {any} result @param {{ input: number[], output: number[] }[]} patterns */
const lossOf = (result, patterns) => patterns.reduce((sum, { input, output }) => sum + (result.run(input)[0] - output[0]) ** 2, 0) / patterns.length;

/** A turn is an epoch: train looks at its error after each. @param {Net} net @returns {Session} */
function train(net) {
  const result = network(net);
  const patterns = patternsOf(net);
  return {
    work: patterns.length,
    run: (turns) => result.train(patterns, { ...settings(net), iterations: turns }),
    loss: () => lossOf(result, patterns),
  };
}

/** @param {Net} net @returns {Session} */
function trainPattern(net) {
  const result = network(net);
  result.updateTrainingOptions(settings(net));
  const patterns = patternsOf(net);
  const typed = patterns.map(({ input, output }) => ({ input: Float32Array.from(input), output: Float32Array.from(output) }));
  return {
    work: typed.length,
    run: (turns) => {
      for (let turn = 0; turn < turns; ++turn) for (const pattern of typed) result.trainPattern(pattern);
    },
    loss: () => lossOf(result, patterns),
  };
}

/** @param {Net} net @returns {Session} */
function heatMap(net) {
  const result = network(net);
  const points = toRows(mapPoints(), 2);
  const map = new Float32Array(points.length);
  return {
    work: 1,
    run: (turns) => {
      for (let turn = 0; turn < turns; ++turn) points.forEach((point, i) => (map[i] = result.run(point)[0]));
    },
    wrong: () => wrongMap(map, firstLayers(net.layers)),
  };
}

/** It has neither softmax nor cross-entropy, so it cannot read digits as the others do. @type {Contestant[]} */
export const contestants = workloads.flatMap(({ name: workload, family, net }) => {
  if (net?.loss !== 'mse') return [];
  if (family === 'Heat map') return [{ system: 'brain.js: run', workload, start: () => heatMap(net) }];
  return [
    { system: 'brain.js: train', workload, start: () => train(net) },
    { system: 'brain.js: trainPattern', workload, start: () => trainPattern(net) },
  ];
});
