// Points at an example of the batch with the mouse: while it is pointed at, the whole page explains that one.

import { emitChange } from './change.js';

/**
 * A listener for `pointermove` and `pointerleave`.
 * @param {HTMLElement} element that asks @param {(event: PointerEvent) => number | undefined} exampleAt
 */
export function hoverExamples(element, exampleAt) {
  /** @type {number | undefined} */
  let hovered;
  return (/** @type {PointerEvent} */ event) => {
    if (event.pointerType !== 'mouse') return;
    const example = event.type === 'pointerleave' ? undefined : exampleAt(event);
    if (example === hovered) return;
    hovered = example;
    emitChange(element, { hoverExample: example ?? null });
  };
}
