// What every set-up and test script shares: plain progress lines, running programs, ending with one sentence.
import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of this repository. */
export const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Work cannot go on; the message is one sentence that says what is missing and how to get it. */
export class Stop extends Error {}

/** Reasons of the file system that a person can do something about. */
const diskReasons = new Map([
  ['EACCES', 'permission is denied'],
  ['EPERM', 'permission is denied'],
  ['EROFS', 'the file system is read-only'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
]);

/** Prints one line of progress. @param {string} line */
export function say(line) {
  console.log(line);
}

/**
 * Runs the body of a script. A Stop ends it with its sentence and exit code 1, any other error is a bug and shows its stack.
 * @param {() => Promise<void>} body
 */
export async function runScript(body) {
  try {
    if (Number.parseInt(process.versions.node, 10) < 20) {
      throw new Stop(`Node 20 or newer is needed, this is ${process.versions.node}: get it from nodejs.org or your system's packages.`);
    }
    await body();
  } catch (error) {
    const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
    const reason = diskReasons.get(code ?? '');
    if (error instanceof Stop) console.error(error.message);
    else if (reason) console.error(`Cannot write ${path ?? 'a file'}: ${reason}.`);
    else console.error(error);
    process.exitCode = 1;
  }
}

/**
 * Runs a program whose output goes straight to the terminal.
 * @param {string} program
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions}} [options]
 * @returns {Promise<number>} its exit code; 127 when it cannot be started
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], cwd: repository, ...options });
    child.on('error', () => resolve(127));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/**
 * Runs a program and keeps what it prints.
 * @param {string} program
 * @param {string[]} args
 * @param {{cwd?: string, env?: NodeJS.ProcessEnv}} [options]
 * @returns {Promise<{code: number, output: string, errors: string}>}
 */
export function capture(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: repository, ...options });
    let output = '';
    let errors = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (errors += text));
    child.on('error', (error) => resolve({ code: 127, output, errors: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output, errors }));
  });
}

/**
 * Where a program lies, by its path or on the PATH, or undefined.
 * @param {string} program
 * @returns {string | undefined}
 */
export function which(program) {
  const folders = isAbsolute(program) ? ['/'] : (process.env.PATH ?? '').split(delimiter);
  for (const folder of folders) {
    const file = join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      if (statSync(file).isFile()) return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/**
 * Whether a dotted version is at least another.
 * @param {string} version
 * @param {string} least
 */
export function atLeast(version, least) {
  const [a, b] = [version, least].map((text) => text.split('.').map(Number));
  for (let i = 0; i < b.length; i++) {
    if ((a[i] ?? 0) !== b[i]) return (a[i] ?? 0) > b[i];
  }
  return true;
}

/** A duration in words, such as '3 min 20 s'. @param {number} milliseconds */
export function duration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
