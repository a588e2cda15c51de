// The steps of a graph: zero, each operation forward, the seed, and each gradient that is handed on; and the state after any of them.

/** @import { GraphFrame, Tensor } from '../types.js' */
/** @typedef {{ phase: 'zero' | 'forward' | 'seed' | 'backward', node: number, to: number, gradient?: Tensor }} Step */

/** @param {GraphFrame} frame @returns {Step[]} */
export function stepsOf({ nodes, passes }) {
  const forward = nodes.filter(({ kind }) => kind === 'operation').map(({ id }) => /** @type {Step} */ ({ phase: 'forward', node: id, to: id }));
  const backward = passes.flatMap(({ node, gradients }, at) =>
    gradients.map((change) => /** @type {Step} */ ({ phase: at === 0 ? 'seed' : 'backward', node, to: change.node, gradient: change.gradient })));
  return [{ phase: 'zero', node: -1, to: -1 }, ...forward, ...backward];
}

/**
 * What is known after the first `count` steps: which nodes have a value, each one's gradient, and by whom it was added to, with what stood there before.
 * @param {GraphFrame} frame @param {Step[]} steps @param {number} count
 */
export function stateAt({ nodes }, steps, count) {
  const known = new Set(nodes.filter(({ kind }) => kind !== 'operation').map(({ id }) => id));
  /** @type {Map<number, Tensor>} */
  const gradients = new Map();
  /** @type {Map<number, { from: number, before: Tensor | undefined, after: Tensor }[]>} */
  const added = new Map();
  for (const { phase, node, to, gradient } of steps.slice(0, count)) {
    if (phase === 'forward') known.add(node);
    if (!gradient) continue;
    if (phase === 'backward') added.set(to, [...(added.get(to) ?? []), { from: node, before: gradients.get(to), after: gradient }]);
    gradients.set(to, gradient);
  }
  return { known, gradients, added };
}
