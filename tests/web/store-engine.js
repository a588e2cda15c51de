// What tests of the store share: an engine that refuses what the test says and remembers what it was asked.

import { Store } from '../../web/src/store.js';

export const tables = /** @type {any} */ ({
  options: [
    { name: 'lr', type: 'number', default: 0.03 },
    { name: 'noise', type: 'number', default: 0.1 },
    { name: 'layers', type: 'integers', default: [2, 8, 8, 1] },
  ],
});

/**
 * An engine that refuses what the test says and remembers what it was asked.
 * @param {(settings: any) => string | undefined} refuse @param {(store: Store) => void} [meanwhile] what happens before the first run is there
 * @param {(name: string) => boolean} [hangs] whether a download lasts until it is given up
 */
export async function connected(refuse = () => undefined, meanwhile, hangs = () => false) {
  /** @type {any[]} */
  const asked = [];
  /** @type {(part: object) => void} */
  let send = () => {};
  let run = 0;
  let step = 0;
  let parameter = 0.25;
  let giveUp = () => {};
  const frameOf = (/** @type {any} */ settings) => ({
    run: ++run,
    status: { step: 0, batches: 20 },
    settings,
    layers: settings.layers.slice(1).map((/** @type {number} */ outputs, /** @type {number} */ at) => {
      return { inputs: settings.layers[at], outputs };
    }),
  });
  const client = /** @type {any} */ ({
    apply: async (/** @type {any} */ settings) => {
      asked.push(['apply', settings]);
      const wrong = refuse(settings);
      if (wrong) throw new Error(wrong);
      send(frameOf(settings));
    },
    setLr: async (/** @type {number} */ lr) => {
      asked.push(['setLr', lr]);
      const wrong = refuse({ lr });
      if (wrong) throw new Error(wrong);
    },
    load: async (/** @type {string} */ name) => {
      asked.push(['load', name]);
      if (hangs(name)) await new Promise((_, reject) => (giveUp = () => reject(Object.assign(new Error('given up'), { name: 'AbortError' }))));
      const wrong = refuse({ name });
      if (wrong) throw Object.assign(new Error(wrong), wrong === 'given up' ? { name: 'AbortError' } : {});
    },
    cancelLoad: async () => {
      asked.push(['cancelLoad']);
      giveUp();
    },
    select: async (/** @type {any} */ weight, /** @type {number} */ example) => void asked.push(['select', weight, example]),
    pause: async () => void asked.push(['pause']),
    goTo: async (/** @type {number} */ to) => {
      asked.push(['goTo', (step = to)]);
      send({ status: { step, batches: 20 } });
      return !refuse({ goTo: to });
    },
    setParameter: async (/** @type {any} */ place, /** @type {number} */ value) => {
      asked.push(['setParameter', place, value]);
      const wrong = refuse({ value });
      if (wrong) throw new Error(wrong);
      const before = parameter;
      parameter = value;
      return { step, before, after: value };
    },
    samples: async () => ({}),
    resume: async (/** @type {any} */ { edits, furthest, step: to }) => {
      asked.push(['resume', (step = to)]);
      send({ status: { step, batches: 20 }, record: { edits, furthest } });
      return true;
    },
    want: async (/** @type {any} */ wants) => void asked.push(['want', wants]),
    dispose() {},
  });
  const store = new Store(tables);
  const connect = () => store.connect(async (onPart) => { send = onPart; return client; });
  const ready = connect();
  if (meanwhile) {
    await Promise.resolve();
    meanwhile(store);
    await ready;
    await new Promise((resolve) => setImmediate(resolve));
    return { store, asked, connect };
  }
  await ready;
  asked.length = 0;
  return { store, asked, connect };
}
