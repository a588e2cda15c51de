// The address bar of the lab: what it names is opened, and what stands is named in it.

/** @import { State } from '../../lab-state.js' */
/** @import { Store } from '../../store.js' */
import { toHash } from '../../address.js';
import { keptRun } from '../../kept-run.js';
import { fromLink } from '../../link/link.js';
import { addressOf } from '../../link/opening.js';
import { Store as LabStore } from '../../store.js';
import tables from '../../tables.js';
import { keptTheme, showTheme } from '../../theme.js';

/** A store that begins with what the address names. @param {string} hash @param {boolean} remembers whether a run of before a reload may be there */
export function storeOfAddress(hash, remembers) {
  const { link, faults } = fromLink(hash, tables);
  return new LabStore(tables, link, remembers ? keptRun(link.settings, tables) : undefined, faults);
}

export class LabAddress {
  /** What the address names. @type {Pick<State, 'settings' | 'speed' | 'link'> | undefined} */
  #named;

  /** @param {Store} store @param {(hash: string) => void} name told of each new address */
  constructor(store, name) {
    this.store = store;
    this.name = name;
  }

  /** Another address was typed, or a link of the page was followed. */
  follow() {
    const { link, faults } = fromLink(location.hash, tables);
    showTheme(link.theme ?? keptTheme());
    // Back from another page, the run that the address names is there already. The rate of a moment is the one that its run began with, which the moment tells.
    const { settings } = this.store.state;
    const stood = link.step > 0 || link.edits.length > 0 ? { ...settings, lr: link.settings.lr } : settings;
    return this.store.open(link, faults, toHash(link.settings, tables) === toHash(stood, tables));
  }

  /** The address names the run that stands; what of the first one is wrong is left in it for the next try. */
  write() {
    const { settings, speed, link } = this.store.state;
    const named = this.#named;
    if (settings === named?.settings && speed === named.speed && link === named.link) return;
    this.#named = { settings, speed, link };
    if (!named) return;
    this.name(addressOf(this.store.state, tables));
  }
}
