// Moving through the time of a run: by op, phase, batch and epoch, or to a step. Of many wishes the latest is followed.

/** @import { State } from './lab-state.js' */
/** @import { Frame } from './types.js' */
/** @import { Move, Moment } from './draw/ops.js' */
/** @import { Client } from './engine/client.js' */
/** @import { Observed } from './observed.js' */
/** @import { KeptRun } from './kept-run.js' */
import { moved } from './draw/ops.js';
import { isAhead } from './kept-run.js';

/** ms that the way back to a run that was kept may take before one is asked. */
const PATIENCE = 2000;

export class Time {
  /** Where the way leads. @type {Moment | undefined} */
  #target;
  /** @type {Promise<void> | undefined} */
  #going;

  /** @param {Observed<State>} store */
  constructor(store) {
    this.store = store;
    /** @type {Client | undefined} */ this.client = undefined;
  }

  /** From where the way leads that is under way, so that no press of a key is lost. @param {Move} move */
  async move(move) {
    await this.#rest();
    const { frame, phase } = this.store.state;
    if (!frame) return;
    const from = this.#target ?? { step: frame.status.step, phase };
    return this.go(moved(from, move, { layers: frame.layers.length, batches: frame.status.batches }));
  }

  /** @param {number | null} phase of the step that stands */
  async show(phase) {
    await this.#rest();
    this.store.set({ phase });
  }

  /** @param {Moment} target */
  async go(target) {
    const { frame } = this.store.state;
    if (!frame) return;
    if (!this.#going && !frame.playing && target.step === frame.status.step) return this.store.set({ phase: target.phase });
    this.#target = target;
    this.store.set({ going: target.step });
    // A long way is given up for a new one; of a short one the end is seen first, so that dragging shows something.
    if (frame.travel) void this.client?.cancelTravel();
    this.#going ??= this.#follow().finally(() => (this.#going = undefined));
    return this.#going;
  }

  /** The way is given up where it is. */
  async cancel() {
    this.#target = undefined;
    await this.client?.cancelTravel();
  }

  async #rest() {
    if (this.store.state.frame?.playing) await this.client?.pause();
  }

  async #follow() {
    try {
      for (let target = this.#target; target; target = this.#target) {
        await this.client?.goTo(target.step);
        if (this.#target === target) this.#target = undefined;
      }
    } finally {
      this.#target = undefined;
      this.store.set({ going: undefined });
    }
  }

  /**
   * What changes in the state with a frame: the phase, and the learning rate where the run once had another.
   * @param {Frame} frame @param {Frame | undefined} before @returns {Partial<State>}
   */
  with(frame, before) {
    const { phase, settings, unfinished } = this.store.state;
    const { lr } = frame.settings;
    const stays = before?.run === frame.run && before.status.step === frame.status.step && !frame.playing;
    const arrived = this.#target?.step === frame.status.step ? this.#target.phase : stays ? phase : null;
    const other = before?.run === frame.run && lr !== before.settings.lr && lr !== settings.lr;
    return { phase: arrived, unfinished: unfinished && before?.run === frame.run && isAhead(unfinished, frame.record) ? unfinished : undefined, ...(other ? { settings: { ...settings, lr } } : {}) };
  }

  /** The run that was kept is made again; what takes long is offered instead. @param {KeptRun} kept @param {number} [patience] in ms */
  async resume(kept, patience = PATIENCE) {
    this.store.set({ unfinished: undefined });
    const arrived = kept.furthest === 0 && kept.edits.length === 0 || (await this.client?.resume(kept, patience));
    if (this.store.state.frame?.status.step === kept.step) this.store.set({ phase: kept.phase });
    if (!arrived) this.store.set({ unfinished: kept });
  }
}
