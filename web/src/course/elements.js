// The elements that a lesson may hold, by their tag, and how each is loaded.

/** @type {Record<string, () => Promise<unknown>>} */
export const elements = {
  'backprop-combinations': () => import('../elements/figures/combinations.js'),
  'backprop-fit': () => import('../elements/figures/fit.js'),
  'backprop-landscape': () => import('../elements/figures/landscape.js'),
  'backprop-question': () => import('../elements/question.js'),
  'backprop-valley': () => import('../elements/figures/valley.js'),
};
