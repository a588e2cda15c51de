// npm run bench: measures us and, on demand, other libraries, in one run and in turn, and prints figures and their ratios.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository, run, runScript, Stop } from '../../wasm/toolchain/shell.js';
import { drawChart } from './chart.js';
import { median } from '../../wasm/cli/bench/timing.js';
import { openField } from './field.js';
import { newerThanBuild, machine } from './machine.js';
import { chooseWorkloads, helpText, readOptions } from './options.js';
import { installPeers } from './peers/install.js';
import { bars, tables } from './report.js';
import { lessIsBetter } from './workloads.js';

/** @import { Entrant } from './field.js' */
/** @import { Workload } from './workloads.js' */

/** @typedef {{ system: string, workload: string, value: number, unit: string, min: number, max: number }} Figure */

/** Rounds are long enough for a clock of 0.1 ms, and so many that the median holds against a neighbour's load. */
const thorough = { rounds: 7, lengths: { warmUp: 400, round: 150 } };
const quickly = { rounds: 3, lengths: { warmUp: 40, round: 20 } };

/** A round that takes longer than this, in milliseconds, is repeated only three times. */
const long = 2000;

/** Progress and reasons; the output is for results. @param {string} line */
const tell = (line) => console.error(line);

/** Reasons that hold for many workloads are told once. */
const reasons = new Set();
/** @param {string} reason */
function leaveOut(reason) {
  if (!reasons.has(reason)) tell(`Left out: ${reason}.`);
  reasons.add(reason);
}

/**
 * All who offer a workload, round by round in turn, so that what else the machine does hits all alike.
 * @param {Workload} workload @param {Entrant[]} entrants @param {typeof thorough} plan
 * @returns {Promise<Figure[]>}
 */
async function contest(workload, entrants, { rounds, lengths }) {
  /** @type {Map<Entrant, number[]>} */
  const values = new Map();
  /** @type {Map<Entrant, number>} */
  const longest = new Map();
  /** Does a part of the measurement, and takes who fails out. @param {Entrant} entrant @param {() => Promise<void>} part */
  const attempt = async (entrant, part) => {
    try {
      await part();
    } catch (error) {
      values.delete(entrant);
      leaveOut(`${entrant.system} at '${workload.name}': ${/** @type {Error} */ (error).message}`);
    }
  };
  for (const entrant of entrants)
    await attempt(entrant, async () => {
      await entrant.start(lengths);
      values.set(entrant, []);
    });
  for (let round = 0; round < rounds; ++round)
    for (const [entrant, list] of [...values])
      if (round < 3 || (longest.get(entrant) ?? 0) < long)
        await attempt(entrant, async () => {
          const start = performance.now();
          list.push(await entrant.round(workload.unit === 'ms'));
          longest.set(entrant, Math.max(longest.get(entrant) ?? 0, performance.now() - start));
        });
  for (const entrant of [...values.keys()])
    await attempt(entrant, async () => {
      const wrong = await entrant.end();
      if (wrong) throw new Error(wrong);
    });
  return [...values].map(([{ system }, list]) => ({
    system,
    workload: workload.name,
    value: median(list),
    unit: workload.unit,
    min: Math.min(...list),
    max: Math.max(...list),
  }));
}

/** Builds the module where there is none; a build that is older than its sources is measured, and said to be. */
async function provideModule() {
  if (!existsSync(join(repository, 'build/wasm/backprop.js'))) {
    const code = await run(process.execPath, ['wasm/build.js', 'wasm'], { stdio: ['ignore', 2, 2] });
    if (code !== 0) throw new Stop('Without the module there is nothing to measure.');
  }
  const newer = newerThanBuild();
  if (newer) tell(`${newer} is newer than the module that is measured: 'node wasm/build.js wasm native' brings builds up to date.`);
}

await runScript(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.help) return console.log(helpText);
  const chosen = chooseWorkloads(options);
  const plan = options.quick ? quickly : thorough;
  await provideModule();
  if (options.peers) await installPeers(tell);

  const { entrants, close } = await openField({ peers: options.peers, names: chosen.map(({ name }) => name), leaveOut });
  /** @type {Figure[]} */
  const figures = [];
  try {
    for (const workload of chosen) {
      const takers = entrants.filter((entrant) => entrant.workload === workload.name);
      if (takers.length === 0) continue;
      tell(`${workload.name}: ${takers.map(({ system }) => system).join(', ')}`);
      const found = await contest(workload, takers, plan);
      found.sort((a, b) => (lessIsBetter(workload) ? a.value - b.value : b.value - a.value));
      figures.push(...found);
      if (options.json) for (const figure of found) console.log(JSON.stringify(figure));
    }
  } finally {
    close();
  }
  if (figures.length === 0) throw new Stop('No system measures what was asked for.');
  if (!options.json) console.log(`${machine()}\n\n${tables(figures)}`);
  if (!options.json && !options.markdown) console.log(`\n${bars(figures)}`);
  const file = join(repository, 'build/bench/chart.svg');
  mkdirSync(join(repository, 'build/bench'), { recursive: true });
  writeFileSync(file, drawChart(figures, machine()));
  tell(`\nThe chart is in ${file}.`);
  if (options.quick) tell('These were short rounds: no figures to quote.');
  if (!options.peers) tell(`'npm run bench -- --peers' installs other libraries in tests/bench/peers and measures them in the same run.`);
});
