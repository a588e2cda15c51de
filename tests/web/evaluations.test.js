// Loss and accuracy in play: seldom enough to cost little, and exact at rest.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { Evaluations } from '../../web/src/engine/evaluations.js';

/** A clock on which each evaluation takes ten milliseconds. */
async function slow() {
  const core = await load();
  const trainer = core.createTrainer({ dataset: 'xor' });
  let time = 0;
  let count = 0;
  const evaluate = trainer.evaluate.bind(trainer);
  trainer.evaluate = () => {
    time += 10;
    count++;
    return evaluate();
  };
  return { trainer, evaluations: new Evaluations(() => time), wait: (/** @type {number} */ ms) => void (time += ms), count: () => count };
}

test('in play the same evaluation stands for forty times as long as it took, and says its step', async () => {
  const { trainer, evaluations, wait, count } = await slow();
  assert.equal(evaluations.of(trainer, false).step, 0);
  trainer.step(5);
  wait(399);
  assert.equal(evaluations.of(trainer, false).step, 0);
  assert.equal(count(), 1);
  wait(1);
  const anew = evaluations.of(trainer, false);
  assert.equal(anew.step, 5);
  assert.equal(anew.train.loss, trainer.evaluate().train.loss);
  trainer.delete();
});

test('at rest, and after the run is forgotten, it is of the present step', async () => {
  const { trainer, evaluations, count } = await slow();
  evaluations.of(trainer, true);
  trainer.step(1);
  assert.equal(evaluations.of(trainer, true).step, 1);
  evaluations.forget();
  evaluations.of(trainer, false);
  assert.equal(count(), 3);
  trainer.delete();
});
