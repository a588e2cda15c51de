// A training run through the JavaScript boundary.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';

const backprop = await load();

/** Runs `use` on a trainer and frees it. */
function withTrainer(options, use) {
  const trainer = backprop.createTrainer(options);
  try {
    return use(trainer);
  } finally {
    trainer.delete();
  }
}

const state = (trainer) => ({ status: trainer.status(), network: trainer.network(), options: trainer.options() });

test('a run starts with its defaults, the gradients of its first batch ready', () => {
  withTrainer(undefined, (trainer) => {
    const { step, epoch, batch, batches, finite, message } = trainer.status();
    assert.deepEqual({ step, epoch, batch, batches, finite, message }, { step: 0, epoch: 0, batch: 1, batches: 32, finite: true, message: '' });
    assert.deepEqual(trainer.options().layers, [2, 6, 6, 1]);
    assert.ok(trainer.network().layers[0].weightGradient.some((g) => g !== 0));
  });
});

test('the same options give the same bits, in steps of any size', () => {
  const run = (chunks) => withTrainer({ dataset: 'xor', layers: [2, 5, 1], seed: 3 }, (trainer) => {
    for (const steps of chunks) trainer.step(steps);
    return state(trainer);
  });
  assert.deepEqual(run([300]), run([1, 99, 0, 200]));
});

test('every step moves each weight by −η · its gradient, in float32', () => {
  withTrainer({ lr: 0.1 }, (trainer) => {
    const before = trainer.network().layers[1];
    trainer.step(1);
    const after = trainer.network().layers[1];
    const lr = Math.fround(0.1);
    for (let i = 0; i < before.weight.length; ++i)
      assert.equal(after.weight[i], Math.fround(before.weight[i] - Math.fround(lr * before.weightGradient[i])));
  });
});

test('spiral is learned: training loss under 0.05 after 60,000 steps of batch 10 at learning rate 0.01', () => {
  withTrainer({ dataset: 'spiral' }, (trainer) => {
    trainer.step(60_000);
    const { train } = trainer.evaluate();
    assert.ok(train.loss < 0.05, `loss ${train.loss}`);
    assert.ok(train.accuracy > 0.98);
  });
});

test("a weight's shares δ · a average to its gradient, and the check in float64 agrees", () => {
  withTrainer({}, (trainer) => {
    trainer.step(500);
    const { layers } = trainer.network();
    for (const [layer, { inputs, outputs, weightGradient }] of layers.entries())
      for (let to = 0; to < outputs; ++to)
        for (let from = 0; from < inputs; ++from) {
          const weight = trainer.weight({ layer, to, from, example: 0 });
          const { product } = weight.shares;
          const mean = product.reduce((sum, x) => sum + x, 0) / product.length;
          assert.equal(weight.gradient, weightGradient[to * inputs + from]);
          assert.ok(Math.abs(mean - weight.gradient) <= 1e-6 + 1e-5 * Math.abs(mean));
          assert.ok(weight.check.agrees, JSON.stringify(weight.check));
          assert.ok(Math.abs(weight.check.analytic - weight.gradient) <= 1e-6 + 1e-4 * Math.abs(mean));
        }
  });
});

