// `export`: a run as a file for elsewhere: a script that proves itself, a model, arrays or JSON.

import { readFileSync, writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { expectOptions, readConfiguration } from '../../wasm/cli/config.js';
import { dataOf } from '../../wasm/cli/data.js';
import { Refusal, Usage } from '../../wasm/cli/errors.js';
import { loadModule } from '../../wasm/cli/input.js';
import { blockOf, placesOf } from '../../wasm/cli/parameters.js';
import { advanceTo } from '../../wasm/cli/run.js';
import { networkFormats } from '../src/export/formats.js';
import { readState } from '../src/export/read.js';
import { stateOf } from '../src/export/state.js';
import { configurationOf } from './saved.js';

/** @typedef {import('../../wasm/cli/config.js').Configuration} Configuration */

const width = Math.max(...networkFormats.map(({ name }) => name.length));

export const help = `usage: backprop-playground export run.json [options]

Trains a run and writes it to a file for elsewhere. The run is a configuration, as 'train --help' explains, or what was
exported before: JSON, safetensors or npz, also of other programs. A configuration is trained for its "steps", as by 'train'.

  --format onnx     what is written, instead of what the ending of --out says:
${networkFormats.map(({ name, holds }) => `      ${name.padEnd(width)}  ${holds}`).join('\n')}
  --out net.onnx    where; standard output if not given
  --steps 100       how many steps to train before, 0 for none
  --set lr=0.1      any entry of the configuration, as often as needed
  --help            this text

Exit codes: 0 all is well, 1 the run is wrong or cannot be exported so, 2 the command is.
`;

const text = /** @type {const} */ ({ type: 'string' });

/** @param {string[]} args */
export async function run(args) {
  const { values: given, positionals } = readArguments(args);
  if (given.help) return void process.stdout.write(help);
  if (positionals.length !== 1) throw new Usage(`one run is taken, not ${positionals.length}; the path of a configuration or of what was exported would be right`);
  const format = formatOf(given);
  const core = await loadModule();
  const { config, begin } = await configurationFrom(positionals[0], given);
  expectOptions(config.options, core.tables().options);
  const data = await dataOf(config.data, config.folder);
  const trainer = core.createTrainer(config.options, data);
  try {
    const note = begin(trainer);
    if (note) process.stderr.write(`${note}\n`);
    if (!advanceTo(trainer, trainer.status().step + config.steps)) process.stderr.write(`${trainer.status().message}\n`);
    const state = stateOf(trainer, (changes) => core.createTrainer({ ...config.options, ...changes }, data), config.data);
    write(given.out, written(format, state));
  } finally {
    trainer.delete();
  }
}

/** @param {import('../src/export/formats.js').Format} format @param {import('../src/export/state.js').NetworkState} state */
function written(format, state) {
  try {
    return format.write(state);
  } catch (error) {
    throw new Refusal(/** @type {Error} */ (error).message);
  }
}

/** @param {string[]} args */
function readArguments(args) {
  try {
    return parseArgs({ args, options: { format: text, out: text, steps: text, set: { ...text, multiple: true }, help: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    throw new Usage(/** @type {Error} */ (error).message);
  }
}

/** @param {{ format?: string, out?: string }} given */
function formatOf({ format, out }) {
  const names = networkFormats.map(({ name }) => name).join(', ');
  const ending = extname(out ?? '').slice(1);
  const found = networkFormats.find(({ name, extension }) => (format === undefined ? extension === ending : name === format));
  if (found) return found;
  throw new Usage(format === undefined ? `--format is missing; ${names} would be right` : `--format: '${format}' is none; ${names} would be right`);
}

/**
 * The configuration of a run, and what brings a run of it to where it was.
 * @param {string} file
 * @param {{ steps?: string, set?: string[] }} given
 * @returns {Promise<{ config: Configuration, begin: (trainer: import('../../wasm/index.js').Trainer) => string | undefined }>} `begin` may say what could not be
 */
async function configurationFrom(file, given) {
  const saved = file === '-' ? undefined : readSaved(file);
  if (saved) return configurationOf(saved, given);
  const config = await readConfiguration(file, { ...given, steps: given.steps === '0' ? undefined : given.steps }, process.stdin);
  const begin = (/** @type {import('../../wasm/index.js').Trainer} */ trainer) => {
    if (config.parameters !== undefined) trainer.setParameters(0, blockOf(config.parameters, placesOf(trainer.network())));
    return undefined;
  };
  return { config: { ...config, steps: given.steps === '0' ? 0 : config.steps }, begin };
}

/** @param {string} file */
function readSaved(file) {
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

/** @param {string | undefined} file @param {string | Uint8Array} content */
function write(file, content) {
  if (file === undefined) return void process.stdout.write(content);
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new Refusal(`--out: ${/** @type {Error} */ (error).message}; a path in a folder that is there would be right`);
  }
}
