// A run from what was exported of it: made again from its settings, so that it goes on to the bit; or, of a file from elsewhere, its weights alone.

import { checkedSteps, entryOf, numberOf } from '../../wasm/cli/config.js';
import { Refusal } from '../../wasm/cli/errors.js';
import { blockOf, placesOf } from '../../wasm/cli/parameters.js';
import { again } from '../src/engine/run-record.js';
import { Run } from '../src/engine/run.js';
import { biasOf, widthsOf } from '../src/export/read.js';
import { readEdits } from '../src/link/moment.js';

/** @typedef {import('../../wasm/index.js').Trainer} Trainer */

/** Whether no step is to be made. @param {string | undefined} steps */
const noneOf = (steps) => steps === undefined || steps === '0';

/** @param {import('../src/export/read.js').Read} saved @param {{ steps?: string, set?: string[] }} given @returns {import('./opened.js').Plan} */
export function configurationOf({ about, tensors }, given) {
  const { data = about.data, ...changes } = Object.fromEntries((given.set ?? []).map(entryOf));
  const begun = about.begun_lr === undefined ? {} : { lr: about.begun_lr };
  const options = { ...(about.options ?? { layers: layersOf(tensors), bias: biasOf(tensors) }), ...begun, ...changes };
  const same = Object.keys(changes).length === 0;
  /** @type {import('./opened.js').Plan['begin']} */
  const begin = (trainer, told) => {
    const block = blockOf(Object.fromEntries(tensors.map(({ name, shape, data: values }) => [name, { shape, data: Array.from(values) }])), placesOf(trainer.network()));
    if (same && about.step !== undefined) {
      madeAgain(trainer, options, momentOf(about, options), told);
      if (trainer.parameters().values.every((value, i) => Object.is(value, block[i]))) return '';
      trainer.goTo(0);
    }
    trainer.setParameters(0, block);
    return 'The weights are those of the file; the run begins anew with them, at step 0.';
  };
  return { config: { options, data, parameters: undefined, steps: noneOf(given.steps) ? 0 : checkedSteps(numberOf('steps', given.steps ?? '')), record: [], folder: '.' }, begin };
}

/** @param {import('../src/export/read.js').Tensor[]} tensors */
function layersOf(tensors) {
  try {
    return widthsOf(tensors);
  } catch (error) {
    throw new Refusal(/** @type {Error} */ (error).message);
  }
}

/** What was changed by hand, in the words of a link. @param {import('../src/export/read.js').About} about @param {Record<string, any>} options */
function momentOf(about, options) {
  try {
    return { step: about.step ?? 0, edits: readEdits(about, options) };
  } catch (error) {
    throw new Refusal(`[about] ${/** @type {Error} */ (error).message}`);
  }
}

/**
 * A run at its start is brought to where another one was.
 * @param {Trainer} trainer @param {Record<string, any>} options of which it was made @param {{ step: number, edits: import('../src/engine/run-record.js').Edit[] }} moment
 * @param {(step: number, last: number) => void} [told] of where it is
 */
export function madeAgain(trainer, options, { step, edits }, told) {
  for (const at of again(new Run(trainer, options), { edits, furthest: step, step })) told?.(at, step);
}
