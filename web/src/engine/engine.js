// What a page asks of its run and of its graphs: the side of a worker, which may hold several, each for one page or widget.

import { Runner } from './runner.js';
import { questions } from './graph-questions.js';
import { readTable, reportTable } from './tables.js';

const channel = new MessageChannel();
/** @type {((value: void) => void)[]} */
const paused = [];
channel.port1.onmessage = () => paused.shift()?.();

/** Lets waiting messages in; unlike a timer it is not slowed down when nested. @returns {Promise<void>} */
function pause() {
  return new Promise((resolve) => {
    paused.push(resolve);
    channel.port2.postMessage(undefined);
  });
}

/**
 * @param {() => Promise<import('./session.js').Session>} openSession for a run
 * @param {() => Promise<import('./graph-session.js').GraphSession>} openGraphSession for graphs
 */
export function createEngine(openSession, openGraphSession) {
  /** @type {Runner} */
  let runner;
  /** @type {(runner: Runner) => void} */
  let ready;
  /** Calls that may come before the engine is open wait for it. @type {Promise<Runner>} */
  const opened = new Promise((resolve) => { ready = resolve; });
  /** @type {import('../types.js').Core} */
  let core;
  /** @type {import('./graph-session.js').GraphSession} */
  let graphs;
  let ended = false;

  return {
    /** @param {import('./outbox.js').Publish} publish @param {number} interval ms between frames in play */
    async open(publish, interval) {
      const session = await openSession();
      if (ended) return; // Who has asked for a run meanwhile gets none.
      core = session.core;
      runner = new Runner(session, publish, { now: () => performance.now(), pause, later: setTimeout.bind(globalThis), interval });
      ready(runner);
    },
    /** @param {import('../types.js').Settings} settings @param {boolean} [resume] */
    apply: async (settings, resume) => (await opened).apply(settings, resume),
    /** @param {string} name @param {(done: number, bytes: number) => void} progress */
    load: async (name, progress) => (await opened).session.shelf.load(name, progress),
    /** @param {string} name @param {import('./shelf.js').GivenData} data */
    put: async (name, data) => (await opened).session.shelf.put(name, data),
    /** @param {Blob} csv @param {import('./tables.js').Reading} options */
    readTable: (csv, options) => readTable(core, csv, options),
    /** @param {Blob} csv @param {import('../data/own-data.js').TableChoice} choice */
    reportTable: (csv, choice) => reportTable(core, csv, choice),
    cancelLoad: () => runner.session.shelf.cancel(),
    /** @param {number} lr */
    setLr: (lr) => runner.setLr(lr),
    play: async () => (await opened).play(),
    pause: async () => (await opened).pause(),
    /** @param {number} speed */
    setSpeed: async (speed) => (await opened).pace.set(speed),
    /** @param {import('../types.js').Weight} weight @param {number} example */
    select: async (weight, example) => (await opened).select(weight, example),
    /** @param {import('./instruments.js').Wants} wants */
    want: (wants) => runner.want(wants),
    /** @param {string} name @param {unknown} argument */
    ask: (name, argument) => runner.session.ask(name, argument),
    /** @param {import('../types.js').Weight} place @param {number} value */
    setParameter: (place, value) => runner.setParameter(place, value),
    /** @param {import('../types.js').Weight[]} places */
    watch: (places) => runner.watch(places),
    /** @param {number} step */
    goTo: (step) => runner.goTo(step),
    /** @param {import('./run-record.js').Kept} kept @param {number} patience */
    resume: (kept, patience) => runner.resume(kept, patience),
    cancelTravel: () => runner.cancelTravel(),
    keep: () => runner.keep(),
    release: () => runner.release(),
    samples: () => runner.session.samples(),
    async openGraphs() {
      graphs = await openGraphSession();
    },
    /** @param {string} source @param {import('../types.js').GraphPass[]} [passes] @param {boolean} [explained] */
    readGraph: (source, passes, explained) => graphs.read(source, passes, explained),
    /** @param {keyof import('./graph-questions.js').Questions} name @param {string} source @param {any} argument */
    askGraph: (name, source, argument) => graphs.ask(source, (graph, output) => /** @type {any} */ (questions)[name](graph, output, argument)),
    /** The page is gone, and what it had in the core with it. */
    async dispose() {
      ended = true;
      await runner?.pause();
      runner?.session.dispose();
    },
  };
}

/** @typedef {ReturnType<typeof createEngine>} Engine */
