// The elements that a lesson may hold, by their tag, and how each is loaded.

/** @type {Record<string, () => Promise<unknown>>} */
export const elements = {
  'backprop-question': () => import('../elements/question.js'),
  'backprop-batches': () => import('../elements/figures/batches.js'),
  'backprop-combinations': () => import('../elements/figures/combinations.js'),
  'backprop-curvature': () => import('../elements/figures/curvature.js'),
  'backprop-differences': () => import('../elements/figures/differences.js'),
  'backprop-fit': () => import('../elements/figures/fit.js'),
  'backprop-graph-figure': () => import('../elements/figures/graph.js'),
  'backprop-landscape': () => import('../elements/figures/landscape.js'),
  'backprop-valley': () => import('../elements/figures/valley.js'),
};
