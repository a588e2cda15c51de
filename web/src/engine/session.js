// One training run and what is drawn of it. The only module of the page that imports the WebAssembly boundary.

/** @import { Core, Edited, Frame, Points, Settings, Trainer, Weight } from '../types.js' */
/** @import { Biased } from '../draw/parameters.js' */
/** @import { Wants } from './instruments.js' */
/** @import { Edit } from './run-record.js' */
import { load } from '../../../wasm/index.js';
import { cropLayer, mapSize } from './budget.js';
import { drawnUnits } from '../draw/drawn.js';
import { featureName } from '../draw/feature-names.js';
import { biasedBy, hasPlace, parameterIndex } from '../draw/parameters.js';
import { clampWeight } from '../draw/walk.js';
import { sameSettings } from '../settings.js';
import { curveOf } from './curve.js';
import { rewind } from './divergence.js';
import { Evaluations } from './evaluations.js';
import { GraphSession } from './graph-session.js';
import { inputMaps } from './input-maps.js';
import { ask, read } from './instruments.js';
import { journey } from './journey.js';
import { Rival } from './rival.js';
import { again, recordOf } from './run-record.js';
import { sample, seriesOf } from './series.js';
import { Shelf } from './shelf.js';
import { keepStart } from './whole-layer.js';
import { WideLook } from './wide-look.js';

/** The graphs of the graph page. */
export async function openGraphs() {
  return new GraphSession(await load());
}

export async function openSession() {
  return new Session(await load());
}

/** @typedef {Pick<Frame, 'data' | 'points' | 'inputMaps'>} News */

export class Session {
  /** @type {Trainer | undefined} */
  #current;
  /** The settings of that run. @type {Settings} */
  #settings = {};
  /** The run before it, for undo. @type {{ trainer: Trainer, settings: Settings } | undefined} */
  #before;
  /** A run that is compared with this one, at the same step. @type {Rival | undefined} */
  #rival;
  #run = 0;
  #evaluations = new Evaluations();
  /** @type {number[]} */
  #widths = [];
  /** @type {Biased} */
  #biased = () => true;
  /** @type {Weight} */
  #weight = { layer: 0, to: 0, from: 0 };
  #example = 0;
  /** @type {Wants} */
  #wants = {};
  /** Weights whose history is kept. @type {Weight[]} */
  #watched = [];
  /** What of the data has not been sent yet. @type {News | undefined} */
  #news;
  /** How the run diverged, when that was the last that happened. @type {Frame['divergence']} */
  #divergence;
  #wide = new WideLook((changes) => this.#createLike(changes));
  /** Can there be maps over all that the inputs may be? */
  #plane = false;
  /** Sets that ship, as they were loaded. */
  shelf = new Shelf();

  /** @param {Core} core */
  constructor(core) {
    this.core = core;
  }

  get #trainer() {
    if (!this.#current) throw new Error('There is no run yet.');
    return this.#current;
  }

  /**
   * A new run from the seed; what `data` names was loaded before. On wrong settings it throws and the old run stays. With `resume` the run
   * before this one goes on where it was, if it had these settings.
   * @param {Settings} settings @param {boolean} [resume]
   */
  apply(settings, resume = false) {
    const again = resume && this.#before && sameSettings(this.#before.settings, settings) ? this.#before : undefined;
    this.#wide.forget();
    const trainer = again?.trainer ?? this.#create(settings);
    if (!again) this.#before?.trainer.delete();
    this.#before = this.#current && { trainer: this.#current, settings: this.#settings };
    this.#current = trainer;
    this.#settings = settings;
    this.#run++;
    this.#divergence = undefined;
    this.#evaluations.forget();
    const options = /** @type {Settings} */ (trainer.options());
    this.#widths = options.layers;
    this.#biased = biasedBy(options);
    this.#news = this.#dataOf(trainer);
    this.#plane = trainer.data().inputs.length <= 2;
    if (!again) {
      keepStart(trainer);
      this.watch(this.#watched);
    }
    this.#arrive();
  }

  /** @param {Settings} settings */
  #create({ data, ...options }) {
    return data ? this.core.createTrainer(options, this.shelf.get(data)) : this.core.createTrainer(options);
  }

