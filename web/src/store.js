// The page's one state: settings, the latest frame, what is selected. Elements change it by `change` events only.

/** @import { Action, Change, State } from './lab-state.js' */
/** @import { Board } from './data/board.js' */
/** @import { Table } from './data/own-data.js' */
/** @import { Digit } from './data/digit.js' */
/** @import { Drawn } from './data/points.js' */
/** @import { Frame, Settings, Tables, Weight } from './types.js' */
/** @import { Client } from './engine/client.js' */
/** @import { Wants } from './engine/instruments.js' */
import { newBoard, travelled } from './data/board.js';
import { keepDigit, keepDraft, keptDigit, keptDraft } from './data/draft.js';
import { ownData } from './data/own-data.js';
import { settingsFor } from './data-choice.js';
import { clampWeight, isIn, sameWeight } from './draw/walk.js';
import { Download } from './download.js';
import { Observed } from './observed.js';
import { Past } from './past.js';
import { defaultSettings, readMessage, sameSettings } from './settings.js';

/** The core keeps the history of so many. */
export const MOST_PINS = 8;

/** @extends {Observed<State>} */
export class Store extends Observed {
  /** @type {Client | undefined} */
  #client;
  /** @type {Settings} */
  #wanted = {};
  #applying = false;
  /** The wants that the engine was told, as JSON. */
  #asked = '{}';
  #past = new Past();
  #download = new Download((download) => this.set({ download }));

  /** @param {Tables} tables @param {Settings} [settings] to begin with */
  constructor(tables, settings = defaultSettings(tables)) {
    super({
      settings,
      errors: {},
      frame: undefined,
      selected: { layer: 1, to: 5, from: 4 },
      hovered: undefined,
      example: 0,
      hoveredExample: undefined,
      scale: 'frozen',
      output: { discretise: false, test: true },
      view: 'network',
      quantity: 'weight',
      table: { layer: null, sort: 'place', descending: false, bySize: false, page: 0 },
      panel: '',
      pins: [],
      samples: {},
      download: undefined,
      board: undefined,
      digit: keptDigit(),
      can: { undo: false, redo: false },
      failure: '',
    });
    this.tables = tables;
  }

  /** @param {(onPart: (part: object) => void) => Promise<Client>} open */
  async connect(open) {
    try {
      this.#client = await open((part) => this.#receive(part));
      await Promise.all([this.#select(), this.#begin()]);
    } catch (error) {
      this.set({ failure: messageOf(error) });
    }
  }

  /** A few points of every data set, for the buttons. */
  async drawSamples() {
    const samples = await this.#client?.samples();
    if (samples) this.set({ samples });
  }

  /** The first run; where its settings cannot be had, as offline or from a wrong address, the usual one. */
  async #begin() {
    try {
      await this.#start(this.state.settings);
    } catch (error) {
      const settings = defaultSettings(this.tables);
      this.set({ settings });
      await this.#start(settings);
      if (isAbort(error)) return;
      const { text } = readMessage(messageOf(error), this.tables);
      this.set({ errors: { dataset: `The run of this address cannot be had, so here is the usual one: ${text}` } });
    }
  }

  dispose() {
    this.#client?.dispose();
    this.#client = undefined;
  }

  /** @param {any} part */
  #receive({ failure, ...part }) {
    if (failure) this.set({ failure });
    const before = this.state.frame;
    const frame = /** @type {Frame} */ ({ ...before, ...part });
    this.set({ frame });
    if (frame.run === before?.run) return;
    // A weight that is not drawn is kept through a reset; in another network one is chosen that can be seen.
    const widths = layerWidths(frame);
    const same = before !== undefined && String(widths) === String(layerWidths(before));
    const selected = same && isIn(this.state.selected, widths) ? this.state.selected : clampWeight(this.state.selected, widths);
    if (!sameWeight(selected, this.state.selected)) this.set({ selected });
  }

  /** @param {Change} change */
  async change(change) {
    if (change.setting) return this.#changeSettings({ [change.setting]: change.value });
    if (change.data) return this.#choose(change.data);
    if (change.own) return this.#learn(change.own);
    if (change.board === 'open') return this.#draw(this.state.board ?? newBoard(keptDraft()));
    if (change.board !== undefined) return this.#draw(change.board ?? undefined);
    if (change.digit) return this.#write(change.digit);
    if (change.settings) return this.#changeSettings(change.settings);
    if (change.forget) return this.#forget(change.forget);
    if (change.scale) return this.set({ scale: change.scale });
    if (change.output) return this.set({ output: change.output });
    if (change.view) return this.set({ view: change.view });
    if (change.quantity) return this.set({ quantity: change.quantity });
    if (change.table) return this.set({ table: { ...this.state.table, ...change.table } });
    if (change.panel !== undefined) return this.set({ panel: change.panel });
    if (change.pin) return this.#pin(change.pin);
    if (change.edit) return this.#edit(change.edit);
    if (change.goTo !== undefined) return this.#client?.goTo(change.goTo);
    if (change.action) return this.#act(change.action);
    if (change.weight) this.set({ selected: change.weight, hovered: undefined });
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

  /** @param {{ place: Weight, value: number }} edit */
  async #edit({ place, value }) {
    try {
      await this.#client?.setParameter(place, value);
      this.#forget('weight');
    } catch (error) {
      this.set({ errors: { ...this.state.errors, weight: messageOf(error) } });
    }
  }

