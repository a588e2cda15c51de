// A run whose steps are looked at: what step k saw and did, for each k that is asked for.
import { nested } from '../nested.js';
import { byName } from './parameters.js';

/** @typedef {import('../index.js').Trainer} Trainer */
/** @typedef {import('../nested.js').Nested} Nested */
/** @typedef {{ name: string, value: Nested }[]} Tensors */

/**
 * @typedef {object} StepRecord
 * @property {number} step counted from 1
 * @property {number} loss of the batch, before the update
 * @property {number} lr
 * @property {number[]} rows of the data that are the batch, in its order
 * @property {Nested} output of the batch, a row for each example
 * @property {Tensors} gradients before the update, and before anything is clipped
 * @property {Tensors} parameters after the update
 */

/** In ms, between two words of how far it is. */
const portion = 50;

/** Trains up to `step`, or as far as it goes. @param {Trainer} trainer @param {number} step @param {(step: number) => void} [told] of where it is */
export function advanceTo(trainer, step, told = () => {}) {
  let status = trainer.status();
  for (let count = 1; status.step < step && status.stopped === null; ) {
    const began = performance.now();
    status = trainer.step(Math.min(step - status.step, count));
    told(status.step);
    count = performance.now() - began < portion / 2 ? count * 2 : count;
  }
  return status.step === step;
}

/**
 * The record of each step of a rising list, as soon as it is made; it ends where the run does.
 * @param {Trainer} trainer
 * @param {import('./parameters.js').Place[]} places
 * @param {number[]} steps
 * @param {(step: number) => void} [told] of where it is
 * @returns {Generator<StepRecord>}
 */
export function* recordsOf(trainer, places, steps, told) {
  const { train: dataRows } = trainer.data().split;
  const outputs = places.findLast(({ shape }) => shape.length === 2)?.shape[0] ?? 1;
  for (const step of steps) {
    if (!advanceTo(trainer, step - 1, told)) return;
    const { loss, lr } = trainer.status();
    const { gradients } = trainer.parameters();
    const { output, rows } = trainer.batch();
    if (!advanceTo(trainer, step)) return;
    yield {
      step, loss, lr,
      rows: Array.from(rows, (row) => dataRows[row]),
      output: nested({ shape: [output.length / outputs, outputs], data: output }),
      gradients: byName(places, gradients),
      parameters: byName(places, trainer.parameters().values),
    };
  }
}
