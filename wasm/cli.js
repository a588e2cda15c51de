#!/usr/bin/env node
// The command line: backprop-playground eval 'x=2; y=x**2+3*x+1' --grad, or backprop-playground train config.json
import { Usage } from './cli/errors.js';
import * as evaluation from './cli/eval.js';
import * as training from './cli/train.js';

/** @type {Record<string, { run(args: string[]): Promise<void>, help: string }>} */
const commands = { eval: evaluation, train: training };

/** @type {string} */
let help = evaluation.help;

/** @param {string[]} args */
async function main([command, ...args]) {
  if (command === '--help') return void process.stdout.write(help);
  const names = Object.keys(commands).join(' or ');
  if (command === undefined) throw new Usage(`a command is missing; ${names} would be right`);
  if (!Object.hasOwn(commands, command)) throw new Usage(`'${command}' is no command; ${names} would be right`);
  ({ help } = commands[command]);
  await commands[command].run(args);
}

process.stdout.on('error', (error) => process.exit(/** @type {NodeJS.ErrnoException} */ (error).code === 'EPIPE' ? 0 : 1));
main(process.argv.slice(2)).catch((error) => {
  process.stderr.write(error instanceof Usage ? `${error.message}\n\n${help}` : `${error.message}\n`);
  process.exitCode = error instanceof Usage ? 2 : 1;
});
