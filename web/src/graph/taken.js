// What a new frame changes in the state: the moment that is shown, and the node that is selected, stay as far as they can.

/** @import { GraphFrame } from '../types.js' */
/** @import { Edited } from './draft.js' */
/** @import { GraphState } from './graph-state.js' */
import { stepsOf } from '../draw/graph-steps.js';
import { follow } from './selection.js';

/** @param {GraphState} state @param {GraphFrame} frame @param {Edited} [edited] what made it, if that was an edit in the picture @returns {Partial<GraphState>} */
export function taken(state, frame, edited) {
  if (frame.errors.length > 0) return { errors: frame.errors };
  const steps = frame.nodes.length > 0 ? stepsOf(frame).length : 0;
  const atEnd = state.count >= state.steps;
  const selected = follow(state.frame, frame, state.selected, edited);
  const entry = selected !== undefined && state.entry < frame.nodes[selected].value.data.length ? state.entry : 0;
  const { pick } = frame.source === state.frame?.source ? state : { pick: undefined };
  return { frame, pick, errors: [], passes: frame.script, steps, count: atEnd ? steps : Math.min(state.count, steps), selected, entry, lit: [] };
}
