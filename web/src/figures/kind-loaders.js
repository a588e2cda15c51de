// The catalogue of figures, by the tag of their element: each kind is loaded when it is asked for, as a page holds few of them.

/** @import { Kind } from './kind.js' */

/** @type {Record<string, () => Promise<Kind>>} */
export const kindLoaders = {
  'backprop-batches': async () => (await import('./batches.js')).batches,
  'backprop-chain': async () => (await import('./chain.js')).chain,
  'backprop-combinations': async () => (await import('./combinations.js')).combinations,
  'backprop-curvature': async () => (await import('./curvature.js')).curvature,
  'backprop-differences': async () => (await import('./differences.js')).differences,
  'backprop-factors': async () => (await import('./factors.js')).factors,
  'backprop-fit': async () => (await import('./fit.js')).fit,
  'backprop-flow': async () => (await import('./flow.js')).flow,
  'backprop-graph-figure': async () => (await import('./graph.js')).graph,
  'backprop-jacobian': async () => (await import('./jacobian.js')).jacobian,
  'backprop-landscape': async () => (await import('./landscape.js')).landscape,
  'backprop-nested': async () => (await import('./nested.js')).nested,
  'backprop-optimizers': async () => (await import('./optimizers.js')).optimizers,
  'backprop-race': async () => (await import('./race.js')).race,
  'backprop-reuse': async () => (await import('./reuse.js')).reuse,
  'backprop-slopes': async () => (await import('./slopes.js')).slopes,
  'backprop-valley': async () => (await import('./valley.js')).valley,
  'backprop-wheels': async () => (await import('./wheels.js')).wheels,
};
