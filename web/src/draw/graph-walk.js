// Which node the arrow keys go to: left and right in topological order, up to an operand, down to a use.

/** @import { Use } from './graph-layout.js' */
/** @import { Item } from './graph-view.js' */

/**
 * Undefined for another key. At an end the walk stays where it is.
 * @param {Pick<Item, 'inputs'>[]} items in topological order @param {Use[][]} uses @param {number} at @param {string} key @returns {number | undefined}
 */
export function walkGraph(items, uses, at, key) {
  if (key === 'Home') return 0;
  if (key === 'End') return items.length - 1;
  if (key === 'ArrowLeft') return Math.max(at - 1, 0);
  if (key === 'ArrowRight') return Math.min(at + 1, items.length - 1);
  if (key === 'ArrowUp') return items[at].inputs[0]?.from ?? at;
  if (key === 'ArrowDown') return uses[at][0]?.to ?? at;
  return undefined;
}
