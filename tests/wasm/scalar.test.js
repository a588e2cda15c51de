// The module for browsers without SIMD: the same calls, and the same bits of a training run.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';

/** A second copy of the door, with a module of its own. */
const { load: loadAgain } = await import('../../wasm/index.js?without-simd');
const [fast, plain] = [await load(), await loadAgain({ simd: false })];

const runs = [
  { layers: [2, 8, 8, 1] },
  { layers: [2, 5, 3, 1], activation: 'relu', optimizer: 'adam', dropout: 0.2, batch_size: 7 },
  { layers: [2, 40, 40, 3], dataset: 'rings', loss: 'cross_entropy', output_activation: 'identity', activation: 'sigmoid', batch_size: 64 },
  { layers: [2, 8, 8, 1], dtype: 'float64', optimizer: 'rmsprop', clip_norm: 1 },
];

test('training gives the same bits with and without SIMD', () => {
  for (const options of runs) {
    const [a, b] = [fast, plain].map((backprop) => {
      const trainer = backprop.createTrainer(options);
      const losses = Array.from({ length: 20 }, () => trainer.step(10).loss);
      const { values, gradients } = trainer.parameters();
      const evaluation = trainer.evaluate();
      trainer.delete();
      return { losses, values, gradients, evaluation };
    });
    assert.deepEqual(b, a, JSON.stringify(options));
  }
});

test('both modules have the same calls and tables', () => {
  assert.notEqual(fast, plain);
  assert.deepEqual(plain.tables(), fast.tables());
  assert.deepEqual(Object.getOwnPropertyNames(plain.Trainer.prototype), Object.getOwnPropertyNames(fast.Trainer.prototype));
});
