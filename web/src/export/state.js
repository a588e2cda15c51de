// A network as it stands in its training: all that a file of it can hold, read from the core to the bit.

/** @import { Settings, Trainer } from '../types.js' */
/** @import { Dtype, Reals } from './numbers.js' */

/**
 * @typedef {object} Parameter one tensor of the network
 * @property {string} name W1, b1, W2, …
 * @property {string} key as nn.Sequential calls it: 0.weight, 0.bias, 2.weight, …
 * @property {number[]} shape weights as (outputs, inputs)
 * @property {Reals} value
 * @property {Reals} gradient of the batch that comes next
 * @property {Reals} update that the next step adds
 * @property {Partial<Record<Memory, Reals>>} memory what the optimizer remembers of it; nothing before the first step
 */

/** @typedef {'velocity' | 'first' | 'second' | 'largest'} Memory running means: of g, of g², the largest so far; and momentum's velocity */

/**
 * @typedef {object} Rows examples as the network takes them
 * @property {number} count
 * @property {Reals} x count × inputs
 * @property {Reals} target count × outputs, or the indices of classes
 */

/**
 * @typedef {object} NetworkState
 * @property {number} step updates made
 * @property {number} lr of the next step
 * @property {number} loss of the batch
 * @property {boolean} finite whether the next step can be made
 * @property {Dtype} dtype
 * @property {Settings} options
 * @property {number[]} widths units of each layer, the inputs first
 * @property {string[]} activations of each layer but the inputs
 * @property {Parameter[]} parameters
 * @property {Rows & { output: Reals, masks: Reals[] }} batch that comes next; masks of dropout, one for each hidden layer, if there is any
 * @property {Rows} training all examples
 * @property {{ inputs: string[], outputs: string[], classes: string[] }} names
 * @property {unknown} [data] what a configuration says of them
 * @property {ByHand} byHand
 */

/** @typedef {{ lr: number, edits: import('../engine/run-record.js').Edit[] }} ByHand the rate that the run began with, and what was changed since */

/** @type {Memory[]} */
const MEMORIES = ['velocity', 'first', 'second', 'largest'];

/**
 * @param {Trainer} trainer it is where it was afterwards
 * @param {(changes: Settings) => Trainer} createLike the same run with other options, at its start
 * @param {unknown} [data] what a configuration says of the data
 * @param {ByHand} [byHand] nothing, if not given
 * @returns {NetworkState}
 */
export function stateOf(trainer, createLike, data, byHand) {
  const { step, lr, loss, finite } = trainer.status();
  const options = trainer.options();
  const { layers } = trainer.network();
  const { values, gradients, updates } = trainer.parameters();
  const memory = memoryOf(trainer, values.length);
  /** @type {Parameter[]} */
  const parameters = [];
  let offset = 0;
  let part = 0;
  const add = (/** @type {string} */ name, /** @type {string} */ key, /** @type {number[]} */ shape) => {
    const cut = (/** @type {Reals} */ block) => block.slice(offset, offset + shape.reduce((product, n) => product * n));
    const value = cut(values);
    parameters.push({ name, key, shape, value, gradient: cut(gradients), update: cut(updates), memory: Object.fromEntries(Object.entries(memory).map(([which, block]) => [which, cut(block)])) });
    offset += value.length;
  };
  for (const [at, { inputs, outputs, activation, bias }] of layers.entries()) {
    add(`W${at + 1}`, `${part}.weight`, [outputs, inputs]);
    if (bias.length > 0) add(`b${at + 1}`, `${part}.bias`, [outputs]);
    part += 1 + Number(activation !== 'identity') + Number(hasDropout(options, at, layers.length));
  }
  const { inputs, outputs, classes } = trainer.data();
  const features = /** @type {string[]} */ (options.features);
  return {
    step, lr, loss, finite, options, parameters, data,
    byHand: { lr: byHand?.lr ?? Number(options.lr), edits: (byHand?.edits ?? []).filter((edit) => edit.step <= step) },
    dtype: /** @type {Dtype} */ (options.dtype),
    widths: [layers[0].inputs, ...layers.map((layer) => layer.outputs)],
    activations: layers.map(({ activation }) => activation),
    batch: { ...rowsOf(trainer), output: trainer.batch().output, masks: masksOf(trainer) },
    training: trainingOf(trainer, createLike),
    names: { inputs: features.length > 0 ? features : inputs, outputs, classes },
  };
}

