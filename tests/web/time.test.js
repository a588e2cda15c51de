// Moving through the time of a run: ops and moves, the way to a step, what it takes to make a run again, two runs side by side.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { moved, opsOf, reachedAt, restOf } from '../../web/src/draw/ops.js';
import { lossAt, stepTicks } from '../../web/src/draw/time-axis.js';
import { compareLayers, compareVectors, differing } from '../../web/src/engine/comparison.js';
import { journey, keptBefore } from '../../web/src/engine/journey.js';
import { RunRecord } from '../../web/src/engine/run-record.js';
import { isAhead } from '../../web/src/kept-run.js';
import { Runner } from '../../web/src/engine/runner.js';
import { Session } from '../../web/src/engine/session.js';

const core = await load();
const run = { layers: 3, batches: 32 };

test('a step is zero_grad, two ops a layer forward, the loss, one op a layer backward from the last, the update', () => {
  assert.deepEqual(opsOf(2).map(({ phase, layer, part }) => [phase, layer, part].filter((word) => word !== undefined).join(' ')), [
    'zero', 'forward 0 linear', 'forward 0 activation', 'forward 1 linear', 'forward 1 activation', 'loss', 'backward 1', 'backward 0', 'update',
  ]);
});

test('what is seen grows with the ops, and at rest it is everything', () => {
  const seen = opsOf(2).slice(0, -1).map((_, phase) => Object.values(reachedAt(2, phase)).map(Number).join(' '));
  assert.deepEqual(seen, ['0 0 0 2', '1 0 0 2', '1 1 0 2', '2 1 0 2', '2 2 0 2', '2 2 1 2', '2 2 1 1', '2 2 1 0']);
  assert.equal(reachedAt(2, null).gradient, 0);
});

test('ops forth and back pass the same moments, from step to step, and end at the seed', () => {
  const length = restOf(opsOf(3)) + 1;
  const way = [/** @type {import('../../web/src/draw/ops.js').Moment} */ ({ step: 0, phase: 0 })];
  for (let i = 0; i < 2 * length + 3; i++) way.push(moved(way[i], { unit: 'op', way: 1 }, run));
  assert.deepEqual(way.at(-1), { step: 2, phase: 3 });
  for (let i = way.length - 1; i > 0; i--) assert.deepEqual(moved(way[i], { unit: 'op', way: -1 }, run), way[i - 1]);
  assert.deepEqual(moved(way[0], { unit: 'op', way: -1 }, run), way[0]);
});

test('a phase ends with its last op; a batch keeps the phase; an epoch ends where the next begins', () => {
  const go = (/** @type {any} */ from, /** @type {any} */ unit, /** @type {1 | -1} */ way) => Object.values(moved(from, { unit, way }, run));
  assert.deepEqual(go({ step: 4, phase: null }, 'phase', 1), [5, 0]);
  assert.deepEqual(go({ step: 5, phase: 0 }, 'phase', 1), [5, 6]);
  assert.deepEqual(go({ step: 5, phase: 3 }, 'phase', 1), [5, 6]);
  assert.deepEqual(go({ step: 5, phase: 6 }, 'phase', 1), [5, 7]);
  assert.deepEqual(go({ step: 5, phase: 7 }, 'phase', 1), [5, null]);
  assert.deepEqual(go({ step: 5, phase: null }, 'phase', -1), [5, 7]);
  assert.deepEqual(go({ step: 5, phase: 0 }, 'phase', -1), [4, null]);
  assert.deepEqual(go({ step: 5, phase: 3 }, 'batch', -1), [4, 3]);
  assert.deepEqual([[0, 1], [31, 1], [32, 1], [33, -1], [32, -1], [5, -1]].map(([step, way]) => go({ step, phase: null }, 'epoch', /** @type {1 | -1} */ (way))[0]),
    [32, 32, 64, 32, 0, 0]);
});

test('the way to a step, past or to come, ends in the state of a fresh run, to the bit', () => {
  const options = { layers: [2, 6, 6, 1], optimizer: 'adam' };
  const trainer = core.createTrainer(options);
  let furthest = 0;
  for (const step of [9000, 8999, 3, 8193, 0, 130, 9001]) {
    const way = [...journey(trainer, step, furthest)];
    assert.equal(way.at(-1), step);
    furthest = Math.max(furthest, step);
    const fresh = core.createTrainer(options);
    fresh.step(step);
    assert.deepEqual([trainer.parameters(), trainer.status()], [fresh.parameters(), fresh.status()]);
    fresh.delete();
  }
  assert.throws(() => [...journey(trainer, -1, furthest)], /step|number/i);
  trainer.delete();
});

