// The run that a command is given: a configuration, or what was exported before.

import { readFileSync } from 'node:fs';
import { expectOptions, readConfiguration } from '../../wasm/cli/config.js';
import { dataOf } from '../../wasm/cli/data.js';
import { Refusal, Usage } from '../../wasm/cli/errors.js';
import { loadModule } from '../../wasm/cli/input.js';
import { blockOf, placesOf } from '../../wasm/cli/parameters.js';
import { advanceTo } from '../../wasm/cli/run.js';
import { readState } from '../src/export/read.js';
import { configurationOf } from './saved.js';

/** @typedef {import('../../wasm/index.js').Trainer} Trainer */
/** @typedef {{ config: import('../../wasm/cli/config.js').Configuration, begin: (trainer: Trainer, told?: (step: number, last: number) => void) => string }} Plan `begin` brings a run to where it was, and says how, or nothing */
/** @typedef {{ trainer: Trainer, createLike: (changes: Record<string, any>) => Trainer, data: unknown, note: string }} Opened `note` says what became of a run that was exported */

/**
 * Opens a run, trains it, and hands it to what is to be done with it.
 * @param {string[]} files exactly one
 * @param {{ steps?: string, set?: string[] }} given
 * @param {(opened: Opened) => void} use
 */
export async function withRun(files, given, use) {
  if (files.length !== 1) throw new Usage(`one run is taken, not ${files.length}; the path of a configuration or of what was exported would be right`);
  const core = await loadModule();
  const { config, begin } = await planOf(files[0], given);
  expectOptions(config.options, core.tables().options);
  const data = await dataOf(config.data, config.folder);
  const trainer = core.createTrainer(config.options, data);
  try {
    const note = begin(trainer);
    if (!advanceTo(trainer, trainer.status().step + config.steps)) process.stderr.write(`${trainer.status().message}\n`);
    use({ trainer, createLike: (changes) => core.createTrainer({ ...config.options, ...changes }, data), data: config.data, note });
  } finally {
    trainer.delete();
  }
}

/** @param {string} file @param {{ steps?: string, set?: string[] }} given @returns {Promise<Plan>} */
async function planOf(file, given) {
  const saved = file === '-' ? undefined : readSaved(file);
  if (saved) return configurationOf(saved, given);
  const untrained = given.steps === '0';
  const config = await readConfiguration(file, untrained ? { ...given, steps: undefined } : given, process.stdin);
  const begin = (/** @type {Trainer} */ trainer) => {
    if (config.parameters !== undefined) trainer.setParameters(0, blockOf(config.parameters, placesOf(trainer.network())));
    return '';
  };
  return { config: untrained ? { ...config, steps: 0 } : config, begin };
}

/** @param {string} file */
export function readSaved(file) {
  let bytes;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined; // What is wrong is said when it is read as a configuration.
  }
  try {
    return readState(bytes);
  } catch (error) {
    throw new Refusal(`${file}: ${/** @type {Error} */ (error).message}`);
  }
}
