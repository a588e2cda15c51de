// The page's side of the engine: one worker, asked for things, sending frames back.

import { proxy, wrap } from 'comlink';
import { messageOf } from '../message-of.js';
import { startWorker } from './start-worker.js';

/** @import { GraphFrame, GraphPass, Settings, Weight, Points } from '../types.js' */
/** @import { Questions } from './graph-questions.js' */
/** @import { instruments, Wants } from './instruments.js' */
/** @import { Kept } from './run-record.js' */

/**
 * @typedef {object} Client what the store asks of the engine; every call ends when its frame has been sent
 * @property {(settings: Settings, resume?: boolean) => Promise<void>} apply a new run, or with `resume` the one before where it was; rejects on wrong
 *   settings, and the old run goes on
 * @property {(name: string, progress: (done: number, bytes: number) => void) => Promise<void>} load a set that ships, before it is applied
 * @property {(name: string, data: import('./shelf.js').GivenData) => Promise<void>} put data of one's own, before they are applied
 * @property {(csv: Blob, options: import('./tables.js').Reading) => Promise<import('./tables.js').TableRead>} readTable what a CSV text holds
 * @property {(csv: Blob, choice: import('../data/own-data.js').TableChoice) => Promise<import('./tables.js').TableReport>} reportTable what a choice makes of it
 * @property {() => Promise<void>} cancelLoad what is being loaded rejects with an AbortError
 * @property {(lr: number) => Promise<void>} setLr
 * @property {() => Promise<void>} play
 * @property {() => Promise<void>} pause
 * @property {(speed: number) => Promise<void>} setSpeed steps a second in play; Infinity for as many as can be
 * @property {(weight: Weight, example: number) => Promise<void>} select
 * @property {(wants: Wants) => Promise<void>} want what frames tell from now on besides
 * @property {<Name extends keyof typeof instruments>(name: Name, argument?: Parameters<typeof instruments[Name]>[1]) => Promise<ReturnType<typeof instruments[Name]>>} ask
 *   one instrument, read once
 * @property {(place: Weight, value: number) => Promise<import('../types.js').Edited>} setParameter a weight or bias; rejects what is not finite
 * @property {(places: Weight[]) => Promise<void>} watch keeps the history of these, at most 8
 * @property {(step: number) => Promise<boolean>} goTo the run as it was after so many updates, or will be; false when another way took its place
 * @property {(kept: Kept, patience: number) => Promise<boolean>} resume a run of before is made again, edits and all; false when that takes longer than so many ms
 * @property {() => Promise<void>} cancelTravel the way through time that is under way ends where it is
 * @property {() => Promise<boolean>} keep a copy of the run is compared with what becomes of it, at the same step
 * @property {() => Promise<void>} release the comparison ends
 * @property {() => Promise<Record<string, Points>>} samples
 * @property {() => void} dispose
 */

/**
 * Opens the engine; its first calls reject with a sentence for the reader when it cannot run here.
 * @param {(part: object) => void} onPart called with frames and parts of frames
 * @param {number} interval ms between frames in play
 * @returns {Promise<Client>}
 */
export async function openClient(onPart, interval) {
  if (typeof WebAssembly === 'undefined') throw new Error('This browser has no WebAssembly, which the engine needs.');
  const { worker, failed } = startWorker();
  /** @type {import('comlink').Remote<import('./engine.js').Engine>} */
  const engine = wrap(worker);
  const opened = Promise.race([engine.open(proxy(onPart), interval).catch(explain), failed]);
  opened.catch(() => {}); // The first call tells.
  return {
    // The first run is asked for at once: the engine makes it as soon as it can.
    apply: async (settings, resume) => void (await Promise.all([opened, engine.apply(settings, resume)])),
    load: async (name, progress) => void (await Promise.all([opened, engine.load(name, proxy(progress))])),
    put: async (name, data) => void (await Promise.all([opened, engine.put(name, data)])),
    readTable: (csv, options) => engine.readTable(csv, options),
    reportTable: (csv, choice) => engine.reportTable(csv, choice),
    cancelLoad: () => engine.cancelLoad(),
    setLr: (lr) => engine.setLr(lr),
    play: () => engine.play(),
    pause: () => engine.pause(),
    setSpeed: (speed) => engine.setSpeed(speed),
    select: async (weight, example) => void (await Promise.all([opened, engine.select(weight, example)])),
    want: (wants) => engine.want(wants),
    ask: (name, argument) => /** @type {any} */ (engine.ask(name, argument)),
    setParameter: (place, value) => engine.setParameter(place, value),
    watch: (places) => engine.watch(places),
    goTo: (step) => engine.goTo(step),
    resume: ({ edits, furthest, step }, patience) => engine.resume({ edits, furthest, step }, patience),
    cancelTravel: () => engine.cancelTravel(),
    keep: () => engine.keep(),
    release: () => engine.release(),
    samples: () => engine.samples(),
    dispose: () => worker.terminate(),
  };
}

/**
 * @typedef {object} GraphClient what the graph page asks of the engine
 * @property {(source: string, passes?: GraphPass[], explained?: boolean) => Promise<GraphFrame>} read as `GraphSession.read`
 * @property {<Name extends keyof Questions>(name: Name, source: string, argument?: Parameters<Questions[Name]>[2]) => Promise<ReturnType<Questions[Name]>>} ask
 *   a question of `graph-questions.js` about a text that is a graph
 * @property {() => void} dispose
 */

/** Opens an engine for the graph page, which trains nothing. @returns {Promise<GraphClient>} */
export async function openGraphClient() {
  if (typeof WebAssembly === 'undefined') throw new Error('This browser has no WebAssembly, which the engine needs.');
  const { worker, failed } = startWorker();
  /** @type {import('comlink').Remote<import('./engine.js').Engine>} */
  const engine = wrap(worker);
  await Promise.race([engine.openGraphs().catch(explain), failed]);
  return {
    read: (source, passes, explained) => engine.readGraph(source, passes, explained),
    ask: (name, source, argument) => /** @type {any} */ (engine.askGraph(name, source, argument)),
    dispose: () => worker.terminate(),
  };
}

/** @param {unknown} error @returns {never} */
function explain(error) {
  throw new Error(`The engine could not be loaded: ${messageOf(error)}`);
}
