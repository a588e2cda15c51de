// Arrow keys over the weights, and what weights and units are called.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { axisName, clampWeight, sameWeight, unitName, unitTitle, walk, walkRound, weightName } from '../../web/src/draw/walk.js';

const widths = [2, 4, 3, 1];

test('down goes through the beads of a layer in their order, and stops at the last', () => {
  /** @type {import('../../web/src/types.js').Weight} */
  let weight = { layer: 1, to: 0, from: 0 };
  const seen = [weight];
  for (let next = walk(weight, 'down', widths); !sameWeight(next, weight); next = walk(weight, 'down', widths)) seen.push((weight = next));
  assert.equal(seen.length, 3 * (4 + 1));
  assert.deepEqual(seen.slice(4, 6), [{ layer: 1, to: 0, from: null }, { layer: 1, to: 1, from: 0 }]);
  assert.deepEqual(walk({ layer: 1, to: 1, from: 0 }, 'up', widths, () => false), { layer: 1, to: 0, from: 3 });
});

test('right follows the signal on through the unit, left goes back through the source', () => {
  assert.deepEqual(walk({ layer: 0, to: 3, from: 1 }, 'right', widths), { layer: 1, to: 2, from: 3 });
  assert.deepEqual(walk({ layer: 2, to: 0, from: 2 }, 'left', widths), { layer: 1, to: 2, from: 2 });
  assert.deepEqual(walk({ layer: 2, to: 0, from: 2 }, 'right', widths), { layer: 2, to: 0, from: 2 });
  assert.deepEqual(walk({ layer: 0, to: 0, from: 0 }, 'left', widths), { layer: 0, to: 0, from: 0 });
});

test('a bias stands after the weights of its unit, and nothing is behind it', () => {
  assert.deepEqual(walk({ layer: 1, to: 1, from: null }, 'down', widths), { layer: 1, to: 2, from: 0 });
  assert.deepEqual(walk({ layer: 1, to: 1, from: null }, 'up', widths), { layer: 1, to: 1, from: 3 });
  assert.deepEqual(walk({ layer: 1, to: 1, from: null }, 'left', widths), { layer: 1, to: 1, from: null });
  assert.deepEqual(walk({ layer: 1, to: 1, from: null }, 'right', widths), { layer: 2, to: 0, from: 1 });
});

test('‹ and › visit every drawn weight and bias once and come back', () => {
  for (const by of /** @type {const} */ ([1, -1])) {
    const start = { layer: 0, to: 0, from: 0 };
    const seen = new Set();
    let weight = /** @type {import('../../web/src/types.js').Weight} */ (start);
    do seen.add(JSON.stringify((weight = walkRound(weight, by, widths)))); while (!sameWeight(weight, start));
    assert.equal(seen.size, 8 + 12 + 3 + (4 + 3 + 1));
  }
});

test('a weight that a new network does not have becomes the nearest that it has', () => {
  assert.deepEqual(clampWeight({ layer: 5, to: 9, from: 9 }, [2, 4, 1]), { layer: 1, to: 0, from: 3 });
  assert.deepEqual(clampWeight({ layer: 0, to: 50, from: 1 }, [2, 64, 1]), { layer: 0, to: 11, from: 1 });
});

test('units are called as on the blackboard', () => {
  assert.deepEqual([unitName(0, 1, widths), unitName(1, 3, widths), unitName(3, 0, widths)], ['y', '4', 'ŷ']);
  const titles = [unitTitle(0, 0, widths), unitTitle(2, 2, widths), unitTitle(3, 0, widths)];
  assert.deepEqual(titles, ['input x', 'layer 2 neuron 3', 'output ŷ']);
});

test('two inputs keep the names of their columns; those of the core’s own sets are x and y', () => {
  const own = { inputs: ['bill', 'flipper length'], classes: ['Adelie', 'Gentoo'] };
  const drawn = { inputs: ['x1', 'x2'], classes: ['arm 0', 'arm 1'] };
  const widths = [2, 6, 1];
  assert.deepEqual([0, 1].map((unit) => unitTitle(0, unit, widths, own)), ['input bill', 'input flipper length']);
  assert.deepEqual([0, 1].map((unit) => unitName(0, unit, widths, own)), ['bill', 'flipper…']);
  assert.deepEqual(weightName({ layer: 0, to: 4, from: 0 }, widths, own), { letter: 'w', index: '5,bill' });
  assert.deepEqual([axisName(0, own), axisName(1, own)], ['bill', 'flipper length']);
  assert.deepEqual([unitTitle(0, 0, widths, drawn), unitName(0, 1, widths, drawn), axisName(1, drawn)], ['input x', 'y', 'y']);
  assert.deepEqual(weightName({ layer: 0, to: 4, from: 0 }, widths, drawn), { letter: 'w', index: '5x' });
});

test('an output is counted as its class is, where classes are digits', () => {
  const digits = { inputs: [], classes: [...'0123456789'] };
  const widths = [784, 32, 10];
  assert.deepEqual(weightName({ layer: 1, to: 5, from: 4 }, widths, digits), { letter: 'w', index: '55' });
  assert.equal(unitTitle(2, 5, widths, digits), 'output of class 5');
  assert.equal(unitName(1, 5, widths, digits), '6');
});

test('an output is called as its class, where classes are words, and counted where two were called the same', () => {
  const birds = { inputs: ['bill', 'mass', 'wing'], classes: ['Adelie', 'Chinstrap', 'Gentoo'] };
  const widths = [3, 6, 3];
  assert.deepEqual(weightName({ layer: 1, to: 0, from: 4 }, widths, birds), { letter: 'w', index: 'Adelie,5' });
  assert.deepEqual(weightName({ layer: 1, to: 1, from: null }, widths, birds), { letter: 'b', index: 'Chins…' });
  assert.deepEqual(weightName({ layer: 0, to: 4, from: 2 }, widths, birds), { letter: 'w', index: '5x3' });
  assert.deepEqual(weightName({ layer: 0, to: 2, from: 0 }, [3, 3], birds), { letter: 'w', index: 'Gentoo,x1' });
  assert.equal(unitName(2, 1, [2, 6, 2], { classes: ['arm 0', 'arm 1'] }), 'arm 1');
  assert.equal(unitName(2, 1, [2, 6, 2], { classes: ['arm of A', 'arm of B'] }), '2');
  assert.deepEqual(weightName({ layer: 1, to: 1, from: 2 }, [2, 6, 2], { classes: ['◆', '●'] }), { letter: 'w', index: '●3' });
});
