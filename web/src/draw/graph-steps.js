// The steps of a graph: zero, each operation forward, the seed, each gradient that is handed on, and in a loop of training the update; and the state after any of them.

/** @import { GraphFrame, Tensor } from '../types.js' */
import { oncePer } from './once.js';
/** @typedef {{ phase: 'zero' | 'forward' | 'seed' | 'backward' | 'update', node: number, to: number, gradient?: Tensor, pass: number }} Step pass: which backward, from 0 */

/** @type {(frame: GraphFrame) => Step[]} */
export const stepsOf = oncePer(listSteps);

/** @param {GraphFrame} frame @returns {Step[]} */
function listSteps({ nodes, passes, update }) {
  /** @type {Step[]} */
  const steps = [{ phase: 'zero', node: -1, to: -1, pass: 0 }];
  for (const { kind, id } of nodes) if (kind === 'operation') steps.push({ phase: 'forward', node: id, to: id, pass: 0 });
  let pass = -1;
  for (const { phase, node, gradients } of passes) {
    if (phase === 'zero') steps.push({ phase, node, to: -1, pass });
    else {
      if (phase === 'seed') pass++;
      for (const change of gradients) steps.push({ phase, node, to: change.node, gradient: change.gradient, pass });
    }
  }
  if (update) steps.push({ phase: 'update', node: -1, to: -1, pass });
  return steps;
}

/**
 * What is known after the first `count` steps: which nodes have a value, each one's gradient, and by whom it was added to in the pass that runs, with what
 * stood there before. Between passes the gradients of operations are forgotten, as in PyTorch; those of leaves grow until zero_grad.
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
    if (phase === 'zero') gradients.clear();
    if (phase === 'zero' || phase === 'seed') added.clear();
    if (phase === 'seed') for (const { id, kind } of nodes) if (kind === 'operation') gradients.delete(id);
    if (!gradient) continue;
    if (phase === 'backward') added.set(to, [...(added.get(to) ?? []), { from: node, before: gradients.get(to), after: gradient }]);
    gradients.set(to, gradient);
  }
  return { known, gradients, added };
}
