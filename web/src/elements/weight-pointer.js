// Points at a weight or bias: under the mouse it is what the whole page explains, and a click chooses it.

/** @import { Weight } from '../types.js' */
import { sameWeight } from '../draw/walk.js';
import { emitChange } from './change.js';

/**
 * Listeners for `pointermove` or `pointerover` with `pointerleave`, and for `click`.
 * @param {HTMLElement & { hovered: Weight | undefined }} element that asks @param {(event: PointerEvent) => Weight | undefined} weightAt
 */
export function weightPointer(element, weightAt) {
  return {
    /** @param {PointerEvent} event */
    hover(event) {
      if (event.pointerType !== 'mouse') return;
      const weight = event.type === 'pointerleave' ? undefined : weightAt(event);
      if (weight ? !sameWeight(weight, element.hovered) : element.hovered) emitChange(element, { hover: weight ?? null });
    },
    /** @param {PointerEvent} event */
    click(event) {
      const weight = weightAt(event);
      if (weight) emitChange(element, { weight });
    },
  };
}
