// The page's one state: settings, the latest frame, what is selected. Elements change it by `change` events only.

/** @import { Action, Change, LinkState, State } from './lab-state.js' */
/** @import { Fault, Link } from './link/link.js' */
/** @import { Frame, Settings, Tables, Weight } from './types.js' */
/** @import { Client } from './engine/client.js' */
/** @import { Wants } from './engine/instruments.js' */
/** @import { KeptRun } from './kept-run.js' */
import { travelled } from './data/board.js';
import { keptDigit } from './data/draft.js';
import { changeOwn } from './data/own-changes.js';
import { biasedBy, hasPlace } from './draw/parameters.js';
import { clampWeight, sameWeight } from './draw/walk.js';
import { linkState, wayOf } from './link/opening.js';
import { plainLink } from './link/link.js';
import { messageOf } from './message-of.js';
import { Observed } from './observed.js';
import { Opened } from './opened.js';
import { RunChanges } from './run-changes.js';
import { defaultSettings } from './settings.js';
import { nextSpeed, SPEEDS } from './speeds.js';
import { Time } from './time.js';

/** The core keeps the history of so many. */
const MOST_PINS = 8;

/** @extends {Observed<State>} */
export class Store extends Observed {
  /** @type {Client | undefined} */
  #client;
  /** The wants that the engine was told, as JSON. */
  #asked = '{}';
  /** @type {RunChanges} */
  #run;
  #time = new Time(this);

  /** @type {Opened} */
  #opened;

  /** @param {Tables} tables @param {Link} [link] what to begin with @param {KeptRun} [before] the run of before a reload @param {Fault[]} [faults] what of the link is not followed */
  constructor(tables, link = plainLink(defaultSettings(tables)), before, faults = []) {
    const { settings, speed } = link;
    const kept = wayOf(link, before);
    super({
      settings: kept ? { ...settings, lr: kept.lr } : settings,
      errors: {},
      frame: undefined,
      early: kept || settings.data ? undefined : false,
      selected: kept?.selected ?? { layer: 1, to: 5, from: 4 },
      hovered: undefined,
      example: kept?.example ?? 0,
      hoveredExample: undefined,
      scale: kept?.scale ?? 'frozen',
      output: { discretise: false, test: true },
      view: kept?.view ?? 'network',
      quantity: 'weight',
      table: { layer: null, sort: 'place', descending: false, bySize: false, page: 0 },
      panel: kept?.panel ?? '',
      phase: null,
      speed,
      going: undefined,
      unfinished: undefined,
      pins: kept?.pins ?? [],
      card: { whose: 'example', below: 'why', trail: [] },
      slice: { along: 'weight', zoom: 1 },
      samples: {},
      download: undefined,
      board: undefined,
      digit: keptDigit(),
      can: { undo: false, redo: false },
      failure: '',
      link: linkState(link, faults),
      opened: undefined,
    });
    this.tables = tables;
    this.#run = new RunChanges(this, tables);
    this.#opened = new Opened(this, this.#run, this.#time);
    this.kept = kept;
  }

