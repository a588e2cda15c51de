// The keys of the whole page; controls keep their own.

/** @import { Change } from '../lab-state.js' */
/** @import { Move } from '../draw/ops.js' */

const OWN = 'input, select, textarea, button, [role="application"], [role="tablist"], dialog[open], [tabindex]';

/** A field whose text has an undo of its own. */
const TEXT = 'input:not([type="radio"], [type="range"]), textarea';

/**
 * @param {KeyboardEvent} event @param {boolean} playing
 * @returns {Change | undefined} what the key asks for; its default is then prevented
 */
export function shortcut(event, playing) {
  const [target] = event.composedPath();
  const control = target instanceof Element ? target.closest(OWN) : null;
  const change = travel(event, target) ?? (event.defaultPrevented ? undefined : (along(event, control) ?? plain(event, control, playing)));
  if (change) event.preventDefault();
  return change;
}

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, with ⌘ where that is usual. @param {KeyboardEvent} event @param {EventTarget} target @returns {Change | undefined} */
function travel(event, target) {
  const key = event.key.toLowerCase();
  if (event.ctrlKey === event.metaKey || event.altKey || (key !== 'z' && key !== 'y') || (target instanceof Element && target.matches(TEXT))) return undefined;
  return { action: key === 'y' || event.shiftKey ? 'redo' : 'undo' };
}

/** A button has no use for arrows; in the figure the plain ones walk its weights. @param {KeyboardEvent} event @param {Element | null} control @returns {Change | undefined} */
function along(event, control) {
  const by = moveOf(event);
  const free = !control || control.matches('button') || (control.getAttribute('role') === 'application' && by?.unit === 'batch');
  return by && free ? { by } : undefined;
}

/** → and ←: one op forth or back, with Shift one phase, with Ctrl or ⌘ one batch. @param {KeyboardEvent} event @returns {Move | undefined} */
export function moveOf({ key, shiftKey, ctrlKey, metaKey, altKey }) {
  if (altKey || (key !== 'ArrowRight' && key !== 'ArrowLeft')) return undefined;
  return { unit: ctrlKey || metaKey ? 'batch' : shiftKey ? 'phase' : 'op', way: key === 'ArrowRight' ? 1 : -1 };
}

/** @param {KeyboardEvent} event @param {Element | null} control @param {boolean} playing @returns {Change | undefined} */
function plain({ key, ctrlKey, altKey, metaKey, shiftKey }, control, playing) {
  if (ctrlKey || altKey || metaKey || (control && control.getAttribute('role') !== 'application')) return undefined;
  if (shiftKey) return key === ' ' ? { speed: 'next' } : undefined;
  if (key === ' ') return { action: playing ? 'pause' : 'play' };
  return key === 'Home' ? { goTo: 0 } : undefined;
}
