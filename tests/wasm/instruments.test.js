// The instruments of a run through the JavaScript boundary: plain objects of numbers that belong together, and mistakes by name.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';

const backprop = await load();

/** Runs `use` on a trainer after some steps and frees it. */
function withTrainer(options, use, steps = 100) {
  const trainer = backprop.createTrainer(options);
  try {
    trainer.step(steps);
    return use(trainer);
  } finally {
    trainer.delete();
  }
}

const near = (a, b, relative, absolute = 0) => assert.ok(Math.abs(a - b) <= absolute + relative * Math.abs(b), `${a} is not near ${b}`);
const dtypes = ['float32', 'float64'];
const sum = (numbers) => numbers.reduce((total, x) => total + x, 0);

test('a bias is explained and checked like a weight whose input is 1, with null for where it comes from', () => {
  withTrainer({}, (trainer) => {
    const { layers } = trainer.network();
    for (const [layer, { outputs, bias, biasGradient }] of layers.entries())
      for (let to = 0; to < outputs; ++to) {
        const found = trainer.weight({ layer, to, from: null, example: 0 });
        assert.equal(found.from, null);
        assert.equal(found.weight, bias[to]);
        assert.equal(found.gradient, biasGradient[to]);
        assert.ok(found.shares.activation.every((a) => a === 1));
        assert.ok(found.check.agrees);
      }
  });
  withTrainer({ bias: false }, (trainer) =>
    assert.throws(() => trainer.weight({ layer: 1, to: 0, from: null, example: 0 }), { message: '[from] layer 1 has no biases; a whole number from 0 to 5 would be right' }));
});

test('the examples that pull with the gradient are marked, and the largest shares come first', () => {
  withTrainer({}, (trainer) => {
    const { gradient, shares } = trainer.weight({ layer: 1, to: 2, from: 3, example: 0 });
    assert.deepEqual(shares.agrees, Array.from(shares.product, (p) => Math.sign(p) === Math.sign(gradient)));
    assert.equal(shares.agreement, shares.agrees.filter(Boolean).length / shares.agrees.length);
    const sizes = Array.from(shares.largest, (e) => Math.abs(shares.product[e]));
    assert.deepEqual(sizes, sizes.toSorted((a, b) => b - a));
  });
});

test('layer statistics count every number once and have the norms of the arrays', () => {
  for (const dtype of dtypes)
    withTrainer({ dtype }, (trainer) => {
      const { layers, lowest, highest } = trainer.layerStatistics();
      const { values, updates } = trainer.parameters();
      let offset = 0;
      for (const [l, { inputs, outputs, weightGradient, bias }] of trainer.network().layers.entries()) {
        for (const { counts, count, nonFinite } of [layers[l].gradient, layers[l].weight, layers[l].update, layers[l].activation]) {
          assert.equal(counts.length, 2 * (highest - lowest + 1) + 1);
          assert.equal(sum([...counts]) + nonFinite, count);
        }
        const weights = values.slice(offset, offset + inputs * outputs), moved = updates.slice(offset, offset + inputs * outputs);
        near(layers[l].weight.norm, Math.hypot(...weights), 1e-6);
        near(layers[l].gradient.norm, Math.hypot(...weightGradient), 1e-6);
        near(layers[l].ratio, Math.hypot(...moved) / Math.hypot(...weights), 1e-6);
        const { counts } = layers[l].weight, middle = (counts.length - 1) / 2;
        assert.equal(sum([...counts.slice(middle + 1)]), weights.filter((w) => w > 0).length);
        offset += inputs * outputs + bias.length;
      }
    });
});

test('the predicted change of the loss is near the real one, with the curvature nearer, and the step makes it', () => {
  for (const dtype of dtypes)
    withTrainer({ dtype, batch_size: 1000 }, (trainer) => {
      const { loss, next, real, first, second, predicted } = trainer.predictedChange(2);
      near(loss, trainer.status().loss, 1e-6);
      assert.equal(real, next - loss);
      assert.equal(predicted, first + second);
      assert.ok(first < 0 && Math.abs(predicted - real) < Math.abs(first - real));
      near(predicted, real, 1e-3);
      const one = trainer.predictedChange();
      assert.equal(one.second, null);
      assert.equal(one.predicted, first);
      near(trainer.step(1).loss, next, 1e-5);
    });
});

