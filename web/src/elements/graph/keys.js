// The keys of the graph page; fields and lists keep their own.

/** @import { GraphChange, GraphState } from '../../graph/graph-state.js' */
import { stepsOf } from '../../draw/graph-steps.js';

const FIELDS = 'input, select, textarea, dialog[open], [role="toolbar"], [role="tablist"]';

/** The field in which Ctrl+Z takes back what is typed there. */
const TEXT = 'input:not([type="radio"], [type="range"])';

/** Where the phase before or after begins. @param {GraphState} state @param {1 | -1} way */
export function phaseFrom({ frame, count, steps }, way) {
  if (!frame) return 0;
  const all = stepsOf(frame);
  const same = (/** @type {number} */ a, /** @type {number} */ b) => all[a]?.phase === all[b]?.phase && all[a]?.pass === all[b]?.pass;
  let to = Math.min(Math.max(count + way, 0), steps);
  while (to > 0 && to < steps && same(to - 1, to)) to += way;
  return to;
}

/** What a key asks for; its default is then prevented. @param {KeyboardEvent} event @param {GraphState} state @returns {GraphChange | undefined} */
export function graphKey(event, state) {
  if (event.defaultPrevented) return undefined;
  const [target] = event.composedPath();
  const at = target instanceof Element ? target : undefined;
  const change = event.ctrlKey || event.metaKey ? travel(event, at) : event.altKey ? undefined : move(event, at, state);
  if (change) event.preventDefault();
  return change;
}

/** @param {KeyboardEvent} event @param {Element | undefined} at @returns {GraphChange | undefined} */
function travel({ key, shiftKey, altKey }, at) {
  const letter = key.toLowerCase();
  if (altKey || (letter !== 'z' && letter !== 'y') || at?.matches(TEXT)) return undefined;
  return { action: letter === 'y' || shiftKey ? 'redo' : 'undo' };
}

/** @param {KeyboardEvent} event @param {Element | undefined} at @param {GraphState} state @returns {GraphChange | undefined} */
function move({ key, shiftKey }, at, state) {
  if (key === 'Escape' && !at?.closest('dialog[open]')) return state.pick ? { action: 'cancel' } : state.selected === undefined ? undefined : { select: null };
  if (at?.closest(FIELDS)) return undefined;
  if (key === ' ') return at?.closest('button, a, summary') ? undefined : { action: state.playing ? 'pause' : 'play' };
  const way = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (way) return shiftKey ? { to: phaseFrom(state, way) } : { by: way };
  if (key === 'Home') return { to: 0 };
  return key === 'End' ? { to: state.steps } : undefined;
}
