// What undo and redo bring back: settings and edited weights, in their order, and nothing that a link locks.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainLink } from '../../web/src/link/link.js';
import { connected } from './store-engine.js';

test('a slider that is dragged is one step of undo, and an undone learning rate keeps the run', async () => {
  const { store, asked } = await connected();
  const { noise } = store.state.settings;
  for (const value of [0.2, 0.3, 0.4]) await store.change({ setting: 'noise', value });
  await store.change({ setting: 'lr', value: 0.5 });
  asked.length = 0;
  await store.change({ action: 'undo' });
  assert.deepEqual(asked, [['setLr', 0.03]]);
  await store.change({ action: 'undo' });
  assert.equal(store.state.settings.noise, noise);
  assert.equal(store.state.can.undo, false);
});

const place = { layer: 1, to: 2, from: null };

test('an edited weight is undone where it was edited, and made again there', async () => {
  const { store, asked } = await connected();
  await store.change({ by: { unit: 'batch', way: 1 } });
  await store.change({ edit: { place, value: 0.5 } });
  for (let i = 0; i < 3; i++) await store.change({ by: { unit: 'batch', way: 1 } });
  assert.deepEqual(store.state.can, { undo: true, redo: false });
  asked.length = 0;
  await store.change({ action: 'undo' });
  assert.deepEqual(asked.slice(0, 2), [['goTo', 1], ['setParameter', place, 0.25]]);
  assert.deepEqual([store.state.can, store.state.selected], [{ undo: false, redo: true }, place]);
  await store.change({ action: 'redo' });
  assert.deepEqual(asked.slice(-3, -1), [['goTo', 1], ['setParameter', place, 0.5]]);
});

test('edits and settings are undone in the order in which they came; a reset forgets the edits of its run', async () => {
  const { store, asked } = await connected();
  const before = store.state.settings;
  await store.change({ edit: { place, value: 0.5 } });
  await store.change({ setting: 'noise', value: 0.4 });
  await store.change({ edit: { place, value: 0.75 } });
  await store.change({ action: 'reset' });
  asked.length = 0;
  await store.change({ action: 'undo' });
  assert.equal(store.state.settings, before);
  await store.change({ action: 'undo' });
  assert.deepEqual(asked.at(-2), ['setParameter', place, 0.25]);
  assert.equal(store.state.can.undo, false);
});

test('an edit that repeats at once is one step of undo; one that changes nothing or is refused is none', async () => {
  const words = 'value 1 is NaN; a finite number would be right';
  const { store, asked } = await connected(({ value }) => (Number.isNaN(value) ? `[parameters] ${words}` : undefined));
  for (const value of [0.25, 0.35, 0.45]) await store.change({ edit: { place, value } });
  await store.change({ edit: { place, value: NaN } });
  assert.equal(store.state.errors.weight, words);
  await store.change({ action: 'undo' });
  assert.deepEqual(asked.at(-2), ['setParameter', place, 0.25]);
  assert.deepEqual([store.state.can.undo, store.state.errors], [false, {}]);
});

test('of undo steps that are asked for at once none is lost', async () => {
  const { store, asked } = await connected();
  await store.change({ edit: { place, value: 0.5 } });
  await store.change({ edit: { place: { ...place, to: 1 }, value: 0.75 } });
  await Promise.all([store.change({ action: 'undo' }), store.change({ action: 'undo' })]);
  assert.deepEqual(asked.filter(([what]) => what === 'setParameter').slice(-2), [['setParameter', { ...place, to: 1 }, 0.5], ['setParameter', place, 0.25]]);
  assert.deepEqual(store.state.can, { undo: false, redo: true });
});

test('an undo brings back nothing that a link locks, and all that it does not', async () => {
  const { store } = await connected();
  const locking = (/** @type {string[]} */ lock) => store.open({ ...plainLink({ ...store.state.settings, noise: 0.4 }), lock }, [], false);
  await store.change({ setting: 'noise', value: 0.2 });
  await locking(['noise']);
  assert.equal(store.state.can.undo, false);
  await store.change({ action: 'undo' });
  assert.equal(store.state.settings.noise, 0.4);
  await store.change({ setting: 'layers', value: [2, 3, 1] });
  assert.equal(store.state.can.undo, true);
  await store.change({ action: 'undo' });
  assert.deepEqual([store.state.settings.layers, store.state.can], [[2, 8, 8, 1], { undo: false, redo: true }]);
  await store.change({ edit: { place: { layer: 0, to: 0, from: 0 }, value: 7 } });
  assert.equal(store.state.can.undo, true);
  await locking(['edit']);
  await store.change({ action: 'undo' });
  assert.deepEqual([store.state.settings.noise, store.state.can.undo], [0.4, false]);
});

test('an undo whose way is given up changes no weight and stays to be made', async () => {
  let given = false;
  const { store, asked } = await connected(({ goTo }) => (given && goTo !== undefined ? 'given up' : undefined));
  await store.change({ edit: { place, value: 0.5 } });
  given = true;
  asked.length = 0;
  await store.change({ action: 'undo' });
  assert.deepEqual([asked, store.state.can], [[['goTo', 0]], { undo: true, redo: false }]);
});

test('a file that is opened between two undos, the first of them still on its way, is followed', async () => {
  const { store, asked } = await connected();
  for (const [setting, value] of Object.entries({ noise: 0.2, lr: 0.5, layers: [2, 4, 1] })) await store.change({ setting, value });
  const file = { ...plainLink({ ...store.state.settings, noise: 0.37 }), step: 7 };
  const client = /** @type {import('../../web/src/engine/client.js').Client} */ (store.client);
  const { apply, setLr } = client;
  const later = () => new Promise((resolve) => setImmediate(resolve));
  client.apply = (...run) => later().then(() => apply(...run));
  client.setLr = (lr) => later().then(() => setLr(lr));
  await Promise.all([store.change({ action: 'undo' }), store.change({ open: file }), store.change({ action: 'undo' })]);
  assert.deepEqual(store.state.opened, { link: file, refused: '', run: store.state.frame?.run });
  assert.deepEqual([store.state.settings.noise, store.state.settings.layers, store.state.link.moment?.step], [0.37, [2, 4, 1], 7]);
  assert.deepEqual(asked.at(-1), ['resume', 7]);
});

test('what is changed while an undo is on its way is there once the change is', async () => {
  const { store } = await connected();
  await store.change({ setting: 'noise', value: 0.2 });
  const undone = store.change({ action: 'undo' });
  await Promise.resolve();
  await store.change({ setting: 'layers', value: [2, 3, 1] });
  assert.deepEqual(store.state.settings, { lr: 0.03, noise: 0.1, layers: [2, 3, 1] });
  await undone;
});
