// Starts the engine's worker. The page's first one starts before anything else, as the engine takes longest to come.

/** @import { Started } from './watched.js' */
import { watched } from './watched.js';

/** @type {Started | undefined} */
let waiting;
/** What all workers run. @type {Promise<WebAssembly.Module | undefined> | undefined} */
let compiled;

/** ms after which the page no longer gives way to a worker that is slow to start. */
const PATIENCE = 100;

let early = Promise.resolve();

/** Starts a worker for who will ask first. */
export function startEarly() {
  early = begin();
}

/** The early worker runs. A worker is started by the page's thread, and would wait until the page has been built and laid out. */
export const startedEarly = () => early;

async function begin() {
  try {
    waiting = start();
  } catch {
    return; // Who asks is told then.
  }
  const { worker, failed } = waiting;
  await Promise.race([
    new Promise((resolve) => worker.addEventListener('message', resolve, { once: true })),
    new Promise((resolve) => setTimeout(resolve, PATIENCE)),
    failed.catch(() => {}),
  ]);
}

/** @returns {Started} */
export function startWorker() {
  const started = waiting ?? start();
  waiting = undefined;
  return started;
}

/** Meanwhile the page fetches and compiles the module. Where it cannot, the worker tries by itself, and knows what else to try. */
async function compile() {
  try {
    return await WebAssembly.compileStreaming(fetch(new URL('../../../build/wasm/backprop.wasm', import.meta.url)));
  } catch {
    compiled = undefined;
  }
}

/** @returns {Started} */
function start() {
  const started = watched(() => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' }));
  void (compiled ??= compile()).then((module) => started.worker.postMessage({ compiled: module }));
  return started;
}
