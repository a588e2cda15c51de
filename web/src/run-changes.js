// What is done to the run and can be undone: changed settings, one after another, and edited weights.

/** @import { State } from './lab-state.js' */
/** @import { Observed } from './observed.js' */
/** @import { Settings, Tables, Weight } from './types.js' */
/** @import { Client } from './engine/client.js' */
import { settingsFor } from './data-choice.js';
import { ownData } from './data/own-data.js';
import { Download } from './download.js';
import { firstRun } from './first-run.js';
import { refusedBy } from './link/locks.js';
import { isAbort, messageOf } from './message-of.js';
import { Past } from './past.js';
import { readMessage, sameSettings } from './settings.js';

export class RunChanges {
  /** @type {Client | undefined} */
  client;
  /** @type {Settings} */
  #wanted = {};
  #applying = false;
  /** Until all that was wanted is there, or refused. */
  #changed = Promise.resolve();
  /** Why the last of it was not had; empty where it was. */
  #refusal = '';
  /** How many were opened, and how many of them are not there yet. */
  #opens = 0;
  #opening = 0;
  #past = new Past();
  #travelling = Promise.resolve();
  #begun = Promise.resolve();

  /** @param {Observed<State>} store @param {Tables} tables */
  constructor(store, tables) {
    this.store = store;
    this.tables = tables;
    this.download = new Download((download) => store.set({ download }));
  }

  /** The first run. */
  begin() {
    this.#applying = true;
    this.#begun = firstRun(this.store, this.tables, (settings) => this.#start(settings)).finally(() => (this.#applying = false));
    // What was changed meanwhile comes after it.
    return this.#begun.then(() => this.change({}));
  }

  /** The same run again, from its seed. */
  async restart() {
    await this.client?.pause();
    await this.client?.apply(this.store.state.settings);
    this.#past.forgetEdits();
    this.tellCan();
  }

  /** Another choice takes the place of one that is still being downloaded. @param {string} name */
  async choose(name) {
    if (this.store.state.download) await this.client?.cancelLoad();
    // What fits the set depends on what the first run became.
    await this.#begun;
    await this.change(settingsFor(name, this.store.state.settings, this.tables));
  }

  /** Whether the run that stands is about to be another. */
  get isBusy() {
    return this.#applying || this.#opening > 0;
  }