  /** @param {Action} action */
  async #act(action) {
    const client = this.#client;
    if (!client) return;
    if (action === 'undo' || action === 'redo') return this.state.board ? this.#draw(travelled(this.state.board, action)) : this.#travel(action);
    if (action === 'cancel') return client.cancelLoad();
    if (action === 'play') await client.play();
    else if (action === 'pause') await client.pause();
    else if (action === 'step') await client.step(1);
    else {
      await client.pause();
      await client.apply(this.state.settings);
    }
  }

  /** @param {string} name */
  #forget(name) {
    const { [name]: _, ...errors } = this.state.errors;
    this.set({ errors });
  }

  /** Another choice takes the place of one that is still being downloaded. @param {string} name */
  async #choose(name) {
    if (this.state.download) await this.#client?.cancelLoad();
    await this.#changeSettings(settingsFor(name, this.state.settings, this.tables));
  }

  /** @param {Drawn | Table} own */
  async #learn(own) {
    const name = 'csv' in own ? await ownData.addTable(own) : ownData.addPoints(own);
    await this.#choose(name);
    if (this.state.settings.data === name) this.set({ board: undefined });
  }

  /** What is drawn outlives the page, trained on or not. @param {Board | undefined} board */
  #draw(board) {
    if (board) keepDraft(board.drawn);
    this.set({ board });
  }

  /** @param {Digit} digit */
  #write(digit) {
    keepDigit(digit);
    this.set({ digit });
  }

  /** Changes that come while a run is being made wait and go together. @param {Settings} changes */
  async #changeSettings(changes) {
    this.#wanted = { ...this.#wanted, ...changes };
    if (this.#applying || !this.#client) return;
    this.#applying = true;
    while (Object.keys(this.#wanted).length > 0) {
      const wanted = this.#wanted;
      this.#wanted = {};
      await this.#try(wanted);
    }
    this.#applying = false;
  }

  /** @param {Settings} wanted */
  async #try(wanted) {
    const names = Object.keys(wanted);
    const before = this.state.settings;
    const settings = { ...before, ...wanted };
    try {
      // A new learning rate is the one setting that keeps the run.
      if (names.length === 1 && names[0] === 'lr') await this.#client?.setLr(wanted.lr);
      else await this.#start(settings);
      const errors = Object.fromEntries(Object.entries(this.state.errors).filter(([name]) => !names.includes(name)));
      this.#past.keep(before, names);
      this.set({ settings, errors, can: this.#past.can });
    } catch (error) {
      this.#refuse(error, names[0]);
    }
  }

  /**
   * A new run, for which its data are downloaded if need be; meanwhile the old one goes on.
   * @param {Settings} settings @param {boolean} [resume] the run before goes on where it was
   */
  async #start(settings, resume) {
    const client = /** @type {Client} */ (this.#client);
    if (settings.data) await this.#download.of(settings.data, client);
    await (resume ? client.apply(settings, true) : client.apply(settings));
  }

  /** @param {unknown} error @param {string} asked the setting that a message stands at when it names none */
  #refuse(error, asked) {
    if (isAbort(error)) return;
    const { name, text } = readMessage(messageOf(error), this.tables);
    this.set({ errors: { ...this.state.errors, [name || asked]: text } });
  }

  /** @param {'undo' | 'redo'} way */
  async #travel(way) {
    const settings = this.#past.peek(way);
    if (!settings || this.#applying) return;
    this.#applying = true;
    const before = this.state.settings;
    try {
      if (sameSettings({ ...before, lr: settings.lr }, settings)) await this.#client?.setLr(settings.lr);
      else {
        // At rest, the run that comes back is seen where it was.
        await this.#client?.pause();
        await this.#start(settings, true);
      }
      this.#past.go(way, before);
      this.set({ settings, errors: {}, can: this.#past.can });
    } catch (error) {
      this.#refuse(error, 'data');
    }
    this.#applying = false;
    await this.#changeSettings({});
  }
}

const messageOf = (/** @type {unknown} */ error) => (error instanceof Error ? error.message : String(error));
/** Was a download given up? @param {unknown} error */
const isAbort = (error) => error instanceof Error && error.name === 'AbortError';

/** Units per layer, input first. @param {Pick<Frame, 'layers'>} frame */
export function layerWidths({ layers }) {
  return [layers[0].inputs, ...layers.map((layer) => layer.outputs)];
}
