// The process that a file of contestants runs in, for itself: its heap and its hot code are not shared with other systems.
// Started by field.js, which tells it by messages what to do next.
import { oneRound, warmUp } from '../../wasm/cli/bench/timing.js';

/** @import { Contestant, Lengths, Session } from '../../wasm/cli/bench/timing.js' */

/** @type {Contestant[]} */
let contestants = [];
/** @type {Map<number, { session: Session, turns: number, first?: number }>} */
const running = new Map();

const calls = {
  /** Names what the file offers; figures of other workloads are not prepared. @param {string} file */
  async open(file) {
    ({ contestants } = await import(file));
    return contestants.map(({ system, workload }) => ({ system, workload }));
  },

  /** @param {number} index @param {Lengths} lengths */
  async start(index, lengths) {
    const session = await contestants[index].start();
    const entry = { session, turns: 0, first: await session.loss?.() };
    running.set(index, entry);
    if (!session.measure) entry.turns = await warmUp(session, lengths);
  },

  /** @param {number} index @param {boolean} asTime */
  round(index, asTime) {
    const { session, turns } = entryOf(index);
    return oneRound(session, turns, asTime);
  },

  /** Ends a session, and says what was wrong with what it computed. @param {number} index */
  async end(index) {
    const { session, turns, first } = entryOf(index);
    const wrong = (await session.wrong?.()) ?? (await wrongTraining(session, turns, first));
    await session.end?.();
    running.delete(index);
    return wrong;
  },
};

/** @param {number} index */
function entryOf(index) {
  const entry = running.get(index);
  if (!entry) throw new Error('it was not started');
  return entry;
}

/** Milliseconds that a training may go on, after short rounds, until it has learnt something. */
const patience = 20_000;

/** @param {Session} session @param {number} turns @param {number | undefined} first the loss before the first step */
async function wrongTraining(session, turns, first) {
  if (!session.loss || first === undefined) return undefined;
  const start = performance.now();
  for (let more = turns; ; ) {
    const last = await session.loss();
    if (last < 0.95 * first) return undefined;
    if (!Number.isFinite(last)) return `training ended at a loss of ${last}`;
    if (performance.now() - start > patience) return `training did not lower its loss: ${first.toPrecision(4)} became ${last.toPrecision(4)}`;
    const begun = performance.now();
    await session.run(more);
    // To look at the loss of all examples can take longer than to train.
    if (performance.now() - begun < 1000) more *= 2;
  }
}

process.on('message', async (/** @type {{ call: keyof typeof calls, args: any[] }} */ { call, args }) => {
  try {
    process.send?.({ result: await /** @type {Function} */ (calls[call])(...args) });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) });
  }
});

// A runner that was interrupted leaves nobody behind.
process.on('disconnect', () => process.exit());