test('wrong options are refused, each in a sentence that says what would be right', () => {
  const names = backprop.tables().datasets.map(({ name }) => name);
  const sets = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
  const wrong = [
    [{ lr: NaN }, '[lr] NaN is out of range; a number from 0 to 1000 would be right'],
    [{ lr: '0.1' }, "[lr] '0.1' is not a number; a number from 0 to 1000 would be right"],
    [{ lr: null }, '[lr] null is not a number; a number from 0 to 1000 would be right'],
    [{ layers: [2, 0, 1] }, '[layers] layer 2 of 3 has 0 units; a whole number from 1 to 4096 would be right'],
    [{ layers: [2, 1e9, 1] }, '[layers] layer 2 of 3 has 1000000000 units; a whole number from 1 to 4096 would be right'],
    [{ layers: [2, '8', 1] }, "[layers] layer 2 of 3 has '8' units; a whole number from 1 to 4096 would be right"],
    [{ layers: 8 }, '[layers] 8 is not a list; a list of whole numbers such as [2, 8, 1] would be right'],
    [{ layers: '2,8,1' }, "[layers] '2,8,1' is not a list; a list of whole numbers such as [2, 8, 1] would be right"],
    [{ dataset: {} }, `[dataset] an object is not a name; ${sets} would be right`],
    [{ seed: 2 ** 32 }, '[seed] 4294967296 is out of range; a whole number from 0 to 4294967295 would be right'],
    [{ dataset: 'spirals' }, `[dataset] 'spirals' is unknown (did you mean spiral?); ${sets} would be right`],
    [{ batch_size: 0 }, '[batch_size] 0 is out of range; a whole number from 1 to 100000 would be right'],
    [null, '[options] null is not a set of options; an object such as { lr: 0.01 } would be right'],
    [[1], '[options] a list is not a set of options; an object such as { lr: 0.01 } would be right'],
  ];
  for (const [options, message] of wrong)
    assert.throws(() => backprop.createTrainer(options), { name: 'Error', message });
  assert.throws(() => backprop.createTrainer({ learning_rate: 1 }), /^Error: \[options\] 'learning_rate' is not an option; one of the table of options would be right$/);
});

test('a wrong call in mid-run says so and leaves the run as it was', () => {
  withTrainer({}, (trainer) => {
    trainer.step(10);
    const before = state(trainer);
    for (const call of [
      () => trainer.setLr(NaN),
      () => trainer.setLr(-1),
      () => trainer.setLr('fast'),
      () => trainer.step(NaN),
      () => trainer.step(-1),
      () => trainer.step(1e9),
      () => trainer.maps(1e9),
      () => trainer.example(10),
      () => trainer.weight({ layer: 3, to: 0, from: 0, example: 0 }),
      () => trainer.weight({ layer: 0, to: 0 }),
      () => trainer.weight(),
      () => trainer.weight(null),
      () => trainer.step(null),
      () => trainer.step('5'),
      () => trainer.step(),
      () => trainer.example(1n),
      () => trainer.setLr(),
    ])
      assert.throws(call, { name: 'Error', message: /^\[\w+\] .* would be right$/ });
    assert.throws(() => trainer.weight({}), { message: '[layer] is missing; a whole number would be right' });
    assert.deepEqual(state(trainer), before);
  });
});

test('dataset gives the points of the run with the same options, without the run', () => {
  const options = { dataset: 'gauss', samples: 50, noise: 0.2, seed: 7 };
  const rows = ({ x, y }) => Array.from(y, (label, i) => [x[2 * i], x[2 * i + 1], label]);
  const sorted = (points) => points.sort(([a], [b]) => a - b);
  withTrainer({ ...options, output_activation: 'sigmoid' }, (trainer) => {
    const { train, test } = trainer.data();
    assert.deepEqual(sorted(rows(backprop.dataset(options))), sorted([...rows(train), ...rows(test)]));
  });
  assert.throws(() => backprop.dataset({ samples: 1 }), { message: '[samples] 1 is out of range; a whole number from 10 to 10000 would be right' });
});

test('the steps of the history are doubles, which no run can overflow', () => {
  withTrainer({}, (trainer) => assert.ok(trainer.history().step instanceof Float64Array));
});

test('a run that diverges stops, says where, and its weights stay finite', () => {
  withTrainer({ lr: 10, activation: 'relu', output_activation: 'identity' }, (trainer) => {
    const { step, finite, stopped, message } = trainer.step(1000);
    assert.deepEqual([finite, stopped], [false, 'not finite']);
    assert.match(message, /^\[step \d+\] .*; training stops with the last finite weights; a learning rate below 10 may help, from the start$/);
    for (const { weight, bias } of trainer.network().layers) assert.ok([...weight, ...bias].every(Number.isFinite));
    assert.equal(trainer.step(1).step, step);
  });
});

