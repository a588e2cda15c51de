// The budget for drawing, and the runner that plays a session.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnUnits } from '../../web/src/draw/drawn.js';
import { cropLayer, mapSize } from '../../web/src/engine/budget.js';
import { Runner } from '../../web/src/engine/runner.js';

test('large networks get coarser maps, and so does play', () => {
  assert.equal(mapSize([2, 8, 8, 1], true), 100);
  assert.equal(mapSize([2, 8, 8, 1], false), 64);
  assert.equal(mapSize([2, ...Array(8).fill(1024), 1], false), 8);
});

test('a layer is cut to the weights that are drawn, row by row', () => {
  const weight = Float32Array.from({ length: 20 * 15 }, (_, i) => i);
  const layer = { inputs: 15, outputs: 20, activation: 'tanh', weight, weightGradient: weight };
  const [columns, rows] = drawnUnits([15, 20]);
  const cut = cropLayer(layer, rows, columns);
  assert.equal(cut.weight.length, 144);
  assert.equal(cut.weight[12 * 3 + 5], 15 * 3 + 5);
  assert.deepEqual([cut.inputs, cut.outputs], [15, 20]);
});

/** A session that counts, and a clock that moves with every step. */
function pretend() {
  let time = 0;
  const session = {
    steps: 0,
    started: true,
    stopped: false,
    batchSize: 10,
    apply() { session.steps = 0; },
    setLr() {},
    settle() {},
    select() {},
    samples: () => ({}),
    get at() { return session.steps; },
    *travel(/** @type {number} */ step) { for (; session.steps < step; yield session.steps) session.step(1); },
    step(/** @type {number} */ n) { session.steps += n; time += n * 0.01; return n; },
    detail: () => ({ weight: session.steps }),
    frame: (/** @type {boolean} */ exact) => ({ step: session.steps, exact }),
  };
  /** @type {any[]} */
  const sent = [];
  /** When messages were let in. @type {number[]} */
  const turns = [];
  /** Who rests, and until when. @type {{ then: () => void, at: number }[]} */
  const resting = [];
  const clock = {
    now: () => (time += 0.001),
    pause: () => (turns.push(time), new Promise((resolve) => setImmediate(resolve))),
    later: (/** @type {() => void} */ then, /** @type {number} */ ms) => void resting.push({ then, at: time + ms }),
    interval: 100,
  };
  const wake = () => {
    const { then, at } = /** @type {{ then: () => void, at: number }} */ (resting.pop());
    time = at;
    then();
  };
  const runner = new Runner(/** @type {any} */ (session), async (part) => { sent.push(part); }, /** @type {any} */ (clock));
  return { session, sent, runner, now: () => time, turns, resting, wake };
}

/** @param {() => boolean} done */
async function until(done) {
  while (!done()) await new Promise((resolve) => setImmediate(resolve));
}

test('frames come at most ten a second in play, and an exact one at the pause', async () => {
  const { session, sent, runner, now } = pretend();
  runner.play();
  await until(() => now() > 2000);
  await runner.pause();
  assert.ok(sent.length <= 23, `${sent.length} frames in two seconds`);
  assert.ok(sent.length >= 15);
  assert.deepEqual(sent.at(-1), { step: session.steps, exact: true, playing: false, rate: sent.at(-1).rate, travel: undefined });
  assert.ok(Math.abs(sent.at(-1).rate / 1e6 - 1) < 0.2, 'ten samples in a hundredth of a millisecond are a million a second');
});

test('in play and on a way to a step messages are let in after each slice', async () => {
  const { runner, now, turns } = pretend();
  /** A slice, and what the last call into the core may take beyond it. */
  const MOST = 12 + 12 / 4 + 0.1;
  const longest = () => Math.max(...turns.slice(1).map((turn, i) => turn - turns[i]));
  runner.play();
  await until(() => now() > 2000);
  await runner.pause();
  assert.ok(turns.length > 2000 / MOST, `${turns.length} slices in two seconds`);
  assert.ok(longest() < MOST, `${longest()} ms`);
  turns.length = 0;
  await runner.goTo(500_000);
  assert.ok(turns.length > 100, `${turns.length} slices`);
  assert.ok(longest() < MOST, `${longest()} ms`);
});

