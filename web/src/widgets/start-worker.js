// In the place of engine/start-worker.js: the engine of a lab or of a graph is a port of the one that all widgets share.

/** @import { Started } from '../engine/watched.js' */
import { transfer, wrap } from 'comlink';
import { startLesson } from './start-engine.js';

export const startedEarly = async () => {};

/** @returns {Started} */
export function startWorker() {
  const { port1, port2 } = new MessageChannel();
  const failed = connect(port2);
  failed.catch(() => {});
  const terminate = () => {
    port1.postMessage('end');
    port1.close();
  };
  return { worker: /** @type {any} */ (Object.assign(port1, { terminate })), failed };
}

/** @param {MessagePort} port @returns {Promise<never>} */
async function connect(port) {
  const { endpoint, failed } = await startLesson();
  /** @type {import('comlink').Remote<import('./serve.js').Switchboard>} */
  const engine = wrap(endpoint);
  await engine.connect(transfer(port, [port]));
  return failed;
}