/** Whether dropout follows a layer. @param {Settings} options @param {number} at @param {number} layers */
export const hasDropout = ({ dropout }, at, layers) => dropout > 0 && at < layers - 1;

/** The batch as the network takes it. @param {Trainer} trainer @returns {Rows} */
function rowsOf(trainer) {
  const { rows, target } = trainer.batch();
  const count = rows.length;
  const width = trainer.network().layers[0].inputs;
  const x = target.slice(0, 0);
  const all = new /** @type {Float32ArrayConstructor} */ (x.constructor)(count * width);
  for (let example = 0; example < count; example++) all.set(trainer.example(example).x, example * width);
  return { count, x: all, target };
}

/** All examples in the order of their rows, encoded by the core: the batches of one epoch of a run with the smallest network. @param {Trainer} trainer @param {(changes: Settings) => Trainer} createLike @returns {Rows} */
function trainingOf(trainer, createLike) {
  const widths = /** @type {number[]} */ (trainer.options().layers);
  const other = createLike({
    layers: [widths[0], /** @type {number} */ (widths.at(-1))], activation: 'identity', bias: true, init: 'zeros', dropout: 0, fault: 'none', patience: 0,
    lr: 0, schedule: 'constant', optimizer: 'sgd', momentum: 0, nesterov: false,
  });
  try {
    const count = other.data().split.train.length;
    const wide = other.batch().target.length / other.batch().rows.length;
    const Block = /** @type {Float32ArrayConstructor} */ (other.parameters().values.constructor);
    const all = { count, x: new Block(count * widths[0]), target: new Block(count * wide) };
    for (let { batches } = other.status(); batches > 0; batches--) {
      const { rows } = other.batch();
      const { x, target } = rowsOf(other);
      for (const [at, row] of rows.entries()) {
        all.x.set(x.subarray(at * widths[0], (at + 1) * widths[0]), row * widths[0]);
        all.target.set(target.subarray(at * wide, (at + 1) * wide), row * wide);
      }
      other.step(1);
    }
    return all;
  } finally {
    other.delete();
  }
}

/** What dropout kept of each hidden unit of each example, times 1 / (1 − p). @param {Trainer} trainer @returns {Reals[]} */
function masksOf(trainer) {
  const { dropout } = trainer.options();
  if (!dropout) return [];
  const { rows } = trainer.batch();
  return trainer.network().layers.slice(0, -1).map(({ outputs: units, weight }, layer) => {
    const mask = new /** @type {Float32ArrayConstructor} */ (weight.constructor)(rows.length * units);
    for (let unit = 0; unit < units; unit++) {
      // What reaches the next layer. Where an activation is 0 anyway, it does not matter what dropout made of it.
      const { activation } = trainer.weight({ layer: layer + 1, to: 0, from: unit, example: 0 }).shares;
      for (let row = 0; row < rows.length; row++) mask[row * units + unit] = activation[row] === 0 ? 0 : 1 / (1 - Number(dropout));
    }
    return mask;
  });
}

/**
 * What the optimizer remembers now. The core tells what it will remember after the next step, so the step before is asked.
 * @param {Trainer} trainer @param {number} size
 * @returns {Partial<Record<Memory, Reals>>}
 */
function memoryOf(trainer, size) {
  const { step } = trainer.status();
  if (step === 0) return {};
  trainer.goTo(step - 1);
  try {
    const first = trainer.anatomy(0);
    const kept = MEMORIES.filter((name) => first[name] !== null);
    if (kept.length === 0) return {};
    const Block = /** @type {Float32ArrayConstructor} */ (trainer.parameters().values.constructor);
    const blocks = Object.fromEntries(kept.map((name) => [name, new Block(size)]));
    for (let i = 0; i < size; i++) {
      const anatomy = trainer.anatomy(i);
      for (const name of kept) blocks[name][i] = /** @type {number} */ (anatomy[name]);
    }
    return blocks;
  } finally {
    trainer.goTo(step);
  }
}
