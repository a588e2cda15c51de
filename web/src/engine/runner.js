// Plays a session: trains in short slices, lets messages in between them, and publishes frames no faster than they are drawn.

/** @import { Points, Settings, Weight } from '../types.js' */
/** @import { Wants } from './instruments.js' */
/** @import { Kept } from './run-record.js' */
/** @import { Publish } from './outbox.js' */
/** @import { Clock } from './pace.js' */
import { messageOf } from '../message-of.js';
import { Outbox } from './outbox.js';
import { Pace } from './pace.js';
import { again } from './run-record.js';
import { SLICE, Way } from './way.js';

/** In play, frames take one part of the time in so many. */
const FRAME_SHARE = 25;
/** One that is slow for an evaluation, which has a share of its own, holds the next back no longer than so many ms, or a tenth of the time. */
const [LONG_REST, MOST_SHARE] = [500, 10];

/**
 * @typedef {object} PlayedSession what the runner asks of a session
 * @property {(settings: Settings, resume?: boolean) => void} apply
 * @property {(lr: number) => void} setLr
 * @property {(n: number) => number} step
 * @property {(weight: Weight, example: number) => void} select
 * @property {(wants: Wants) => void} want
 * @property {(exact: boolean) => object} instruments
 * @property {(name: string, argument: unknown) => unknown} ask
 * @property {(place: Weight, value: number) => import('../types.js').Edited} setParameter
 * @property {(step: number) => Generator<number, void>} travel
 * @property {() => Generator<number, void>} keep
 * @property {() => void} release
 * @property {number} at its step
 * @property {(places: Weight[]) => void} watch
 * @property {() => void} dispose gives back all that it has in the core
 * @property {() => void} settle takes a run that diverged back to where it was finite
 * @property {boolean} started
 * @property {boolean} stopped whether the run cannot go on
 * @property {number} batchSize
 * @property {() => object} detail
 * @property {(exact: boolean) => object} frame
 * @property {() => Promise<Record<string, Points>>} samples
 * @property {import('./shelf.js').Shelf} shelf
 */

export class Runner {
  #playing = false;
  /** Play was asked for before there is a run, or while one is new. */
  #eager = false;
  /** The run is new, and its first frame is still to come. */
  #fresh = false;
  #loop = Promise.resolve();
  #chunk = 1;
  #rate = 0;
  /** Does the run, though playing, stand at the step that is shown? */
  #stands = false;
  #way;

  /** @param {PlayedSession} session @param {Publish} publish @param {Clock} clock */
  constructor(session, publish, clock) {
    this.session = session;
    this.publish = publish;
    this.clock = clock;
    this.outbox = new Outbox(publish);
    this.pace = new Pace(clock);
    this.#way = new Way(clock, (travel) => void this.outbox.send('travel', () => ({ travel })));
  }

