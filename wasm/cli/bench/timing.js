// What a system offers to be measured with, and how its turns are timed.

/**
 * One system at one workload.
 * @typedef {object} Contestant
 * @property {string} system with how it is driven, such as 'tfjs wasm: model.fit'
 * @property {string} workload a name of workloads.js
 * @property {() => Session | Promise<Session>} start
 */

/**
 * @typedef {object} Session
 * @property {number} work how much of the workload's unit a turn does: samples, steps, nodes, GFLOP, or maps
 * @property {(turns: number) => unknown} run does so many turns; they are done when it returns, or when its promise comes true
 * @property {() => number | Promise<number>} [loss] over all examples, for trainings: it must come down
 * @property {() => string | undefined | Promise<string | undefined>} [wrong] what is wrong with the results
 * @property {() => number | Promise<number>} [measure] takes the figure itself, where it is no speed
 * @property {() => void | Promise<void>} [end] gives memory back
 */

/** Milliseconds. @typedef {{ warmUp: number, round: number }} Lengths */

/** @param {Session} session @param {number} turns */
async function milliseconds(session, turns) {
  const start = performance.now();
  await session.run(turns);
  return performance.now() - start;
}

/**
 * Runs until the code is hot, and gives how many turns fill a round.
 * @param {Session} session @param {Lengths} lengths
 */
export async function warmUp(session, { warmUp, round }) {
  let turns = 1, spent = 0, last = 0;
  for (;;) {
    last = await milliseconds(session, turns);
    spent += last;
    if (last >= round && spent >= warmUp) return turns;
    if (last < round) turns = Math.ceil(turns * Math.min(8, Math.max(1.5, round / Math.max(last, 0.01))));
  }
}

/**
 * One round's figure in the workload's unit.
 * @param {Session} session @param {number} turns @param {boolean} asTime whether the unit is milliseconds
 */
export async function oneRound(session, turns, asTime) {
  if (session.measure) return session.measure();
  const spent = await milliseconds(session, turns);
  return asTime ? spent / (turns * session.work) : (turns * session.work * 1000) / spent;
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
