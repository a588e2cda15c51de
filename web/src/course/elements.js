// The elements that a lesson may hold, by their tag, and how the class of each is loaded.

/** @type {Record<string, () => Promise<CustomElementConstructor>>} */
export const elements = {
  'backprop-question': async () => (await import('../elements/question.js')).BackpropQuestion,
  'backprop-batches': async () => (await import('../elements/figures/batches.js')).Batches,
  'backprop-chain': async () => (await import('../elements/figures/chain.js')).Chain,
  'backprop-combinations': async () => (await import('../elements/figures/combinations.js')).Combinations,
  'backprop-curvature': async () => (await import('../elements/figures/curvature.js')).Curvature,
  'backprop-differences': async () => (await import('../elements/figures/differences.js')).Differences,
  'backprop-factors': async () => (await import('../elements/figures/factors.js')).Factors,
  'backprop-fit': async () => (await import('../elements/figures/fit.js')).Fit,
  'backprop-flow': async () => (await import('../elements/figures/flow.js')).Flow,
  'backprop-graph-figure': async () => (await import('../elements/figures/graph.js')).GraphFigure,
  'backprop-jacobian': async () => (await import('../elements/figures/jacobian.js')).Jacobian,
  'backprop-landscape': async () => (await import('../elements/figures/landscape.js')).Landscape,
  'backprop-nested': async () => (await import('../elements/figures/nested.js')).Nested,
  'backprop-optimizers': async () => (await import('../elements/figures/optimizers.js')).Optimizers,
  'backprop-race': async () => (await import('../elements/figures/race.js')).Race,
  'backprop-reuse': async () => (await import('../elements/figures/reuse.js')).Reuse,
  'backprop-slopes': async () => (await import('../elements/figures/slopes.js')).Slopes,
  'backprop-valley': async () => (await import('../elements/figures/valley.js')).Valley,
  'backprop-wheels': async () => (await import('../elements/figures/wheels.js')).Wheels,
};

/** Defines an element of the list, once. @param {string} tag */
export async function define(tag) {
  const Element = await elements[tag]();
  if (!customElements.get(tag)) customElements.define(tag, Element);
}
