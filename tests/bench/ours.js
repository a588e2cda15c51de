// Our trainings and our heat map, through the module that a page loads.
import { load } from '../../wasm/index.js';
import { trainerFor } from '../../wasm/cli/bench/nets.js';
import { mapSize, wrongMap } from './data.js';
import { workloads } from './workloads.js';

/** @import { Contestant, Session } from '../../wasm/cli/bench/timing.js' */
/** @import { Net } from '../../wasm/cli/bench/nets.js' */

const system = 'backprop-playground';
const backprop = await load();

/** @param {Net} net */
const createTrainer = (net) => trainerFor(backprop, net);

/** @param {Net} net @param {number} work of a step @returns {Session} */
function training(net, work) {
  const trainer = createTrainer(net);
  return { work, run: (turns) => trainer.step(turns), loss: () => trainer.evaluate().train.loss, end: () => trainer.delete() };
}

/** The maps of all units, as the page asks for them: more than the peers do, who compute the output's alone. @param {Net} net @returns {Session} */
function heatMap(net) {
  const trainer = createTrainer(net);
  let map = trainer.maps(mapSize);
  return {
    work: 1,
    run: (turns) => {
      for (let turn = 0; turn < turns; ++turn) map = trainer.maps(mapSize);
    },
    wrong: () => wrongMap(/** @type {Float32Array} */ (map.units.at(-1)?.[0]), trainer.network().layers, centres(map.extent)),
    end: () => trainer.delete(),
  };
}

/** The cells' centres in a square of our own extent. @param {number} extent */
function centres(extent) {
  const at = (/** @type {number} */ cell) => extent * ((2 * (cell + 0.5)) / mapSize - 1);
  return Float32Array.from({ length: 2 * mapSize ** 2 }, (_, i) => (i % 2 === 0 ? at((i >> 1) % mapSize) : -at(Math.floor((i >> 1) / mapSize))));
}

/** @type {Contestant[]} */
export const contestants = workloads.flatMap(({ name: workload, family, unit, net }) => {
  if (!net) return [];
  if (family === 'Heat map') return [{ system, workload, start: () => heatMap(net) }];
  return [{ system, workload, start: () => training(net, unit === 'samples/s' ? net.batch : 1) }];
});