  /** @param {Settings} settings @param {boolean} [resume] */
  async apply(settings, resume) {
    this.#way.giveUp();
    this.session.apply(settings, resume);
    this.#chunk = 1;
    this.#rate = 0;
    this.pace.forget();
    if (this.#playing) return this.#sendFrame();
    // Who has pressed Play meanwhile sees the first step at once.
    this.#fresh = true;
    await this.clock.pause();
    this.#fresh = false;
    if (this.#eager) this.play();
    return this.#playing ? this.outbox.sent : this.#sendFrame();
  }

  /** @param {number} lr */
  setLr(lr) {
    this.session.setLr(lr);
    if (!this.#playing) this.session.settle();
    return this.#sendFrame();
  }

  /** @param {Weight} weight @param {number} example */
  select(weight, example) {
    this.session.select(weight, example);
    // In play at full speed, and on the way through time, the next frame brings it, so that all numbers on screen are of one step.
    if (this.session.started && !this.#busy) return this.outbox.send('detail', () => this.session.detail());
  }

  /** @param {Wants} wants */
  want(wants) {
    this.session.want(wants);
    this.pace.forget();
    if (this.session.started && !this.#busy) return this.outbox.send('instruments', () => this.session.instruments(this.#exact));
  }

  /** @param {Weight} place @param {number} value */
  async setParameter(place, value) {
    const edited = this.session.setParameter(place, value);
    await this.#sendFrame();
    return edited;
  }

  /** @param {Weight[]} places */
  watch(places) {
    this.session.watch(places);
    return this.#sendFrame();
  }

  get #busy() {
    return (this.#playing && !this.#stands) || this.#fresh || this.#way.isUnderWay;
  }

  /** Is there time for all that is wanted: at rest, or between steps that come slowly? */
  get #exact() {
    return !this.#playing || this.pace.allowsExact;
  }

  /** @param {number} step */
  goTo(step) {
    return this.#travel(() => this.session.travel(step), step);
  }

  /** Whether it arrived within so many ms. @param {Kept} kept @param {number} patience */
  resume(kept, patience) {
    return this.#travel(() => again(this.session, kept), kept.furthest, patience);
  }

  keep() {
    return this.#travel(() => this.session.keep(), this.session.at);
  }

  release() {
    this.session.release();
    return this.#sendFrame();
  }

  /** What is under way stops where it is. */
  cancelTravel() {
    if (!this.#way.isUnderWay) return;
    this.#way.giveUp();
    return this.#sendFrame();
  }

  /** Whether it came to its end. @param {() => Generator<number, void>} begin @param {number} to @param {number} [patience] in ms */
  async #travel(begin, to, patience) {
    await this.pause();
    if (!(await this.#way.follow(begin(), to, () => this.cancelTravel(), patience))) return false;
    this.session.settle();
    await this.#sendFrame();
    return true;
  }

  async pause() {
    this.#playing = this.#eager = false;
    this.pace.wake();
    await this.#loop;
  }

  play() {
    this.#eager = this.#fresh || !this.session.started;
    if (this.#playing || this.#eager) return;
    this.#way.giveUp();
    this.#playing = true;
    this.#loop = this.#train().catch((error) => this.#fail(error));
  }

  async #train() {
    const { now, pause, interval } = this.clock;
    let nextFrame = now();
    let since = now();
    let steps = 0;
    let slice = 0; // The first step is shown at once.
    while (this.#playing && !this.session.stopped) {
      if (this.pace.slow) {
        await this.#stroll();
        [since, steps] = [now(), 0];
        continue;
      }
      const end = now() + slice;
      do steps += this.#trainChunk();
      while (now() < end && !this.session.stopped);
      slice = SLICE;
      if (now() >= nextFrame && !this.outbox.busy && !this.session.stopped) {
        const started = now();
        if (started - since > 900) {
          this.#rate = (steps * this.session.batchSize * 1000) / (started - since);
          [since, steps] = [started, 0];
        }
        void this.#sendFrame();
        // A frame that is slow to make must not eat the training.
        const took = now() - started;
        nextFrame = started + Math.max(interval, Math.min(FRAME_SHARE * took, Math.max(LONG_REST, MOST_SHARE * took)));
      }
      await pause();
    }
    this.#playing = false;
    this.session.settle();
    await this.#sendFrame();
  }

  /** One step that can be watched, and the rest of its time. */
  async #stroll() {
    const { pace, clock } = this;
    const began = clock.now();
    this.session.step(1);
    if (this.session.stopped) return;
    if (pace.shows(began)) {
      const exact = this.#exact;
      const sent = this.#sendFrame();
      if (exact) pace.tookExact(clock.now() - began);
      this.#stands = true;
      await sent;
    }
    this.#rate = (this.session.batchSize * 1000) / Math.max(clock.now() - began, pace.time);
    if (this.#playing) await pace.rest(began);
    this.#stands = false;
  }

  /** @param {unknown} error */
  async #fail(error) {
    this.#playing = false;
    await this.publish({ playing: false, failure: messageOf(error) });
  }

  /** One call into the core of about a quarter of a slice. */
  #trainChunk() {
    const started = this.clock.now();
    const done = this.session.step(this.#chunk);
    const took = this.clock.now() - started;
    if (took < SLICE / 8 && done === this.#chunk) this.#chunk = Math.min(this.#chunk * 2, 4096);
    if (took > SLICE / 2) this.#chunk = Math.max(1, this.#chunk >> 1);
    return done;
  }

  #sendFrame() {
    const state = () => ({ playing: this.#playing, rate: this.#rate, travel: undefined });
    return this.outbox.send('frame', () => ({ ...this.session.frame(this.#exact), ...state() }));
  }
}
