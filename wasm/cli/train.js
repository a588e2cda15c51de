// `train`: a run from one configuration, and the numbers of the steps that are asked for.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkedRecord, expectOptions, readConfiguration, recordOf } from './config.js';
import { dataOf, reportLines, reportOf, warningsOf } from './data.js';
import { Refusal, Usage } from './errors.js';
import { loadModule } from './input.js';
import { nearest } from '../nearest.js';
import { optionHelp } from './option-table.js';
import { blockOf, byName, placesOf } from './parameters.js';
import { progressBar } from './progress.js';
import { confusionTables, jsonRecord, jsonScore, jsonValue, snakeNames, tableOf, tensorLines } from './report.js';
import { advanceTo, recordsOf } from './run.js';
import { jsonByName } from './format.js';

export const help = `usage: backprop-playground train config.json [options]

Trains a network and prints what its steps saw and did. Instead of a configuration: what was exported, which goes on where it stood, or a
link of the page such as '#dataset=spiral&step=100'. 'train --help' says what a configuration holds.
`;

const longHelp = `usage: backprop-playground train config.json [options]

Trains a network and prints what its steps saw and did. The configuration is one JSON object, in a file or, with -, on standard input.
Instead of it: what was exported, as JSON, safetensors or npz, which goes on where it stood; or a link of the page such as
'#dataset=spiral&step=100', which is trained to its step. Both are the page's run to the bit, and "--steps" are then further ones.

  --steps 1000        how many steps, instead of the configuration's "steps"; without either, the last one of "record", or 1000
  --record 1,10,100   the steps to print, counted from 1, instead of its "record"; the last one if not given
  --dtype float64     instead of its "dtype"
  --seed 2            instead of its "seed"
  --out state.json    where the run is kept as it is in the end, as by 'Export' of the page: 'train state.json' goes on with it
  --set lr=0.1        any entry of the configuration, as often as needed: a word, or a value as in JSON
  --grad              also every gradient, as it was before the step
  --params            also every parameter, as it is after the step
  --json              prints all as one object: {"dtype", "options", "classes", "records", "train", "test", "stopped", …}
  --jsonl             prints one record a line, as soon as it is made
  --help              this text

Exit codes: 0 all is well, 1 the configuration is wrong or the run is refused, 2 the command is wrong.

In a configuration, beside the options below:

  data          { "x": [[0, 1], …], "y": [1, …], "classes": ["no", "yes"] }; or { "csv": "file.csv", "target": "column" } and, if wanted, "inputs",
                "header", "delimiter", "missing" ("drop", "mean" or "refuse") and "integers_are_classes"; or "penguins", "iris", "digits", "mnist".
                Without data, the option dataset names what is generated.
  parameters    the initial ones: { "W1": [[…], …], "b1": […], "W2": … }, W1 of the shape (outputs, inputs); or all from seed
  steps         how many steps
  record        a list of steps
`;

const flag = /** @type {const} */ ({ type: 'boolean' });
const text = /** @type {const} */ ({ type: 'string' });
const argumentTypes = { steps: text, record: text, dtype: text, seed: text, out: text, set: { ...text, multiple: /** @type {const} */ (true) }, grad: flag, params: flag, json: flag, jsonl: flag, help: flag };

/** What parseArgs says of a flag that it does not know, with the option that was meant. @param {string} message @param {string[]} args @param {string[]} names of options */
function hinted(message, args, names) {
  const [, word] = message.match(/^Unknown option '--?([^'=]+)/) ?? [];
  if (!word) return message;
  const meant = nearest(word, [...Object.keys(argumentTypes), ...names]);
  const flagged = meant && Object.hasOwn(argumentTypes, meant);
  const at = args.findIndex((arg) => arg.split('=')[0] === `--${word}`);
  const value = args[at]?.split('=')[1] ?? args[at + 1] ?? '…';
  return `'--${word}' is no flag${meant ? `; ${flagged ? `--${meant}` : `--set ${meant}=${value}`} would be right` : "; 'train --help' lists what there is"}`;
}

/** @param {string[]} args @param {string[]} names of options */
function argumentsOf(args, names) {
  let parsed;
  try {
    parsed = parseArgs({ args, options: argumentTypes, allowPositionals: true });
  } catch (error) {
    throw new Usage(hinted(/** @type {Error} */ (error).message, args, names));
  }
  const { values: given, positionals } = parsed;
  if (given.help) return { ...given, file: '' };
  if (positionals.length !== 1) throw new Usage(`one configuration is taken, not ${positionals.length}; its path, or - for standard input, would be right`);
  if (given.json && given.jsonl) throw new Usage('--json and --jsonl exclude each other');
  for (const name of /** @type {const} */ (['grad', 'params']))
    if (given[name] && (given.json || given.jsonl)) throw new Usage(`--${name} is for the table; JSON holds all tensors anyway`);
  return { ...given, file: positionals[0] };
}

/** @typedef {import('../index.js').Trainer} Trainer */
/** @typedef {Awaited<ReturnType<typeof readConfiguration>>} Configuration */

/**
 * @typedef {object} Page what the page's part of the command line adds: runs that are no configuration, and the file of one
 * @property {(file: string, given: { steps?: string, set?: string[] }, tables: any) => Plan | undefined} planOf nothing for a configuration
 * @property {(trainer: Trainer, createLike: (changes: Record<string, any>) => Trainer, plan: Plan) => string} save
 */

/** @typedef {{ config: Configuration, begin?: (trainer: Trainer, told: (step: number, last: number) => void) => string }} Plan `begin` brings a run to where it was, and says how, or nothing */

