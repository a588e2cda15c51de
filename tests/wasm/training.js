// Runs of the command `train` for its tests: in this process, or as the program that it is.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { Usage } from '../../wasm/cli/errors.js';
import { run } from '../../wasm/cli/train.js';

const program = fileURLToPath(new URL('../../web/cli.js', import.meta.url));
export const golden = (name) => JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), 'utf8'));

/** Runs the program itself. */
export function spawn(args, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'train', ...args], { input, encoding: 'utf8', maxBuffer: 1e8 });
  return { status, stdout, stderr };
}

/** Runs `train` in this process on a configuration, given as an object or as text, on standard input: a program for each would take a minute. */
export async function train(config, ...args) {
  const input = Buffer.from(typeof config === 'string' ? config : JSON.stringify(config));
  const printed = { stdout: '', stderr: '' };
  const into = (name) => ({ write: (text) => (printed[name] += text) });
  try {
    await run(['-', ...args], { stdin: Readable.from([input]), stdout: into('stdout'), stderr: into('stderr') });
    return { status: 0, ...printed };
  } catch (error) {
    assert.ok(!(error instanceof TypeError), error.stack);
    return { ...printed, status: error instanceof Usage ? 2 : 1, stderr: `${printed.stderr}${error.message}\n` };
  }
}

/** The object that a run prints. */
export async function result(config, ...args) {
  const { status, stdout, stderr } = await train(config, '--json', ...args);
  assert.deepEqual([status, stderr], [0, '']);
  return JSON.parse(stdout);
}

/** What is said to a configuration that is wrong; nothing is printed beside it. */
export async function refusal(config, ...args) {
  const { status, stdout, stderr } = await train(config, '--json', ...args);
  assert.deepEqual([status, stdout], [1, ''], stderr);
  assert.match(stderr, /^\[[^\]]+\] [^\n]+\n$/);
  return stderr.trimEnd();
}
