// What the network makes of an input that is in none of its data: its outputs, and how each number of the input pulls at one of them.

/** @import { Core, Trainer } from '../types.js' */

/** What outputs become probabilities by, for each loss that takes logits. @type {Record<string, string>} */
const PROBABILITY = { cross_entropy: 'softmax', bce_with_logits: 'sigmoid' };

/** @typedef {{ x: number[], of: number | null }} Question an input, and the output that is asked about: the largest if null */

/**
 * The core's own graph of the network, in float64. `probabilities` are none where the loss takes no logits; `pull` is ∂output/∂x.
 * @param {Core} core @param {Trainer} trainer @param {Question} question
 */
export function answer(core, trainer, { x, of }) {
  const { standardize, loss } = trainer.options();
  if (standardize) throw new Error('This run standardizes each pixel by its own mean, which a drawn digit does not have; standardize off would be right.');
  const graph = new core.Graph();
  try {
    const input = graph.variable([x]);
    let output = input;
    for (const { inputs, outputs, activation, weight, bias } of trainer.network().layers) {
      const rows = Array.from({ length: outputs }, (_, row) => Array.from(weight.subarray(row * inputs, (row + 1) * inputs)));
      const biases = bias.length > 0 ? [graph.constant(Array.from(bias))] : [];
      const sum = graph.apply('linear', [output, graph.constant(rows), ...biases]);
      output = activation === 'identity' ? sum : graph.apply(activation, [sum]);
    }
    const made = PROBABILITY[String(loss)];
    const probabilities = made ? graph.apply(made, [output]) : undefined;
    graph.forward();
    const outputs = graph.value(output).data;
    const asked = of !== null && of < outputs.length ? of : outputs.indexOf(Math.max(...outputs));
    graph.backward(output, [Array.from(outputs, (_, at) => (at === asked ? 1 : 0))]);
    return {
      of: asked,
      outputs,
      probabilities: probabilities === undefined ? undefined : graph.value(probabilities).data,
      pull: graph.gradient(input)?.data ?? new Float64Array(x.length),
    };
  } finally {
    graph.delete();
  }
}
