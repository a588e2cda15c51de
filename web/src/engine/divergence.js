// A run that met a number that is not finite: what the steps before say about it, and back to where it still was one.

/** @import { Trainer } from '../types.js' */

/** Steps back. */
const REWIND = 3;

/**
 * @typedef {object} Divergence
 * @property {number} step that could not be made
 * @property {string} what the number that was not finite, in the core's words
 * @property {string} op where it came up: the loss, a layer's function, or the optimizer's update
 * @property {number} layer whose weights and biases grew most on the way
 * @property {number | null} factor by which their norm grew a step, on the average; null where no step was made
 * @property {{ step: number, loss: number, norm: number }[]} trail the last steps: the batch's loss, and the norm of that layer's weights and biases
 * @property {number} lr of that step
 * @property {number} lower a rate at which the run can go on from here: half of 2 / largest eigenvalue of the Hessian, or a tenth of the present one
 * @property {boolean} fromLr whether a smaller one may help: before the first update it is the weights or the data
 */

/**
 * Tells how a run diverged, and takes it some steps back.
 * @param {Trainer} trainer that has stopped at a number that is not finite @returns {Divergence}
 */
export function rewind(trainer) {
  const { step, message, lr } = trainer.status();
  const first = Math.max(step - REWIND, 0);
  const states = [];
  for (let at = first; at <= step; at++) {
    const { loss } = trainer.goTo(at);
    states.push({ step: at, loss, norms: norms(trainer) });
  }
  trainer.goTo(first);
  const last = states[states.length - 1];
  // Of a layer that began with zeros no factor can be told.
  const growths = states[0].norms.map((norm, layer) => (norm > 0 ? (last.norms[layer] / norm) ** (1 / (step - first)) : 0));
  const layer = step > first ? growths.indexOf(Math.max(...growths)) : (layerNamed(message) ?? 0);
  return {
    step: step + 1,
    what: message.replace(/^\[[^\]]*\] /, '').split(';')[0],
    op: opNamed(message, trainer),
    layer,
    factor: step > first ? growths[layer] : null,
    trail: states.map((state) => ({ step: state.step, loss: state.loss, norm: state.norms[layer] })),
    lr,
    lower: lowerRate(trainer, lr),
    fromLr: /learning rate/.test(message),
  };
}

/** Down to one figure. @param {Trainer} trainer @param {number} lr */
function lowerRate(trainer, lr) {
  let rate = lr / 10;
  try {
    const { eigenvalue } = trainer.curvature({ iterations: 20 });
    if (eigenvalue > 0) rate = Math.min(rate, 1 / eigenvalue);
  } catch {
    // Where the core cannot tell, a tenth has to do.
  }
  const decade = 10 ** Math.floor(Math.log10(rate));
  return Number((Math.floor(rate / decade + 1e-9) * decade).toPrecision(1));
}

/** Of each layer's weights and biases together. @param {Trainer} trainer */
function norms(trainer) {
  const { values } = trainer.parameters();
  let offset = 0;
  return trainer.network().layers.map(({ weight, bias }) => {
    const begin = offset;
    offset += weight.length + bias.length;
    return Math.sqrt(values.subarray(begin, offset).reduce((sum, value) => sum + value * value, 0));
  });
}

/** @param {string} message such as "[step 3] layer 2, unit 1 gives ∞; …" */
function layerNamed(message) {
  const layer = /layer (\d+)/.exec(message)?.[1];
  return layer ? Number(layer) - 1 : undefined;
}

/** @param {string} message @param {Trainer} trainer */
function opNamed(message, trainer) {
  const options = trainer.options();
  if (message.includes('the loss is')) return String(options.loss);
  if (message.includes('would become')) return `${options.optimizer} update`;
  return trainer.network().layers[layerNamed(message) ?? 0].activation;
}
