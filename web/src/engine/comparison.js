// How far two runs are apart: gradients and weights, layer by layer, and the settings that differ.

/** @import { Layer, Settings } from '../types.js' */
import { sameSettings } from '../settings.js';

/**
 * Two vectors of one length, summed in float64: ‖a‖, ‖b‖, the cosine of their angle a·b / (‖a‖ ‖b‖), and their relative difference
 * ‖a − b‖ / ‖a‖; null where that would divide by 0.
 * @param {ArrayLike<number>} a @param {ArrayLike<number>} b
 */
export function compareVectors(a, b) {
  let [aa, bb, ab, dd] = [0, 0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    aa += a[i] * a[i];
    bb += b[i] * b[i];
    ab += a[i] * b[i];
    dd += (a[i] - b[i]) ** 2;
  }
  const [normA, normB] = [Math.sqrt(aa), Math.sqrt(bb)];
  return {
    normA,
    normB,
    // Rounding may go past 1.
    cosine: aa > 0 && bb > 0 ? Math.min(Math.max(ab / Math.sqrt(aa * bb), -1), 1) : null,
    difference: aa > 0 ? Math.sqrt(dd) / normA : null,
  };
}

/** @typedef {ReturnType<typeof compareVectors>} Apart */
/** @typedef {Layer & { bias: ArrayLike<number>, biasGradient: ArrayLike<number> }} WholeLayer */

/** Layer by layer, weights and biases as one vector; null where the two have other shapes. @param {WholeLayer[]} a @param {WholeLayer[]} b */
export function compareLayers(a, b) {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => {
    if (!a[at] || !b[at] || !sameShape(a[at], b[at])) return null;
    return {
      gradient: compareVectors(gradientOf(a[at]), gradientOf(b[at])),
      weight: compareVectors(joined(a[at].weight, a[at].bias), joined(b[at].weight, b[at].bias)),
    };
  });
}

/** @param {WholeLayer} layer */
const gradientOf = ({ weightGradient, biasGradient }) => joined(weightGradient, biasGradient);

/** @param {ArrayLike<number>} weights @param {ArrayLike<number>} biases */
function joined(weights, biases) {
  const all = new Float64Array(weights.length + biases.length);
  all.set(weights);
  all.set(biases, weights.length);
  return all;
}

/** @param {WholeLayer} a @param {WholeLayer} b */
const sameShape = (a, b) => a.inputs === b.inputs && a.outputs === b.outputs && a.bias.length === b.bias.length;

/** Names of the settings that differ, with both values. @param {Settings} a @param {Settings} b */
export function differing(a, b) {
  return Object.keys(a)
    .filter((name) => !sameSettings({ name: a[name] }, { name: b[name] }))
    .map((name) => ({ name, a: String(a[name]), b: String(b[name]) }));
}
