// What the picture, the card, the ribbon of the layers, the pin board and the output column read, whichever panel is open.

/** @import { State } from '../../lab-state.js' */
/** @import { Wants } from '../../engine/instruments.js' */

/** @param {State} state @returns {Wants} */
export function standingWants({ frame, card, pins, hovered, selected, hoveredExample, example }) {
  if (!frame) return {};
  const units = hovered ? [] : card.trail.map((to, at) => ({ layer: selected.layer + 1 + at, to }));
  return {
    layerStatistics: null,
    health: null,
    predictedChange: 1,
    ...(pins.length > 0 && { watched: pins }),
    ...(card.below === 'why' && units.length > 0 && { reasons: { example: hoveredExample ?? example, units } }),
  };
}
