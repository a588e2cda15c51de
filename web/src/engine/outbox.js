// What goes to the page: the latest part of each kind, and no more of them than the page takes.

/** @typedef {'frame' | 'detail' | 'instruments' | 'travel'} Kind a frame holds all the others */
/** @typedef {(part: object) => Promise<void> | void} Publish */

export class Outbox {
  /** What is to be sent next, by kind. @type {Map<Kind, () => object>} */
  #due = new Map();
  #sending = Promise.resolve();
  /** Has the page something that it has not taken yet? */
  busy = false;

  /** @param {Publish} publish */
  constructor(publish) {
    this.publish = publish;
  }

  /**
   * The latest part of a kind wins over one still waiting; the next is made only when the page has taken the last.
   * @param {Kind} kind @param {() => object} make
   */
  send(kind, make) {
    if (kind === 'frame') this.#due.clear();
    this.#due.set(kind, make);
    if (!this.busy) this.#sending = this.#drain();
    return this.#sending;
  }

  /** Ends when the page has taken what is under way. */
  get sent() {
    return this.#sending;
  }

  async #drain() {
    this.busy = true;
    try {
      while (this.#due.size > 0) {
        const parts = [...this.#due.values()];
        this.#due.clear();
        await this.publish(Object.assign({}, ...parts.map((make) => make())));
      }
    } finally {
      // One that could not be made or sent keeps no other from coming.
      this.busy = false;
    }
  }
}
