// The settings: every option of the core has its place and its control; choices bring along what must fit them.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { fromHash, toHash } from '../../web/src/address.js';
import { settingsFor, withFeatures, withLoss } from '../../web/src/data-choice.js';
import { paintClasses } from '../../web/src/draw/colors.js';
import { placeTools, toolSide } from '../../web/src/draw/layer-tools.js';
import { layoutNetwork } from '../../web/src/draw/layout.js';
import { ratePath, stepsShown } from '../../web/src/draw/rate-preview.js';
import { unitName, unitTitle } from '../../web/src/draw/walk.js';
import { ratesOf } from '../../web/src/engine/rates.js';
import { insertLayer, removeLayer, withHidden } from '../../web/src/layers.js';
import { changedCount, GROUPS, lookOf, shownPlaces } from '../../web/src/option-places.js';
import { anotherSeed, defaultSettings } from '../../web/src/settings.js';

const tables = JSON.parse(readFileSync(new URL('../../build/wasm/tables.json', import.meta.url), 'utf8'));
const usual = defaultSettings(tables);
const places = GROUPS.flatMap((group) => group.places);
const optionOf = (/** @type {string} */ name) => tables.options.find((/** @type {any} */ option) => option.name === name);

test('every option of the core has one place in the settings, and no place is for another', () => {
  assert.deepEqual(places.map(({ name }) => name).toSorted(), tables.options.map((/** @type {any} */ { name }) => name).toSorted());
});

test('every type of option has a control of its own', () => {
  const looks = new Map(tables.options.map((/** @type {any} */ option) => [option.type, lookOf(option)]));
  assert.deepEqual(Object.fromEntries(looks), {
    choice: 'choice', integer: 'stepper', number: 'number', flag: 'flag', choices_by_layer: 'choiceByLayer', integers: 'list',
    flags_by_layer: 'flagByLayer', numbers: 'list', optional_number: 'number',
  });
  for (const place of places) {
    const { type } = optionOf(place.name);
    if (type === 'optional_number') assert.ok(place.none, `${place.name} says what an empty field means`);
  }
});

const shown = (/** @type {any} */ settings, errors = {}) =>
  new Set(GROUPS.flatMap((group) => shownPlaces(group, { ...usual, ...settings }, errors, tables)).map(({ name }) => name));

test('an optimizer and a schedule show their own parameters and no others', () => {
  const own = ['momentum', 'nesterov', 'dampening', 'betas', 'alpha', 'centered', 'amsgrad', 'lr_decay', 'initial_accumulator_value', 'eps'];
  const of = (/** @type {string} */ optimizer, settings = {}) => own.filter((name) => shown({ optimizer, ...settings }).has(name));
  assert.deepEqual(of('sgd'), ['momentum']);
  assert.deepEqual(of('sgd', { momentum: 0.9 }), ['momentum', 'nesterov', 'dampening']);
  assert.deepEqual(of('adam'), ['betas', 'amsgrad', 'eps']);
  assert.deepEqual(of('rmsprop'), ['momentum', 'alpha', 'centered', 'eps']);
  assert.deepEqual(of('adagrad'), ['lr_decay', 'initial_accumulator_value', 'eps']);
  assert.ok(shown({ schedule: 'cosine' }).has('T_max') && !shown({ schedule: 'cosine' }).has('gamma'));
});

test('what the core objects to is shown, whether it has a say or not', () => {
  assert.ok(!shown({ optimizer: 'adam' }).has('nesterov'));
  assert.ok(shown({ optimizer: 'adam' }, { nesterov: 'needs a momentum above 0' }).has('nesterov'));
});

test('features are for points of the plane, and a folded group counts what was changed', () => {
  assert.deepEqual([{}, { dataset: 'sin' }, { data: 'iris' }].map((settings) => shown(settings).has('features')), [true, false, false]);
  const training = /** @type {any} */ (GROUPS.find(({ name }) => name === 'Training'));
  assert.equal(changedCount(training, { ...usual, optimizer: 'adam', l1: 0.1, momentum: 0.9 }, tables), 2, 'adam has no momentum');
});

test('each data set brings a run that the core accepts, from whatever run one comes', async () => {
  const core = await load();
  const names = tables.datasets.map((/** @type {any} */ { name }) => name);
  const runs = [usual, { ...usual, ...withFeatures(['xy', 'x', 'sin(y)'], usual, tables) }, { ...usual, activation: ['relu', 'tanh'], bias: [true, false, true] }];
  for (const start of runs) {
    let settings = start;
    for (const name of [...names, ...names.toReversed()]) {
      settings = { ...settings, ...settingsFor(name, settings, tables) };
      core.createTrainer(settings).delete();
      assert.deepEqual(fromHash(toHash(settings, tables), tables), settings, toHash(settings, tables));
    }
  }
  const rings = { ...usual, ...settingsFor('rings', usual, tables) };
  assert.deepEqual([rings.loss, rings.layers], ['cross_entropy', [2, 6, 6, 3]]);
  assert.deepEqual({ ...rings, ...settingsFor('xor', rings, tables), dataset: usual.dataset }, usual);
  assert.equal(toHash(rings, tables), '#dataset=rings', 'what fits the set goes without saying');
});

