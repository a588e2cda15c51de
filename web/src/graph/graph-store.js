// The graph page's one state: the text, the last graph it was, and the moment that is shown. Elements change it by `change` events only.

/** @import { GraphFrame, GraphPass } from '../types.js' */
/** @import { GraphAction, GraphChange, GraphState } from './graph-state.js' */
/** @import { GraphClient } from '../engine/client.js' */
/** @import { Operand } from './additions.js' */
/** @import { Edited, Place, Program } from './draft.js' */
/** @import { WaitingEdit } from './waiting-edits.js' */
/** @import { TextPast } from './text-past.js' */
import { messageOf } from '../message-of.js';
import { Observed } from '../observed.js';
import tables from '../tables.js';
import { GraphPlay } from './graph-play.js';
import { canFinish, editOf, isComplete } from './pick.js';
import { taken } from './taken.js';
import { canUndo, picturedEdit, redo, startPast, typed, undo } from './text-past.js';
import { nextEdit } from './waiting-edits.js';

/** In ms without an edit. */
const REST = 250;

const MISTAKE = 'The text has a mistake; once it is corrected, the picture can be edited again.';

/** @extends {Observed<GraphState>} */
export class GraphStore extends Observed {
  /** @type {GraphClient | undefined} */
  #client;
  #open = false;
  #play = new GraphPlay(this);
  #rest = 0;
  /** What waits to be read. @type {{ passes?: GraphPass[] } | undefined} */
  #unread;
  /** @type {Promise<void> | undefined} */
  #reading;
  /** What waits to be made. @type {WaitingEdit[]} */
  #edits = [];
  /** @type {Promise<void> | undefined} */
  #editing;
  /** @type {TextPast} */
  #past;

  /** @param {string} text to begin with */
  constructor(text) {
    super({
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
      pick: undefined,
      entry: 0,
      why: 0,
      lit: [],
      broken: undefined,
      can: { undo: false, redo: false },
      failure: '',
    });
    this.#past = startPast(text);
  }

  /** @param {() => Promise<GraphClient>} open */
  async connect(open) {
    try {
      this.#open = true;
      const client = await open();
      if (!this.#open) return client.dispose();
      this.#client = client;
      await this.#read();
    } catch (error) {
      this.#fail(error);
    }
  }

  dispose() {
    this.#play.stop();
    clearTimeout(this.#rest);
    this.#client?.dispose();
    this.#client = undefined;
    this.#open = false;
    this.#reading = this.#editing = this.#unread = undefined;
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
    if (change.to !== undefined) return this.#play.go(change.to);
    if (change.by !== undefined) return this.#play.go(this.state.count + change.by);
    if (change.speed !== undefined) return this.#play.hurry(change.speed);
    if (change.begin !== undefined) return this.#begin(change.begin);
    if (change.operand !== undefined) return this.#choose({ operands: [change.operand] });
    if (change.sizes) return this.#choose({ sizes: change.sizes });
    if (change.select !== undefined) return this.#select(change.select ?? undefined, change.entry);
    if (change.why !== undefined) return this.#ask(change.why);
    if (change.entry !== undefined) return this.set({ entry: change.entry });
    if (change.light !== undefined) return this.set({ lit: change.light ?? [] });
    if (change.broken !== undefined) return this.set({ broken: change.broken ?? undefined });
    if (change.action) return this.#act(change.action);
  }

  /** @param {GraphAction} action */
  async #act(action) {
    if (action === 'play') return this.#play.start();
    if (action === 'pause') return this.#play.stop();
    if (action === 'cancel') return this.set({ pick: undefined, refusal: '' });
    const { pick } = this.state;
    if (action === 'finish') return pick && canFinish(pick) ? this.#edit(editOf(pick)) : undefined;
    await this.#editing;
    if (action === 'undo') return this.#show(undo(this.#past));
    if (action === 'redo') return this.#show(redo(this.#past));
    const before = this.state.steps;
    await this.#read([...this.state.passes, action]);
    this.set({ count: before });
    this.#play.start();
  }

  /** A node that is selected while operands are chosen is one of them. @param {number | undefined} node @param {number} [entry] */
  #select(node, entry = 0) {
    if (this.state.pick && node !== undefined) return this.#choose({ operands: [node] });
    return this.set({ selected: node, entry, refusal: '', ...(node === undefined ? { pick: undefined } : {}) });
  }

