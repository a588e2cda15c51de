// Each ailment is told by a run that has it, and by no run that learns; the factors behind it are those of the core.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { loadData } from '../../wasm/data.js';
import { load } from '../../wasm/index.js';
import { rewind } from '../../web/src/engine/divergence.js';
import { MOST, chain, flowOf } from '../../web/src/engine/flow.js';
import { healthOf } from '../../web/src/engine/health.js';
import { signalOf } from '../../web/src/engine/signal.js';
import { WideLook } from '../../web/src/engine/wide-look.js';

const core = await load();
const shipped = { penguins: await loadData('penguins'), digits: await loadData('digits') };

/** @param {Record<string, any>} options `data` names a set that ships */
function start({ data, ...options }) {
  return data ? core.createTrainer(options, shipped[/** @type {keyof typeof shipped} */ (data)]) : core.createTrainer(options);
}

/** The health of a run after each of some numbers of steps. @param {Record<string, any>} options @param {number[]} steps */
function healthAfter(options, steps) {
  const trainer = start(options);
  const wide = new WideLook((changes) => start({ ...options, ...changes }));
  const all = steps.map((step) => {
    trainer.goTo(step);
    return healthOf(trainer, wide.of(trainer));
  });
  wide.forget();
  trainer.delete();
  return all;
}

const names = (/** @type {ReturnType<typeof healthOf>} */ health) => health.ailments.map(({ name }) => name);
const deep = (/** @type {number} */ hidden, width = 6) => [2, ...Array(hidden).fill(width), 1];
const classes = { loss: 'cross_entropy', output_activation: 'identity' };
const penguins = { data: 'penguins', layers: [9, 6, 6, 3], standardize: true, ...classes };
const digits = { data: 'digits', layers: [64, 32, 10], ...classes };

const WELL = {
  spiral: {},
  'spiral, lr 0.1': { lr: 0.1 },
  'spiral, relu': { activation: ['relu'] },
  'spiral, adam': { optimizer: 'adam' },
  'spiral, batches of one': { batch_size: 1 },
  xor: { dataset: 'xor', lr: 0.03 },
  'xor, relu': { dataset: 'xor', activation: ['relu'], lr: 0.03 },
  plane: { dataset: 'reg-plane', lr: 0.03 },
  penguins: { ...penguins, lr: 0.03 },
  'penguins, relu': { ...penguins, activation: ['relu'] },
  digits,
  'digits, relu': { ...digits, activation: ['relu'] },
};
for (const [name, options] of Object.entries(WELL)) {
  test(`nothing is wrong with ${name}, at the start and after 100, 1000 and 5000 steps`, () => {
    const all = healthAfter(options, [0, 1, 100, 1000, 5000]);
    assert.deepEqual(all.map(names), [[], [], [], [], []]);
  });
}

/** A run, the step at which it is looked at, and where the ailment shows. @type {[string, string, Record<string, any>, number, number][]} */
const ILL = [
  ['vanishing', 'eight layers of sigmoid', { layers: deep(8), activation: ['sigmoid'] }, 100, 0],
  ['exploding', 'weights of too large a scale', { layers: deep(6), activation: ['relu'], init: 'normal', init_std: 3, output_activation: 'identity' }, 0, 0],
  ['dead', 'relu with too large a step', { activation: ['relu'], lr: 3 }, 10, 1],
  ['saturated', 'tanh with too large weights', { init: 'normal', init_std: 20 }, 0, 2],
  ['saturated', 'tanh after steps that were too large', { lr: 10 }, 10, 2],
  ['symmetric', 'weights that are all 0', { init: 'zeros' }, 1000, 0],
  ['symmetric', 'weights that are all the same', { init: 'constant', init_value: 0.5 }, 1000, 0],
  ['diverging', 'a learning rate of 10', { lr: 10, activation: ['relu'], output_activation: 'identity' }, 1, 1],
];
for (const [name, what, options, step, layer] of ILL) {
  test(`${name}: ${what}; what is to be tried cures it`, () => {
    const [health] = healthAfter(options, [step]);
    const found = health.ailments.find((ailment) => ailment.name === name);
    assert.ok(found, `found ${names(health).join()}`);
    assert.equal(found.layer, layer);
    const cured = { ...options, ...found.settings };
    // A tenth of a rate that is far too large may need another tenth.
    const again = name === 'diverging' ? { ...cured, lr: cured.lr / 10 } : cured;
    assert.ok(!names(healthAfter(again, [step])[0]).includes(name));
  });
}

