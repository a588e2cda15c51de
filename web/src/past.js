// The settings that runs had before, for undo and redo.

/** @import { Settings } from './types.js' */

/** Changes of one setting closer together than this, as a slider makes them, are one step. */
const PAUSE = 1000;
const MOST = 100;

export class Past {
  /** @type {Settings[]} */
  #undo = [];
  /** @type {Settings[]} */
  #redo = [];
  #last = { names: '', at: -Infinity };

  /** @param {() => number} [now] in ms */
  constructor(now = () => performance.now()) {
    this.now = now;
  }

  get can() {
    return { undo: this.#undo.length > 0, redo: this.#redo.length > 0 };
  }

  /** @param {Settings} before @param {string[]} names of the settings that changed */
  keep(before, names) {
    const change = { names: String(names), at: this.now() };
    const goesOn = names.length === 1 && change.names === this.#last.names && change.at - this.#last.at < PAUSE;
    if (!goesOn) this.#undo = [...this.#undo, before].slice(-MOST);
    this.#redo = [];
    this.#last = change;
  }

  /** What a step would bring. @param {'undo' | 'redo'} way */
  peek(way) {
    return (way === 'undo' ? this.#undo : this.#redo).at(-1);
  }

  /** The step was made. @param {'undo' | 'redo'} way @param {Settings} before what it took the place of */
  go(way, before) {
    const [from, to] = way === 'undo' ? [this.#undo, this.#redo] : [this.#redo, this.#undo];
    from.pop();
    to.push(before);
    this.#last = { names: '', at: -Infinity };
  }
}
