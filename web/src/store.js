// The page's one state: settings, the latest frame, what is selected. Elements change it by `change` events only.

/** @import { Frame, Points, ScaleMode, Settings, Tables, Weight } from './types.js' */
/** @import { Client } from './engine/client.js' */
import { clampWeight, sameWeight } from './draw/walk.js';
import { defaultSettings, readMessage } from './settings.js';

/**
 * @typedef {object} State
 * @property {Settings} settings of the run that stands
 * @property {Record<string, string>} errors option name → the core's words
 * @property {Frame | undefined} frame
 * @property {Weight} selected stays until another is chosen
 * @property {Weight | undefined} hovered shown while the pointer is on it
 * @property {number} example index in the batch
 * @property {ScaleMode} scale
 * @property {Record<string, Points>} samples of the data sets
 * @property {string} failure why nothing runs; empty when all is well
 */

/**
 * @typedef {object} Change what an element asks for; one of
 * @property {string} [setting] with `value`
 * @property {any} [value]
 * @property {'play' | 'pause' | 'step' | 'reset'} [action]
 * @property {Weight} [weight]
 * @property {Weight | null} [hover]
 * @property {number} [example]
 * @property {ScaleMode} [scale]
 * @property {string} [forget] a setting whose wrong text was taken back
 */

export class Store {
  /** @type {Client | undefined} */
  #client;
  /** @type {Settings} */
  #wanted = {};
  #applying = false;
  /** @type {Set<() => void>} */
  #listeners = new Set();

  /** @param {Tables} tables */
  constructor(tables) {
    this.tables = tables;
    /** @type {State} */
    this.state = {
      settings: defaultSettings(tables),
      errors: {},
      frame: undefined,
      selected: { layer: 1, to: 5, from: 4 },
      hovered: undefined,
      example: 0,
      scale: 'frozen',
      samples: {},
      failure: '',
    };
  }

  /** @param {() => void} listener */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** @param {Partial<State>} part */
  #set(part) {
    this.state = { ...this.state, ...part };
    for (const listener of this.#listeners) listener();
  }

  /** @param {(onPart: (part: object) => void) => Promise<Client>} open */
  async connect(open) {
    try {
      this.#client = await open((part) => this.#receive(part));
      await this.#select();
      await this.#client.apply(this.state.settings);
      this.#set({ samples: await this.#client.samples() });
    } catch (error) {
      this.#set({ failure: error instanceof Error ? error.message : String(error) });
    }
  }

  dispose() {
    this.#client?.dispose();
    this.#client = undefined;
  }

  /** @param {any} part */
  #receive({ failure, ...part }) {
    if (failure) this.#set({ failure });
    const before = this.state.frame;
    const frame = /** @type {Frame} */ ({ ...before, ...part });
    this.#set({ frame });
    if (frame.run === before?.run) return;
    const selected = clampWeight(this.state.selected, layerWidths(frame));
    if (!sameWeight(selected, this.state.selected)) this.#set({ selected });
  }

  /** @param {Change} change */
  async change(change) {
    if (change.setting) return this.#changeSetting(change.setting, change.value);
    if (change.forget) return this.#forget(change.forget);
    if (change.scale) return this.#set({ scale: change.scale });
    if (change.action) return this.#act(change.action);
    if (change.weight) this.#set({ selected: change.weight, hovered: undefined });
    if (change.hover !== undefined) this.#set({ hovered: change.hover ?? undefined });
    if (change.example !== undefined) this.#set({ example: change.example });
    await this.#select();
  }

  async #select() {
    const { hovered, selected, example } = this.state;
    await this.#client?.select(hovered ?? selected, example);
  }

  /** @param {'play' | 'pause' | 'step' | 'reset'} action */
  async #act(action) {
    const client = this.#client;
    if (!client) return;
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
    this.#set({ errors });
  }

  /** Changes that come while a run is being made wait and go together. @param {string} name @param {any} value */
  async #changeSetting(name, value) {
    this.#wanted = { ...this.#wanted, [name]: value };
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
    const settings = { ...this.state.settings, ...wanted };
    try {
      // A new learning rate is the one setting that keeps the run.
      if (names.length === 1 && names[0] === 'lr') await this.#client?.setLr(wanted.lr);
      else await this.#client?.apply(settings);
      const errors = Object.fromEntries(Object.entries(this.state.errors).filter(([name]) => !names.includes(name)));
      this.#set({ settings, errors });
    } catch (error) {
      const { name, text } = readMessage(error instanceof Error ? error.message : String(error), this.tables);
      this.#set({ errors: { ...this.state.errors, [name || names[0]]: text } });
    }
  }
}

/** Units per layer, input first. @param {Pick<Frame, 'layers'>} frame */
export function layerWidths({ layers }) {
  return [layers[0].inputs, ...layers.map((layer) => layer.outputs)];
}
