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
/** Layer by layer, weights without biases as in the core's layerStatistics; null where the two have other shapes. @param {Layer[]} a @param {Layer[]} b */
export function compareLayers(a, b) {
  return Array.from({ length: Math.max(a.length, b.length) }, (_, at) => {
    if (!a[at] || !b[at] || !sameShape(a[at], b[at])) return null;
    return {
      gradient: compareVectors(a[at].weightGradient, b[at].weightGradient),
      weight: compareVectors(a[at].weight, b[at].weight),
    };
  });
}

/** @param {Layer} a @param {Layer} b */
const sameShape = (a, b) => a.inputs === b.inputs && a.outputs === b.outputs;

/** Names of the settings that differ, with both values. @param {Settings} a @param {Settings} b */
export function differing(a, b) {
  return Object.keys(a)
    .filter((name) => !sameSettings({ name: a[name] }, { name: b[name] }))
    .map((name) => ({ name, a: String(a[name]), b: String(b[name]) }));
}