test('who presses Play before there is a run, or while it is made, sees its first step at once', async () => {
  const { session, sent, runner } = pretend();
  session.started = false;
  runner.play();
  session.started = true;
  await runner.apply({});
  assert.deepEqual([sent[0].step, sent[0].playing], [1, true]);
  await runner.pause();

  const made = runner.apply({});
  runner.play();
  sent.length = 0;
  await made;
  assert.deepEqual([sent[0].step, sent[0].playing], [1, true]);
  await runner.pause();

  const another = runner.apply({});
  runner.play();
  await runner.pause();
  await another;
  assert.deepEqual([sent.at(-1).step, sent.at(-1).playing], [0, false]);
});

test('a way to a step stops the play and makes exactly the steps asked for', async () => {
  const { session, sent, runner } = pretend();
  await runner.goTo(3);
  assert.deepEqual(sent.map(({ step }) => step), [3]);
  runner.play();
  await until(() => session.steps > 100);
  await runner.pause();
  const before = session.steps;
  await runner.goTo(before + 1);
  assert.equal(session.steps, before + 1);
});

test('choosing a weight at rest sends that weight alone; in play the next frame brings it', async () => {
  const { sent, runner } = pretend();
  await runner.select({ layer: 0, to: 0, from: 0 }, 0);
  assert.deepEqual(sent, [{ weight: 0 }]);
  runner.play();
  assert.equal(runner.select({ layer: 0, to: 0, from: 0 }, 0), undefined);
  await runner.pause();
});

test('slow play shows every step with all that is wanted, and a pause or another speed does not wait for the next', async () => {
  const { session, sent, runner, now, resting, wake } = pretend();
  runner.pace.set(10);
  runner.play();
  for (let step = 1; step <= 5; step++) {
    await until(() => resting.length === 1);
    assert.deepEqual(sent.map((part) => part.step), Array.from({ length: step }, (_, i) => i + 1));
    assert.ok(Math.abs(now() - 100 * (step - 1)) < 1, `step ${step} comes at its time`);
    if (step < 5) wake();
  }
  assert.ok(sent.every(({ exact, playing }) => exact && playing));
  assert.deepEqual([sent.at(-1).rate, await runner.select({ layer: 0, to: 0, from: 0 }, 0), sent.at(-1)], [100, undefined, { weight: 5 }], 'between steps a weight is shown at once');
  await runner.pause();
  assert.equal(session.steps, 5);
  runner.play();
  await until(() => session.steps === 6);
  runner.pace.set(Infinity);
  await until(() => session.steps > 1000);
  await runner.pause();
});

test('slow play has coarser frames where exact ones take their time, and no more of them than frames may come', async () => {
  const { session, sent, runner, resting, wake } = pretend();
  const { frame } = session;
  session.frame = (exact) => {
    for (let i = 0; exact && i < 40_000; i++) runner.clock.now(); // 40 ms
    return frame(exact);
  };
  runner.clock.interval = 500;
  runner.pace.set(10);
  runner.play();
  for (let step = 1; step < 12; step++) { await until(() => resting.length === 1); wake(); }
  assert.deepEqual(sent.map(({ step, exact }) => [step, exact]), [[1, true], [6, false], [11, false]]);
  await runner.pause();
});

test('training stops by itself when a value is not finite', async () => {
  const { session, sent, runner } = pretend();
  runner.play();
  await until(() => session.steps > 50);
  session.stopped = true;
  await until(() => sent.at(-1)?.playing === false);
  const stopped = session.steps;
  await new Promise((resolve) => setTimeout(resolve, 20));
  assert.equal(session.steps, stopped);
});

test('a slow page gets the latest frame, not a queue of old ones', async () => {
  const { session } = pretend();
  /** @type {any[]} */
  const taken = [];
  /** @type {(() => void)[]} */
  const waiting = [];
  const slow = (/** @type {any} */ part) => new Promise((/** @type {(value: void) => void} */ resolve) => {
    taken.push(part);
    waiting.push(resolve);
  });
  const runner = new Runner(/** @type {any} */ (session), slow, { now: () => 0, pause: async () => {}, later: setTimeout, interval: 100 });
  for (let lr = 1; lr <= 5; lr++) { session.steps = lr; void runner.setLr(lr); }
  waiting[0]();
  await until(() => taken.length === 2);
  waiting[1]();
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(taken.map(({ step }) => step), [1, 5]);
});

test('a frame that cannot be made is told to who asked, and the next one comes', async () => {
  const { session, sent, runner } = pretend();
  const { frame } = session;
  session.frame = () => { throw new Error('no memory'); };
  await assert.rejects(Promise.resolve(runner.setLr(1)), /no memory/);
  session.frame = frame;
  await runner.setLr(2);
  assert.equal(sent.length, 1);
});
