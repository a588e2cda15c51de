// A run's network before all its training examples at once: what is true of one batch may be chance.

/** @import { Settings, Trainer } from '../types.js' */

/** Examples × weights that a look may cost: a few milliseconds. */
const MOST = 1e7;

/** Fewer examples tell nothing about a unit that is seldom active. */
export const ENOUGH_ROWS = 64;

export class WideLook {
  /** @type {Trainer | undefined} */
  #other;

  /** @param {(changes: Settings) => Trainer} create the same run with other options, at its start */
  constructor(create) {
    this.create = create;
  }

  /** The run is gone. */
  forget() {
    this.#other?.delete();
    this.#other = undefined;
  }

  /**
   * A run of the same data and the present weights whose batch is the whole training set, without dropout; of a network too large for that the
   * run itself.
   * @param {Trainer} trainer
   */
  of(trainer) {
    const { batches } = trainer.status();
    const { batch_size, dropout } = trainer.options();
    const rows = batches * Number(batch_size);
    const { values } = trainer.parameters();
    if (rows * values.length > MOST || (batches === 1 && !dropout)) return trainer;
    try {
      this.#other ??= this.create({ batch_size: rows, dropout: 0, patience: 0 });
      this.#other.setParameters(0, /** @type {any} */ (values));
      return this.#other;
    } catch {
      // The core has no memory for a second run.
      return trainer;
    }
  }
}
