// `train` with what the page adds: a run that was exported, or one that a link names; and the run's own file at its end.

import { resolve } from 'node:path';
import { blockOf, placesOf } from '../../wasm/cli/parameters.js';
import * as training from '../../wasm/cli/train.js';
import { biasedBy, placeOf } from '../src/draw/parameters.js';
import { toJson } from '../src/export/json.js';
import { stateOf } from '../src/export/state.js';
import { recordOf } from '../src/engine/run-record.js';
import { planOfLink } from './linked.js';
import { readSaved } from './opened.js';
import { configurationOf } from './saved.js';

/** @type {import('../../wasm/cli/train.js').Page} */
const page = {
  planOf(file, given, tables) {
    if (isLink(file)) return planOfLink(file, given, tables);
    const saved = file === '-' ? undefined : readSaved(file);
    return saved && configurationOf(saved, given);
  },
  save(trainer, createLike, { config }) {
    const data = config.data?.csv === undefined ? config.data : { ...config.data, csv: resolve(config.folder, config.data.csv) };
    const { lr, edits } = recordOf(trainer);
    return toJson(stateOf(trainer, createLike, data, { lr, edits: [...givenTo(trainer, config.parameters), ...edits] }));
  },
};

/** Parameters that a configuration gives, as what they are to the run: changed before its first step. @param {import('../../wasm/index.js').Trainer} trainer @param {any} parameters */
function givenTo(trainer, parameters) {
  if (parameters === undefined) return [];
  const { layers: widths, bias } = trainer.options();
  const biased = biasedBy({ bias });
  return blockOf(parameters, placesOf(trainer.network())).map((value, at) => ({ step: 0, place: placeOf(at, /** @type {number[]} */ (widths), biased), value }));
}

/** What stands after the sign # of an address, or a whole address. @param {string} words */
const isLink = (words) => words.startsWith('#') || /^(https?|file):.*#/.test(words);

export const { help } = training;

/** @param {string[]} args */
export const run = (args) => training.run(args, process, page);