test('which units are dead: those that are 0 for all training examples, and no others', () => {
  const options = { activation: ['relu'], seed: 2, lr: 0.3 };
  const [{ layers, rows }] = healthAfter(options, [300]);
  const trainer = start({ ...options, batch_size: 1 });
  assert.equal(rows, 320);
  const one = start(options);
  one.step(300);
  trainer.setParameters(0, /** @type {any} */ (one.parameters().values));
  const active = layers.map(({ units }) => Array(units).fill(false));
  const values = one.parameters().values;
  // Another run walks the whole training set, its weights held.
  for (let row = 0; row < rows; row++) {
    trainer.example(0).layers.forEach(({ a }, at) => a.forEach((value, unit) => { active[at][unit] ||= value > 0; }));
    trainer.step(1);
    trainer.setParameters(0, /** @type {any} */ (values));
  }
  layers.slice(0, -1).forEach(({ deadUnits }, at) => {
    assert.deepEqual(deadUnits, active[at].flatMap((is, unit) => (is ? [] : [unit])));
  });
  assert.ok(layers.some(({ deadUnits }) => deadUnits.length > 0), 'this run has dead units');
  trainer.delete();
  one.delete();
});

test('the factors of δ are what weights and slopes let through, and their product is what arrives', () => {
  const trainer = start({ layers: [2, 3, 4, 1], activation: ['tanh'], dtype: 'float64', seed: 4 });
  trainer.step(50);
  const { layers } = trainer.network();
  const signal = signalOf(trainer, layers);
  const rows = trainer.batch().rows.length;
  let [before, between, after] = [0, 0, 0];
  for (let row = 0; row < rows; row++) {
    const [, second, third] = trainer.example(row).layers;
    const weight = layers[2].weight;
    second.z.forEach((z, unit) => {
      const arrives = weight[unit] * third.delta[0];
      between += arrives ** 2;
      after += (arrives * (1 - Math.tanh(z) ** 2)) ** 2;
    });
    before += third.delta[0] ** 2;
  }
  const near = (/** @type {number} */ a, /** @type {number} */ b) => assert.ok(Math.abs(a / b - 1) < 1e-6, `${a} for ${b}`);
  near(signal[1].weights, Math.sqrt(between / before));
  near(signal[1].slope, Math.sqrt(after / between));
  near(signal[1].through, signal[1].weights * signal[1].slope);
  near(signal[0].received, signal[0].through * signal[1].through);
  assert.deepEqual(signal[2].received, 1);
  trainer.delete();
});

test('a diverging run names the step, the op, the layer and its factor, and can go on from three steps before', () => {
  const trainer = start({ lr: 10, output_activation: 'identity', activation: ['relu'] });
  const { step } = trainer.step(3000);
  assert.equal(trainer.status().stopped, 'not finite');
  const divergence = rewind(trainer);
  assert.equal(divergence.step, step + 1);
  assert.equal(trainer.status().step, step - 3);
  assert.equal(divergence.what, 'the loss is ∞');
  assert.equal(divergence.op, 'mse');
  assert.equal(divergence.layer, 2);
  // Only the last bias is left to move: each step of lr 10 multiplies its error by 1 − 2 · 10.
  assert.ok(Math.abs(/** @type {number} */ (divergence.factor) - 19) < 0.01);
  assert.deepEqual(divergence.trail.map((state) => state.step), [step - 3, step - 2, step - 1, step]);
  const before = trainer.status().loss;
  assert.ok(divergence.lower <= 1);
  trainer.setLr(divergence.lower);
  assert.equal(trainer.step(1000).stopped, null);
  assert.ok(trainer.status().loss < before);
  trainer.delete();
});

test('the gradients along a chain of numbers', () => {
  const gradients = chain(core, [0.5, 0.8, 0.6, 0.4]);
  [0.096, 0.192, 0.24, 0.4].forEach((expected, at) => assert.ok(Math.abs(gradients[at] - expected) < 1e-12));
});

test('the deltas of the gradient-flow bench are those of a run with the same layers', () => {
  for (const [depth, activation] of /** @type {const} */ ([[1, 'sigmoid'], [4, 'relu'], [30, 'tanh']])) {
    const { deltas } = flowOf(core, { depth, width: 5, activation, init: 'xavier_normal', seed: 3 });
    const trainer = start({ layers: deep(depth, 5), activation: [activation], output_activation: 'identity', init: 'xavier_normal', seed: 3, samples: 20, batch_size: 8 });
    const signal = signalOf(trainer, trainer.network().layers);
    assert.equal(deltas.length, depth + 1);
    deltas.forEach((delta, at) => assert.ok(Math.abs(delta / signal[at].delta - 1) < 1e-4, `${delta} for ${signal[at].delta} in layer ${at}`));
    trainer.delete();
  }
});

test('a chain deeper than a run can be, and what is asked beyond the limits', () => {
  const { deltas } = flowOf(core, { depth: 1000, width: 1000, activation: 'sigmoid', init: 'default', seed: 1 });
  assert.equal(deltas.length, MOST.depth + 1);
  assert.ok(deltas[0] > 0 && deltas[0] < 1e-20);
  assert.ok(deltas.every((delta, at) => at === 0 || delta > deltas[at - 1]), 'each layer of sigmoid lets less through');
});

after(() => assert.ok(core.memoryUsed() < 100e6));
