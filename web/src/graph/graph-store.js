// The graph page's one state: the text, the last graph it was, and the moment that is shown. Elements change it by `change` events only.

/** @import { GraphFrame, GraphPass, Tensor } from '../types.js' */
/** @import { GraphClient } from '../engine/client.js' */
/** @import { Edited, Program } from './draft.js' */
/** @import { TextPast } from './text-past.js' */
import { stepsOf } from '../draw/graph-steps.js';
import tables from '../tables.js';
import { canUndo, picturedEdit, redo, startPast, typed, undo } from './text-past.js';

/**
 * @typedef {object} GraphState
 * @property {string} text as it stands in the editor
 * @property {{ begin: number, end: number } | undefined} selection in the text, of the last edit that did not come from its keys
 * @property {GraphFrame | undefined} frame of the last text that is a graph
 * @property {GraphFrame['errors']} errors of the text
 * @property {string} refusal why the last edit in the picture was not made; empty when it was
 * @property {GraphPass[]} passes what runs after forward
 * @property {number} count how many steps are taken
 * @property {number} steps how many there are
 * @property {boolean} playing
 * @property {number} speed steps a second in play
 * @property {number | undefined} selected the node that the panels speak of
 * @property {number} entry which of its numbers, row by row; 0 for a scalar
 * @property {Edge[]} lit the edges that are lit while a path is pointed at; none else
 * @property {Broken | undefined} broken the gradients of a mistake, while one is shown
 * @property {{ undo: boolean, redo: boolean }} can
 * @property {string} failure why nothing can run; empty when all is well
 */

/** @typedef {[from: number, to: number, slot: number]} Edge */
/**
 * @typedef {{ source: string, fault: string, first: number | undefined, differs: number[], wrong: (Tensor | null)[], right: (Tensor | null)[] }} Broken
 *   of the text `source`: by node what a mistake of the core's table makes of its gradient; the nodes where it differs, and the first that backward comes to
 */

/** @typedef {'play' | 'pause' | 'undo' | 'redo' | 'backward' | 'zero_grad'} GraphAction backward and zero_grad run once more after what ran */

/**
 * @typedef {object} GraphChange what an element asks for; one of
 * @property {string} [typed] the text, after a key in the editor, with `selection`
 * @property {{ begin: number, end: number }} [selection]
 * @property {(program: Program) => Edited | { error: string }} [edit] an edit in the picture, a function of `text-edits.js`
 * @property {string} [open] another text altogether, as from the gallery
 * @property {number} [to] so many steps
 * @property {number} [by] so many steps more
 * @property {number} [speed]
 * @property {number | null} [select] a node, or none
 * @property {number} [entry] which of its numbers
 * @property {Edge[] | null} [light] a path that is pointed at
 * @property {Broken | null} [broken]
 * @property {GraphAction} [action]
 */

export class GraphStore {
  /** @type {GraphClient | undefined} */
  #client;
  #timer = 0;
  /** @type {TextPast} */
  #past;
  /** @type {Set<() => void>} */
  #listeners = new Set();

  /** @param {string} text to begin with */
  constructor(text) {
    this.#past = startPast(text);
    /** @type {GraphState} */
    this.state = {
      text,
      selection: undefined,
      frame: undefined,
      errors: [],
      refusal: '',
      passes: ['backward'],
      count: Infinity,
      steps: 0,
      playing: false,
      speed: 1.25,
      selected: undefined,
      entry: 0,
      lit: [],
      broken: undefined,
      can: { undo: false, redo: false },
      failure: '',
    };
  }

  /** @param {() => void} listener */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @param {Partial<GraphState>} part */
  #set(part) {
    this.state = { ...this.state, ...part };
    for (const listener of this.#listeners) listener();
  }

  /** @param {() => Promise<GraphClient>} open */
  async connect(open) {
    try {
      this.#client = await open();
      await this.#read();
    } catch (error) {
      this.#set({ failure: error instanceof Error ? error.message : String(error) });
    }
  }

  dispose() {
    this.#stop();
    this.#client?.dispose();
    this.#client = undefined;
  }

  /** What the panels ask the core about the graph that stands. */
  get client() {
    return this.#client;
  }