test('a slice along a weight passes through the present loss with the slope of the gradient', () => {
  withTrainer({}, (trainer) => {
    const place = { layer: 1, to: 2, from: 3 };
    const { weight, next, check } = trainer.weight({ ...place, example: 0 });
    const slice = trainer.slice({ along: place, low: weight - 1, high: weight + 1, points: 3 });
    assert.equal(slice.here, weight);
    near(slice.next, next, 1e-6);
    assert.equal(slice.loss[1], slice.lossHere);
    near(slice.slope, check.analytic, 1e-12);
    const usual = trainer.slice({ along: place });
    assert.equal(usual.at.length, 51);
    assert.ok(usual.at[0] < weight && weight < usual.at[50]);
    near(trainer.slice({ along: 'update' }).next, 1, 1e-6);
    near(trainer.slice({ along: 'gradient' }).next, trainer.status().lr, 1e-4);
    assert.deepEqual(trainer.slice({ along: 'random', seed: 3 }), trainer.slice({ along: 'random', seed: 3 }));
    near(trainer.slice({ rows: 'train' }).lossHere, trainer.evaluate().train.loss, 1e-5);
  });
});

test('a surface over two weights has the slices as its rows', () => {
  withTrainer({}, (trainer) => {
    const x = { along: { layer: 0, to: 1, from: 0 }, low: -1, high: 1, points: 5 };
    const { weight } = trainer.weight({ layer: 2, to: 0, from: 1, example: 0 });
    const y = { along: { layer: 2, to: 0, from: 1 }, low: weight - 1, high: weight + 1, points: 3 };
    const surface = trainer.surface({ x, y });
    assert.deepEqual([surface.x.length, surface.y.length, surface.loss.length], [5, 3, 15]);
    const slice = trainer.slice(x);
    for (let i = 0; i < 5; ++i) near(surface.loss[5 + i], slice.loss[i], 1e-12);
    assert.equal(trainer.surface().loss.length, 625);
  });
});

test('along the eigenvector the slice bends by the eigenvalue, and 2 / lr stands beside it', () => {
  for (const rows of ['batch', 'train'])
    withTrainer({ lr: 0.1 }, (trainer) => {
      const { eigenvalue, converged, direction, limit, residual, iterations } = trainer.curvature({ rows, tolerance: 1e-6, iterations: 2000 });
      assert.ok(converged && residual <= 1e-6 * eigenvalue && iterations > 1);
      near(limit, 20, 1e-12);
      const h = 1e-3;
      const { loss } = trainer.slice({ along: direction, low: -h, high: h, points: 3, rows });
      near((loss[0] - 2 * loss[1] + loss[2]) / h ** 2, eigenvalue, 1e-3);
    });
});

test('where descent is not plain there is no limit beside the eigenvalue', () => {
  for (const options of [{ momentum: 0.9 }, { optimizer: 'adam' }, { clip_norm: 1 }]) withTrainer(options, (trainer) => assert.equal(trainer.curvature().limit, null));
});

test('the slice of a run that has diverged says so', () => {
  withTrainer({ lr: 1000, activation: 'relu', output_activation: 'identity', dtype: 'float64' }, (trainer) => {
    assert.equal(trainer.step(1000).stopped, 'not finite');
    for (const call of ['slice', 'surface']) {
      const along = { along: 'update', points: 3 };
      assert.throws(() => trainer[call](call === 'slice' ? along : { x: along, y: { points: 3 } }), new RegExp(`^Error: \\[${call}\\] the direction is too long .* a run that has diverged; `));
    }
  });
});

test('the whole network is checked at once, and a sample stands in for it where there are many parameters', () => {
  for (const dtype of dtypes)
    withTrainer({ dtype }, (trainer) => {
      const all = trainer.checkAll();
      assert.deepEqual([all.parameters, all.checked.parameter.length, all.agrees, all.disagreeing, all.rounded], [67, 67, true, 0, 0]);
      assert.ok(all.worst && all.worst.error <= 1e-7 + 1e-6 * Math.abs(all.worst.numeric));
      const { gradients } = trainer.parameters();
      all.checked.analytic.forEach((g, i) => near(g, gradients[i], 1e-4, 1e-6));
      const some = trainer.checkAll({ most: 12, seed: 4 });
      assert.equal(some.checked.parameter.length, 12);
    });
});