/**
 * The run of a configuration; what is wrong in a line of a table is said with the table's name.
 * @param {import('../index.js').Module} backprop
 * @param {import('./config.js').Configuration} config
 */
async function start(backprop, config) {
  expectOptions(config.options, backprop.tables().options);
  const data = await dataOf(config.data, config.folder);
  try {
    return { report: reportOf(backprop, data), trainer: backprop.createTrainer(config.options, data), data };
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    const spelt = message.replaceAll('integersAreClasses', 'integers_are_classes');
    throw new Refusal(typeof config.data?.csv === 'string' ? spelt.replace(/^\[line (?=\d+\] )/, `[${config.data.csv}, line `) : spelt);
  }
}

/**
 * @param {string[]} args what stands after the command's name
 * @param {import('./input.js').Streams} streams
 * @param {Page} [page]
 */
export async function run(args, { stdin, stdout, stderr } = process, page) {
  const print = (/** @type {string} */ line) => void stdout.write(`${line}\n`);
  const backprop = await loadModule();
  const table = backprop.tables().options;
  const { file, help: asked, grad, params, json, jsonl, out, ...given } = argumentsOf(args, table.map(({ name }) => name));
  if (asked) return print(`${longHelp}\n${optionHelp(table)}`);
  const changes = /** @type {const} */ (['dtype', 'seed']).flatMap((name) => (given[name] === undefined ? [] : [`${name}=${given[name]}`]));
  const plan = page?.planOf(file, { steps: given.steps, set: [...(given.set ?? []), ...changes] }, backprop.tables());
  const config = plan?.config ?? (await readConfiguration(file, given, stdin));
  const { trainer, report, data } = await start(backprop, config);
  const bar = progressBar(/** @type {NodeJS.WriteStream} */ (stderr));
  try {
    const places = placesOf(trainer.network());
    if (config.parameters !== undefined) trainer.setParameters(0, blockOf(config.parameters, places));
    const note = plan?.begin?.(trainer, bar.at);
    const begun = trainer.status().step;
    const last = plan ? begun + config.steps : config.steps;
    const record = plan ? recordOfMore(given.record, begun, last) : config.record;
    const told = (/** @type {number} */ step) => bar.at(step, last);
    const options = trainer.options();
    const dtype = String(options.dtype);
    const { classes, inputs, split } = trainer.data();
    const warnings = warningsOf(report, options);
    const initial = trainer.parameters().values;
    /** @type {{ record: import('./run.js').StepRecord, scores: ReturnType<typeof trainer.evaluate> }[]} */
    const rows = [];
    const records = [];
    let reached = 0;
    for (const each of recordsOf(trainer, places, record, told)) {
      ++reached;
      if (jsonl) print(jsonRecord(each, dtype));
      else if (json) records.push(jsonRecord(each, dtype));
      else rows.push({ record: each, scores: trainer.evaluate() });
    }
    const finished = advanceTo(trainer, last, told);
    bar.end();
    if (out !== undefined && page) save(out, page.save(trainer, (changes) => backprop.createTrainer({ ...config.options, ...changes }, data), plan ?? { config }));
    const { message } = trainer.status();
    const missing = record.slice(reached);
    if (json) {
      const { train, test } = trainer.evaluate();
      const seen = /** @type {string[]} */ (options.features).length > 0 ? options.features : inputs;
      return print(`{"dtype":"${dtype}","options":${jsonValue(options)},"warnings":${jsonValue(warnings)},"inputs":${jsonValue(seen)},"classes":${jsonValue(classes)},` +
        `"split":${jsonValue({ train: [...split.train], test: [...split.test] })},"parameters0":${jsonByName(byName(places, initial), dtype)},"records":[${records.join(',')}],` +
        `"train":${jsonScore(train)},"test":${jsonScore(test)},"stopped":${JSON.stringify(finished ? null : message)},"not_reached":${jsonValue(missing)}${report ? `,"table":${jsonValue(snakeNames(report))}` : ''}}`);
    }
    for (const line of [...(note ? [note] : []), ...reportLines(report), ...warnings]) stderr.write(`${line}\n`);
    if (!jsonl) for (const lines of [rows.length > 0 ? tableOf(rows) : standing(trainer), ...confusionTables(trainer.evaluate(), classes)]) print(lines);
    for (const { record } of rows) {
      if (grad) print(`\nstep ${record.step}, gradients before it\n${tensorLines(record.gradients, dtype, '.grad')}`);
      if (params) print(`\nstep ${record.step}, parameters after it\n${tensorLines(record.parameters, dtype)}`);
    }
    // A reader of lines expects records alone.
    if (!finished) (jsonl ? stderr : stdout).write(`${message}${missing.length > 0 ? `; not reached: step ${missing.join(', ')}` : ''}\n`);
  } finally {
    bar.end();
    trainer.delete();
  }
}

/** Steps to record of a run that goes on; they are counted as its own. @param {string | undefined} words @param {number} begun @param {number} last */
function recordOfMore(words, begun, last) {
  if (words !== undefined) return checkedRecord(recordOf(words), last, begun + 1);
  return last > begun ? [last] : [];
}

/** Of a run that does no step there is nothing but where it stands. @param {Trainer} trainer */
function standing(trainer) {
  const { step, lr } = trainer.status();
  const { train, test } = trainer.evaluate();
  return `at step ${step}: lr ${lr}, train loss ${train.loss}, test loss ${test.loss}`;
}

/** @param {string} file @param {string} content */
function save(file, content) {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new Refusal(`--out: ${/** @type {Error} */ (error).message}; a path in a folder that is there would be right`);
  }
}
