// A state that is replaced, never changed, and tells those who listen.

/** @template State */
export class Observed {
  /** @type {Set<() => void>} */
  #listeners = new Set();

  /** @param {State} state to begin with */
  constructor(state) {
    this.state = state;
  }

  /** @param {() => void} listener @returns {() => void} ends it */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** For the store itself; elements ask by `change`. @param {Partial<State>} part */
  set(part) {
    this.state = { ...this.state, ...part };
    for (const listener of this.#listeners) listener();
  }
}
