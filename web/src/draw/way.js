// What lies on the way from the chosen weight to the loss: the terms of its δ, and of each δ that was asked for after it.

/** @import { Weight } from '../types.js' */

/**
 * @param {Weight} chosen @param {number[]} trail units visited in the layers after it
 * @returns {{ edge: (edge: Weight) => boolean, unit: (column: number, unit: number) => boolean, end: number }} end: the column reached
 */
export function wayToLoss(chosen, trail) {
  const visited = [chosen.to, ...trail];
  const first = chosen.layer + 1;
  return {
    edge: ({ layer, to, from }) => (layer === chosen.layer ? to === chosen.to && from === chosen.from : layer >= first && visited[layer - first] === from),
    unit: (column, unit) => (column === chosen.layer ? unit === chosen.from : column >= first && visited[column - first] === unit),
    end: chosen.layer + visited.length,
  };
}
