// Where the tools for layers and neurons stand above the network picture, as far as there is room.

/** @import { NetworkLayout } from './layout.js' */

/** A tool's side, in px: what a mouse needs, or a finger. */
export const toolSide = (/** @type {boolean} */ coarse) => (coarse ? 44 : 24);

/**
 * @param {NetworkLayout} layout @param {number} side of a tool
 * @returns {{ neurons: { column: number, x: number }[], layers: { after: number, x: number }[] }} − and + at each hidden layer; × there, and + between layers, where these fit too
 */
export function placeTools({ columns, compact }, side) {
  const pitch = columns[1].x - columns[0].x;
  const hidden = columns.slice(1, -1).map(({ x }, at) => ({ column: at + 1, x }));
  const gaps = columns.slice(0, -1).map(({ x }, after) => ({ after, x: (x + columns[after + 1].x) / 2 }));
  return {
    neurons: !compact && pitch >= 2 * side + 4 ? hidden : [],
    layers: !compact && pitch >= 4 * side + 8 ? gaps : [],
  };
}
