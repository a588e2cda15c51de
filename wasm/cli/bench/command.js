// `bench`: how fast this machine trains and multiplies, in the module that is installed.
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { Usage } from '../errors.js';
import { loadModule } from '../input.js';
import { digits, randomNumbers, small, trainerFor } from './nets.js';
import { median, oneRound, warmUp } from './timing.js';

/** @typedef {import('../../index.js').Module} Module */
/** @typedef {import('./timing.js').Session} Session */
/** @typedef {{ name: string, unit: string, start: (backprop: Module) => Session }} Workload */

export const help = `usage: backprop-playground bench [options]

Measures training and matrix products on this machine, in about five seconds; the median of seven rounds of each.

  --json    prints one object: {"machine", "figures": [{"workload", "unit", "value", "min", "max"}]}
  --quick   short rounds, to see that all works: no figures to quote
  --help    this text

'npm run bench' in the repository measures more, and other libraries beside it.
`;

/** @param {import('./nets.js').Net} net @param {'samples/s' | 'steps/s'} unit @returns {Workload} */
function training(net, unit) {
  return {
    name: `training ${net.layers.join('-')} ${net.activation}, batch ${net.batch}`,
    unit,
    start(backprop) {
      const trainer = trainerFor(backprop, net);
      return { work: unit === 'samples/s' ? net.batch : 1, run: (turns) => trainer.step(turns), end: () => trainer.delete() };
    },
  };
}

/** A square product in a graph, and of both factors the gradients. @param {number} size @param {boolean} backward @returns {Workload} */
function product(size, backward) {
  return {
    name: `matmul ${size}×${size}×${size} float64, ${backward ? 'forward and backward' : 'forward'}`,
    unit: 'GFLOP/s',
    start(backprop) {
      const graph = new backprop.Graph();
      const random = randomNumbers(4);
      const matrix = () => Array.from({ length: size }, () => Array.from({ length: size }, () => 2 * random() - 1));
      const output = graph.apply('sum', [graph.apply('matmul', [graph.variable(matrix()), graph.variable(matrix())])]);
      return {
        work: (backward ? 3 : 1) * 2e-9 * size ** 3,
        run(turns) {
          for (let turn = 0; turn < turns; ++turn) {
            graph.forward();
            if (backward) graph.backward(output);
          }
        },
        end: () => graph.delete(),
      };
    },
  };
}

/** @type {Workload[]} */
const workloads = [
  training(small([2, 4, 2, 1]), 'samples/s'),
  training(small([2, 8, 8, 8, 8, 8, 8, 1]), 'samples/s'),
  training(digits, 'steps/s'),
  product(128, false),
  product(256, false),
  product(256, true),
];

/** @param {string[]} args */
export async function run(args) {
  const { json, quick, help: asked } = readArguments(args);
  if (asked) return void process.stdout.write(help);
  const backprop = await loadModule();
  const lengths = quick ? { warmUp: 10, round: 5 } : { warmUp: 200, round: 80 };
  const figures = [];
  for (const { name: workload, unit, start } of workloads) {
    const figure = { workload, unit, ...(await measure(start(backprop), lengths, quick ? 1 : 7)) };
    figures.push(figure);
    if (!json) process.stdout.write(lineOf(figure));
  }
  if (json) process.stdout.write(`${JSON.stringify({ machine: machine(), figures })}\n`);
  else process.stdout.write(`\n${machine()}\n`);
}

/** @param {Session} session @param {import('./timing.js').Lengths} lengths @param {number} rounds */
async function measure(session, lengths, rounds) {
  try {
    const turns = await warmUp(session, lengths);
    const values = [];
    for (let round = 0; round < rounds; ++round) values.push(await oneRound(session, turns, false));
    return { value: median(values), min: Math.min(...values), max: Math.max(...values) };
  } finally {
    await session.end?.();
  }
}

const width = Math.max(...workloads.map(({ name }) => name.length));

/** @param {{ workload: string, unit: string, value: number }} figure */
function lineOf({ workload, unit, value }) {
  const text = value >= 100 ? Math.round(value).toLocaleString('en') : value.toPrecision(3);
  return `${workload.padEnd(width)}  ${text.padStart(11)} ${unit}\n`;
}

/** What the figures are of. */
function machine() {
  const cores = cpus();
  return `${cores[0]?.model.trim().replace(/\s+/g, ' ') || process.arch}, node ${process.versions.node}`;
}

/** @param {string[]} args */
function readArguments(args) {
  const flag = /** @type {const} */ ({ type: 'boolean' });
  try {
    return parseArgs({ args, options: { json: flag, quick: flag, help: flag } }).values;
  } catch (error) {
    throw new Usage(/** @type {Error} */ (error).message);
  }
}
