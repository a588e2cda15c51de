// The worker of the lab and of the graph page: opens the session and answers calls.

import { expose } from 'comlink';
import { createEngine } from './engine.js';
import { openGraphs, openSession } from './session.js';

/** The module as the page has compiled it; nothing where it could not. @type {Promise<WebAssembly.Module | undefined>} */
const compiled = new Promise((resolve) => {
  addEventListener('message', ({ data }) => 'compiled' in data && resolve(data.compiled));
});
/** Begins before the page asks for it; the page waits for a word of the worker before it builds itself. */
const opening = compiled.then(openSession);
postMessage('started');
opening.catch(() => {}); // `open` tells.

expose(createEngine(() => opening, async () => openGraphs(await compiled)));
