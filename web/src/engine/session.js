// The run that the page shows, the one before it, the one beside it, and what is drawn of them.

/** @import { Core, Frame, Settings, Trainer, Weight } from '../types.js' */
/** @import { Wants } from './instruments.js' */
/** @import { News } from './run-data.js' */
import { drawnUnits } from '../draw/drawn.js';
import { sameSettings } from '../settings.js';
import { Attention } from './attention.js';
import { cropLayer, mapSize } from './budget.js';
import { openCore } from './core.js';
import { curveOf } from './curve.js';
import { GraphSession } from './graph-session.js';
import { ask, read } from './instruments.js';
import { Rival } from './rival.js';
import { Run } from './run.js';
import { newsOf, samplesOf } from './run-data.js';
import { again, recordOf } from './run-record.js';
import { sample } from './series.js';
import { Shelf } from './shelf.js';
import { WideLook } from './wide-look.js';

/** The graphs of the graph page. @param {WebAssembly.Module} [compiled] */
export async function openGraphs(compiled) {
  return new GraphSession(await openCore(compiled));
}

/** @param {WebAssembly.Module} [compiled] */
export async function openSession(compiled) {
  return new Session(await openCore(compiled));
}

export class Session {
  /** @type {Run | undefined} */
  #current;
  /** For undo. @type {Run | undefined} */
  #before;
  /** A run that is compared with this one, at the same step. @type {Rival | undefined} */
  #rival;
  /** How many runs there were. */
  #count = 0;
  #attention = new Attention();
  /** @type {Wants} */
  #wants = {};
  /** What of the data has not been sent yet. @type {News | undefined} */
  #news;
  #wide = new WideLook((changes) => this.#createLike(changes));
  /** Sets that ship, as they were loaded. */
  shelf = new Shelf();

  /** @param {Core} core */
  constructor(core) {
    this.core = core;
  }

  get #run() {
    if (!this.#current) throw new Error('There is no run yet.');
    return this.#current;
  }

  /**
   * A new run from the seed; what `data` names was loaded before. On wrong settings it throws and the old run stays. With `resume` the run
   * before this one goes on where it was, if it had these settings.
   * @param {Settings} settings @param {boolean} [resume]
   */
  apply(settings, resume = false) {
    const known = resume && this.#before && sameSettings(this.#before.settings, settings) ? this.#before : undefined;
    this.#wide.forget();
    const run = known ?? new Run(this.#create(settings), settings, (step) => this.#rival?.follow(step));
    if (!known) this.#before?.delete();
    this.#before = this.#current;
    this.#current = run;
    this.#count++;
    run.divergence = undefined;
    this.#news = newsOf(run, (changes) => this.#createLike(changes));
    this.#attention.follow(run);
    run.arrive();
  }

  /** @param {Settings} settings */
  #create({ data, ...options }) {
    return data ? this.core.createTrainer(options, this.shelf.get(data)) : this.core.createTrainer(options);
  }

  /** The same run but for some options, at its start. @param {Settings} changes */
  #createLike(changes) {
    return this.#create({ ...this.#run.settings, ...changes });
  }

  /** Gives back all that it has in the core. */
  dispose() {
    this.#wide.forget();
    this.release();
    this.#before?.delete();
    this.#current?.delete();
    this.#before = this.#current = undefined;
  }

  /** Is there a run to ask about? */
  get started() {
    return this.#current !== undefined;
  }

  get at() {
    return this.#run.at;
  }

  get stopped() {
    return this.#run.stopped;
  }

  get batchSize() {
    return this.#run.batchSize;
  }

  /** @param {number} n */
  step(n) {
    return this.#run.step(n);
  }

  /** @param {number} lr */
  setLr(lr) {
    this.#run.setLr(lr);
  }

  /** @param {Weight} place @param {number} value */
  setParameter(place, value) {
    return this.#run.setParameter(place, value);
  }

  /** @param {number} step */
  travel(step) {
    return this.#run.travel(step);
  }

  settle() {
    this.#run.settle();
  }

  /** A copy of the run as it stands, to be compared with what becomes of it; yields how far it is. @returns {Generator<number, void>} */
  *keep() {
    const { trainer, settings, at } = this.#run;
    const { lr, edits } = recordOf(trainer);
    const begun = { ...settings, lr };
    const copy = new Run(this.#create(begun), begun);
    /** @type {Rival | undefined} */
    let rival;
    try {
      yield* again(copy, { edits, furthest: at, step: at });
      rival = new Rival(copy.trainer);
    } finally {
      if (!rival) copy.delete();
    }
    this.release();
    this.#rival = rival;
  }

  /** The comparison ends. */
  release() {
    this.#rival?.delete();
    this.#rival = undefined;
  }

  /** @param {Weight} weight @param {number} example */
  select(weight, example) {
    this.#attention.select(weight, example);
  }

  /** The history of these weights and biases is kept from now on, in later runs too. @param {Weight[]} places */
  watch(places) {
    this.#attention.watch(places);
    if (this.#current) this.#attention.follow(this.#current);
  }

  /** What every frame tells from now on besides. @param {Wants} wants */
  want(wants) {
    this.#wants = wants;
  }

  /** What is wanted besides, as far as it can be had now. @param {boolean} exact */
  instruments(exact) {
    return read(this.#run.trainer, this.#wants, exact, this.#tools);
  }

  /** One instrument, read once. @param {string} name @param {unknown} argument */
  ask(name, argument) {
    return ask(this.#run.trainer, name, argument, this.#tools);
  }

  get #tools() {
    return { core: this.core, wide: this.#wide, createLike: (/** @type {Settings} */ changes) => this.#createLike(changes), data: this.#run.settings.data };
  }

  /** The chosen weight and example alone. */
  detail() {
    return this.#attention.detail(this.#run);
  }

  /** Everything that is drawn; `exact` is for a run at rest. @param {boolean} exact @returns {Omit<Frame, 'playing' | 'rate' | 'travel'>} */
  frame(exact) {
    const run = this.#run;
    const { trainer, widths } = run;
    const status = trainer.status();
    const evaluation = run.evaluate(exact);
    sample(trainer, evaluation);
    const { layers, targets } = trainer.network();
    const units = drawnUnits(widths);
    // The data of a run do not change: they travel once, with its first frame.
    const news = this.#news;
    this.#news = undefined;
    return {
      run: this.#count,
      settings: trainer.options(),
      .../** @type {News} */ (news),
      status,
      divergence: run.divergence,
      evaluation,
      layers: layers.map((layer, at) => cropLayer(layer, units[at + 1], units[at])),
      targets,
      batch: trainer.batch(),
      maps: run.plane ? mapsOf(trainer, widths, units, exact) : undefined,
      record: recordOf(trainer).plain,
      comparison: this.#rival?.compare(trainer, evaluation, exact),
      curve: curveOf(trainer, evaluation),
      ...this.detail(),
      ...this.instruments(exact),
    };
  }

  samples() {
    return samplesOf(this.core);
  }
}

/** Maps of the units that are drawn. @param {Trainer} trainer @param {number[]} widths @param {number[][]} drawn per layer, input first @param {boolean} exact */
function mapsOf(trainer, widths, drawn, exact) {
  const maps = trainer.maps(mapSize(widths, exact));
  return { ...maps, units: maps.units.map((layer, at) => layer.slice(0, drawn[at + 1].length)) };
}