  /** While operands are chosen, a gradient is a part of its node as any other. @param {number} node */
  #ask(node) {
    if (!this.state.pick) this.set({ why: this.state.why + 1 });
    return this.#select(node);
  }

  /** @param {string} name of an operation */
  #begin(name) {
    const op = tables.ops.find((row) => row.name === name);
    const { selected } = this.state;
    if (!op) return;
    this.set({ pick: { op: /** @type {any} */ (op), operands: [] }, refusal: '' });
    if (selected !== undefined) return this.#choose({ operands: [selected] });
  }

  /** @param {{ operands?: Operand[], sizes?: number[] }} more */
  #choose({ operands = [], sizes }) {
    const { pick } = this.state;
    if (!pick) return;
    const chosen = { ...pick, operands: [...pick.operands, ...operands], sizes: sizes ?? pick.sizes };
    if (isComplete(chosen)) return this.#edit(editOf(chosen));
    return this.set({ pick: chosen, refusal: '' });
  }

  /** @param {string} source @param {Place} [selection] */
  #type(source, selection = { begin: source.length, end: source.length }) {
    this.#edits = [];
    return this.#keep(typed(this.#past, { source, selection }, performance.now()), undefined);
  }

  /** Edits are made one after another, each of the graph that the one before has left. @param {(program: Program) => Edited | { error: string }} edit */
  #edit(edit) {
    this.#edits.push({ edit, of: this.state.frame });
    return (this.#editing ??= this.#makeEdits().finally(() => (this.#editing = undefined)));
  }

  async #makeEdits() {
    while (this.#edits.length > 0) {
      await this.#reading;
      const { frame, text, errors } = this.state;
      const past = this.#past;
      const made = frame && frame.source === text && errors.length === 0 ? nextEdit(this.#edits, frame) : { error: MISTAKE };
      const next = 'error' in made ? undefined : await this.#client?.read(made.source).catch(() => undefined);
      if (past !== this.#past) continue; // the text was changed meanwhile, and the edit was of the one before
      if (next && !('error' in made) && next.errors.length === 0) {
        this.#past = picturedEdit(past, made, performance.now());
        this.set({ text: made.source, selection: made.selection, can: canUndo(this.#past), ...taken(this.state, next, made), pick: undefined, refusal: '' });
        this.#explainSoon();
      } else {
        this.#edits = [];
        const [error] = next?.errors ?? [];
        this.set({ refusal: 'error' in made ? made.error : error ? `${error.message}; the text stays as it was` : 'The engine does not answer.' });
      }
    }
  }

  /** @param {TextPast} past */
  #show(past) {
    this.#edits = [];
    return this.#keep(past, past.now.selection);
  }

  /** @param {TextPast} past @param {Place | undefined} selection */
  #keep(past, selection) {
    this.#past = past;
    this.set({ text: past.now.source, selection, can: canUndo(past), refusal: '', pick: undefined });
    return this.#read();
  }

  /** Ends when every edit that was asked for is made and read. */
  async idle() {
    while (this.#editing ?? this.#reading) await (this.#editing ?? this.#reading);
  }

  /** One text at a time goes to the core, and of those that wait the newest. @param {GraphPass[]} [passes] */
  #read(passes) {
    this.#unread = { passes };
    return (this.#reading ??= this.#readAll().finally(() => (this.#reading = undefined)));
  }

  async #readAll() {
    while (this.#unread) {
      const { passes } = this.#unread;
      this.#unread = undefined;
      const frame = await this.#client?.read(this.state.text, passes).catch((error) => this.#fail(error));
      if (frame && frame.source === this.state.text && !this.#unread) this.set({ ...taken(this.state, frame), failure: '' });
      this.#explainSoon();
    }
  }

  /** @param {unknown} error @returns {undefined} */
  #fail(error) {
    this.set({ failure: messageOf(error) });
  }

  /** A large graph is explained once the text rests. */
  #explainSoon() {
    clearTimeout(this.#rest);
    if (this.state.frame?.explained === false) this.#rest = Number(setTimeout(() => void this.#explain(), REST));
  }

  async #explain() {
    const { frame } = this.state;
    if (!frame) return;
    const explained = await this.#client?.read(frame.source, frame.script, true).catch((error) => this.#fail(error));
    if (explained && this.state.frame === frame) this.set({ frame: explained });
  }
}
