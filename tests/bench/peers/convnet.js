// ConvNetJS, which has one way to train: an example at a time, the weights moving when a batch is full. It computes in float64.
import { examplesFor, firstLayers, mapPoints, toRows, wrongMap } from '../data.js';
import { workloads } from '../workloads.js';
import { need } from './need.js';

/** @import { Contestant, Session } from '../../../wasm/cli/bench/timing.js' */
/** @import { Net } from '../../../wasm/cli/bench/nets.js' */

const { default: convnet } = await need('convnetjs');

/** @param {number[]} numbers */
function volume(numbers) {
  const volume = new convnet.Vol(1, 1, numbers.length, 0);
  volume.w.set(numbers);
  return volume;
}

/** @param {Net} net */
function network(net) {
  const [inputs, ...widths] = net.layers;
  const classes = net.loss === 'cross_entropy' ? widths.pop() : undefined;
  const result = new convnet.Net();
  result.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: inputs },
    ...widths.map((num_neurons) => ({ type: 'fc', num_neurons, activation: net.activation })),
    classes ? { type: 'softmax', num_classes: classes } : { type: 'regression', num_neurons: 1 },
  ]);
  // A regression brings a linear layer of its own, which the other systems do not have.
  if (!classes) result.layers.splice(-2, 1);
  const dense = result.layers.filter((/** @type {any} */ layer) => layer.layer_type === 'fc');
  firstLayers(net.layers).forEach(({ inputs, weight, bias }, i) => {
    toRows(weight, inputs).forEach((row, to) => dense[i].filters[to].w.set(row));
    dense[i].biases.w.set(bias);
  });
  return result;
}

/** @param {Net} net @param {number} work of a step @returns {Session} */
function training(net, work) {
  const result = network(net);
  const { inputs, x, y } = examplesFor(net);
  const volumes = toRows(x, inputs).map(volume);
  const targets = net.loss === 'mse' ? [...y].map((target) => [target]) : [...y];
  // Its squared error has a factor of 1/2, so that twice the rate is the same step.
  const learning_rate = net.loss === 'mse' ? 2 * net.lr : net.lr;
  const trainer = new convnet.SGDTrainer(result, { learning_rate, momentum: 0, batch_size: net.batch });
  const lossAt = (/** @type {Float64Array} */ output, /** @type {number} */ target) =>
    net.loss === 'mse' ? (output[0] - target) ** 2 : -Math.log(output[target]);
  let next = 0;
  return {
    work,
    run: (turns) => {
      for (let example = 0; example < turns * net.batch; ++example, next = (next + 1) % volumes.length) trainer.train(volumes[next], targets[next]);
    },
    loss: () => volumes.reduce((sum, input, i) => sum + lossAt(result.forward(input).w, y[i]), 0) / volumes.length,
  };
}

/** @param {Net} net @returns {Session} */
function heatMap(net) {
  const result = network(net);
  const volumes = toRows(mapPoints(), 2).map(volume);
  const map = new Float32Array(volumes.length);
  return {
    work: 1,
    run: (turns) => {
      for (let turn = 0; turn < turns; ++turn) volumes.forEach((point, i) => (map[i] = result.forward(point).w[0]));
    },
    wrong: () => wrongMap(map, firstLayers(net.layers)),
  };
}

/** @type {Contestant[]} */
export const contestants = workloads.flatMap(({ name: workload, family, unit, net }) => {
  if (!net) return [];
  const start = () => (family === 'Heat map' ? heatMap(net) : training(net, unit === 'samples/s' ? net.batch : 1));
  return [{ system: 'convnetjs', workload, start }];
});
