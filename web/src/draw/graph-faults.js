// What a mistake in backward does to a graph: the nodes whose gradient is wrong, and the first of them that backward comes to.

/** @import { Graph, Tensor } from '../types.js' */

/** Sums in another order may differ by so much, relative to their size. */
const ROUNDING = 1e-12;

/** @param {ReturnType<Graph['fault']>} pair @returns {{ first: number | undefined, differs: number[] }} nodes from the output back */
export function differencesOf({ wrong, right }) {
  const differs = right.map((_, node) => node).filter((node) => isOther(wrong[node], right[node])).reverse();
  return { first: differs[0], differs };
}

/** @param {Tensor | null} a @param {Tensor | null} b */
function isOther(a, b) {
  return a !== null && b !== null && [...a.data].some((x, at) => !(Object.is(x, b.data[at]) || Math.abs(x - b.data[at]) <= ROUNDING * Math.max(Math.abs(x), Math.abs(b.data[at]))));
}