test('what is no value in an address stays as it was written, for the core to refuse in its words', async () => {
  const core = await load();
  const wrong = [['noise', 'loud', 'loud'], ['batch_size', '', ''], ['lr', '0.1.2', '0.1.2'], ['layers', '2,"8",1', [2, '"8"', 1]], ['betas', '0.9,', [0.9, '']], ['eps', 'tiny', 'tiny'], ['shuffle', 'maybe', 'maybe']];
  for (const [name, text, value] of /** @type {[string, string, unknown][]} */ (wrong)) {
    const settings = fromHash(`#${name}=${encodeURIComponent(text)}`, tables);
    assert.deepEqual(settings[name], value);
    assert.throws(() => core.createTrainer(settings), (/** @type {Error} */ error) => error.message.startsWith(`[${name}] `));
  }
});

test('a loss brings its outputs, features their inputs in the order of the table', () => {
  assert.deepEqual(withLoss('cross_entropy', usual, tables), { loss: 'cross_entropy', layers: [2, 6, 6, 2] });
  assert.deepEqual(withLoss('mse', { ...usual, layers: [2, 6, 6, 2] }, tables), { loss: 'mse', layers: [2, 6, 6, 1] });
  assert.deepEqual(withLoss('hinge', usual, tables), { loss: 'hinge' });
  assert.deepEqual(withFeatures(['sin(x)', 'x'], usual, tables), { features: ['x', 'sin(x)'], layers: [2, 6, 6, 1] });
  assert.deepEqual(withFeatures(['y', 'x'], usual, tables), { features: [], layers: [2, 6, 6, 1] });
});

test('layers take what is said layer by layer along', () => {
  const settings = { layers: [2, 8, 4, 1], activation: ['relu', 'tanh'], bias: [true, false, true] };
  assert.deepEqual(insertLayer(settings, 1), { layers: [2, 8, 8, 4, 1], activation: ['relu', 'relu', 'tanh'], bias: [true, true, false, true] });
  assert.deepEqual(insertLayer(settings, 0).layers, [2, 8, 8, 4, 1]);
  assert.deepEqual(removeLayer(settings, 1), { layers: [2, 4, 1], activation: ['tanh'], bias: [false, true] });
  assert.deepEqual(removeLayer({ ...settings, layers: [2, 8, 1], activation: ['relu'] }, 1).activation, 'relu');
  assert.deepEqual(withHidden({ layers: [2, 8, 4, 1] }, 3), { layers: [2, 8, 4, 4, 1] });
  assert.deepEqual(withHidden({ layers: [2, 1] }, 1), { layers: [2, 8, 1] });
  assert.equal(withHidden({ layers: [2, 8, 1] }, 1e9).layers.length, 42, 'the core refuses it; the page does not hang');
});

test('features are called as one writes them', () => {
  const data = { inputs: ['x1', 'x2'], classes: [], features: ['x²', 'sin y'] };
  assert.deepEqual([0, 1].map((unit) => unitName(0, unit, [2, 6, 1], data)), ['x²', 'sin y']);
  assert.equal(unitTitle(0, 1, [2, 6, 1], data), 'input sin y');
  assert.equal(unitTitle(0, 2, [4, 6, 1], { ...data, features: ['x', 'y', 'xy', 'sin x'] }), 'input xy');
});

test('the preview of a schedule is what a run of it has', async () => {
  const core = await load();
  const settings = { ...usual, lr: 0.5, schedule: 'one_cycle', total_steps: 40 };
  const rates = ratesOf(core, { settings, steps: stepsShown(settings) });
  const trainer = core.createTrainer(settings);
  assert.deepEqual(rates, Array.from({ length: 41 }, (_, step) => (step ? trainer.step(1) : trainer.status()).lr));
  assert.match(ratePath(rates, 100, 30), /^M0\.0 \d+\.\dL2\.5 /);
  assert.equal(stepsShown(usual), 0);
});

test('several outputs paint the largest, and the boundary is paper', () => {
  const pixels = new Uint8ClampedArray(12);
  const outputs = [[4, 1, 1], [0, 1, 0], [0, 0, 3]];
  paintClasses(pixels, outputs, [[200, 0, 0], [0, 200, 0], [0, 0, 200]], [255, 255, 255], { strength: 1, crisp: false });
  assert.deepEqual([...pixels], [200, 0, 0, 255, 255, 255, 255, 255, 128, 128, 228, 255]);
  paintClasses(pixels, outputs, [[200, 0, 0], [0, 200, 0], [0, 0, 200]], [255, 255, 255], { strength: 1, crisp: true });
  assert.deepEqual([...pixels.subarray(8)], [0, 0, 200, 255]);
});

test('the tools of the picture stand where they fit: at a phone none, in deep networks those of neurons alone', () => {
  const tools = (/** @type {number[]} */ widths, width = 830, compact = false) =>
    placeTools(layoutNetwork({ widths, width, height: 400, compact }), toolSide(false));
  const two = tools([2, 6, 6, 1]);
  assert.deepEqual([two.neurons.map(({ column }) => column), two.layers.map(({ after }) => after)], [[1, 2], [0, 1, 2]]);
  const deep = tools([2, ...Array(8).fill(4), 1]);
  assert.deepEqual([deep.neurons.length, deep.layers.length], [8, 0]);
  assert.deepEqual(tools([2, 6, 6, 1], 328, true), { neurons: [], layers: [] });
});

test('another seed is another', () => {
  for (let i = 0; i < 50; i++) assert.ok(anotherSeed(i) !== i && anotherSeed(i) > 0);
});