test('a run that lost its patience stopped for that, with every number finite', () => {
  withTrainer({ lr: 0, patience: 2 }, (trainer) => {
    assert.equal(trainer.status().stopped, null);
    const { finite, stopped, message } = trainer.step(1000);
    assert.deepEqual([finite, stopped], [true, 'patience']);
    assert.match(message, /^\[patience\] /);
    trainer.goTo(0);
    assert.equal(trainer.status().stopped, null);
    assert.equal(trainer.goTo(1000).stopped, 'patience');
  });
});

test('what the outputs are made of is decided with the run, and its options say what it is', () => {
  const decided = (options) => withTrainer(options, (trainer) => [trainer.options().output_activation, trainer.network().layers.at(-1).activation]);
  assert.deepEqual(decided({}), ['tanh', 'tanh']);
  assert.deepEqual(decided({ loss: 'bce_with_logits' }), ['identity', 'identity']);
  assert.deepEqual(decided({ loss: 'cross_entropy', layers: [2, 4, 2] }), ['identity', 'identity']);
  assert.deepEqual(decided({ dataset: 'sin', layers: [1, 4, 1] }), ['identity', 'identity']);
  assert.deepEqual(decided({ loss: 'bce_with_logits', output_activation: 'tanh' }), ['tanh', 'tanh']);
});

test('each part of the data knows which rows of the whole it is', () => {
  const whole = backprop.dataset({});
  withTrainer({}, (trainer) => {
    const { train, test, split } = trainer.data();
    assert.deepEqual([...split.train, ...split.test].sort((a, b) => a - b), Array.from({ length: 400 }, (_, i) => i));
    for (const { x, y, rows } of [{ ...train, rows: split.train }, { ...test, rows: split.test }])
      rows.forEach((row, i) => assert.deepEqual([x[2 * i], x[2 * i + 1], y[i]], [whole.x[2 * row], whole.x[2 * row + 1], whole.y[row]]));
  });
});

test('a run that was deleted answers every call with one error', () => {
  for (const dtype of ['float32', 'float64']) {
    const trainer = backprop.createTrainer({ dtype });
    trainer.delete();
    for (const call of [() => trainer.status(), () => trainer.step(1), () => trainer.delete()])
      assert.throws(call, { name: 'Error', message: '[Trainer] was deleted; another one would be right' });
  }
});

test('arrays that were handed out are copies: training on does not change them', () => {
  withTrainer({}, (trainer) => {
    const before = trainer.network();
    const kept = structuredClone(before);
    trainer.step(100);
    trainer.maps(200); // grows the memory, which would detach a view
    assert.deepEqual(before, kept);
  });
});

test('runs that are made and freed a thousand times leave no memory behind', () => {
  const once = () => withTrainer({ layers: [2, 64, 64, 1] }, (trainer) => trainer.step(3));
  for (let i = 0; i < 10; ++i) once();
  const before = backprop.memoryUsed();
  for (let i = 0; i < 1000; ++i) once();
  assert.equal(backprop.memoryUsed(), before);
});

test('a million steps leave the heap where it was after warm-up', () => {
  withTrainer({ layers: [2, 8, 8, 1] }, (trainer) => {
    trainer.step(50_000);
    const used = backprop.memoryUsed(), peak = backprop.memoryPeak();
    trainer.step(950_000);
    assert.equal(trainer.status().step, 1_000_000);
    assert.equal(backprop.memoryUsed(), used);
    assert.equal(backprop.memoryPeak(), peak);
  });
});

test('maps of data with more than two inputs are refused', () => {
  const trainer = backprop.createTrainer({ layers: [3, 2, 1] }, { x: [[1, 2, 3], [4, 5, 6]], y: [0, 1] });
  assert.throws(() => trainer.maps(10), { message: '[maps] the data have 3 inputs; data in the plane or on a line would be right' });
  trainer.delete();
});
