// Who takes part: the files of contestants, each in a process of its own, and our programs, where they are built.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { capture, repository } from '../../wasm/toolchain/shell.js';

/** @import { Lengths } from '../../wasm/cli/bench/timing.js' */

/**
 * A contestant as the runner sees it, wherever it runs.
 * @typedef {object} Entrant
 * @property {string} system
 * @property {string} workload
 * @property {(lengths: Lengths) => Promise<unknown>} start
 * @property {(asTime: boolean) => Promise<number>} round
 * @property {() => Promise<string | undefined>} end says what was wrong with the results
 */

/** What our own figures are called; everything else is compared with them. */
export const ours = 'backprop-playground';
const native = `${ours} native`;

const ownFiles = ['ours.js', 'graph.js', 'instruments.js', 'plain.js', 'page.js'];
const peerFiles = ['tfjs.js', 'jax.js', 'onnxruntime.js', 'convnet.js', 'brain.js'].map((file) => join('peers', file));

/**
 * Each program prints the figures whose names contain its argument, one line of JSON a figure.
 * @type {{ system: string, file: string, workloads: RegExp }[]}
 */
const programs = [
  { system: ours, file: 'build/wasm/tests/bench/kernels_bench.cjs', workloads: /f32$/ },
  { system: native, file: 'build/native/tests/bench/kernels_bench', workloads: /f32$/ },
  { system: native, file: 'build/native/tests/bench/tape_bench', workloads: /^graph/ },
];

/**
 * @param {{ peers: boolean, names: string[], leaveOut: (reason: string) => void }} wishes names of the workloads
 * @returns {Promise<{ entrants: Entrant[], close: () => void }>}
 */
export async function openField({ peers, names, leaveOut }) {
  const files = [...ownFiles, ...(peers ? peerFiles : [])];
  const workers = files.map(() => new Worker());
  const offers = await Promise.all(
    workers.map((worker, i) =>
      worker.entrants(files[i]).catch((error) => {
        leaveOut(`tests/bench/${files[i]}: ${error.message}`);
        return [];
      }),
    ),
  );
  const entrants = offers.flat();
  for (const program of programs) {
    const known = names.filter((name) => program.workloads.test(name));
    if (existsSync(join(repository, program.file))) entrants.push(...known.map((name) => programEntrant(program, name)));
    else if (known.length > 0) leaveOut(`${program.file} is not built`);
  }
  return {
    entrants: entrants.filter(({ workload }) => names.includes(workload)),
    close: () => workers.forEach(({ child }) => child.kill()),
  };
}

class Worker {
  /** Peers may print what they like: it goes to the errors, and the figures alone to the output. */
  // WebAssembly is compiled once and for all: V8's way from quick to good code takes long on a busy machine, where a warm-up would end before it.
  child = fork(join(repository, 'tests/bench/worker.js'), { stdio: ['ignore', 2, 2, 'ipc'], execArgv: ['--no-liftoff'] });

  /** @param {string} call @param {...unknown} args @returns {Promise<any>} */
  call(call, ...args) {
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error('its process ended'));
      if (!this.child.connected) return ended();
      this.child.once('exit', ended);
      this.child.once('message', (/** @type {{ result?: unknown, error?: string }} */ { result, error }) => {
        this.child.off('exit', ended);
        if (error === undefined) resolve(result);
        else reject(new Error(error));
      });
      this.child.send({ call, args });
    });
  }

  /** @param {string} file below this folder @returns {Promise<Entrant[]>} */
  async entrants(file) {
    /** @type {{ system: string, workload: string }[]} */
    const offers = await this.call('open', `./${file}`);
    return offers.map((offer, index) => ({
      ...offer,
      start: (lengths) => this.call('start', index, lengths),
      round: (asTime) => this.call('round', index, asTime),
      end: () => this.call('end', index),
    }));
  }
}

/**
 * A program warms up by itself, so that a round is one run of it.
 * @param {{ system: string, file: string }} program @param {string} workload @returns {Entrant}
 */
function programEntrant({ system, file }, workload) {
  const path = join(repository, file);
  const [command, args] = file.endsWith('js') ? [process.execPath, ['--no-liftoff', path, workload]] : [path, [workload]];
  const round = async () => {
    const { code, output, errors } = await capture(command, args);
    if (code !== 0) throw new Error(`it ended with code ${code}: ${errors.trim().split('\n').at(-1)}`);
    const figure = output.trim().split('\n').filter(Boolean).map((line) => JSON.parse(line)).find((line) => line.workload === workload);
    if (!figure) throw new Error('the program does not know it');
    return figure.value;
  };
  return { system, workload, start: async () => {}, round, end: async () => undefined };
}
