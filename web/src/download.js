// Brings a data set to the worker for a run: one's own at once, others by a download that tells how far it is, where that takes long enough to be seen.

/** @import { Client } from './engine/client.js' */
import { dataOf, isOwn, ownData } from './data/own-data.js';
import { LARGE, shippedNamed } from './shipped.js';

/** A small set is here before anything would be read. */
const SOON = 300;

export class Download {
  /** @param {(state: { name: string, done: number, bytes: number } | undefined) => void} tell */
  constructor(tell) {
    this.tell = tell;
  }

  /** @param {string} name @param {Pick<Client, 'load' | 'put'>} client */
  async of(name, client) {
    if (isOwn(name)) return client.put(name, dataOf(name, ownData.get(name)));
    const { bytes } = shippedNamed(name) ?? { bytes: 0 };
    let [done, shown] = [0, bytes >= LARGE];
    const show = () => this.tell(shown ? { name, done, bytes } : undefined);
    const timer = setTimeout(() => { shown = true; show(); }, SOON);
    show();
    try {
      await client.load(name, (here) => { done = here; show(); });
    } finally {
      clearTimeout(timer);
      this.tell(undefined);
    }
  }
}
