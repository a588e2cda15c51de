// The elements that a lesson may hold, by their tag, and how each is loaded.

/** @type {Record<string, () => Promise<unknown>>} */
export const elements = {
  'backprop-question': () => import('../elements/question.js'),
  'backprop-chain': () => import('../elements/figures/chain.js'),
  'backprop-nested': () => import('../elements/figures/nested.js'),
  'backprop-valley': () => import('../elements/figures/valley.js'),
  'backprop-wheels': () => import('../elements/figures/wheels.js'),
};
