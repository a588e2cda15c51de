// `lint`: checks lessons, one or more files, and prints what is wrong at which line.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal, Usage } from '../../wasm/cli/errors.js';
import { loadModule } from '../../wasm/cli/input.js';
import { lintLesson } from './lint.js';

export const help = `usage: backprop-playground lint lesson.html [more.html …] [options]

Runs every figure, question and number of a lesson and says what is wrong at which line:
  lesson.html:12:5: [backprop-valley] alt is missing; a sentence that says what the figure shows would be right

  --json   prints data: [{"file", "line", "column", "message"}]
  --help   this text

Exit codes: 0 all is well, 1 something is wrong in a lesson, 2 the command is.
`;

/** @param {string[]} args */
export async function run(args) {
  const { values, positionals } = readArguments(args);
  if (values.help) return void process.stdout.write(help);
  if (positionals.length === 0) throw new Usage('a file is missing; lesson.html would be right');
  const core = await loadModule();
  const findings = positionals.flatMap((file) => lintLesson(core, read(file), (address) => address === '' || existsSync(join(dirname(file), address))).map((found) => ({ file, ...found })));
  if (values.json) process.stdout.write(`${JSON.stringify(findings)}\n`);
  else for (const { file, line, column, message } of findings) process.stdout.write(`${file}:${line}:${column}: ${message}\n`);
  if (findings.length > 0) throw new Refusal(`${findings.length} ${findings.length === 1 ? 'mistake' : 'mistakes'} in ${new Set(findings.map(({ file }) => file)).size} of ${positionals.length} lessons`);
  if (!values.json) process.stdout.write(`${positionals.length} ${positionals.length === 1 ? 'lesson is' : 'lessons are'} right.\n`);
}

/** @param {string[]} args */
function readArguments(args) {
  try {
    return parseArgs({ args, options: { json: { type: 'boolean' }, help: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    throw new Usage(/** @type {Error} */ (error).message);
  }
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Refusal(`${file} cannot be read; a path to a lesson would be right`);
  }
}
