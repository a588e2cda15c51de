// The command line of the benchmark.
import { Stop } from '../../wasm/toolchain/shell.js';
import { workloads } from './workloads.js';

/**
 * @typedef {object} Options
 * @property {boolean} json
 * @property {boolean} markdown
 * @property {boolean} peers
 * @property {boolean} quick
 * @property {boolean} help
 * @property {string} [only]
 */

/** @type {Record<string, string>} */
const flags = {
  '--peers': 'measures other libraries too; installs them first, in tests/bench/peers alone (460 MB)',
  '--only <name>': 'measures the workloads whose names contain the text, such as training, or matmul NN',
  '--quick': 'short rounds of the small workloads, to see that all works: no figures to quote',
  '--json': 'prints one line a figure: {"system","workload","value","unit","min","max"}',
  '--markdown': 'prints the tables alone, in Markdown',
  '--help': 'prints this',
};
const names = Object.keys(flags).map((flag) => flag.split(' ')[0]);

export const helpText = [
  'npm run bench -- [options]   measures the speed of this project, and of others in the same run',
  '',
  ...Object.entries(flags).map(([flag, about]) => `  ${flag.padEnd(14)} ${about}`),
].join('\n');

/** @param {string[]} args @returns {Options} */
export function readOptions(args) {
  /** @type {Options} */
  const options = { json: false, markdown: false, peers: false, quick: false, help: false };
  for (let i = 0; i < args.length; ++i) {
    const [name, given] = args[i].split(/=(.*)/s);
    if (!names.includes(name)) throw new Stop(`There is no option '${args[i]}': choose among ${names.join(', ')}.`);
    if (name === '--only') options.only = given ?? args[++i] ?? '';
    else if (given !== undefined) throw new Stop(`${name} takes no value: '${name}' alone would be right.`);
    else options[/** @type {'json'} */ (name.slice(2))] = true;
  }
  if (options.json && options.markdown) throw new Stop('--json and --markdown exclude each other: choose one of them.');
  return options;
}

/** @param {Options} options */
export function chooseWorkloads({ only, quick }) {
  const text = only?.toLowerCase();
  const named = workloads.filter(({ name }) => text === undefined || (text !== '' && name.toLowerCase().includes(text)));
  if (named.length === 0) throw new Stop(`There is no workload '${only}': choose among ${workloads.map(({ name }) => `'${name}'`).join(', ')}, or a part of such a name.`);
  // Who names a large workload wants it, quickly or not.
  const chosen = quick ? named.filter((workload) => workload.quick) : named;
  return chosen.length > 0 ? chosen : named;
}
