// What it takes, besides its settings, to make a run again: what was changed by hand, and when; and how far it went.

/** @import { Trainer, Weight } from '../types.js' */
/** @typedef {{ step: number, lr?: number, place?: Weight, value?: number }} Edit another learning rate, or another value of a weight or bias, from this step on */

export class RunRecord {
  /** @type {Edit[]} by step */
  edits = [];
  furthest = 0;

  /** @param {number} lr to begin with */
  constructor(lr) {
    this.lr = lr;
  }

  /** @param {number} step */
  reach(step) {
    this.furthest = Math.max(this.furthest, step);
  }

  /** What came after it is no more, nor what stood in its place. @param {Edit} edit */
  add(edit) {
    const same = (/** @type {Edit} */ { step, place }) => step === edit.step && JSON.stringify(place) === JSON.stringify(edit.place);
    this.edits = [...this.edits.filter((other) => other.step <= edit.step && !same(other)), edit];
    this.furthest = edit.step;
  }

  /** As frames tell it. */
  get plain() {
    return { lr: this.lr, edits: this.edits, furthest: this.furthest };
  }
}

/** A run that is taken up again has its record still. @type {WeakMap<Trainer, RunRecord>} */
const records = new WeakMap();

/** @param {Trainer} trainer @returns {RunRecord} */
export function recordOf(trainer) {
  const record = records.get(trainer) ?? new RunRecord(Number(trainer.options().lr));
  records.set(trainer, record);
  return record;
}

/** @typedef {{ edits: Edit[], furthest: number, step: number }} Kept what a run is made again from */

/**
 * A run that has just begun is made what another one was; yields where it is.
 * @param {Pick<import('./run.js').Run, 'travel' | 'setLr' | 'setParameter'>} run @param {Kept} kept @returns {Generator<number, void>}
 */
export function* again(run, { edits, furthest, step }) {
  for (const { step: when, lr, place, value } of edits) {
    yield* run.travel(when);
    if (lr !== undefined) run.setLr(lr);
    else run.setParameter(/** @type {Weight} */ (place), /** @type {number} */ (value));
  }
  yield* run.travel(furthest);
  yield* run.travel(step);
}
