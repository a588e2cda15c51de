// `check`: whether the gradients of a run are right, against float64 and against central differences.

import { parseArgs } from 'node:util';
import { Refusal, Usage } from '../../wasm/cli/errors.js';
import { withRun } from './opened.js';

export const help = `usage: backprop-playground check run.json [options]

Trains a run and checks the gradients of its next step: all of them against float64, a sample of each layer against central
differences. The run is a configuration or what was exported, as for 'export'; 'eval --check' is for expressions.

  --steps 100     how many steps to train before, 0 for none
  --most 256      how many gradients to compare with central differences
  --set lr=0.1    any entry of the configuration, as often as needed
  --json          prints data: {"step", "parameters", "checked", "disagreeing", "kinks", "rounded", "agrees", "worst"}
  --help          this text

Exit codes: 0 all agree, 1 some do not, or the run is wrong, 2 the command is.
`;

const text = /** @type {const} */ ({ type: 'string' });
const flag = /** @type {const} */ ({ type: 'boolean' });

/** @param {string[]} args */
export async function run(args) {
  const { values: given, positionals } = readArguments(args);
  if (given.help) return void process.stdout.write(help);
  await withRun(positionals, given, ({ trainer, note }) => {
    if (note) process.stderr.write(`${note}\n`);
    const { step } = trainer.status();
    const result = trainer.checkAll(given.most === undefined ? {} : { most: Number(given.most) });
    const { parameters, checked, disagreeing, kinks, rounded, agrees, worst } = result;
    const count = checked.parameter.length;
    if (given.json) process.stdout.write(`${JSON.stringify({ step, parameters, checked: count, disagreeing, kinks, rounded, agrees, worst })}\n`);
    else
      process.stdout.write(`At step ${step}, ${parameters - rounded} of ${parameters} gradients are those of float64, but for rounding; ${count - disagreeing - kinks} of ${count} agree with central differences` +
        `${kinks > 0 ? `, and ${kinks} stand where there is no derivative` : ''}.\n${worst ? `The furthest is ${placeOf(worst)}: ${worst.analytic}, by differences ${worst.numeric}.\n` : ''}`);
    if (!agrees) throw new Refusal('The gradients do not agree.');
  });
}

/** @param {{ layer: number, to: number, from: number | null }} place */
const placeOf = ({ layer, to, from }) => (from === null ? `b${layer + 1}[${to}]` : `W${layer + 1}[${to}, ${from}]`);

/** @param {string[]} args */
function readArguments(args) {
  try {
    return parseArgs({ args, options: { steps: text, most: text, set: { ...text, multiple: true }, json: flag, help: flag }, allowPositionals: true });
  } catch (error) {
    throw new Usage(/** @type {Error} */ (error).message);
  }
}
