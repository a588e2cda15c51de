// The elements that a lesson may hold, by their tag, and how each is loaded.

/** @type {Record<string, () => Promise<unknown>>} */
export const elements = {
  'backprop-question': () => import('../elements/question.js'),
  'backprop-factors': () => import('../elements/figures/factors.js'),
  'backprop-flow': () => import('../elements/figures/flow.js'),
  'backprop-jacobian': () => import('../elements/figures/jacobian.js'),
  'backprop-race': () => import('../elements/figures/race.js'),
  'backprop-reuse': () => import('../elements/figures/reuse.js'),
  'backprop-slopes': () => import('../elements/figures/slopes.js'),
  'backprop-valley': () => import('../elements/figures/valley.js'),
};
