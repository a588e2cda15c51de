// The elements that a lesson may hold, by their tag, and how each is loaded.

/** @type {Record<string, () => Promise<unknown>>} */
export const elements = {
  'backprop-question': () => import('../elements/question.js'),
  'backprop-batches': () => import('../elements/figures/batches.js'),
  'backprop-chain': () => import('../elements/figures/chain.js'),
  'backprop-combinations': () => import('../elements/figures/combinations.js'),
  'backprop-curvature': () => import('../elements/figures/curvature.js'),
  'backprop-differences': () => import('../elements/figures/differences.js'),
  'backprop-factors': () => import('../elements/figures/factors.js'),
  'backprop-fit': () => import('../elements/figures/fit.js'),
  'backprop-flow': () => import('../elements/figures/flow.js'),
  'backprop-graph-figure': () => import('../elements/figures/graph.js'),
  'backprop-jacobian': () => import('../elements/figures/jacobian.js'),
  'backprop-landscape': () => import('../elements/figures/landscape.js'),
  'backprop-nested': () => import('../elements/figures/nested.js'),
  'backprop-optimizers': () => import('../elements/figures/optimizers.js'),
  'backprop-race': () => import('../elements/figures/race.js'),
  'backprop-reuse': () => import('../elements/figures/reuse.js'),
  'backprop-slopes': () => import('../elements/figures/slopes.js'),
  'backprop-valley': () => import('../elements/figures/valley.js'),
  'backprop-wheels': () => import('../elements/figures/wheels.js'),
};
