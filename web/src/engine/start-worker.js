// Starts the engine's worker. The page's first one starts before anything else, as the engine takes longest to come.

/** @import { Started } from './watched.js' */
import { watched } from './watched.js';

/** @type {Started | undefined} */
let waiting;

/** ms after which the page no longer gives way to a worker that is slow to start. */
const PATIENCE = 100;

/**
 * Starts a worker for who will ask first; ends when it runs. A worker is started by the page's thread, and would wait until the page has been
 * built and laid out.
 * @returns {Promise<void>}
 */
export async function startEarly() {
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

const start = () => watched(() => new Worker(new URL('./worker.js', import.meta.url), { type: 'module' }));