test('watched weights hold w, g and Δw of each step', () => {
  withTrainer({}, (trainer) => {
    trainer.watch([{ layer: 1, to: 2, from: 3 }, { layer: 0, to: 1, from: null }]);
    const seen = [];
    for (let step = 0; step < 5; ++step) {
      const { weight, gradient, update } = trainer.weight({ layer: 0, to: 1, from: null, example: 0 });
      seen.push([trainer.status().step, weight, gradient, update]);
      trainer.step(1);
    }
    const [, { step, weight, gradient, update, from }] = trainer.watched();
    assert.equal(from, null);
    seen.forEach((row, i) => assert.deepEqual([step[i], weight[i], gradient[i], update[i]], row));
    assert.equal(step.length, 6);
    trainer.watch([]);
    assert.deepEqual(trainer.watched(), []);
  }, 3);
});

test('wrong settings are refused by name, and the run stays as it was', () => {
  withTrainer({}, (trainer) => {
    const before = trainer.parameters();
    for (const [call, message] of [
      [() => trainer.slice({ point: 5 }), "[slice] 'point' is no setting (did you mean points?); along, low, high, points, seed or rows would be right"],
      [() => trainer.slice(5), '[slice] 5 is no object of settings; one with along, low, high, points, seed or rows would be right'],
      [() => trainer.slice({ points: 1 }), '[points] 1 is out of range; a whole number from 2 to 1001 would be right'],
      [() => trainer.slice({ low: 2, high: 1 }), '[high] 1 is not above low, 2; a larger number would be right'],
      [() => trainer.slice({ low: '2' }), "[low] '2' is not a number; a number from -1000000 to 1000000 would be right"],
      [() => trainer.slice({ rows: 'tests' }), "[rows] 'tests' is unknown; batch or train would be right"],
      [() => trainer.slice({ along: [1, 2] }), '[along] has 2 numbers; 67 would be right, one for each parameter'],
      [() => trainer.slice({ along: { layer: 9, to: 0, from: 0 } }), '[layer] 9 is out of range; a whole number from 0 to 2 would be right'],
      [() => trainer.surface({ x: { along: 'update' }, y: { along: 'update' } }), '[directions] are parallel or have no length; two that differ would be right'],
      [() => trainer.surface({ x: 3 }), '[x] 3 is no object of settings; one with along, low, high, points or seed would be right'],
      [() => trainer.predictedChange(3), '[order] 3 is out of range; a whole number from 1 to 2 would be right'],
      [() => trainer.curvature({ tolerance: 0 }), '[tolerance] 0 is out of range; a number from 1e-12 to 1 would be right'],
      [() => trainer.checkAll({ most: 0 }), '[most] 0 is out of range; a whole number from 1 to 100000 would be right'],
      [() => trainer.watch(Array(9).fill({ layer: 0, to: 0, from: 0 })), '[watch] 9 parameters are too many; at most 8 would be right'],
      [() => trainer.watch(5), '[watch] 5 is not a list; a list of places such as [{ layer: 0, to: 0, from: 0 }] would be right'],
      [() => trainer.watch([null]), '[watch] null is not a place; an object such as { layer: 0, to: 0, from: 0 } would be right'],
    ])
      assert.throws(call, { name: 'Error', message });
    assert.throws(() => trainer.slice({ along: 'downhill' }), /^Error: \[along\] 'downhill' is no direction; gradient, /);
    assert.deepEqual(trainer.parameters(), before);
  });
});

test('what the instruments take is given back with the run, and measuring again takes nothing more', () => {
  const measure = (trainer) => {
    trainer.weight({ layer: 0, to: 0, from: 0, example: 0 });
    trainer.checkAll();
    trainer.curvature({ rows: 'train' });
    trainer.surface({ x: { points: 3 }, y: { points: 3 }, rows: 'train' });
    trainer.predictedChange(2);
    trainer.layerStatistics();
  };
  const before = backprop.memoryUsed();
  withTrainer({}, (trainer) => {
    measure(trainer);
    const once = backprop.memoryUsed();
    for (let i = 0; i < 20; ++i) measure(trainer);
    assert.equal(backprop.memoryUsed(), once);
  });
  withTrainer({}, measure);
  const after = backprop.memoryUsed();
  for (let i = 0; i < 5; ++i) withTrainer({}, measure);
  assert.equal(backprop.memoryUsed(), after);
  assert.ok(after >= before);
});
