// What the pointer does in the picture: it moves the ground, draws a wire from a node to another's operand, and drags numbers.

/** @param {PointerEvent} event @param {(dx: number, dy: number, event: PointerEvent) => void} moved since the beginning @param {(event: PointerEvent | undefined) => void} [ended] undefined when given up */
export function follow(event, moved, ended) {
  const target = /** @type {HTMLElement} */ (event.currentTarget);
  const { clientX, clientY, pointerId } = event;
  const ending = new AbortController();
  const { signal } = ending;
  target.setPointerCapture(pointerId);
  /** @param {PointerEvent | undefined} last */
  const end = (last) => {
    ending.abort();
    ended?.(last);
  };
  target.addEventListener('pointermove', (now) => now.pointerId === pointerId && moved(now.clientX - clientX, now.clientY - clientY, now), { signal });
  target.addEventListener('pointerup', (now) => now.pointerId === pointerId && end(now), { signal });
  target.addEventListener('pointercancel', () => end(undefined), { signal });
  addEventListener('keydown', (key) => key.key === 'Escape' && end(undefined), { signal, capture: true });
}

/** Moves what is scrolled with the pointer; touch scrolls by itself. @param {PointerEvent} event */
export function pan(event) {
  const stage = /** @type {HTMLElement} */ (event.currentTarget);
  const path = /** @type {Element[]} */ (event.composedPath());
  if (event.button !== 0 || event.pointerType === 'touch' || path.some((element) => element.classList?.contains('node'))) return;
  // Scroll bars are no ground.
  const { left, top } = stage.getBoundingClientRect();
  if (event.clientX - left > stage.clientWidth || event.clientY - top > stage.clientHeight) return;
  const { scrollLeft, scrollTop } = stage;
  stage.classList.add('grabbed');
  follow(
    event,
    (dx, dy) => stage.scrollTo({ left: scrollLeft - dx, top: scrollTop - dy, behavior: 'instant' }),
    () => stage.classList.remove('grabbed'),
  );
}

/** A tenth of a number's own decade for every four px. @param {number} value */
export function dragStep(value) {
  const decade = Math.floor(Math.log10(Math.abs(value) || 1));
  return 10 ** (Math.min(Math.max(decade, -6), 6) - 1);
}

/** @param {number} value @param {number} dx in px @param {number} step */
export function dragged(value, dx, step) {
  return Number((value + Math.round(dx / 4) * step).toPrecision(6));
}
