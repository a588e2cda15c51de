// Accuracy and norms over a run: sampled at frames, thinned evenly, true to a fresh core.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { drawnColumns, nearestPoint, toCsv } from '../../web/src/draw/chart-data.js';
import { accuracyCharts, normCharts } from '../../web/src/draw/run-charts.js';
import { curveOf } from '../../web/src/engine/curve.js';
import { Series } from '../../web/src/engine/series.js';
import { Session } from '../../web/src/engine/session.js';

const core = await load();

/** A session at work on settings. @param {object} [settings] */
function sessionOf(settings = {}) {
  const session = new Session(core);
  session.apply(settings);
  session.frame(true);
  return session;
}

/** @param {Session} session */
const seriesIn = (session) => /** @type {ReturnType<Series['columns']>} */ (session.ask('series', null));

/** Steps, with a frame after each. @param {Session} session @param {number[]} counts */
function play(session, counts) {
  for (const count of counts) {
    session.step(count);
    session.frame(true);
  }
}

/** Every value beside a core that was stepped there. @param {ReturnType<Series['columns']>} series @param {import('../../web/src/types.js').Settings} settings */
function expectTrue(series, settings) {
  const fresh = core.createTrainer(settings);
  series.step.forEach((step, i) => {
    fresh.goTo(step);
    const { train, test } = fresh.evaluate();
    const { layers } = fresh.layerStatistics();
    assert.deepEqual([series.train[i], series.test[i]], [train.accuracy, test.accuracy], `accuracy at ${step}`);
    assert.deepEqual(series.gradient.map((norms) => norms[i]), layers.map(({ gradient }) => gradient.norm), `‖g‖ at ${step}`);
    assert.deepEqual(series.ratio.map((ratios) => ratios[i]), layers.map(({ ratio }) => ratio), `‖Δw‖/‖w‖ at ${step}`);
  });
  fresh.delete();
}

test('what was sampled equals a fresh core at these steps', () => {
  const settings = { dataset: 'xor', layers: [2, 5, 4, 1], activation: 'relu', optimizer: 'adam' };
  const session = sessionOf(settings);
  play(session, [1, 1, 7, 40, 333]);
  const series = seriesIn(session);
  assert.deepEqual(series.step, [0, 1, 2, 9, 49, 382]);
  assert.equal(series.gradient.length, 3);
  expectTrue(series, settings);
});

test('a run that is looked at in its past keeps its future; one that is changed there loses it', () => {
  const session = sessionOf();
  play(session, [100, 100, 100]);
  for (const _ of session.travel(150));
  session.frame(true);
  assert.deepEqual(seriesIn(session).step, [0, 100, 150, 200, 300]);
  expectTrue(seriesIn(session), {});
  session.setParameter({ layer: 0, to: 0, from: 0 }, 2);
  session.frame(true);
  assert.deepEqual(seriesIn(session).step, [0, 100, 150]);
  session.step(25);
  session.frame(true);
  for (const _ of session.travel(100));
  session.setLr(0.5);
  session.frame(true);
  assert.deepEqual(seriesIn(session).step, [0, 100]);
});

test('a new run starts anew, and undo brings the old series back', () => {
  const session = sessionOf({ seed: 1 });
  play(session, [10, 10]);
  session.apply({ seed: 2 });
  session.frame(true);
  assert.deepEqual(seriesIn(session).step, [0]);
  session.apply({ seed: 1 }, true);
  session.frame(true);
  assert.deepEqual(seriesIn(session).step, [0, 10, 20]);
});

test('at most 512 points are kept, evenly spaced, with the present one besides', () => {
  const series = new Series();
  const point = (/** @type {number} */ step) => ({ step, train: step, test: step, gradient: [step], ratio: [step] });
  for (let step = 0; step <= 100_003; step++) series.add(point(step));
  const { step, train, gradient } = series.columns();
  assert.ok(step.length <= 513 && step.length > 256, `${step.length}`);
  assert.equal(step.at(-1), 100_003);
  assert.deepEqual(new Set(step.slice(1, -1).map((at, i) => at - step[i])), new Set([256]));
  assert.deepEqual([train, gradient[0]], [step, step]);
});

test('of a regression there is no accuracy to draw', () => {
  for (const [dataset, charts] of /** @type {const} */ ([['reg-plane', 0], ['spiral', 1]])) {
    const session = sessionOf({ dataset });
    const { classes } = core.createTrainer({ dataset }).data();
    assert.equal(accuracyCharts(seriesIn(session), classes.length > 0).length, charts);
    assert.equal(Number.isNaN(seriesIn(session).train[0]), charts === 0);
  }
});

test('the curve has the last evaluation in its place, also in the past of the run', () => {
  const trainer = core.createTrainer({});
  trainer.step(3000);
  trainer.goTo(1005);
  const history = trainer.history();
  const curve = curveOf(trainer, { ...trainer.evaluate(), step: 1005 });
  assert.equal(curve.step.length, history.step.length + 1);
  assert.deepEqual(curve.step, [...curve.step].sort((a, b) => a - b));
  assert.equal(curve.train[curve.step.indexOf(1005)], trainer.evaluate().train.loss);
  assert.equal(curve.test.at(-1), history.test.at(-1));
});

test('a log axis has no place for zero; the file has every value, to the same bits', () => {
  const data = normCharts({ step: [0, 1, 5], train: [], test: [], gradient: [[0.1, 0, Number.NaN], [1 / 3, 2, 1e-9]], ratio: [] })[0];
  assert.deepEqual(drawnColumns(data, { logX: true, logY: true }), { from: 1, step: [1, 5], columns: [[null, null], [2, 1e-9]] });
  assert.deepEqual(drawnColumns(data, { logX: false, logY: false }).columns[0], [0.1, 0, null]);
  const [head, ...rows] = toCsv(data).trim().split('\r\n');
  assert.equal(head, 'step (updates),layer 1 (2-norm),output (2-norm)');
  assert.deepEqual(rows, ['0,0.1,0.3333333333333333', '1,0,2', '5,NaN,1e-9']);
});

test('the cursor goes to the nearest point', () => {
  assert.deepEqual([-3, 0, 4, 6, 99].map((step) => nearestPoint([0, 5, 10], step)), [0, 0, 1, 1, 2]);
  assert.equal(nearestPoint([], 3), -1);
});
