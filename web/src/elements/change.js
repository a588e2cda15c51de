// The one way in which elements speak: a `change` event that says what the user asked for.

/** @param {EventTarget} element @param {import('../lab-state.js').Change | import('../graph/graph-state.js').GraphChange} detail */
export function emitChange(element, detail) {
  element.dispatchEvent(new CustomEvent('change', { detail, bubbles: true, composed: true }));
}
