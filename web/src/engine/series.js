// Accuracy and each layer's norms over a run. The core keeps no history of them, so they are sampled where frames are made, not at every step.

/** @import { Trainer } from '../types.js' */
/** @import { Evaluated } from './evaluations.js' */

/** Points kept at most, without the present one. */
const MOST = 512;

/**
 * @typedef {object} Point
 * @property {number} step
 * @property {number} train accuracy, NaN where there are no classes
 * @property {number} test
 * @property {number[]} gradient ‖g‖ of each layer's weights
 * @property {number[]} ratio ‖Δw‖ / ‖w‖ of each layer
 */

export class Series {
  /** By step. @type {Point[]} */
  #kept = [];
  /** Kept points are at least so many steps apart; doubles when there are too many. */
  #apart = 1;
  /** @type {Point | undefined} */
  #present;

  /** @param {Point} point of the present step, which may lie before others: these are kept, as they come again */
  add(point) {
    this.#present = point;
    const at = placeOf(this.#kept, point.step);
    const [before, after] = [this.#kept[at - 1], this.#kept[at]];
    if (before && point.step - before.step < this.#apart) return;
    if (after && after.step - point.step < this.#apart) return;
    this.#kept.splice(at, 0, point);
    while (this.#kept.length > MOST) this.#thin();
  }

  #thin() {
    this.#apart *= 2;
    let last = -Infinity;
    this.#kept = this.#kept.filter(({ step }) => {
      if (step - last < this.#apart) return false;
      last = step;
      return true;
    });
  }

  /** The run was changed at this step: what came after is no more. @param {number} step */
  forgetFrom(step) {
    this.#kept = this.#kept.filter((point) => point.step < step);
    this.#present = undefined;
  }

  /** A list a quantity, and for norms a list a layer. */
  columns() {
    const points = this.#withPresent();
    const layers = points[0]?.gradient.map((_, layer) => layer) ?? [];
    return {
      step: points.map(({ step }) => step),
      train: points.map(({ train }) => train),
      test: points.map(({ test }) => test),
      gradient: layers.map((layer) => points.map(({ gradient }) => gradient[layer])),
      ratio: layers.map((layer) => points.map(({ ratio }) => ratio[layer])),
    };
  }

  #withPresent() {
    const present = this.#present;
    if (!present) return this.#kept;
    const at = placeOf(this.#kept, present.step);
    return this.#kept[at]?.step === present.step ? this.#kept : this.#kept.toSpliced(at, 0, present);
  }
}

/** Index of the first point that is not before a step. @param {Point[]} points @param {number} step */
function placeOf(points, step) {
  let at = points.length;
  while (at > 0 && points[at - 1].step >= step) at--;
  return at;
}

/** A run that is taken up again has its series still. @type {WeakMap<Trainer, Series>} */
const kept = new WeakMap();

/** @param {Trainer} trainer */
export function seriesOf(trainer) {
  const series = kept.get(trainer) ?? new Series();
  kept.set(trainer, series);
  return series;
}

/** A point of the present step; none where the evaluation is an earlier one. @param {Trainer} trainer @param {Evaluated} evaluation */
export function sample(trainer, { step, train, test }) {
  if (step !== trainer.status().step) return;
  const { layers } = trainer.layerStatistics();
  seriesOf(trainer).add({
    step,
    train: train.accuracy,
    test: test.accuracy,
    gradient: layers.map(({ gradient }) => gradient.norm),
    ratio: layers.map(({ ratio }) => ratio),
  });
}
