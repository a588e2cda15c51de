// Points at an example of the batch: under the mouse it is what the whole page explains, and a click chooses it.

import { emitChange } from './change.js';

/** How far from a mark a pointer still means it, in px. */
export const REACH = 22;

/**
 * Listeners for `pointermove` and `pointerleave`, and for `click`.
 * @param {HTMLElement} element that asks @param {(event: MouseEvent) => number | undefined} exampleAt
 */
export function examplePointer(element, exampleAt) {
  /** @type {number | undefined} */
  let hovered;
  return {
    /** @param {PointerEvent} event */
    hover(event) {
      if (event.pointerType !== 'mouse') return;
      const example = event.type === 'pointerleave' ? undefined : exampleAt(event);
      if (example === hovered) return;
      hovered = example;
      emitChange(element, { hoverExample: example ?? null });
    },
    /** @param {MouseEvent} event */
    click(event) {
      const example = exampleAt(event);
      if (example !== undefined) emitChange(element, { example });
    },
  };
}
