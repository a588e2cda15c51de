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

/** A store that begins with what the address names. */
export function storeOfAddress() {
  const { link, faults } = fromLink(location.hash, tables);
  return new LabStore(tables, link, keptRun(link.settings, tables), faults);
}

export class LabAddress {
  /** What the address names. @type {Pick<State, 'settings' | 'speed' | 'link'> | undefined} */
  #named;

  /** @param {Store} store */
  constructor(store) {
    this.store = store;
  }

  /** Another address was typed, or a link of the page was followed. */
  follow() {
    const { link, faults } = fromLink(location.hash, tables);
    showTheme(link.theme ?? keptTheme());
    // Back from another page, the run that the address names is there already.
    return this.store.open(link, faults, toHash(link.settings, tables) === toHash(this.store.state.settings, tables));
  }

  /** The address names the run that stands; what of the first one is wrong is left in it for the next try. */
  write() {
    const { settings, speed, link } = this.store.state;
    const named = this.#named;
    if (settings === named?.settings && speed === named.speed && link === named.link) return;
    this.#named = { settings, speed, link };
    if (!named) return;
    const hash = addressOf(this.store.state, tables);
    if (hash !== location.hash) history.replaceState(null, '', hash || location.pathname + location.search);
  }
}