  /**
   * The run of all these settings, of several that are opened the last.
   * @param {Settings} settings @param {boolean} anew whether it is made even if it stands @returns {Promise<string>} why there is none; empty where there is
   */
  async open(settings, anew) {
    const turn = ++this.#opens;
    ++this.#opening;
    try {
      await Promise.all([this.#begun, this.#travelling]);
      await this.#giveWay();
      const stands = () => sameSettings(this.store.state.settings, settings);
      if (turn === this.#opens && (anew || !stands())) await this.change(settings);
      if (stands()) return '';
      return (turn === this.#opens && this.#refusal) || 'another choice has taken its place.';
    } finally {
      --this.#opening;
    }
  }

  /** Waits for a run that is being made, as what is opened may be the one before it; its download is given up. */
  async #giveWay() {
    if (!this.#applying) return;
    if (this.store.state.download) await this.client?.cancelLoad();
    await this.#changed;
  }

  /** Changes that come while a run is being made wait and go together. @param {Settings} changes */
  async change(changes) {
    this.#wanted = { ...this.#wanted, ...changes };
    if (!this.client) return;
    if (!this.#applying) this.#changed = this.#apply();
    return this.#changed;
  }

  /** @param {() => Promise<void>} [first] what is done to the run before that */
  async #apply(first) {
    this.#applying = true;
    if (first) await first();
    while (Object.keys(this.#wanted).length > 0) {
      const wanted = this.#wanted;
      this.#wanted = {};
      await this.#try(wanted);
    }
    this.#applying = false;
  }

  /** @param {Settings} wanted */
  async #try(wanted) {
    const { store } = this;
    const names = Object.keys(wanted);
    const before = store.state.settings;
    const settings = { ...before, ...wanted };
    try {
      // A new learning rate is the one setting that keeps the run.
      if (names.length === 1 && names[0] === 'lr') await this.client?.setLr(wanted.lr);
      else await this.#start(settings);
      const errors = Object.fromEntries(Object.entries(store.state.errors).filter(([name]) => !names.includes(name)));
      this.#refusal = '';
      this.#past.keep(before, names);
      store.set({ settings, errors });
      this.tellCan();
    } catch (error) {
      this.#refuse(error, names[0]);
    }
  }

  /**
   * A new run, for which its data are downloaded if need be; meanwhile the old one goes on.
   * @param {Settings} settings @param {boolean} [resume] the run before goes on where it was
   */
  async #start(settings, resume) {
    const client = /** @type {Client} */ (this.client);
    if (settings.data) await this.download.of(settings.data, client);
    await (resume ? client.apply(settings, true) : client.apply(settings));
    if (settings.data) ownData.keep(settings.data);
  }

  /** @param {unknown} error @param {string} asked the setting that a message stands at when it names none */
  #refuse(error, asked) {
    this.#refusal = 'its data were not loaded.';
    if (isAbort(error)) return;
    const { name, text } = readMessage(messageOf(error), this.tables);
    this.#refusal = name ? `${name}: ${text}` : text;
    this.store.set({ errors: { ...this.store.state.errors, [name || asked]: text } });
  }

  /** @param {string} name */
  forget(name) {
    const { [name]: _, ...errors } = this.store.state.errors;
    this.store.set({ errors });
  }

  /** @param {{ place: Weight, value: number }} edit */
  async edit({ place, value }) {
    if (!this.client) return;
    try {
      const { step, before, after } = await this.client.setParameter(place, value);
      this.forget('weight');
      if (before !== after) this.#past.keepEdit({ place, step, before, after });
      this.tellCan();
    } catch (error) {
      this.store.set({ errors: { ...this.store.state.errors, weight: messageOf(error).replace('[parameters] ', '') } });
    }
  }

  /** What can be undone now, and made again: nothing that a link locks. */
  tellCan() {
    const can = (/** @type {'undo' | 'redo'} */ way) => {
      const entry = this.#past.peek(way);
      return entry !== undefined && !this.#isLocked(entry);
    };
    this.store.set({ can: { undo: can('undo'), redo: can('redo') } });
  }

  /** @param {import('./past.js').Entry} entry */
  #isLocked(entry) {
    const { settings, link } = this.store.state;
    return refusedBy(entry.edit ? { edit: { place: entry.edit.place, value: entry.edit.before } } : { settings: { data: undefined, ...entry.settings } }, link.parts, settings);
  }

  /** One after another, so that none of several quick ones is lost. @param {'undo' | 'redo'} way */
  travel(way) {
    this.#travelling = this.#travelling.then(() => this.#travel(way));
    return this.#travelling;
  }

  /** What is changed meanwhile comes after it. @param {'undo' | 'redo'} way */
  async #travel(way) {
    const entry = this.#past.peek(way);
    if (!entry || this.#applying || this.#isLocked(entry)) return;
    this.#changed = this.#apply(() => this.#go(entry, way));
    await this.#changed;
  }

  /** @param {import('./past.js').Entry} entry @param {'undo' | 'redo'} way */
  async #go(entry, way) {
    const before = this.store.state.settings;
    try {
      const done = entry.edit ? await this.#unedit(entry.edit, way) : await this.#restore(entry.settings);
      if (done) {
        this.#past.go(way, before);
        this.store.set({ settings: entry.settings ?? before, errors: {} });
        this.tellCan();
      }
    } catch (error) {
      this.#refuse(error, 'data');
    }
  }

  /** @param {Settings} settings */
  async #restore(settings) {
    if (sameSettings({ ...this.store.state.settings, lr: settings.lr }, settings)) await this.client?.setLr(settings.lr);
    else {
      // At rest, the run that comes back is seen where it was.
      await this.client?.pause();
      await this.#start(settings, true);
    }
    return true;
  }

  /**
   * The run goes to where the edit was made, since what came after has come of it. Nothing is undone where the way there is given up.
   * @param {import('./past.js').Edit} edit @param {'undo' | 'redo'} way
   */
  async #unedit({ place, step, before, after }, way) {
    if (!(await this.client?.goTo(step))) return false;
    await this.client?.setParameter(place, way === 'undo' ? before : after);
    this.store.set({ selected: place, hovered: undefined });
    await this.client?.select(place, this.store.state.example);
    return true;
  }
}
