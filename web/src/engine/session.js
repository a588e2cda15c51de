// One training run and what is drawn of it. The only module of the page that imports the WebAssembly boundary.

/** @import { Core, Evaluation, Frame, Points, Settings, Trainer, Weight, WeightDetail } from '../types.js' */
import { load } from '../../../wasm/index.js';
import { cropLayer, mapSize } from './budget.js';
import { clampWeight } from '../draw/walk.js';
import { MAX_DRAWN } from '../draw/layout.js';
import { drawnDatasets } from '../settings.js';

export async function openSession() {
  return new Session(await load());
}

export class Session {
  /** @type {Trainer | undefined} */
  #current;
  #run = 0;
  /** @type {number[]} */
  #widths = [];
  /** @type {Weight} */
  #weight = { layer: 0, to: 0, from: 0 };
  #example = 0;

  /** @param {Core} core */
  constructor(core) {
    this.core = core;
  }

  get #trainer() {
    if (!this.#current) throw new Error('There is no run yet.');
    return this.#current;
  }

  /** A new run from the seed. On wrong settings it throws and the old run stays. @param {Settings} settings */
  apply(settings) {
    const trainer = this.core.createTrainer(settings);
    this.#current?.delete();
    this.#current = trainer;
    this.#run++;
    this.#widths = settingsOf(trainer).layers;
  }

  /** @param {number} lr */
  setLr(lr) {
    this.#trainer.setLr(lr);
  }

  /** Returns how many steps were done: fewer where training cannot go on. @param {number} n */
  step(n) {
    const before = this.#trainer.status().step;
    return this.#trainer.step(n).step - before;
  }

  /** Is there a run to ask about? */
  get started() {
    return this.#current !== undefined;
  }

  get finite() {
    return this.#trainer.status().finite;
  }

  /** Examples a step, on the average of the run: the last batch of an epoch may be smaller, and no batch exceeds the training set. */
  get batchSize() {
    const { step, samples } = this.#trainer.status();
    return step > 0 ? samples / step : this.#trainer.batch().rows.length;
  }

  /** @param {Weight} weight @param {number} example */
  select(weight, example) {
    this.#weight = weight;
    this.#example = example;
  }

  /** The chosen weight and example alone. */
  detail() {
    const trainer = this.#trainer;
    const example = Math.min(this.#example, trainer.batch().rows.length - 1);
    const weight = clampWeight(this.#weight, this.#widths);
    // A bias, whose `from` is null, cannot be chosen.
    const detail = /** @type {WeightDetail} */ (trainer.weight({ ...weight, example }));
    return { weight: detail, example: trainer.example(example) };
  }

  /** Everything that is drawn; `exact` is for a run at rest. @param {boolean} exact @returns {Omit<Frame, 'playing' | 'rate'>} */
  frame(exact) {
    const trainer = this.#trainer;
    const status = trainer.status();
    const evaluation = trainer.evaluate();
    const { layers, targets } = trainer.network();
    const maps = trainer.maps(mapSize(this.#widths, exact));
    return {
      run: this.#run,
      settings: settingsOf(trainer),
      data: trainer.data(),
      status,
      evaluation,
      layers: layers.map(cropLayer),
      targets,
      batch: trainer.batch(),
      maps: { ...maps, units: maps.units.map((layer) => layer.slice(0, MAX_DRAWN)) },
      curve: curveUpTo(trainer, status.step, evaluation),
      ...this.detail(),
    };
  }

  /** A small sample of every data set, for the pictures on their buttons. @returns {Record<string, Points>} */
  samples() {
    return Object.fromEntries(drawnDatasets(this.core.tables()).map(({ name }) => [name, this.core.dataset({ dataset: name, samples: 160 })]));
  }
}

/** @param {Trainer} trainer @returns {Settings} */
function settingsOf(trainer) {
  return trainer.options();
}

/**
 * The core keeps evenly spaced points; the present one is added to them.
 * @param {Trainer} trainer @param {number} step @param {Evaluation} evaluation
 */
function curveUpTo(trainer, step, { train, test }) {
  const history = trainer.history();
  const last = history.step.at(-1) === step ? [] : [step];
  return {
    step: [...history.step, ...last],
    train: [...history.train, ...last.map(() => train.loss)],
    test: [...history.test, ...last.map(() => test.loss)],
  };
}
