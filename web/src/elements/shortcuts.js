// The keys of the whole page; controls keep their own.

const OWN = 'input, select, textarea, button, [role="application"], [role="tablist"], dialog[open], [tabindex]';

/** A field whose text has an undo of its own. */
const TEXT = 'input:not([type="radio"], [type="range"]), textarea';

/**
 * @param {KeyboardEvent} event @param {boolean} playing
 * @returns {import('../lab-state.js').Action | undefined} what the key asks for; its default is then prevented
 */
export function shortcut(event, playing) {
  if (event.ctrlKey !== event.metaKey && !event.altKey) return travel(event);
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.defaultPrevented) return undefined;
  const [target] = event.composedPath();
  const control = target instanceof Element ? target.closest(OWN) : null;
  const figure = control?.getAttribute('role') === 'application';
  const action = actionOf(event.key, playing);
  if (!action || (control && !(figure && action !== 'step'))) return undefined;
  event.preventDefault();
  return action;
}

/** Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y, with ⌘ where that is usual. @param {KeyboardEvent} event @returns {'undo' | 'redo' | undefined} */
function travel(event) {
  const [target] = event.composedPath();
  const key = event.key.toLowerCase();
  if ((key !== 'z' && key !== 'y') || (target instanceof Element && target.matches(TEXT))) return undefined;
  event.preventDefault();
  return key === 'y' || event.shiftKey ? 'redo' : 'undo';
}

/** @param {string} key @param {boolean} playing */
function actionOf(key, playing) {
  if (key === ' ') return playing ? 'pause' : 'play';
  if (key === 'ArrowRight') return 'step';
  return key === 'Home' ? 'reset' : undefined;
}