test('a way back begins at the nearest state that the core keeps', () => {
  assert.deepEqual([keptBefore(300, 8000), keptBefore(8300, 8300), keptBefore(300, 20000), keptBefore(900, 200)], [256, 8192, 0, 128]);
});

test('an edit drops what came after it and what stood in its place', () => {
  const record = new RunRecord(0.1);
  record.reach(100);
  const place = { layer: 0, to: 0, from: 1 };
  record.add({ step: 10, lr: 0.2 });
  record.add({ step: 50, place, value: 1 });
  record.add({ step: 50, place, value: 2 });
  assert.deepEqual(record.plain, { lr: 0.1, furthest: 50, edits: [{ step: 10, lr: 0.2 }, { step: 50, place, value: 2 }] });
  record.add({ step: 20, lr: 0.3 });
  assert.deepEqual(record.plain, { lr: 0.1, furthest: 20, edits: [{ step: 10, lr: 0.2 }, { step: 20, lr: 0.3 }] });
});

test('a kept run is offered until it is reached, or edits make another one of what stands', () => {
  const kept = /** @type {any} */ ({ edits: [{ step: 5, lr: 0.2 }, { step: 9, lr: 0.3 }], furthest: 50 });
  const [first, second] = kept.edits;
  assert.ok(isAhead(kept, { edits: [], furthest: 80 }));
  assert.ok(isAhead(kept, { edits: [first], furthest: 7 }));
  assert.ok(isAhead(kept, { edits: [first, second], furthest: 49 }));
  assert.ok(!isAhead(kept, { edits: [first, second], furthest: 50 }));
  assert.ok(!isAhead(kept, { edits: [{ step: 5, lr: 0.25 }], furthest: 7 }));
  assert.ok(!isAhead(kept, { edits: [first, second, { step: 10, lr: 1 }], furthest: 10 }));
});

/** All numbers of a session's run. @param {Session} session */
const numbersOf = (session) => {
  const { status, layers, curve, record } = session.frame(true);
  return { status, layers, curve, record };
};

test('a run with edits is made again from its record, and stands in the past as it did', async () => {
  const settings = { layers: [2, 5, 1], lr: 0.05 };
  const first = new Session(core);
  first.apply(settings);
  first.step(300);
  first.setLr(0.2);
  first.step(41);
  first.setParameter({ layer: 1, to: 0, from: 2 }, 0.5);
  first.step(200);
  for (const _ of first.travel(320));
  assert.equal(first.frame(true).settings.lr, 0.2);
  const { lr, edits, furthest } = first.frame(true).record;
  assert.deepEqual([lr, furthest], [0.05, 541]);

  const again = new Session(core);
  const runner = new Runner(again, () => {}, { now: () => performance.now(), pause: async () => {}, later: setTimeout, interval: 100 });
  void runner.apply({ ...settings, lr });
  assert.equal(await runner.resume({ edits, furthest, step: 320 }, Infinity), true);
  assert.deepEqual(numbersOf(again), numbersOf(first));
  for (const _ of first.travel(541));
  for (const _ of again.travel(541));
  assert.deepEqual(numbersOf(again), numbersOf(first));
});

test('a way that takes longer than one has patience for ends on the way; another one takes its place', async () => {
  let time = 0;
  const session = { at: 0, settle() {}, *travel(/** @type {number} */ step) { for (; this.at < step; yield this.at) { this.at++; time += 10; } }, frame: () => ({}), started: true };
  /** @type {any[]} */
  const sent = [];
  const clock = { now: () => time, pause: () => new Promise((resolve) => setImmediate(resolve)), interval: 100 };
  const runner = new Runner(/** @type {any} */ (session), (part) => void sent.push(part), /** @type {any} */ (clock));
  assert.equal(await runner.resume({ edits: [], furthest: 1000, step: 0 }, 2000), false);
  assert.ok(session.at > 190 && session.at < 215);
  assert.ok(sent.some(({ travel }) => travel?.to === 1000));
  assert.equal(sent.at(-1).travel, undefined);

  session.at = 0;
  const long = runner.goTo(5000);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(await Promise.all([long, runner.goTo(300)]), [false, true]);
  assert.equal(session.at, 300);
});

