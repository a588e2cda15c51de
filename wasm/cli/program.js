// The command line as a program: finds the command, runs it, and makes an exit code of what was wrong.

import { Usage } from './errors.js';

/** @typedef {{ run(args: string[]): Promise<void>, help: string }} Command */

/** @param {Record<string, Command>} commands by name; the first one's help is the program's */
export function runProgram(commands) {
  let { help } = Object.values(commands)[0];
  /** @param {string[]} args */
  async function main([name, ...args]) {
    if (name === '--help') return void process.stdout.write(help);
    const names = Object.keys(commands).join(', ');
    if (name === undefined) throw new Usage(`a command is missing; ${names} would be right`);
    if (!Object.hasOwn(commands, name)) throw new Usage(`'${name}' is no command; ${names} would be right`);
    ({ help } = commands[name]);
    await commands[name].run(args);
  }

  process.stdout.on('error', (error) => process.exit(/** @type {NodeJS.ErrnoException} */ (error).code === 'EPIPE' ? 0 : 1));
  main(process.argv.slice(2)).catch((error) => {
    process.stderr.write(error instanceof Usage ? `${error.message}\n\n${help}` : `${error.message}\n`);
    process.exitCode = error instanceof Usage ? 2 : 1;
  });
}
