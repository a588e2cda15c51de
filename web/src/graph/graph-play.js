// Play through the steps of a graph: one after another, at a speed, until the last.

/** @import { GraphState } from './graph-state.js' */
/** @import { Observed } from '../observed.js' */

export class GraphPlay {
  #timer = 0;

  /** @param {Observed<GraphState>} store */
  constructor(store) {
    this.store = store;
  }

  /** @param {number} count of steps that are taken then */
  go(count) {
    const { steps, playing } = this.store.state;
    this.store.set({ count: Math.min(Math.max(count, 0), steps) });
    if (playing && this.store.state.count >= steps) this.stop();
  }

  stop() {
    clearInterval(this.#timer);
    if (this.store.state.playing) this.store.set({ playing: false });
  }

  /** At the end, from the beginning. */
  start() {
    clearInterval(this.#timer);
    const { count, steps, speed } = this.store.state;
    this.store.set({ playing: true, count: count >= steps ? 0 : count });
    this.#timer = Number(setInterval(() => this.go(this.store.state.count + 1), 1000 / speed));
  }

  /** @param {number} speed steps a second */
  hurry(speed) {
    this.store.set({ speed });
    if (this.store.state.playing) this.start();
  }
}
