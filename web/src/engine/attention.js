// What the page looks at: one weight, one example, and the weights whose history is kept.

/** @import { Weight } from '../types.js' */
/** @import { Run } from './run.js' */
import { parameterIndex } from '../draw/parameters.js';
import { clampWeight } from '../draw/walk.js';

export class Attention {
  /** @type {Weight} */
  #weight = { layer: 0, to: 0, from: 0 };
  #example = 0;
  /** @type {Weight[]} */
  #watched = [];

  /** @param {Weight} weight @param {number} example */
  select(weight, example) {
    this.#weight = weight;
    this.#example = example;
  }

  /** @param {Weight[]} places */
  watch(places) {
    this.#watched = places;
  }

  /** The core keeps the history of what is watched from now on; weights and biases that the network does not have are left out. @param {Run} run */
  follow(run) {
    run.trainer.watch(this.#watched.filter((place) => run.has(place)));
  }

  /** The chosen weight, how its update comes about, and the example, or the nearest that there are: all of one place, whatever the network has become. @param {Run} run */
  detail(run) {
    const { trainer } = run;
    const example = Math.min(this.#example, trainer.batch().rows.length - 1);
    const weight = run.has(this.#weight) ? this.#weight : clampWeight(this.#weight, run.widths, run.biased);
    return {
      weight: trainer.weight({ ...weight, example }),
      anatomy: trainer.anatomy(parameterIndex(weight, run.widths, run.biased)),
      example: trainer.example(example),
    };
  }
}
