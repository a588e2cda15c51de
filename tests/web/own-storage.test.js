// Data of one's own that are kept: once a run of them stands, each once, and others go for them only where that makes the room.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataOf, OwnData, ownData, shapeOf } from '../../web/src/data/own-data.js';
import { OwnStorage } from '../../web/src/data/own-storage.js';
import { plainLink } from '../../web/src/link/link.js';
import { connected } from './store-engine.js';

/** As many points as wanted, in two classes. @param {number} count */
const many = (count) => ({ extent: 6, points: Array.from({ length: count }, (_, i) => ({ x: i, y: 3 - i, label: i % 2 })) });

/** Of so many letters, and somewhat more. @param {number} letters */
const table = (letters) => ({ csv: new Blob(['x'.repeat(letters)]), title: '', choice: { target: [], missing: /** @type {const} */ ('drop'), integersAreClasses: false }, shape: { inputs: 1, outputs: 1, classes: [] } });

/** A Storage with room for so many letters of texts. @param {number} room @returns {Storage} */
function storage(room) {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    get length() { return kept.size; },
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    clear: () => kept.clear(),
    setItem(key, text) {
      const others = [...kept].filter(([other]) => other !== key).reduce((sum, [, { length }]) => sum + length, 0);
      if (others + text.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, text);
    },
  };
}

test('more points and tables are kept in the browser, and a reload finds them', async () => {
  const place = storage(1e6);
  const before = new OwnData(place, () => 1);
  const points = before.addPoints(many(101));
  const table = await before.addTable({ csv: new Blob(['a,b\n1,2\n']), title: 'ab.csv', choice: { target: ['b'], missing: 'drop', integersAreClasses: false }, shape: { inputs: 1, outputs: 1, classes: [] } });
  const examples = { x: [[1, 2, 3], [4, 5, 6]], y: [0, 1], classes: ['a', 'b'], title: 'run.json' };
  const given = before.addExamples(examples);
  assert.equal(new Set([points, table, given]).size, 3);
  assert.equal(place.length, 0, 'none before a run of it stands');
  for (const name of [points, table, given]) before.keep(name);
  const after = new OwnData(place);
  assert.deepEqual(after.get(points), { drawn: many(101), kept: true });
  assert.equal(await after.get(table)?.table?.csv.text(), 'a,b\n1,2\n');
  assert.deepEqual(after.get(table)?.table?.shape, { inputs: 1, outputs: 1, classes: [] });
  const back = /** @type {import('../../web/src/data/own-data.js').Own} */ (after.get(given));
  assert.deepEqual(back, { examples, kept: true });
  assert.deepEqual(shapeOf(back), { inputs: 3, outputs: 2, classes: ['a', 'b'] });
  assert.deepEqual(dataOf(given, back), { x: examples.x, y: examples.y, classes: examples.classes });
});

test('only as many of the oldest data make room as it takes, and none for what has no room even so', async () => {
  const place = storage(10_000);
  let time = 36 ** 7;
  const own = new OwnData(place, () => time);
  /** @type {string[]} */
  const names = [];
  for (const [size, at] of [[2000, 5], [4000, 1], [500, 0], [2500, 2], [4100, 9], [20_000, 10]]) {
    time = 36 ** 7 + at;
    const name = await own.addTable(table(size));
    own.keep(name);
    names.push(name);
  }
  // The 500 of time 0 went first, and had room again when the 4000 of time 1 were gone.
  assert.deepEqual(names.map((name) => own.get(name)?.kept), [true, false, true, true, true, false]);
  const after = new OwnData(place);
  assert.deepEqual(names.map((name) => after.get(name)?.table?.csv.size), [2000, undefined, 500, 2500, 4100, undefined]);
  assert.deepEqual([1, 5].map((at) => own.get(names[at])?.table?.csv.size), [4000, 20_000], 'this page still has them');
  const nowhere = new OwnData(undefined);
  const name = await nowhere.addTable(table(1));
  nowhere.keep(name);
  assert.equal(nowhere.get(name)?.kept, false);
});

test('the same data once more have the name that they have, kept or not, and are not kept twice', async () => {
  const place = storage(10_000);
  const own = new OwnData(place, () => 1);
  const examples = (/** @type {number} */ value) => ({ x: [[1, value]], y: [1], title: 'run.json' });
  const first = own.addExamples(examples(2));
  assert.equal(own.addExamples(examples(2)), first, 'not kept yet');
  own.keep(first);
  assert.equal(own.addExamples(examples(2)), first);
  assert.equal(new OwnData(place, () => 7).addExamples(examples(2)), first, 'after a reload');
  assert.notEqual(own.addExamples(examples(3)), first);
  assert.equal(place.length, 1);
  const large = await own.addTable(table(20_000));
  own.keep(large);
  assert.equal(await own.addTable(table(20_000)), large, 'without room');
});

test('data of a run that is refused take the place of none, and those of one that stands are kept before the page draws it', async (t) => {
  const place = storage(300);
  const { storage: before } = ownData;
  ownData.storage = new OwnStorage(place);
  t.after(() => (ownData.storage = before));
  const { store } = await connected(({ noise }) => (noise === 9 ? '[noise] 9 is above 0.5; at most 0.5 would be right' : undefined));
  /** @type {any} */ (store.client).put = async () => {};
  const { settings } = store.state;
  const open = async (/** @type {number} */ rows, /** @type {number} */ noise) => {
    const data = ownData.addExamples({ x: Array.from({ length: rows }, () => [1, 2]), y: Array(rows).fill(1), title: 'run.json' });
    await store.change({ open: plainLink({ ...settings, noise, data }) });
    return data;
  };
  const mine = await open(12, 0.1);
  assert.deepEqual([ownData.get(mine)?.kept, place.length], [true, 1]);
  await open(20, 9);
  assert.notEqual(store.state.opened?.refused, '');
  assert.ok(new OwnData(place).get(mine), 'still there');
  /** @type {(boolean | undefined)[]} */
  const drawn = [];
  store.subscribe(() => store.state.settings.data !== mine && drawn.push(ownData.get(store.state.settings.data)?.kept));
  await open(21, 0.1);
  assert.deepEqual([drawn[0], new OwnData(place).get(mine)], [true, undefined]);
});
