// What was done to runs, for undo and redo: settings that were changed, weights that were edited.

/** @import { Settings, Weight } from './types.js' */

/** @typedef {{ place: Weight, step: number, before: number, after: number }} Edit of a weight or bias, in the state that the run had after `step` updates */
/** @typedef {{ settings: Settings, edit?: undefined } | { edit: Edit, settings?: undefined }} Entry settings are those that come back; an edit goes both ways */

/** Changes of one thing closer together than this, as a slider makes them, are one step. */
const PAUSE = 1000;
const MOST = 100;

export class Past {
  /** @type {Entry[]} */
  #undo = [];
  /** @type {Entry[]} */
  #redo = [];
  #last = { name: '', at: -Infinity };

  /** @param {() => number} [now] in ms */
  constructor(now = () => performance.now()) {
    this.now = now;
  }

  get can() {
    return { undo: this.#undo.length > 0, redo: this.#redo.length > 0 };
  }

  /** @param {Settings} before @param {string[]} names of the settings that changed */
  keep(before, names) {
    // Several at once are a choice of their own each time.
    if (!this.#goesOn(names.length === 1 ? names[0] : '')) this.#push({ settings: before });
    this.#redo = [];
  }

  /** @param {Edit} edit */
  keepEdit(edit) {
    const goesOn = this.#goesOn(`${JSON.stringify(edit.place)} at ${edit.step}`);
    const first = goesOn ? this.#undo.pop()?.edit : undefined;
    this.#push({ edit: { ...edit, before: first?.before ?? edit.before } });
    this.#redo = [];
  }

  /** What a step would bring. @param {'undo' | 'redo'} way */
  peek(way) {
    return (way === 'undo' ? this.#undo : this.#redo).at(-1);
  }

  /** The step was made. @param {'undo' | 'redo'} way @param {Settings} before those that it took the place of, if it changed any */
  go(way, before) {
    const [from, to] = way === 'undo' ? [this.#undo, this.#redo] : [this.#redo, this.#undo];
    const entry = from.pop();
    to.push(entry?.edit ? entry : { settings: before });
    this.#last = { name: '', at: -Infinity };
  }

  /** The run began anew: the edits that were made in it are no more. */
  forgetEdits() {
    for (const entries of [this.#undo, this.#redo]) while (entries.at(-1)?.edit) entries.pop();
  }

  /** @param {Entry} entry */
  #push(entry) {
    this.#undo = [...this.#undo, entry].slice(-MOST);
  }

  /** Is this the same thing that was changed a moment ago? @param {string} name empty for what stands alone */
  #goesOn(name) {
    const last = this.#last;
    this.#last = { name, at: this.now() };
    return name !== '' && name === last.name && this.#last.at - last.at < PAUSE;
  }
}
