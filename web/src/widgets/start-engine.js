// How the widgets' one engine starts: as a worker beside the page; from another origin by way of a blob that imports it; and where workers are forbidden,
// in slices of the page's own thread. All three are spoken to alike.

import { messageOf } from '../message-of.js';
import { forgetLessonClient } from '../engine/lesson-client.js';

/** @typedef {import('../engine/start-lesson.js').LessonEngine & { end: () => void }} SharedEngine */

/** The built file, beside this one. */
const address = new URL(/* @vite-ignore */ './engine.js', import.meta.url).href;

/** @type {Promise<SharedEngine> | undefined} */
let engine;

/** The one that all share. */
export function startLesson() {
  engine ??= start();
  engine.catch(() => (engine = undefined));
  return engine;
}

/** With all that it holds; who asks next starts another. */
export function endEngine() {
  void engine?.then(({ end }) => end(), () => {});
  engine = undefined;
  forgetLessonClient();
}

async function start() {
  const ways = new URL(address).origin === globalThis.origin ? [beside, byBlob] : [byBlob];
  for (const way of ways) {
    try {
      return await started(way());
    } catch {
      // The next way may be open.
    }
  }
  return here();
}

const beside = () => new Worker(address, { type: 'module' });

function byBlob() {
  const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' }));
  const worker = new Worker(blob, { type: 'module' });
  worker.addEventListener('message', () => URL.revokeObjectURL(blob), { once: true });
  worker.addEventListener('error', () => URL.revokeObjectURL(blob), { once: true });
  return worker;
}

/** Once it has said its first word. @param {Worker} worker @returns {Promise<SharedEngine>} */
async function started(worker) {
  await new Promise((resolve, reject) => {
    worker.addEventListener('message', resolve, { once: true });
    worker.addEventListener('error', reject, { once: true });
  });
  const failed = new Promise((_, reject) => {
    worker.onerror = (event) => reject(new Error(`The engine’s worker failed: ${messageOf(event.message)}`));
  });
  failed.catch(() => {});
  return { endpoint: worker, failed: /** @type {Promise<never>} */ (failed), end: () => worker.terminate() };
}

/** @returns {Promise<SharedEngine>} */
async function here() {
  const { serve } = await import('./serve.js');
  const { port1, port2 } = new MessageChannel();
  serve(port2);
  return { endpoint: port1, failed: new Promise(() => {}), end: () => [port1, port2].forEach((port) => port.close()) };
}
