// What looking costs: the share of a second that statistics of all layers take when they are read sixty times in it, while training runs.
import { load } from '../../wasm/index.js';
import { measureStatistics } from './statistics.js';

/** @import { Contestant } from '../../wasm/cli/bench/timing.js' */

const backprop = await load();
const readingsPerSecond = 60;

/** Percent, of the network whose share is largest. */
function share() {
  const measured = measureStatistics(backprop, [[2, 4, 2, 1], [2, 8, 8, 1], [2, 64, 64, 1]]);
  return Math.max(...measured.map(({ reading }) => (readingsPerSecond * reading) / 1e4));
}

/** @type {Contestant[]} */
export const contestants = [
  { system: 'backprop-playground', workload: 'instruments', start: () => ({ work: 1, run: share, measure: share }) },
];
