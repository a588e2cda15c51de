// What the widgets' engine answers, in a worker or in the page: figures and questions itself, runs and graphs by a port for each widget.

import { expose } from 'comlink';
import { lesson } from '../engine/lesson.js';
import { openOnly } from '../engine/lesson-cores.js';

/** Answers whoever is at the other end. @param {import('comlink').Endpoint} endpoint */
export function serve(endpoint) {
  expose({ ...lesson, connect }, endpoint);
}

/** An engine of a widget's own at the other end of a port, until it says that it is gone. @param {MessagePort} port */
async function connect(port) {
  const [{ createEngine }, { GraphSession }] = await Promise.all([import('../engine/engine.js'), import('../engine/graph-session.js')]);
  const engine = createEngine(async () => (await import('../engine/session.js')).openSession(), async () => new GraphSession(/** @type {import('../types.js').GraphCore} */ (await openOnly('graph'))));
  port.addEventListener('message', async ({ data }) => {
    if (data !== 'end') return;
    await engine.dispose();
    port.close();
  });
  expose(engine, port);
}

/** @typedef {{ connect: typeof connect }} Switchboard */
