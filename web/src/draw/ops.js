// The ops of one training step, in their order, and the way from op to op, phase to phase, batch to batch.

/** @typedef {'zero' | 'forward' | 'loss' | 'backward' | 'update'} Phase */
/** @typedef {{ phase: Phase, layer?: number, part?: 'linear' | 'activation' }} Op `layer` is counted from 0 */
/** @typedef {'op' | 'phase' | 'batch' | 'epoch'} Unit */
/** @typedef {{ unit: Unit, way: 1 | -1 }} Move */
/** @typedef {{ step: number, phase: number | null }} Moment `phase`: the op of the step that was the last one; null when only the update is left */

/** @param {number} layers @returns {Op[]} */
export function opsOf(layers) {
  const each = Array.from({ length: layers }, (_, layer) => layer);
  return [
    { phase: 'zero' },
    ...each.flatMap((layer) => /** @type {Op[]} */ ([{ phase: 'forward', layer, part: 'linear' }, { phase: 'forward', layer, part: 'activation' }])),
    { phase: 'loss' },
    ...each.reverse().map((layer) => /** @type {Op} */ ({ phase: 'backward', layer })),
    { phase: 'update' },
  ];
}

/** Where a run stands at rest: all is done but the update. @param {Op[]} ops */
export const restOf = (ops) => ops.length - 2;

/**
 * What there is to see after an op.
 * @typedef {object} Reached
 * @property {number} z layers, from the first, whose weighted sums are there
 * @property {number} a the same for activations
 * @property {boolean} loss
 * @property {number} gradient layers below this one still wait for their gradient
 */

/** @type {Reached} */
export const everything = { z: Infinity, a: Infinity, loss: true, gradient: 0 };

/** @param {number} layers @param {number | null} phase @returns {Reached} */
export function reachedAt(layers, phase) {
  if (phase === null) return everything;
  const done = opsOf(layers).slice(0, phase + 1);
  const sums = done.filter(({ part }) => part === 'linear').length;
  const activations = done.filter(({ part }) => part === 'activation').length;
  const gradients = done.filter((op) => op.phase === 'backward').length;
  return { z: sums, a: activations, loss: done.some((op) => op.phase === 'loss'), gradient: layers - gradients };
}

/**
 * Where a move leads. The update makes the next step, so nothing stands between the last op of a step and the first of the next.
 * @param {Moment} from @param {Move} move @param {{ layers: number, batches: number }} run @returns {Moment}
 */
export function moved({ step, phase }, { unit, way }, { layers, batches }) {
  if (unit === 'batch') return { step: Math.max(step + way, 0), phase };
  if (unit === 'epoch') return { step: epochBeside(step, way, batches), phase };
  const ops = opsOf(layers);
  const rest = restOf(ops);
  const at = phase ?? rest;
  const next = unit === 'op' ? at + way : phaseBeside(ops, at, way);
  if (next > rest) return { step: step + 1, phase: 0 };
  if (next < 0) return step > 0 ? { step: step - 1, phase: null } : { step, phase: 0 };
  return { step, phase: next === rest ? null : next };
}

/** The first step of the next epoch; back, that of this one or, from there, of the one before. @param {number} step @param {1 | -1} way @param {number} batches */
function epochBeside(step, way, batches) {
  const begun = way > 0 ? Math.floor(step / batches) : Math.ceil(step / batches);
  return Math.max((begun + way) * batches, 0);
}

/** The last op of the phase that is under way or comes next; back, of the phase before. @param {Op[]} ops @param {number} at @param {1 | -1} way */
function phaseBeside(ops, at, way) {
  if (way > 0) return ops.findLastIndex(({ phase }) => phase === ops[at + 1].phase);
  return ops.findIndex(({ phase }) => phase === ops[at].phase) - 1;
}
