// The page's state: settings come from the core's table, wrong ones leave the run as it was.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainLink } from '../../web/src/link/link.js';
import { readMessage, readNumber } from '../../web/src/settings.js';
import { Store } from '../../web/src/store.js';
import { connected, tables } from './store-engine.js';

test('settings start from the defaults of the table', () => {
  assert.deepEqual(new Store(tables).state.settings, { lr: 0.03, noise: 0.1, layers: [2, 8, 8, 1] });
});

test('a setting makes a new run; a learning rate alone keeps it', async () => {
  const { store, asked } = await connected();
  await store.change({ setting: 'noise', value: 0.2 });
  await store.change({ setting: 'lr', value: 0.1 });
  assert.deepEqual(asked, [['apply', { lr: 0.03, noise: 0.2, layers: [2, 8, 8, 1] }], ['setLr', 0.1]]);
  assert.deepEqual(store.state.settings, { lr: 0.1, noise: 0.2, layers: [2, 8, 8, 1] });
});

test("a refused setting leaves settings and run, and the core's words stand at its control", async () => {
  const words = 'layer 2 has 0 units; a whole number from 1 to 1024 would be right';
  const { store } = await connected(({ layers }) => (layers?.includes(0) ? `[layers] ${words}` : undefined));
  const { run } = /** @type {any} */ (store.state.frame);
  await store.change({ setting: 'layers', value: [2, 8, 0, 1] });
  assert.deepEqual(store.state.settings.layers, [2, 8, 8, 1]);
  assert.equal(store.state.frame?.run, run);
  assert.deepEqual(store.state.errors, { layers: words });
  await store.change({ setting: 'layers', value: [2, 8, 4, 1] });
  assert.deepEqual(store.state.errors, {});
});

test('an engine is told once what frames shall tell besides, and the next one, of a lab that was moved in its page, anew', async () => {
  const { store, asked, connect } = await connected();
  const wants = { signal: true };
  for (const _ of [1, 2]) await store.want(/** @type {any} */ (wants));
  assert.deepEqual(asked, [['want', wants]]);
  store.dispose();
  await connect();
  await store.want(/** @type {any} */ (wants));
  assert.deepEqual(asked.filter(([name]) => name === 'want'), [['want', wants], ['want', wants]]);
});

test('an address with the step of the one that stands, but another setting, makes another run', async () => {
  const { store, asked } = await connected();
  const link = { ...plainLink({ lr: 0.03, noise: 0.2, layers: [2, 8, 8, 1] }), step: 7 };
  await store.open(link, [], false);
  assert.deepEqual(asked.map(([name]) => name), ['apply', 'resume']);
  asked.length = 0;
  await store.open(link, [], true);
  assert.equal(asked.length, 0, 'it stands already');
  await store.open({ ...link, settings: { ...link.settings, noise: 0.3 } }, [], false);
  assert.deepEqual(asked.map(([name]) => name), ['apply', 'resume']);
  assert.equal(store.state.settings.noise, 0.3);
});

test('of addresses that are opened while a run is being made the last counts, be it that of the run that stands', async () => {
  const { store, asked } = await connected();
  const link = (/** @type {number} */ noise) => plainLink({ lr: 0.03, noise, layers: [2, 8, 8, 1] });
  const refused = await Promise.all([store.open(link(0.2), [], false), store.open(link(0.3), [], false), store.open(link(0.1), [], true)]);
  assert.equal(store.state.settings.noise, 0.1);
  assert.deepEqual(asked.map(([, { noise }]) => noise), [], 'what nobody waits for is not made');
  assert.deepEqual(refused.map((why) => why === ''), [false, false, true]);
  const first = store.open(link(0.2), [], false);
  await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
  await Promise.all([first, store.open(link(0.3), [], false), store.open(link(0.4), [], false)]);
  assert.equal(store.state.settings.noise, 0.4);
});

test('back from an address whose data are still on the way gives their download up', async () => {
  const { store, asked } = await connected(() => undefined, undefined, (name) => name === 'mnist');
  const { settings } = store.state;
  const there = store.open(plainLink({ ...settings, data: 'mnist' }), [], false);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(store.state.download?.name, 'mnist');
  assert.equal(await store.open(plainLink(settings), [], true), '');
  assert.equal(await there, 'another choice has taken its place.');
  assert.deepEqual(asked, [['load', 'mnist'], ['cancelLoad']]);
  assert.deepEqual([store.state.settings, store.state.errors, store.state.download], [settings, {}, undefined]);
});

test('changes that come while a run is being made go together into the next', async () => {
  const { store, asked } = await connected();
  const first = store.change({ setting: 'noise', value: 0.2 });
  void store.change({ setting: 'noise', value: 0.3 });
  void store.change({ setting: 'noise', value: 0.4 });
  await first;
  assert.deepEqual(asked.map(([, { noise }]) => noise), [0.2, 0.4]);
});

test('the run of a file is opened when it stands, and a refused one says why; of several the last counts', async () => {
  const { store } = await connected(({ noise }) => (noise === 9 ? '[noise] 9 is above 0.5; at most 0.5 would be right' : undefined));
  const file = (/** @type {object} */ settings) => plainLink({ ...store.state.settings, ...settings });
  const wrong = file({ noise: 9 });
  await store.change({ open: wrong });
  assert.deepEqual([store.state.opened?.link, store.state.opened?.refused], [wrong, 'noise: 9 is above 0.5; at most 0.5 would be right']);
  const right = file({ noise: 0.2 });
  const going = store.change({ open: right });
  assert.equal(store.state.opened, undefined);
  await going;
  assert.deepEqual(store.state.opened, { link: right, refused: '', run: store.state.frame?.run });
  const [first, last] = [file({ noise: 0.3 }), file({ noise: 0.4 })];
  await Promise.all([store.change({ open: first }), store.change({ open: last })]);
  assert.deepEqual([store.state.opened, store.state.settings.noise], [{ link: last, refused: '', run: store.state.frame?.run }, 0.4]);
});

