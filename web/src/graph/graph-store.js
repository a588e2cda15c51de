// The graph page's one state: the text, the last graph it was, and the moment that is shown. Elements change it by `change` events only.

/** @import { GraphFrame, GraphPass } from '../types.js' */
/** @import { GraphAction, GraphChange, GraphState } from './graph-state.js' */
/** @import { GraphClient } from '../engine/client.js' */
/** @import { Operand } from './additions.js' */
/** @import { Edited, Place, Program } from './draft.js' */
/** @import { TextPast } from './text-past.js' */
import { namesOf } from '../draw/graph-names.js';
import { stepsOf } from '../draw/graph-steps.js';
import { messageOf } from '../message-of.js';
import { Observed } from '../observed.js';
import tables from '../tables.js';
import { canFinish, editOf, isComplete } from './pick.js';
import { follow } from './selection.js';
import { canUndo, picturedEdit, redo, startPast, typed, undo } from './text-past.js';

/** In ms without an edit. */
const REST = 250;

const STALE = 'The graph has changed since; asked again of what stands now, it can be done.';
const MISTAKE = 'The text has a mistake; once it is corrected, the picture can be edited again.';

/** @extends {Observed<GraphState>} */
export class GraphStore extends Observed {
  /** @type {GraphClient | undefined} */
  #client;
  #open = false;
  #timer = 0;
  #rest = 0;
  /** What waits to be read. @type {{ passes?: GraphPass[] } | undefined} */
  #unread;
  /** @type {Promise<void> | undefined} */
  #reading;
  /** What waits to be made, each with the graph that it was asked of. @type {{ edit: (program: Program) => Edited | { error: string }, of: GraphFrame | undefined }[]} */
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
    this.#stop();
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
    if (change.to !== undefined) return this.#go(change.to);
    if (change.by !== undefined) return this.#go(this.state.count + change.by);
    if (change.speed !== undefined) return this.#hurry(change.speed);
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
    if (action === 'play') return this.#play();
    if (action === 'pause') return this.#stop();
    if (action === 'cancel') return this.set({ pick: undefined, refusal: '' });
    const { pick } = this.state;
    if (action === 'finish') return pick && canFinish(pick) ? this.#edit(editOf(pick)) : undefined;
    await this.#editing;
    if (action === 'undo') return this.#show(undo(this.#past));
    if (action === 'redo') return this.#show(redo(this.#past));
    const before = this.state.steps;
    await this.#read([...this.state.passes, action]);
    this.set({ count: before });
    this.#play();
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
      const made = frame && frame.source === text && errors.length === 0 ? this.#nextEdit(frame) : { error: MISTAKE };
      const next = 'error' in made ? undefined : await this.#client?.read(made.source).catch(() => undefined);
      if (past !== this.#past) continue; // the text was changed meanwhile, and the edit was of the one before
      if (next && !('error' in made) && next.errors.length === 0) {
        this.#past = picturedEdit(past, made, performance.now());
        this.set({ text: made.source, selection: made.selection, can: canUndo(this.#past), ...this.#taken(next, made), pick: undefined, refusal: '' });
        this.#explainSoon();
      } else {
        this.#edits = [];
        const [error] = next?.errors ?? [];
        this.set({ refusal: 'error' in made ? made.error : error ? `${error.message}; the text stays as it was` : 'The engine does not answer.' });
      }
    }
  }

  /** The next edit, or of one stroke the last that waits. @param {GraphFrame} frame */
  #nextEdit(frame) {
    const nodes = frame.nodes.map((node) => ({ ...node, value: node.op ? undefined : node.value.data[0] }));
    const program = { ...frame, ops: tables.ops, shown: namesOf(frame).map(({ name }) => name), nodes };
    /** Its nodes are those of the graph that it was asked of; a stroke changes numbers alone. @param {{ edit: (program: any) => Edited | { error: string }, of: GraphFrame | undefined }} asked */
    const make = ({ edit, of }) => {
      if (of?.nodes.length !== frame.nodes.length) return { error: STALE };
      const made = edit(program);
      return of.source === frame.source || 'stroke' in made || 'error' in made ? made : { error: STALE };
    };
    for (;;) {
      const [first, second] = this.#edits;
      this.#edits.shift();
      const made = make(first);
      const after = second && 'stroke' in made ? make(second) : undefined;
      if (!after || !('stroke' in after) || !('stroke' in made) || after.stroke !== made.stroke) return made;
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
      if (frame && frame.source === this.state.text && !this.#unread) this.set({ ...this.#taken(frame), failure: '' });
      this.#explainSoon();
    }
  }

  /** What a frame changes. @param {GraphFrame} frame @param {Edited} [edited] @returns {Partial<GraphState>} */
  #taken(frame, edited) {
    if (frame.errors.length > 0) return { errors: frame.errors };
    const steps = frame.nodes.length > 0 ? stepsOf(frame).length : 0;
    const atEnd = this.state.count >= this.state.steps;
    const selected = follow(this.state.frame, frame, this.state.selected, edited);
    const entry = selected !== undefined && this.state.entry < frame.nodes[selected].value.data.length ? this.state.entry : 0;
    const { pick } = frame.source === this.state.frame?.source ? this.state : { pick: undefined };
    return { frame, pick, errors: [], passes: frame.script, steps, count: atEnd ? steps : Math.min(this.state.count, steps), selected, entry, lit: [] };
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

  /** @param {number} count */
  #go(count) {
    this.set({ count: Math.min(Math.max(count, 0), this.state.steps) });
    if (this.state.playing && this.state.count >= this.state.steps) this.#stop();
  }

  #stop() {
    clearInterval(this.#timer);
    if (this.state.playing) this.set({ playing: false });
  }

  #play() {
    clearInterval(this.#timer);
    this.set({ playing: true, count: this.state.count >= this.state.steps ? 0 : this.state.count });
    this.#timer = Number(setInterval(() => this.#go(this.state.count + 1), 1000 / this.state.speed));
  }

  /** @param {number} speed */
  #hurry(speed) {
    this.set({ speed });
    if (this.state.playing) this.#play();
  }
}

