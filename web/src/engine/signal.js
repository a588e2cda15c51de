// How much of δ survives on its way back through each layer; derived from the core's own deltas and weights, example by example.

/** @import { Trainer } from '../types.js' */

/** Examples that are enough to tell factors by. */
const MOST_ROWS = 64;

/**
 * @typedef {object} LayerSignal of layer l, over the examples of the batch; ‖·‖ is √Σx² over units and examples
 * @property {number} delta ‖δ_l‖ / √examples, where δ_l = ∂loss/∂z_l of one example
 * @property {number} weights ‖W_{l+1}ᵀ δ_{l+1}‖ / ‖δ_{l+1}‖: what the weights of the next layer pass back
 * @property {number} slope ‖δ_l‖ / ‖W_{l+1}ᵀ δ_{l+1}‖: what f′ lets through, as δ_l = (W_{l+1}ᵀ δ_{l+1}) · f′(z_l)
 * @property {number} through weights · slope = ‖δ_l‖ / ‖δ_{l+1}‖
 * @property {number} received ‖δ_l‖ / ‖δ_last‖, the product of `through` from here on
 */

/**
 * The factors of each layer; in the last one, next to the loss, all are 1. NaN where nothing arrives that could be compared.
 * @param {Pick<Trainer, 'batch' | 'example'>} trainer @param {{ inputs: number, weight: ArrayLike<number> }[]} layers of its network
 * @returns {LayerSignal[]}
 */
export function signalOf(trainer, layers) {
  const rows = Math.min(trainer.batch().rows.length, MOST_ROWS);
  const last = layers.length - 1;
  const deltas = layers.map(() => 0);
  const arrivals = layers.map(() => 0);
  for (let row = 0; row < rows; row++) {
    const example = trainer.example(row).layers;
    for (let l = last; l >= 0; l--) {
      deltas[l] += sumOfSquares(example[l].delta);
      if (l < last) arrivals[l] += sumOfSquares(passedBack(layers[l + 1], example[l + 1].delta));
    }
  }
  return layers.map((_, l) => {
    const delta = Math.sqrt(deltas[l] / rows);
    if (l === last) return { delta, weights: 1, slope: 1, through: 1, received: 1 };
    return {
      delta,
      weights: Math.sqrt(arrivals[l] / deltas[l + 1]),
      slope: Math.sqrt(deltas[l] / arrivals[l]),
      through: Math.sqrt(deltas[l] / deltas[l + 1]),
      received: Math.sqrt(deltas[l] / deltas[last]),
    };
  });
}

/** Wᵀ δ, what reaches the activations before the layer. @param {{ inputs: number, weight: ArrayLike<number> }} layer @param {ArrayLike<number>} delta */
function passedBack({ inputs, weight }, delta) {
  const arrives = new Float64Array(inputs);
  for (let to = 0; to < delta.length; to++) {
    for (let from = 0; from < inputs; from++) arrives[from] += weight[to * inputs + from] * delta[to];
  }
  return arrives;
}

/** @param {ArrayLike<number>} values */
function sumOfSquares(values) {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return sum;
}