test('a file whose run gives way to another on the way to its step is said to have lost its place', async () => {
  const { store } = await connected();
  const client = /** @type {import('../../web/src/engine/client.js').Client} */ (store.client);
  client.resume = () => store.change({ setting: 'noise', value: 0.4 }).then(() => false);
  const file = { ...plainLink({ ...store.state.settings, noise: 0.2 }), step: 7 };
  await store.change({ open: file });
  assert.equal(store.state.opened?.refused, 'another choice has taken its place.');
  assert.equal(store.state.opened?.run, Number(store.state.frame?.run) - 1);
});

test('reset makes the same run again, at rest', async () => {
  const { store, asked } = await connected();
  await store.change({ action: 'reset' });
  assert.deepEqual(asked, [['pause'], ['apply', store.state.settings]]);
});

test('the pointer shows a weight without choosing it', async () => {
  const { store, asked } = await connected();
  const chosen = store.state.selected;
  const hovered = { layer: 0, to: 1, from: 1 };
  await store.change({ hover: hovered });
  await store.change({ hover: null });
  assert.deepEqual(asked, [['select', hovered, 0], ['select', chosen, 0]]);
  assert.equal(store.state.selected, chosen);
});

test('the pointer shows an example without choosing it, a click chooses it', async () => {
  const { store, asked } = await connected();
  const chosen = store.state.selected;
  await store.change({ hoverExample: 4 });
  await store.change({ hoverExample: null });
  assert.deepEqual(asked, [['select', chosen, 4], ['select', chosen, 0]]);
  await store.change({ hoverExample: 4 });
  await store.change({ example: 4 });
  await store.change({ hoverExample: null });
  assert.deepEqual(asked.at(-1), ['select', chosen, 4]);
});

test('a weight that is not drawn is kept through a reset, and in another network gives way to one that is', async () => {
  const { store } = await connected();
  await store.change({ setting: 'layers', value: [2, 64, 64, 1] });
  await store.change({ weight: { layer: 1, to: 50, from: 40 } });
  await store.change({ action: 'reset' });
  assert.deepEqual(store.state.selected, { layer: 1, to: 50, from: 40 });
  await store.change({ setting: 'layers', value: [2, 60, 64, 1] });
  assert.deepEqual(store.state.selected, { layer: 1, to: 11, from: 11 });
});

test('when the network shrinks the chosen weight moves to one that is there', async () => {
  const { store } = await connected();
  await store.change({ setting: 'layers', value: [2, 3, 1] });
  assert.deepEqual(store.state.selected, { layer: 1, to: 0, from: 2 });
});

test('an engine that cannot start leaves its reason on the page', async () => {
  const store = new Store(tables);
  await store.connect(async () => { throw new Error('The training worker could not start.'); });
  assert.equal(store.state.failure, 'The training worker could not start.');
});

test('what a person types becomes a number, or NaN for the core to refuse', () => {
  assert.deepEqual(['0.03', ' 3e-2 ', '0,03', '−1', '', 'fast', '1e9'].map(readNumber), [0.03, 0.03, 0.03, -1, NaN, NaN, 1e9]);
});

test('a message goes to the control that it names', () => {
  assert.deepEqual(readMessage('[lr] is NaN', tables), { name: 'lr', text: 'is NaN' });
  assert.deepEqual(readMessage('out of memory', tables), { name: '', text: 'out of memory' });
});

const withData = (/** @type {any} */ settings) => ({ loss: settings.loss, layers: settings.layers, data: settings.data });

test('a chosen set is loaded, then one run is made of all that fits it, and one undo takes it all back', async () => {
  const { store, asked } = await connected();
  const before = store.state.settings;
  await store.change({ data: 'iris' });
  assert.deepEqual(asked.map(([what]) => what), ['load', 'apply']);
  assert.deepEqual(withData(store.state.settings), { loss: 'cross_entropy', layers: [4, 8, 8, 3], data: 'iris' });
  assert.deepEqual(store.state.can, { undo: true, redo: false });
  await store.change({ action: 'undo' });
  assert.equal(store.state.settings, before);
  assert.deepEqual(asked.at(-1), ['apply', before]);
  await store.change({ action: 'redo' });
  assert.equal(store.state.settings.data, 'iris');
  assert.deepEqual(store.state.can, { undo: true, redo: false });
});

test('a set that cannot be loaded leaves settings and run, with a word; one that was given up leaves no word', async () => {
  let answer = '[iris.csv] the server answers 404';
  const { store, asked } = await connected(({ name }) => name && answer);
  const before = store.state.settings;
  await store.change({ data: 'iris' });
  assert.deepEqual(asked, [['load', 'iris']]);
  assert.equal(store.state.settings, before);
  assert.deepEqual(store.state.errors, { data: 'iris.csv: the server answers 404' });
  answer = 'given up';
  await store.change({ forget: 'data' });
  await store.change({ data: 'iris' });
  assert.deepEqual([store.state.errors, store.state.can.undo, store.state.download], [{}, false, undefined]);
});

test('what is changed before the first run is there comes after it', async () => {
  const { store, asked } = await connected(() => undefined, (early) => {
    void early.change({ setting: 'noise', value: 0.4 });
    void early.change({ setting: 'noise', value: 0.5 });
  });
  assert.deepEqual(asked.filter(([what]) => what === 'apply').map(([, { noise }]) => noise), [0.1, 0.5]);
  assert.deepEqual([store.state.settings.noise, store.state.frame?.settings.noise], [0.5, 0.5]);
});