  /** @param {GraphChange} change */
  async change(change) {
    if (change.typed !== undefined) return this.#type(change.typed, change.selection);
    if (change.edit) return this.#edit(change.edit);
    if (change.open !== undefined) return this.#show(picturedEdit(this.#past, { source: change.open, selection: { begin: 0, end: 0 } }));
    if (change.to !== undefined) return this.#go(change.to);
    if (change.by !== undefined) return this.#go(this.state.count + change.by);
    if (change.speed !== undefined) return this.#hurry(change.speed);
    if (change.select !== undefined) return this.#set({ selected: change.select ?? undefined, entry: change.entry ?? 0 });
    if (change.entry !== undefined) return this.#set({ entry: change.entry });
    if (change.light !== undefined) return this.#set({ lit: change.light ?? [] });
    if (change.broken !== undefined) return this.#set({ broken: change.broken ?? undefined });
    if (change.action) return this.#act(change.action);
  }

  /** @param {GraphAction} action */
  async #act(action) {
    if (action === 'undo') return this.#show(undo(this.#past));
    if (action === 'redo') return this.#show(redo(this.#past));
    if (action === 'play') return this.#play();
    if (action === 'pause') return this.#stop();
    const before = this.state.steps;
    await this.#read([...this.state.passes, action]);
    this.#set({ count: before });
    this.#play();
  }

  /** @param {string} source @param {{ begin: number, end: number }} [selection] */
  #type(source, selection = { begin: source.length, end: source.length }) {
    return this.#keep(typed(this.#past, { source, selection }, performance.now()), undefined);
  }

  /** @param {(program: Program) => Edited | { error: string }} edit */
  #edit(edit) {
    const { frame, text, errors } = this.state;
    if (!frame || frame.source !== text || errors.length) return this.#set({ refusal: 'The text has a mistake; once it is corrected, the picture can be edited again.' });
    const edited = edit({ ...frame, ops: tables.ops, nodes: frame.nodes.map((node) => ({ ...node, value: node.op ? undefined : node.value.data[0] })) });
    if ('error' in edited) return this.#set({ refusal: edited.error });
    return this.#show(picturedEdit(this.#past, edited));
  }

  /** @param {TextPast} past */
  #show(past) {
    return this.#keep(past, past.now.selection);
  }

  /** @param {TextPast} past @param {{ begin: number, end: number } | undefined} selection */
  #keep(past, selection) {
    this.#past = past;
    this.#set({ text: past.now.source, selection, can: canUndo(past), refusal: '' });
    return this.#read();
  }

  /** The newest text wins, whatever comes back first. @param {GraphPass[]} [passes] */
  async #read(passes) {
    const source = this.state.text;
    const frame = await this.#client?.read(source, passes);
    if (!frame || frame.source !== this.state.text) return;
    if (frame.errors.length || frame.nodes.length === 0) return this.#set({ errors: frame.errors });
    const steps = stepsOf(frame).length;
    const atEnd = this.state.count >= this.state.steps;
    const selected = this.state.selected !== undefined && this.state.selected < frame.nodes.length ? this.state.selected : undefined;
    const entry = selected !== undefined && this.state.entry < frame.nodes[selected].value.data.length ? this.state.entry : 0;
    this.#set({ frame, errors: [], passes: frame.script, steps, count: atEnd ? steps : Math.min(this.state.count, steps), selected, entry, lit: [] });
  }

  /** @param {number} count */
  #go(count) {
    this.#set({ count: Math.min(Math.max(count, 0), this.state.steps) });
    if (this.state.playing && this.state.count >= this.state.steps) this.#stop();
  }

  #stop() {
    clearInterval(this.#timer);
    if (this.state.playing) this.#set({ playing: false });
  }

  #play() {
    clearInterval(this.#timer);
    this.#set({ playing: true, count: this.state.count >= this.state.steps ? 0 : this.state.count });
    this.#timer = Number(setInterval(() => this.#go(this.state.count + 1), 1000 / this.state.speed));
  }

  /** @param {number} speed */
  #hurry(speed) {
    this.#set({ speed });
    if (this.state.playing) this.#play();
  }
}

