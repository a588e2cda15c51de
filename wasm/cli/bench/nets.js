// Networks whose training is measured, with the examples that they learn, the same everywhere.

/**
 * @typedef {object} Net
 * @property {number[]} layers
 * @property {'tanh' | 'relu'} activation of the hidden layers
 * @property {'tanh' | 'identity'} output
 * @property {'mse' | 'cross_entropy'} loss
 * @property {number} batch examples a step
 * @property {number} lr
 */

/** @typedef {{ rows: number, inputs: number, x: Float32Array, y: Float32Array }} Examples x row by row; y a target or a class a row */

/** The rate is high enough that even the slowest system learns something while it is measured. @param {number[]} layers @returns {Net} */
export const small = (layers) => ({ layers, activation: 'tanh', output: 'tanh', loss: 'mse', batch: 10, lr: 0.2 });

/** A reader of digits. @type {Net} */
export const digits = { layers: [784, 128, 64, 10], activation: 'relu', output: 'identity', loss: 'cross_entropy', batch: 64, lr: 0.05 };

/** Numbers from 0 to 1, the same for the same seed: a Weyl sequence whose bits are mixed. @param {number} seed */
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let bits = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
    return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** The examples that a network learns: a disc in a square for one of two inputs, noisy patterns for a reader of digits. @param {Net} net */
export function examplesFor(net) {
  return net.loss === 'mse' ? disc(320) : patterns(1024, net.layers[0], /** @type {number} */ (net.layers.at(-1)));
}

/** @param {number} rows @returns {Examples} */
function disc(rows) {
  const random = randomNumbers(1);
  const x = Float32Array.from({ length: 2 * rows }, () => 2 * random() - 1);
  const y = Float32Array.from({ length: rows }, (_, row) => (Math.hypot(x[2 * row], x[2 * row + 1]) < 0.75 ? -1 : 1));
  return { rows, inputs: 2, x, y };
}

/** @param {number} rows @param {number} inputs @param {number} classes @returns {Examples} */
function patterns(rows, inputs, classes) {
  const random = randomNumbers(2);
  const pattern = Float32Array.from({ length: classes * inputs }, random);
  const y = Float32Array.from({ length: rows }, (_, row) => row % classes);
  const x = Float32Array.from({ length: rows * inputs }, (_, i) => 0.5 * (pattern[y[Math.floor(i / inputs)] * inputs + (i % inputs)] + random()));
  return { rows, inputs, x, y };
}

/** Rows of row-major numbers as lists. @param {Float32Array} numbers @param {number} width */
export const toRows = (numbers, width) => Array.from({ length: numbers.length / width }, (_, row) => [...numbers.subarray(row * width, (row + 1) * width)]);

/** A run of a network on its examples. @param {import('../../index.js').Module} backprop @param {Net} net */
export function trainerFor(backprop, { layers, activation, output, loss, batch, lr }) {
  const { x, y, inputs } = examplesFor({ layers, activation, output, loss, batch, lr });
  const options = { layers, activation, output_activation: output, loss, optimizer: 'sgd', lr, batch_size: batch, init: 'xavier_uniform', seed: 1 };
  return backprop.createTrainer(options, { x: toRows(x, inputs), y: [...y] });
}
