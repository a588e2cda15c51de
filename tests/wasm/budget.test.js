// The largest runs that the options allow fit in memory, whatever is asked of them. A process of its own: it looks at the peak.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';

const backprop = await load();

/** Creates a run, and says why not when it is refused. */
function refusal(options) {
  try {
    backprop.createTrainer(options).delete();
  } catch ({ message }) {
    return message;
  }
}

/** The largest n from 1 to `most` for which the options are accepted. */
function largest(most, options) {
  let [low, high] = [1, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (refusal(options(middle))) high = middle - 1;
    else low = middle;
  }
  return low;
}

/** Asks a run everything that can be asked. */
function askAll(trainer, size) {
  trainer.step(1);
  trainer.setLr(0.02);
  trainer.evaluate();
  assert.equal(trainer.maps(size).units[0][0].length, size * size);
  trainer.weight({ layer: 1, to: 0, from: 0, example: 0 });
  trainer.example(0);
  for (const call of ['status', 'options', 'network', 'data', 'batch', 'history']) assert.ok(trainer[call]());
}

test('the largest allowed runs answer every call, each beside the last, within 300 MB', () => {
  const run = (layers, batch_size) => ({ layers, batch_size, samples: 10_000 });
  const wide = (n) => run([2, 1024, n, 1], 37);
  const deep = (n) => run([2, ...Array(8).fill(n), 1], 1);
  const full = (n) => run([2, n, 1], 1000);
  const before = backprop.memoryUsed();
  let last;
  for (const options of [wide(largest(1024, wide)), deep(largest(1024, deep)), full(largest(1024, full)), run([2, 680, 1], 1000)]) {
    const trainer = backprop.createTrainer(options);
    let size = 200;
    for (; size > 2; --size) {
      const units = options.layers.slice(1).reduce((sum, n) => sum + n);
      if (size * size * units <= 2 ** 25) break;
      assert.throws(() => trainer.maps(size), { message: /^\[maps\] \d+ is out of range; a whole number from 2 to \d+ would be right$/ });
    }
    askAll(trainer, size);
    last?.delete();
    last = trainer;
    assert.ok(backprop.memoryPeak() <= 300e6, `${JSON.stringify(options)}: ${backprop.memoryPeak()}`);
  }
  last.delete();
  assert.equal(backprop.memoryUsed(), before);
});

test('a run that is too large is refused before anything is allocated, naming what to make smaller', () => {
  const before = backprop.memoryPeak();
  const layers = [2, 800, 800, 1];
  assert.match(refusal({ layers: [2, ...Array(8).fill(1024), 1] }), /^\[layers\] .* needs \d+ MB of memory, more than 80 MB; .* would be right$/);
  const message = refusal({ layers, samples: 10_000, batch_size: 1000 });
  assert.match(message, /^\[batch_size\] a batch of 1000 rows .* more than 80 MB; at most \d+ rows, .* would be right$/);
  assert.equal(backprop.memoryPeak(), before);
  const [, most] = message.match(/at most (\d+)/);
  assert.equal(refusal({ layers, samples: 10_000, batch_size: Number(most) }), undefined);
  assert.match(refusal({ layers, samples: 10_000, batch_size: Number(most) + 1 }), /^\[batch_size\]/);
});

test('a list that is too long is refused by its length, without being copied', () => {
  const graph = new backprop.Graph();
  const before = backprop.memoryPeak();
  const endless = new Array(1e9);
  const wrong = [
    [() => graph.variable(endless), '[tensor] a tensor of 1000000000 numbers is too large; at most '],
    [() => graph.variable([new Array(2 ** 32 - 1), []]), '[tensor] a tensor of 2×4294967295 numbers is too large; at most '],
    [() => graph.apply('add', endless), '[add] a list of 1000000000 entries is too long; at most 3 would be right'],
    [() => backprop.createTrainer({ layers: endless }), '[layers] a list of 1000000000 entries is too long; at most 64 would be right'],
    [() => backprop.createTrainer({ dataset: 'x'.repeat(2 ** 28) }), '[dataset] '],
    [() => backprop.createTrainer(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [i, 1]))), '[options] a list of 100 entries'],
  ];
  for (const [call, start] of wrong) assert.throws(call, ({ message }) => message.startsWith(start));
  assert.ok(backprop.memoryPeak() - before < 1e6);
  graph.delete();
});