test('two vectors: norms, cosine, relative difference', () => {
  assert.deepEqual(compareVectors([3, 4], [4, -3]), { normA: 5, normB: 5, cosine: 0, difference: Math.sqrt(50) / 5 });
  const equal = compareVectors(Float32Array.of(0.1, 0.7, -0.3), Float32Array.of(0.1, 0.7, -0.3));
  assert.deepEqual([equal.cosine, equal.difference], [1, 0]);
  assert.equal(compareVectors([1, 2], [-2, -4]).cosine, -1);
  assert.deepEqual(compareVectors([0, 0], [1, 0]), { normA: 0, normB: 1, cosine: null, difference: null });
});

test('layers of one shape are compared, by the core’s norm of their weights’ gradients; others are not', () => {
  const [a, b] = [[2, 3, 1], [2, 3, 3, 1]].map((layers) => core.createTrainer({ layers }));
  const layers = compareLayers(a.network().layers, b.network().layers);
  assert.deepEqual(layers.map((layer) => layer !== null), [true, false, false]);
  const { norm } = a.layerStatistics().layers[0].gradient;
  assert.ok(Math.abs(/** @type {any} */ (layers[0]).gradient.normA - norm) < 1e-9 * norm);
  assert.deepEqual(differing(a.options(), b.options()), [{ name: 'layers', a: '2,3,1', b: '2,3,3,1' }]);
});

test('a run that was kept goes with the other: back, forth, and into a new run', () => {
  const session = new Session(core);
  session.apply({ layers: [2, 5, 1], lr: 0.05 });
  session.step(150);
  for (const _ of session.keep());
  const compared = () => /** @type {NonNullable<ReturnType<Session['frame']>['comparison']>} */ (session.frame(true).comparison);
  const same = compared();
  assert.deepEqual([same.a.step, same.settings, same.layers.map((layer) => layer?.gradient.difference)], [150, [], [0, 0]]);
  session.apply({ layers: [2, 5, 1], lr: 0.05, activation: 'relu' });
  assert.equal(compared().a.step, 0);
  session.step(60);
  for (const _ of session.travel(40));
  const { a, b, settings } = compared();
  assert.deepEqual([a.step, b.step, settings.map(({ name }) => name)], [40, 40, ['activation']]);
  const fresh = core.createTrainer({ layers: [2, 5, 1], lr: 0.05 });
  fresh.step(40);
  assert.equal(a.train, fresh.evaluate().train.loss);
  session.release();
  assert.equal(session.frame(true).comparison, undefined);
});

test('the axis of a run has round ticks, and the loss of a step is the last that is known', () => {
  assert.deepEqual(stepTicks(8), [1, 2, 3, 4, 5, 6, 7]);
  assert.deepEqual(stepTicks(6000), [500, 1000, 1500, 2000, 2500, 3000, 3500, 4000, 4500, 5000, 5500]);
  assert.equal(lossAt({ step: [0, 10, 20], train: [3, 2, 1], test: [] }, 19), 2);
});

test('a run that is taken up again keeps the history of what was pinned meanwhile', () => {
  const session = new Session(core);
  session.apply({ layers: [2, 5, 1] });
  session.apply({ layers: [2, 5, 1], lr: 0.2 });
  session.watch([{ layer: 0, to: 1, from: 0 }]);
  session.apply({ layers: [2, 5, 1] }, true);
  assert.equal(/** @type {any[]} */ (session.ask('watched', [{ layer: 0, to: 1, from: 0 }])).length, 1);
});

test('an evaluation from before an edit is not that of the edited run', (context) => {
  // The first evaluation takes 1 ms, and no time passes after it.
  let calls = 0;
  context.mock.method(performance, 'now', () => Math.min(calls++, 1));
  const session = new Session(core);
  session.apply({ layers: [2, 5, 1] });
  const { train } = session.frame(true).evaluation;
  session.setParameter({ layer: 1, to: 0, from: null }, 3);
  assert.notEqual(session.frame(false).evaluation.train.loss, train.loss);
});

test('a way back that is given up leaves the rate of where it ended, so that undo finds the run', () => {
  const settings = { layers: [2, 5, 1], lr: 0.05 };
  const session = new Session(core);
  session.apply(settings);
  session.step(150);
  session.setLr(0.2);
  session.step(100);
  const way = session.travel(140);
  way.next();
  way.return();
  session.apply({ ...settings, activation: 'relu' });
  session.apply(settings, true);
  assert.equal(session.at, 128);
});
