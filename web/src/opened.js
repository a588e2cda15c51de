// Follows what is opened, an address, what a reload finds, or the run of a file: to its settings, and to the moment that it names.

/** @import { State } from './lab-state.js' */
/** @import { Fault, Link } from './link/link.js' */
/** @import { KeptRun } from './kept-run.js' */
/** @import { RunChanges } from './run-changes.js' */
/** @import { Store } from './store.js' */
/** @import { Time } from './time.js' */
/** @import { Frame } from './types.js' */
import { fitting, hasLeft, linkState, wayOf } from './link/opening.js';

export class Opened {
  /** Whether the run has come to where the address leads. */
  #arrived = false;
  /** The file that was opened last. @type {Link | undefined} */
  #file;

  /** @param {Store} store @param {RunChanges} run @param {Time} time */
  constructor(store, run, time) {
    this.store = store;
    this.run = run;
    this.time = time;
  }

  /** To where the run was before a reload, or where the address leads. @param {NonNullable<Store['kept']>} kept */
  async resume(kept) {
    const { store, time } = this;
    const { link: { moment }, frame } = store.state;
    if (!moment) return time.resume(/** @type {KeptRun} */ (kept));
    if (frame) await time.resume(/** @type {KeptRun} */ ({ ...kept, ...fitting(moment, frame) }), Infinity);
    this.#arrived = true;
    const { frame: last, unfinished, link } = store.state;
    if (!last || !hasLeft(moment, last)) return;
    const { step } = last.status;
    const faults = unfinished || step >= moment.step ? [] : [{ key: 'step', text: `the run comes to an end at step ${step}; a step up to there would be right` }];
    store.set({ link: { ...link, moment: undefined, faults: [...link.faults, ...faults] } });
  }

  /** The address names the moment until the run goes on from there. @param {Frame} frame */
  receive(frame) {
    const { link } = this.store.state;
    if (this.#arrived && link.moment && hasLeft(link.moment, frame)) this.store.set({ link: { ...link, moment: undefined } });
  }

  /**
   * Another address is followed; of what stands already, nothing is made anew.
   * @param {Link} link @param {Fault[]} faults @param {boolean} same whether its settings are those of the run
   * @returns {Promise<string>} why it is not followed; empty where it is
   */
  async open(link, faults, same) {
    return (await this.#follow(link, faults, same, false)).refused;
  }

  /** @param {Link} link @param {Fault[]} faults @param {boolean} same @param {boolean} anew whether its run is made even if it stands @returns {Promise<{ refused: string, run?: number }>} `run` is its, as frames count them */
  async #follow(link, faults, same, anew) {
    const { store } = this;
    const { moment } = store.state.link;
    const next = linkState(link, faults);
    const elsewhere = next.moment !== undefined && JSON.stringify(next.moment) !== JSON.stringify(moment);
    const stands = same && !elsewhere && !this.run.isBusy;
    // Settings that are refused leave everything as it was.
    const refused = stands ? '' : await this.run.open({ data: undefined, ...link.settings }, anew || elsewhere);
    if (refused) return { refused };
    const run = store.state.frame?.run;
    this.#arrived = stands;
    store.set({ link: next });
    this.run.tellCan();
    if (link.speed !== store.state.speed) await store.change({ speed: link.speed });
    const kept = wayOf(link, undefined);
    if (kept && !stands) await this.resume(kept);
    return { refused: store.state.frame?.run === run ? '' : 'another choice has taken its place.', run };
  }

  /** The run of a file takes the place of the one that stands; of several the last. @param {Link} link */
  async openFile(link) {
    const { store } = this;
    this.#file = link;
    store.set({ opened: undefined });
    const followed = await this.#follow({ ...link, ...seen(store.state) }, [], false, true);
    if (this.#file === link) store.set({ opened: { link, ...followed } });
  }
}

/** What of the page is seen, whatever run it is of. @param {State} state */
const seen = ({ speed, link: { parts: { hide, lock }, theme, lang } }) => ({ speed, hide, lock, theme, lang });
