// The one script of the one file: it is the page, and in a worker it is that worker, so that what both need stands in it once.

import { fromCells } from './cells.js';

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */
/** @typedef {{ files: Record<string, () => Bytes | Promise<Bytes>>, address?: string, failed?: (error: Error) => void }} Inside what is unpacked when it is asked for, where the script itself is, and what says that a part is damaged */
/** @typedef {{ inside: Inside, fetch: (address: string | URL) => Promise<Response>, worker: (name: string) => Worker }} Here what the build puts in the place of addresses */

const types = { wasm: 'application/wasm' };
const unpacked = /** @type {{ backpropInside?: Inside }} */ (globalThis).backpropInside;

/** @type {Here} */
const here = {
  inside: unpacked ?? { files: {} },
  async fetch(address) {
    const name = String(address).split('/').at(-1) ?? '';
    const [plain, header, cells] = await unpackedOf([name, `${name}.header`, `${name}.cells`]);
    const bytes = header && cells ? fromCells(header, cells) : plain;
    if (!bytes) throw new Error(`[${name}] is not in this file, which has the small data sets alone; those of the list before it, or the page on the web, would be right`);
    return new Response(bytes, { headers: { 'content-type': types[/** @type {'wasm'} */ (name.split('.').at(-1))] ?? 'application/octet-stream' } });
  },
  worker(name) {
    const worker = new Worker(/** @type {string} */ (here.inside.address), { name });
    tell(worker).catch(() => {}); // the page says why
    return worker;
  },
};
Object.assign(globalThis, { backpropHere: here });

/** Files by their names, nothing where there is none; one that is damaged takes the place of the page. @param {string[]} names */
async function unpackedOf(names) {
  try {
    return await Promise.all(names.map((name) => here.inside.files[name]?.()));
  } catch (error) {
    here.inside.failed?.(/** @type {Error} */ (error));
    throw error;
  }
}

/** Gives a worker what it may need. @param {Worker} worker */
async function tell(worker) {
  const names = Object.keys(here.inside.files).filter((name) => !['script.js', 'lessons.json'].includes(name));
  const files = await unpackedOf(names);
  worker.postMessage({ inside: names.map((name, at) => [name, files[at]]) });
}

if (typeof document !== 'undefined') void import('./page.js');
else beginWorker();

/** What comes before the worker's own script listens is told to it then. */
function beginWorker() {
  /** @type {MessageEvent[]} */
  const early = [];
  const hold = (/** @type {MessageEvent} */ event) => {
    event.stopImmediatePropagation();
    if ('inside' in event.data) {
      const files = /** @type {[string, Bytes][]} */ (event.data.inside);
      here.inside = { files: Object.fromEntries(files.map(([name, bytes]) => [name, () => bytes])) };
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
