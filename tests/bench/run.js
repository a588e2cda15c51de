// npm run bench: the speed of a recorded scalar graph, native and as WebAssembly, beside a plain JavaScript one, in one run; and what
// the statistics of layers cost while training runs.
// What it shows depends on the machine and on what else runs there; compare figures of one run only.
import { join } from 'node:path';
import { build } from '../../wasm/build.js';
import { capture, runScript, say, Stop } from '../../wasm/toolchain/shell.js';
import { measureGraph } from './graph.js';
import { measureStatistics } from './statistics.js';
import { measureValues } from './values.js';

/** @typedef {{ nodes: number, forward: number, backward: number }} Row nanoseconds a node */

/** The native program's rows. @returns {Promise<Row[]>} */
async function measureNative() {
  const { code, output } = await capture(join(await build('native'), 'tests/bench/tape_bench'), []);
  if (code !== 0) throw new Stop(`The native benchmark ended with code ${code}.`);
  return output.trim().split('\n').map((line) => JSON.parse(line));
}

/** Nanoseconds for all nodes, forward and backward together. @param {Row} row */
const total = ({ nodes, forward, backward }) => nodes * (forward + backward);

/** Million nodes a second, forward and backward together. @param {Row} row */
const speed = ({ forward, backward }) => 1000 / (forward + backward);

await runScript(async () => {
  const native = await measureNative();
  await build('wasm');
  const { load } = await import('../../wasm/index.js');
  const backprop = await load();
  const wasm = measureGraph(backprop, native.map(({ nodes }) => nodes));
  say('\nA recorded graph of add, mul and tanh in turn, forward and backward, million nodes a second:\n');
  say('     nodes   WebAssembly   doubling takes   native   WebAssembly / native');
  wasm.forEach((row, i) => {
    const doubling = i === 0 ? '' : (total(row) / total(wasm[i - 1])).toFixed(2);
    const columns = [[row.nodes, 10], [speed(row).toFixed(1), 14], [doubling, 17], [speed(native[i]).toFixed(1), 9]];
    const ratio = (speed(row) / speed(native[i])).toFixed(2).padStart(23);
    say(columns.map(([text, width]) => String(text).padStart(Number(width))).join('') + ratio);
  });
  const values = measureValues(100_000);
  const like = wasm.find(({ nodes }) => nodes >= values.nodes) ?? wasm[0];
  say(`\nJavaScript objects with closures, as a textbook would write them, run ${speed(values).toFixed(1)} million nodes a second;`);
  say(`WebAssembly is ${(speed(like) / speed(values)).toFixed(0)} times as fast.`);
  say('\nStatistics of all layers, read 60 times a second while training runs, in WebAssembly:\n');
  for (const { layers, parameters, step, reading } of measureStatistics(backprop, [[2, 6, 6, 1], [2, 64, 64, 1], [2, 256, 256, 256, 1]])) {
    const share = (60 * reading) / 1e4; // of a second of 10⁶ µs, in percent
    const lost = (reading / step).toFixed(1);
    say(`  ${layers.join('-')} (${parameters} parameters): ${reading.toFixed(0)} µs, ${share.toFixed(2)} % of the time; each takes as long as ${lost} steps`);
  }
});