  /** The same run but for some options, at its start. @param {Settings} changes */
  #createLike(changes) {
    return this.#create({ ...this.#settings, ...changes });
  }

  /** @param {number} lr */
  setLr(lr) {
    this.#trainer.setLr(lr);
    this.#changed({ lr });
    this.#settings = { ...this.#settings, lr };
  }

  /** Returns how many steps were done: fewer where training cannot go on. @param {number} n */
  step(n) {
    const before = this.#trainer.status().step;
    this.#divergence = undefined;
    const { step } = this.#trainer.step(n);
    this.#arrive();
    return step - before;
  }

  get at() {
    return this.#trainer.status().step;
  }

  /** A run that came to a number that is not finite goes back to where it still was one, and says what happened. */
  settle() {
    if (this.#trainer.status().stopped !== 'not finite') return;
    this.#divergence = rewind(this.#trainer);
    this.#evaluations.forget();
    this.#arrive();
  }

  /** Is there a run to ask about? */
  get started() {
    return this.#current !== undefined;
  }

  /** Has the run ended for good, by numbers that are not finite or for want of patience? */
  get stopped() {
    return this.#trainer.status().stopped !== null;
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

  /** What every frame tells from now on besides. @param {Wants} wants */
  want(wants) {
    this.#wants = wants;
  }

  /** What is wanted besides, as far as it can be had now. @param {boolean} exact */
  instruments(exact) {
    return read(this.#trainer, this.#wants, exact, this.#tools);
  }

  /** One instrument, read once. @param {string} name @param {unknown} argument */
  ask(name, argument) {
    return ask(this.#trainer, name, argument, this.#tools);
  }

  get #tools() {
    return { core: this.core, wide: this.#wide };
  }

  /** A weight or bias gets another value. @param {Weight} place @param {number} value @returns {Edited} */
  setParameter(place, value) {
    const trainer = this.#trainer;
    const index = parameterIndex(place, this.#widths, this.#biased);
    const before = trainer.parameters().values[index];
    const { step } = trainer.setParameters(index, [value]);
    this.#changed({ place, value });
    return { step, before, after: trainer.parameters().values[index] };
  }

  /** What was kept from this step on no longer holds. @param {Omit<Edit, 'step'>} edit */
  #changed(edit) {
    const { at } = this;
    this.#divergence = undefined;
    recordOf(this.#trainer).add({ step: at, ...edit });
    seriesOf(this.#trainer).forgetFrom(at);
  }

  /** The way to the run as it was after `step` updates, or will be; yields where it is. @param {number} step @returns {Generator<number, void>} */
  *travel(step) {
    this.#divergence = undefined;
    this.#evaluations.forget();
    for (const at of journey(this.#trainer, step, recordOf(this.#trainer).furthest)) {
      this.#arrive();
      yield at;
    }
    this.#settings = { ...this.#settings, lr: Number(this.#trainer.options().lr) };
  }

  /** A copy of the run as it stands, to be compared with what becomes of it; yields how far it is. @returns {Generator<number, void>} */
  *keep() {
    const { lr, edits } = recordOf(this.#trainer);
    const { at } = this;
    const copy = new Session(this.core);
    copy.shelf = this.shelf;
    copy.apply({ ...this.#settings, lr });
    /** @type {Rival | undefined} */
    let rival;
    try {
      yield* again(copy, { edits, furthest: at, step: at });
      rival = new Rival(copy.#trainer);
    } finally {
      if (!rival) copy.#trainer.delete();
    }
    this.release();
    this.#rival = rival;
  }

  /** The comparison ends. */
  release() {
    this.#rival?.delete();
    this.#rival = undefined;
  }

  /** The run is at another step, and so is what it is compared with. */
  #arrive() {
    const { step } = this.#trainer.status();
    recordOf(this.#trainer).reach(step);
    this.#rival?.follow(step);
  }

  /** The history of these weights and biases is kept from now on; those that a network does not have are left out. @param {Weight[]} places */
  watch(places) {
    this.#watched = places;
    if (this.#current) this.#current.watch(places.filter((place) => hasPlace(place, this.#widths, this.#biased)));
  }

  /** The chosen weight and example alone. */
  detail() {
    const trainer = this.#trainer;
    const example = Math.min(this.#example, trainer.batch().rows.length - 1);
    const weight = hasPlace(this.#weight, this.#widths, this.#biased) ? this.#weight : clampWeight(this.#weight, this.#widths, this.#biased);
    return { weight: trainer.weight({ ...weight, example }), example: trainer.example(example) };
  }

  /** Everything that is drawn; `exact` is for a run at rest. @param {boolean} exact @returns {Omit<Frame, 'playing' | 'rate' | 'travel'>} */
  frame(exact) {
    const trainer = this.#trainer;
    const status = trainer.status();
    const evaluation = this.#evaluations.of(trainer, exact);
    sample(trainer, evaluation);
    const { layers, targets } = trainer.network();
    const units = drawnUnits(this.#widths);
    // The data of a run do not change: they travel once, with its first frame.
    const news = this.#news;
    this.#news = undefined;
    return {
      run: this.#run,
      settings: trainer.options(),
      .../** @type {News} */ (news),
      status,
      divergence: this.#divergence,
      evaluation,
      layers: layers.map((layer, at) => cropLayer(layer, units[at + 1], units[at])),
      targets,
      batch: trainer.batch(),
      maps: this.#maps(units, exact),
      record: recordOf(trainer).plain,
      comparison: this.#rival?.compare(trainer, evaluation, exact),
      curve: curveOf(trainer, evaluation),
      ...this.detail(),
      ...this.instruments(exact),
    };
  }

  /** Heat maps exist over the plane and the line alone. @param {number[][]} drawn per layer, input first @param {boolean} exact */
  #maps(drawn, exact) {
    if (!this.#plane) return undefined;
    const maps = this.#trainer.maps(mapSize(this.#widths, exact));
    return { ...maps, units: maps.units.map((layer, at) => layer.slice(0, drawn[at + 1].length)) };
  }

  /** Names of everything, and where they can be drawn the rows and the inputs' maps. @param {Trainer} trainer @returns {News} */
  #dataOf(trainer) {
    const { train, test, ...data } = trainer.data();
    const { data: shipped, features } = this.#settings;
    const drawn = data.inputs.length <= 2;
    return {
      data: { ...data, shipped, features: [features ?? []].flat().map(featureName) },
      points: drawn ? { train, test } : undefined,
      inputMaps: drawn ? inputMaps((changes) => this.#createLike(changes), this.#widths) : undefined,
    };
  }

  /**
   * A small sample of every data set, for the pictures on their buttons. Others may ask for something between one and the next.
   * @returns {Promise<Record<string, Points>>}
   */
  async samples() {
    /** @type {Record<string, Points>} */
    const samples = {};
    for (const { name } of this.core.tables().datasets) {
      samples[name] = this.core.dataset({ dataset: name, samples: 160 });
      await new Promise((resolve) => setTimeout(resolve));
    }
    return samples;
  }
}