  /** @param {(onPart: (part: object) => void) => Promise<Client>} open */
  async connect(open) {
    try {
      this.#client = await open((part) => this.#receive(part));
      this.#run.client = this.#time.client = this.#client;
      await Promise.all([this.#select(), this.#run.begin()]);
      if (this.state.speed !== SPEEDS[0]) await this.#client.setSpeed(this.state.speed);
      if (this.state.pins.length) await this.#client.watch(this.state.pins);
      if (this.kept) await this.#opened.resume(this.kept);
    } catch (error) {
      this.set({ failure: messageOf(error), early: undefined });
    }
  }

  /** Another address is followed; `same` says whether its settings are those of the run. @type {Opened['open']} */
  open(link, faults, same) {
    return this.#opened.open(link, faults, same);
  }

  /** A few points of every data set, for the buttons. */
  async drawSamples() {
    const samples = await this.#client?.samples();
    if (samples) this.set({ samples });
  }

  dispose() {
    this.#client?.dispose();
    this.#client = this.#run.client = this.#time.client = undefined;
    this.#asked = '{}';
  }

  /** @param {any} part */
  #receive({ failure, ...part }) {
    if (failure) this.set({ failure });
    const before = this.state.frame;
    const frame = /** @type {Frame} */ ({ ...before, ...part });
    this.set({ frame, ...this.#time.with(frame, before) });
    this.#opened.receive(frame);
    if (frame.run === before?.run) return;
    // A weight that is not drawn is kept through a reset; in another network one is chosen that can be seen.
    const widths = layerWidths(frame);
    const biased = biasedBy(frame.settings);
    const same = before !== undefined && String(widths) === String(layerWidths(before));
    const selected = same && hasPlace(this.state.selected, widths, biased) ? this.state.selected : clampWeight(this.state.selected, widths, biased);
    if (!sameWeight(selected, this.state.selected)) this.set({ selected });
    if (this.state.card.trail.length) this.set({ card: { ...this.state.card, trail: [] } });
  }

  /** @param {Change} change */
  async change(change) {
    if (change.setting) return this.#run.change({ [change.setting]: change.value });
    if (change.data) return this.#run.choose(change.data);
    if (change.own || change.board !== undefined || change.digit) return changeOwn(this, change);
    if (change.settings) return this.#run.change(change.settings);
    if (change.forget) return this.#run.forget(change.forget);
    if (change.scale) return this.set({ scale: change.scale });
    if (change.output) return this.set({ output: change.output });
    if (change.view) return this.set({ view: change.view });
    if (change.quantity) return this.set({ quantity: change.quantity });
    if (change.table) return this.set({ table: { ...this.state.table, ...change.table } });
    if (change.panel !== undefined) return this.set({ panel: change.panel });
    if (change.open) return this.#opened.openFile(change.open);
    if (change.link) return this.set({ link: { ...this.state.link, ...change.link } });
    if (change.card) return this.set({ card: { ...this.state.card, ...change.card } });
    if (change.slice) return this.set({ slice: { ...this.state.slice, ...change.slice } });
    if (change.pin) return this.#pin(change.pin);
    if (change.edit) return this.#run.edit(change.edit);
    if (change.goTo !== undefined) return this.#time.go({ step: change.goTo, phase: null });
    if (change.by) return this.#time.move(change.by);
    if (change.phase !== undefined) return this.#time.show(change.phase);
    if (change.speed) return this.#setSpeed(change.speed);
    if (change.action) return this.#act(change.action);
    if (change.weight) this.set({ selected: change.weight, hovered: undefined, card: { ...this.state.card, trail: [] } });
    if (change.hover !== undefined) this.set({ hovered: change.hover ?? undefined });
    if (change.example !== undefined) this.set({ example: change.example, hoveredExample: undefined });
    if (change.hoverExample !== undefined) this.set({ hoveredExample: change.hoverExample ?? undefined });
    await this.#select();
  }

  async #select() {
    const { hovered, selected, hoveredExample, example } = this.state;
    await this.#client?.select(hovered ?? selected, hoveredExample ?? example);
  }

  /** What frames tell from now on besides, as the panels on screen need it. @param {Wants} wants */
  want(wants) {
    const asked = JSON.stringify(wants);
    if (asked === this.#asked || !this.#client) return;
    this.#asked = asked;
    return this.#client.want(wants);
  }

  /** The engine, for questions that change nothing. */
  get client() {
    return this.#client;
  }

  /** One instrument, read once. @type {Client['ask']} */
  ask(name, argument) {
    return /** @type {Client} */ (this.#client).ask(name, argument);
  }

  /** @param {Weight} place */
  #pin(place) {
    const others = this.state.pins.filter((pin) => !sameWeight(pin, place));
    const pins = others.length < this.state.pins.length ? others : [...this.state.pins, place].slice(-MOST_PINS);
    this.set({ pins });
    return this.#client?.watch(pins);
  }

  /** @param {number | 'next'} wanted */
  #setSpeed(wanted) {
    const speed = wanted === 'next' ? nextSpeed(this.state.speed) : wanted;
    this.set({ speed });
    return this.#client?.setSpeed(speed);
  }

  /** Before there is a run, the engine plays it as soon as it can. @param {'play' | 'pause'} action */
  #play(action) {
    const { frame, early } = this.state;
    if (!frame && early === undefined) return;
    if (!frame) this.set({ early: action === 'play' });
    return this.#client?.[action]();
  }

  /** @param {Action} action */
  async #act(action) {
    const client = this.#client;
    if (!client) return;
    if (action === 'undo' || action === 'redo') return this.state.board ? changeOwn(this, { board: travelled(this.state.board, action) }) : this.#run.travel(action);
    if (action === 'cancel') return client.cancelLoad();
    if (action === 'play' || action === 'pause') await this.#play(action);
    else if (action === 'keep') await client.keep();
    else if (action === 'release') await client.release();
    else if (action === 'halt') await this.#time.cancel();
    else if (action === 'resume') await (this.state.unfinished && this.#time.resume(this.state.unfinished, Infinity));
    else await this.#run.restart();
  }
}

/** Units per layer, input first. @param {Pick<Frame, 'layers'>} frame */
export function layerWidths({ layers }) {
  return [layers[0].inputs, ...layers.map((layer) => layer.outputs)];
}
