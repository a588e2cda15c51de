// `export`: a run as a file for elsewhere: a script that proves itself, a model, arrays or JSON.

import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal, Usage } from '../../wasm/cli/errors.js';
import { loadModule } from '../../wasm/cli/input.js';
import { graphFormats, networkFormats } from '../src/export/formats.js';
import { graphStateOf } from '../src/export/graph-state.js';
import { stateOf } from '../src/export/state.js';
import { withRun } from './opened.js';

const width = Math.max(...networkFormats.map(({ name }) => name.length));
const table = (/** @type {{ name: string, holds: string }[]} */ formats) => formats.map(({ name, holds }) => `      ${name.padEnd(width)}  ${holds}`).join('\n');

export const help = `usage: backprop-playground export run.json [options]
       backprop-playground export --graph 'x=2; y=x**2' [options]

Trains a run and writes it to a file for elsewhere. The run is a configuration, as 'train --help' explains, or what was
exported before: JSON, safetensors or npz, also of other programs. A configuration is trained for its "steps", as by 'train'.

  --format onnx     what is written, instead of what the ending of --out says:
${table(networkFormats)}
                    and of a graph:
${table(graphFormats)}
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
  if (given.graph !== undefined) return exportGraph(given.graph, given, positionals);
  const format = formatOf(networkFormats, given);
  await withRun(positionals, given, ({ trainer, createLike, data, note }) => {
    if (note) process.stderr.write(`${note}\n`);
    write(given.out, written(format, () => stateOf(trainer, createLike, data)));
  });
}

/** @template State @param {import('../src/export/formats.js').FormatOf<State>} format @param {() => State} read */
function written(format, read) {
  try {
    return format.write(read());
  } catch (error) {
    throw new Refusal(/** @type {Error} */ (error).message);
  }
}

/** @param {string[]} args */
function readArguments(args) {
  try {
    return parseArgs({ args, options: { graph: text, format: text, out: text, steps: text, set: { ...text, multiple: true }, help: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    throw new Usage(/** @type {Error} */ (error).message);
  }
}

/** @param {string} source @param {{ format?: string, out?: string, steps?: string, set?: string[] }} given @param {string[]} files */
async function exportGraph(source, given, files) {
  if (files.length > 0 || given.steps !== undefined || given.set !== undefined) throw new Usage('--graph takes no run, no --steps and no --set; its text alone would be right');
  const format = formatOf(graphFormats, given);
  const core = await loadModule();
  write(given.out, written(format, () => graphStateOf(core, source)));
}

/** @template State @param {import('../src/export/formats.js').FormatOf<State>[]} formats @param {{ format?: string, out?: string }} given */
function formatOf(formats, { format, out }) {
  const names = formats.map(({ name }) => name).join(', ');
  const ending = extname(out ?? '').slice(1);
  const found = formats.find(({ name, extension }) => (format === undefined ? extension === ending : name === format));
  if (found) return found;
  throw new Usage(format === undefined ? `--format is missing; ${names} would be right` : `--format: '${format}' is none; ${names} would be right`);
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
