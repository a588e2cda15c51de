// The chain of derivatives from the loss to a layer's weight, as far as the layers are unfolded.

const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** @param {number} layer */
export const lower = (layer) => LOWERED[layer];

/** @typedef {{ key: string, above: string, below: string, path: string }} Factor ∂above/∂below; empty where it is the loss, or the weight; key: what it is, and of which layer; path: into the answer */

/**
 * @param {number} layers @param {number} to the layer whose weight it leads to @param {number} open how many layers are unfolded
 * @returns {Factor[]} from the loss on
 */
export function factorsOf(layers, to, open) {
  const last = { key: `ofLoss ${layers + 1}`, above: '', below: `f${lower(layers)}`, path: `layers[${layers - 1}].arriving` };
  const between = Array.from({ length: layers - to }, (_, at) => layers - at)
    .map((layer) => ({ key: `ofLayer ${layer}`, above: `f${lower(layer)}`, below: `f${lower(layer - 1)}`, path: `layers[${layer - 1}].jacobian` }));
  const own = { key: `ofWeight ${to}`, above: `f${lower(to)}`, below: '', path: `layers[${to - 1}].own` };
  return [last, ...between, own].slice(0, open + 1);
}
