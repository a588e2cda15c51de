// Sets that ship: the settings that fit them, the address that keeps them, what is drawn of them.

import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { test } from 'node:test';
import { fromHash, toHash } from '../../web/src/address.js';
import { settingsFor } from '../../web/src/data-choice.js';
import { Download } from '../../web/src/download.js';
import { drawnUnits, pictureSide } from '../../web/src/draw/drawn.js';
import { layoutNetwork, leastHeight } from '../../web/src/draw/layout.js';
import { namedClass, SHADES, shadeOf } from '../../web/src/draw/shade.js';
import { unitTitle, walk, walkRound } from '../../web/src/draw/walk.js';
import { defaultSettings } from '../../web/src/settings.js';
import { shipped } from '../../web/src/shipped.js';

const tables = JSON.parse(readFileSync(new URL('../../build/wasm/tables.json', import.meta.url), 'utf8'));
const usual = defaultSettings(tables);
const choose = (/** @type {string} */ name, settings = usual) => ({ ...settings, ...settingsFor(name, settings, tables) });

test('a chosen set gets the ends of the network, its loss and, in centimetres and grams, standardization', () => {
  const found = shipped.map(({ name }) => {
    const { data, layers, loss, output_activation, standardize } = choose(name);
    return [data, String(layers), loss, output_activation, standardize];
  });
  assert.deepEqual(found, [
    ['penguins', '9,6,6,3', 'cross_entropy', 'identity', true],
    ['iris', '4,6,6,3', 'cross_entropy', 'identity', true],
    ['digits', '64,32,10', 'cross_entropy', 'identity', false],
    ['mnist', '784,32,10', 'cross_entropy', 'identity', false],
  ]);
});

test('hidden layers that were chosen are kept, and the way back to the plane restores all the rest', () => {
  const mine = { ...usual, layers: [2, 5, 1], lr: 0.3 };
  assert.deepEqual(choose('digits', mine).layers, [64, 5, 10]);
  assert.deepEqual(choose('spiral', choose('digits', mine)), { ...mine, data: undefined });
  assert.deepEqual(choose('spiral', choose('mnist')), { ...usual, data: undefined });
});

test('between sets of the plane nothing changes but the set', () => {
  assert.deepEqual(settingsFor('xor', { ...usual, layers: [2, 3, 1] }, tables), { dataset: 'xor' });
});

test('an address brings the same settings back, whatever they are', () => {
  const others = { ...usual, layers: [2, 4, 4, 1], activation: ['relu', 'tanh'], bias: false, betas: [0.5, 0.9], clip_norm: 3, lr: 1e-7, dataset: 'xor' };
  for (const settings of [usual, others, choose('iris'), choose('mnist'), { ...choose('iris'), loss: usual.loss, layers: [4, 3] }]) {
    assert.deepEqual(fromHash(toHash(settings, tables), tables), settings);
  }
  assert.equal(toHash(usual, tables), '');
  assert.equal(toHash(choose('iris'), tables), '#data=iris', 'what fits the set goes without saying');
  assert.equal(toHash({ ...choose('iris'), layers: [4, 3] }, tables), '#data=iris&layers=4,3');
});

test('an address with names that are none is the usual run', () => {
  assert.deepEqual(fromHash('#data=secrets&colour=red', tables), usual);
});

test('of a picture the pixels in its middle are drawn, twelve of them, each once', () => {
  for (const side of [8, 28]) {
    const [pixels] = drawnUnits([side * side, 32, 10]);
    assert.equal(new Set(pixels).size, 12);
    for (const pixel of pixels) {
      for (const at of [pixel % side, Math.floor(pixel / side)]) assert.ok(at >= side / 5 && at < (4 * side) / 5, `${pixel} of ${side}`);
    }
  }
  assert.deepEqual([4, 9, 25, 64, 65, 784].map(pictureSide), [0, 0, 0, 8, 0, 28]);
});

test('the arrow keys go through the drawn pixels and through no others', () => {
  const widths = [784, 32, 10];
  const [pixels] = drawnUnits(widths);
  /** @type {import('../../web/src/types.js').Weight} */
  const start = { layer: 0, to: 0, from: pixels[0] };
  assert.deepEqual(walk(start, 'down', widths), { ...start, from: pixels[1] });
  assert.equal(walk({ layer: 1, to: 0, from: 3 }, 'left', widths).from, pixels[0]);
  let weight = start;
  for (let i = 0; i < 12 * 13 + 13 * 10; i++) {
    assert.ok(weight.layer > 0 || weight.from === null || pixels.includes(weight.from));
    weight = walkRound(weight, 1, widths);
  }
  assert.deepEqual(weight, start, 'one round is all of them');
});

test('inputs and outputs are called by their names, pixels by their place', () => {
  const data = { inputs: ['a', 'petal', 'c'], classes: ['setosa', 'virginica'] };
  assert.deepEqual([unitTitle(0, 1, [3, 2], data), unitTitle(1, 1, [3, 2], data)], ['input petal', 'output of class virginica']);
  assert.equal(unitTitle(0, 29, [784, 32, 10]), 'pixel 2 of row 2');
});

test('names of inputs and classes have the room that they asked for', () => {
  for (const [width, compact] of /** @type {const} */ ([[846, false], [720, false], [328, true], [288, true]])) {
    const widths = [9, 6, 6, 3];
    const names = { inputNames: compact ? 26 : 130, classNames: compact ? 63 : 80 };
    const { columns, loss } = layoutNetwork({ widths, width, height: leastHeight(widths, compact), compact, ...names });
    assert.ok(columns[0].x - columns[0].size / 2 >= names.inputNames - 2);
    assert.ok(columns[3].x + columns[3].size / 2 + names.classNames <= (loss ? loss.x - loss.size / 2 : width) + 1, `${width}`);
    columns.slice(1).forEach(({ x, size }, at) => assert.ok(x - columns[at].x > (size + columns[at].size) / 2, `columns at ${width}`));
  }
});

test('a share of all is a shade: none is paper, one of many can be seen, all is darkest', () => {
  assert.deepEqual([shadeOf(0, 9), shadeOf(1, 1000), shadeOf(9, 9), shadeOf(0, 0)], [0, 1, SHADES - 1, 0]);
  assert.equal(namedClass(Float64Array.of(-3, 2, 1)), 1);
});

test('the sizes that the list gives are those of the files', () => {
  for (const { name, url, bytes } of shipped) assert.equal(statSync(url).size, bytes, name);
});

test('a large download is told from its first byte, a quick small one never', async () => {
  /** @type {any[]} */
  const told = [];
  const download = new Download((state) => told.push(state && [state.name, state.done]));
  const client = { load: async (/** @type {string} */ _, /** @type {(done: number, bytes: number) => void} */ progress) => progress(700, 1000), put: async () => {} };
  await download.of('mnist', client);
  assert.deepEqual(told, [['mnist', 0], ['mnist', 700], undefined]);
  told.length = 0;
  await download.of('iris', client);
  assert.deepEqual(told.filter(Boolean), []);
});
