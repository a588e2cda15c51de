// The one script of the one file: it is the page, and in a worker it is that worker, so that what both need stands in it once.

import tables from '../src/tables.js';
import { fromCells } from './cells.js';

/** @typedef {Record<string, Uint8Array<ArrayBuffer>>} Files */
/** @typedef {{ files: Files, rest?: Promise<Files>, address?: string }} Inside what was unpacked, what still is, and where the script itself is */
/** @typedef {{ inside: Inside, fetch: (address: string | URL) => Promise<Response>, worker: (name: string) => Worker }} Here what the build puts in the place of addresses */

const types = { wasm: 'application/wasm' };
const unpacked = /** @type {{ backpropInside?: Inside }} */ (globalThis).backpropInside;

const allFiles = async () => ({ ...here.inside.files, ...(await here.inside.rest) });

/** @type {Here} */
const here = {
  inside: unpacked ?? { files: {} },
  async fetch(address) {
    const name = String(address).split('/').at(-1) ?? '';
    // These are in the script, as the lab needs them at once.
    if (name === 'tables.json') return Response.json(tables);
    const { [name]: plain, [`${name}.header`]: header, [`${name}.cells`]: cells } = name in here.inside.files ? here.inside.files : await allFiles();
    const bytes = cells ? fromCells(header, cells) : plain;
    if (!bytes) throw new Error(`[${name}] is not in this file, which has the small data sets alone; those of the list before it, or the page on the web, would be right`);
    return new Response(bytes, { headers: { 'content-type': types[/** @type {'wasm'} */ (name.split('.').at(-1))] ?? 'application/octet-stream' } });
  },
  worker(name) {
    const worker = new Worker(/** @type {string} */ (here.inside.address), { name });
    void allFiles().then(({ 'script.js': script, 'lessons.json': lessons, ...files }) => worker.postMessage({ inside: { files } }), () => {}); // the page says what is damaged
    return worker;
  },
};
Object.assign(globalThis, { backpropHere: here });

if (typeof document !== 'undefined') void import('./page.js');
else beginWorker();

/** What comes before the worker's own script listens is told to it then. */
function beginWorker() {
  /** @type {MessageEvent[]} */
  const early = [];
  const hold = (/** @type {MessageEvent} */ event) => {
    event.stopImmediatePropagation();
    if ('inside' in event.data) {
      here.inside = event.data.inside;
      void begin();
    } else early.push(event);
  };
  const begin = async () => {
    await (self.name === 'worker' ? import('../src/engine/worker.js') : import('../src/engine/lesson-worker.js'));
    removeEventListener('message', hold, true);
    for (const { data, ports } of early) dispatchEvent(new MessageEvent('message', { data, ports: [...ports] }));
  };
  addEventListener('message', hold, true);
}
