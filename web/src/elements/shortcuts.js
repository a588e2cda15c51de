// The keys of the whole page; controls keep their own.

const OWN = 'input, select, textarea, button, [role="application"], [role="tablist"], dialog[open], [tabindex]';

/**
 * @param {KeyboardEvent} event @param {boolean} playing
 * @returns {'play' | 'pause' | 'step' | 'reset' | undefined} what the key asks for; its default is then prevented
 */
export function shortcut(event, playing) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey || event.defaultPrevented) return undefined;
  const [target] = event.composedPath();
  const control = target instanceof Element ? target.closest(OWN) : null;
  const figure = control?.getAttribute('role') === 'application';
  const action = actionOf(event.key, playing);
  if (!action || (control && !(figure && action !== 'step'))) return undefined;
  event.preventDefault();
  return action;
}

/** @param {string} key @param {boolean} playing */
function actionOf(key, playing) {
  if (key === ' ') return playing ? 'pause' : 'play';
  if (key === 'ArrowRight') return 'step';
  return key === 'Home' ? 'reset' : undefined;
}
