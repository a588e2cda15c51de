// Paths from a number to the output as lists of edges, and the chain rule factored over them: what paths share from the output on is written once.

/** @import { GraphFrame, Graph } from '../types.js' */
/** @typedef {ReturnType<Graph['paths']>['paths'][number]} CorePath */
/** @typedef {{ node: number, index: number }} Entry */
/** @typedef {{ from: Entry, to: Entry, slot: number, derivative: number, key: string }} Step one edge, with ∂to/∂from */
/** @typedef {{ step: Step, rest: Term[] }} Term ∂to/∂from times the sum of the rest; nothing follows at the end of a path */

/**
 * The steps of each path, from the output back. The core names the nodes of a path; where one node is used in several places of an operation, the place is
 * the one whose derivative it is, and no two paths are the same.
 * @param {Pick<GraphFrame, 'nodes'>} frame @param {CorePath[]} paths @returns {Step[][]}
 */
export function stepsOfPaths({ nodes }, paths) {
  const taken = new Set();
  return paths.map(({ elements, derivatives }) => {
    const edges = elements.slice(1).map((to, at) => ({ from: elements[at], to, derivative: derivatives[at], slots: slotsOf(nodes[to.node], elements[at], to, derivatives[at]) }));
    const combinations = edges.reduce((count, { slots }) => count * slots.length, 1);
    for (let number = 0; ; number++) {
      let left = number;
      const steps = edges.map(({ from, to, derivative, slots }) => {
        const slot = slots[left % slots.length];
        left = Math.floor(left / slots.length);
        return { from, to, slot, derivative, key: `${from.node}.${from.index}>${to.node}.${to.index}@${slot}` };
      });
      const key = steps.map((step) => step.key).join();
      if (taken.has(key) && number + 1 < combinations) continue;
      taken.add(key);
      return steps.reverse();
    }
  });
}

/** @param {GraphFrame['nodes'][number]} node @param {Entry} from @param {Entry} to @param {number} derivative */
function slotsOf({ inputs, explanation }, from, to, derivative) {
  const slots = inputs.map((_, slot) => slot).filter((slot) => inputs[slot] === from.node);
  const exact = slots.filter((slot) => {
    const local = explanation?.edges[slot]?.local ?? [];
    return local[local.length > 1 ? to.index : 0] === derivative;
  });
  return exact.length ? exact : slots;
}

/** @param {Step[][]} ways from the output back @returns {Term[]} */
export function factored(ways) {
  /** @type {Map<string, Step[][]>} */
  const groups = new Map();
  for (const way of ways) if (way.length) groups.set(way[0].key, [...(groups.get(way[0].key) ?? []), way]);
  return [...groups.values()].map((group) => ({ step: group[0][0], rest: factored(group.map((way) => way.slice(1))) }));
}

/** How many derivatives a factored sum holds. @param {Term[]} terms @returns {number} */
export const lengthOf = (terms) => terms.reduce((count, { rest }) => count + 1 + lengthOf(rest), 0);

/** @param {Step[]} way @returns {[number, number, number][]} as the store keeps lit edges */
export const edgesOf = (way) => way.map(({ from, to, slot }) => [from.node, to.node, slot]);

/** Row and column of an entry, counted from 0 as Python does: [1, 0]; nothing for a scalar. @param {number[]} shape @param {number} index */
export function placeOf(shape, index) {
  let left = index;
  const place = shape.map((_, axis) => {
    const stride = shape.slice(axis + 1).reduce((count, size) => count * size, 1);
    const at = Math.floor(left / stride);
    left -= at * stride;
    return at;
  });
  return place;
}

/** @param {string} name @param {number[]} shape @param {number} index */
export const entryName = (name, shape, index) => (shape.length ? `${name}[${placeOf(shape, index).join(', ')}]` : name);
