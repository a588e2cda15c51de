// Tables through the JavaScript boundary: what is read, what becomes of each cell, and how a run learns from them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadData, shippedData } from '../../wasm/data.js';
import { load } from '../../wasm/index.js';

const backprop = await load();
const golden = (name) => JSON.parse(readFileSync(new URL(`../golden/${name}.json`, import.meta.url), 'utf8'));

/** What a call throws. */
function errorOf(call) {
  try {
    call();
  } catch (error) {
    assert.equal(error.constructor, Error);
    return error.message;
  }
  assert.fail('nothing was thrown');
}

/** Runs `use` on a run and frees it. */
function withTrainer(options, data, use) {
  const trainer = backprop.createTrainer(options, data);
  try {
    return use(trainer);
  } finally {
    trainer.delete();
  }
}

const names = ({ columns }) => columns.map(({ name }) => name);
const rowsOf = (bytes) => backprop.readCsv(bytes).rows;

/** A check for each csv case of bad_inputs.json, by its id. */
const hostile = {
  'csv-007': (bytes) => assert.match(errorOf(() => backprop.readCsv(bytes)), /^\[line 1\] .*looks like UTF-16/),
  'csv-014': (bytes) => assert.equal(rowsOf(bytes), 2),
  'csv-017': (bytes) => assert.equal(rowsOf(bytes), 3),
  'csv-018': (bytes) => assert.deepEqual([backprop.readCsv(bytes).delimiter, backprop.readCsv(bytes, { delimiter: ';' }).rows], [';', 1]),
  'csv-021': (bytes) => assert.equal(backprop.readCsv(bytes).delimiter, '|'),
  'csv-030': (bytes) => assert.deepEqual(backprop.readCsv(bytes).columns[1].categories, ['two\nlines', 'b']),
  'csv-038': (bytes) => assert.deepEqual(backprop.readCsv(bytes).columns.map(({ kind, missing }) => [kind, missing]), [['number', 0], ['number', 0]]),
  'csv-045': (bytes) => {
    const choice = { csv: bytes, target: 'y' };
    assert.match(backprop.csvReport(choice).warnings.join(), /float32/);
    withTrainer({ layers: [1, 2, 1], standardize: true, output_activation: 'identity' }, choice, (trainer) => {
      trainer.step(10);
      assert.ok(trainer.parameters().values.every(Number.isFinite));
    });
  },
  'csv-052': (bytes) => assert.deepEqual(names(backprop.readCsv(bytes)), ['<img src=x onerror=alert(1)>', 'y']),
  'csv-054': (bytes) => assert.deepEqual(names(backprop.readCsv(bytes)), ['\u202Etxet', 'y']),
  'csv-063': (bytes) => assert.equal(rowsOf(bytes), 1_000_000),
};

test('every csv case of bad_inputs.json is answered as wanted', () => {
  const cases = golden('bad_inputs').cases.filter(({ surface }) => surface === 'csv');
  assert.deepEqual(cases.map(({ id }) => id), Object.keys(hostile));
  for (const { id, input_base64: base64, input_parts: parts } of cases)
    hostile[id](base64 === undefined ? Buffer.from(parts.map(([text, times]) => text.repeat(times)).join('')) : Buffer.from(base64, 'base64'));
});

test('a string and its bytes in UTF-8 are the same table, with or without a mark in front', () => {
  const text = 'größe,y\n1,ä\n2,\u{1F427}\n';
  const table = backprop.readCsv(text);
  assert.deepEqual(backprop.readCsv(new TextEncoder().encode(text)), table);
  assert.deepEqual(backprop.readCsv(`\uFEFF${text}`), table);
  assert.deepEqual([names(table), table.columns[1].categories], [['größe', 'y'], ['ä', '\u{1F427}']]);
  assert.match(errorOf(() => backprop.readCsv(new Uint8Array([0xff, 0xfe, 0x78, 0]))), /UTF-16/);
  assert.match(errorOf(() => backprop.readCsv('x,y\n1,\0\n')), /^\[line 2\] /);
});

test('a table says what it is: columns, rows, delimiter, header, and what had to be decided', () => {
  const table = backprop.readCsv('a;b\n1,5;x\n2;NA\n;x\n1e999;y\n');
  assert.deepEqual(table.columns, [
    { name: 'a', kind: 'number', categories: [], missing: 2 },
    { name: 'b', kind: 'category', categories: ['x', 'y'], missing: 1 },
  ]);
  assert.deepEqual([table.rows, table.delimiter, table.header], [4, ';', true]);
  assert.match(table.warnings.join(), /decimal commas/);
  assert.deepEqual([table.notes.count, table.notes.listed[0].line, table.notes.listed[0].column], [1, 5, 'a']);
  assert.equal(backprop.readCsv('a,b\nc,d\n', { header: false }).rows, 2);
});

test('the report names every cell that is dropped, filled or refused', () => {
  const csv = 'a,b,y\n1,x,1\n,x,2\n3,,3\n4,x,\n';
  const cells = (missing) => {
    const { cells: { count, listed }, ...counts } = backprop.csvReport({ csv, target: 'y', missing });
    assert.equal(count, listed.length);
    return { counts, places: listed.map(({ line, column }) => `${line} ${column}`), what: listed[0].what };
  };
  const places = ['3 a', '4 b', '5 y'];
  assert.deepEqual(cells(undefined), {
    counts: { rowsKept: 1, rowsDropped: 3, cellsDropped: 3, cellsFilled: 0, cellsRefused: 0, warnings: [] }, places, what: 'is missing; its row is left out',
  });
  assert.deepEqual(cells('mean'), {
    counts: { rowsKept: 3, rowsDropped: 1, cellsDropped: 1, cellsFilled: 2, cellsRefused: 0, warnings: [] }, places, what: 'is missing; it gets the mean, 2',
  });
  assert.equal(cells('refuse').counts.cellsRefused, 3);
  assert.match(errorOf(() => backprop.createTrainer({ layers: [2, 1] }, { csv, target: 'y', missing: 'refuse' })), /^\[line 3\] 'a' is missing, the first of 3 cells; /);
});

test('a run on a table is the run on its numbers', () => {
  const options = { layers: [3, 4, 2], loss: 'cross_entropy', output_activation: 'identity', shuffle: false, train_fraction: 1, batch_size: 2 };
  const losses = (data) => withTrainer(options, data, (trainer) => Array.from({ length: 20 }, () => trainer.step(1).loss));
  const csv = 'a,b,y\n0.5,u,no\n1,v,yes\n2,u,yes\n-1,v,no\n';
  const x = [[0.5, 1, 0], [1, 0, 1], [2, 1, 0], [-1, 0, 1]], y = [0, 1, 1, 0];
  assert.deepEqual(losses({ csv, target: 'y' }), losses({ x, y }));
  withTrainer(options, { csv, target: ['y'], inputs: ['b', 'a'] }, (trainer) => {
    const { inputs, classes, outputs } = trainer.data();
    assert.deepEqual([inputs, classes, outputs], [['b=u', 'b=v', 'a'], ['no', 'yes'], ['y']]);
  });
});

test('{ shape, data } is the same data as nested lists, from lists and from typed arrays', () => {
  const x = [[0, 1], [2, 3], [4, 5]], y = [1, -1, 0.5];
  const options = { layers: [2, 1], loss: 'mse', dtype: 'float64' };
  const state = (data) => withTrainer(options, data, (trainer) => trainer.step(10));
  const nested = state({ x, y });
  for (const List of [Array, Float32Array, Float64Array])
    assert.deepEqual(state({ x: { shape: [3, 2], data: List.from(x.flat()) }, y: { shape: [3, 1], data: List.from(y) } }), nested);
  assert.deepEqual(state({ x: { shape: [3, 2], data: Int16Array.from(x.flat()) }, y: Float32Array.from(y) }), nested);
});

test('numbers that are no data are refused by their place', () => {
  const wrong = [
    [{ x: { shape: [2, 2], data: [1, 2, 3] }, y: [1, 2] }, '[x] data has 3 numbers; a list of 4, as the shape says, would be right'],
    [{ x: { shape: [2, 1] }, y: [1, 2] }, '[x] data is undefined; a list of 2, as the shape says, would be right'],
    [{ x: { data: [1, 2] }, y: [1, 2] }, '[x.shape] undefined is not a list; a list of numbers would be right'],
    [{ x: { shape: [2, -1], data: [] }, y: [1] }, /^\[x\.shape\] -1 is out of range; /],
    [{ x: { shape: [4e9, 4e9], data: [] }, y: [1] }, /^\[x\.shape\] 4000000000 is out of range; /],
    [{ x: { shape: [1e7, 1e7], data: [] }, y: [1] }, /^\[x\] data has 0 numbers; a list of \d+, /],
    [{ x: { shape: [1, 1, 1, 1], data: [1] }, y: [1] }, /^\[x\.shape\] a list of 4 entries is too long; /],
    [{ x: { shape: [2], data: ['1', 2] }, y: [1, 2] }, "[x] number 1 is '1'; a number would be right"],
    [{ x: { shape: [2], data: new BigInt64Array(2) }, y: [1, 2] }, '[x] number 1 is a bigint; a number would be right'],
    [{ x: [[1, 2], [3]], y: [1, 2] }, /^\[x\] row 2 has 1 numbers; /],
    [{ x: [1, 2], y: [1, NaN] }, /^\[y\] target row 2 is not finite: NaN; /],
  ];
  for (const [data, message] of wrong) {
    const said = errorOf(() => backprop.createTrainer({ layers: [2, 1] }, data));
    if (typeof message === 'string') assert.equal(said, message);
    else assert.match(said, message);
  }
});

test('a choice that is wrong is refused, and nothing is left in memory', () => {
  const csv = 'a,b,y\n1,2,3\n4,5,6\n';
  const wrong = [
    [undefined, /^\[csv\] undefined is no choice; /],
    [{}, '[csv] is missing; a string or a Uint8Array would be right'],
    [{ csv: 5, target: 'y' }, '[csv] 5 is no text; a string or a Uint8Array would be right'],
    [{ csv: new Float32Array(4), target: 'y' }, '[csv] a list is no text; a string or a Uint8Array would be right'],
    [{ csv }, /^\[target\] none is named; /],
    [{ csv, target: 'label' }, "[target] 'label' is no column; a, b, y would be right"],
    [{ csv, target: 'y', inputs: ['a', 'y'] }, /^\[inputs\] 'y' is named twice; /],
    [{ csv, target: 'y', inputs: ['a', 5] }, '[inputs] entry 2 is 5; a name would be right'],
    [{ csv, target: 5 }, /^\[target\] 5 is not a list of names/],
    [{ csv, target: 'y', missing: 'skip' }, "[missing] 'skip' is unknown; drop, mean or refuse would be right"],
    [{ csv, target: 'y', header: 'yes' }, "[header] 'yes' is neither true nor false; one of them would be right"],
    [{ csv, target: 'y', delimiter: 'tab' }, /^\[delimiter\] 'tab' is no delimiter; /],
    [{ csv, target: 'y', integers_are_classes: true }, /^\[csv\] 'integers_are_classes' is not known here.*integersAreClasses/],
    [{ csv: 'x'.repeat(33e6), target: 'y' }, /^\[csv\] the text has 33000000 letters; at most 32000000 bytes would be right$/],
    [{ csv: '', target: 'y' }, /^\[csv\] the text is empty; /],
  ];
  const before = backprop.memoryUsed();
  for (const [choice, message] of wrong) {
    const said = errorOf(() => backprop.csvReport(choice));
    if (typeof message === 'string') assert.equal(said, message);
    else assert.match(said, message);
    if (choice?.csv !== undefined) assert.equal(errorOf(() => backprop.createTrainer({ layers: [2, 1] }, choice)), said);
  }
  assert.match(errorOf(() => backprop.readCsv(csv, { headers: true })), /^\[csv\] 'headers' is not known here \(did you mean header\?\)/);
  assert.match(errorOf(() => backprop.readCsv(csv, 5)), /^\[csv\] 5 is no set of options; /);
  for (let i = 0; i < 1000; ++i) backprop.csvReport({ csv, target: 'y' });
  assert.equal(backprop.memoryUsed(), before);
});

test('every result has just the properties that its generated type names', () => {
  const types = readFileSync(new URL('../../build/wasm/backprop.d.ts', import.meta.url), 'utf8');
  const csv = 'a,y\n,x\n1e999,y\n2,x\n';
  const results = { readCsv: backprop.readCsv(csv), csvReport: backprop.csvReport({ csv, target: 'y' }) };
  const keys = (value) => (typeof value !== 'object' ? [] : Array.isArray(value) ? value.flatMap(keys) : Object.entries(value).flatMap(([key, entry]) => [key, ...keys(entry)]));
  for (const [name, result] of Object.entries(results)) {
    const [, type] = types.match(new RegExp(`^  ${name}\\(.*\\): (.*);$`, 'm'));
    assert.deepEqual([...new Set(keys(result))].sort(), [...new Set([...type.matchAll(/(\w+)\??: /g)].map(([, key]) => key))].sort(), name);
  }
});

const networks = { penguins: [9, 8, 3], iris: [4, 8, 3], digits: [64, 16, 10], mnist: [784, 8, 10] };

test('every set that ships is data for a run, and what is said of it is true', async () => {
  assert.deepEqual(shippedData().map(({ name }) => name), Object.keys(networks));
  for (const { name, inputs, classes, url } of shippedData()) {
    assert.ok(readFileSync(url).length > 1000);
    const data = await loadData(name, name === 'mnist' ? { rows: 500 } : {});
    const options = { layers: networks[name], loss: 'cross_entropy', output_activation: 'identity', optimizer: 'adam', lr: 0.01, standardize: name !== 'mnist', batch_size: 32 };
    withTrainer(options, data, (trainer) => {
      const found = trainer.data();
      assert.deepEqual([found.inputs.length, found.classes], [inputs, classes], name);
      trainer.step(200);
      assert.ok(trainer.evaluate().train.accuracy > 0.85, `${name}: ${trainer.evaluate().train.accuracy}`);
    });
  }
});

test('mnist is scaled to 0 … 1, and all of it makes a run', async () => {
  const { x, y } = /** @type {any} */ (await loadData('mnist'));
  assert.deepEqual([x.shape, y.shape], [[10_000, 784], [10_000]]);
  assert.equal(x.data.reduce((most, pixel) => Math.max(most, pixel)), 1);
  withTrainer({ layers: [784, 4, 10], loss: 'cross_entropy', output_activation: 'identity', shuffle: false }, { x, y }, (trainer) => {
    assert.deepEqual(trainer.batch().target, y.data.slice(0, 10));
    assert.deepEqual(trainer.example(3).x, Float64Array.from(x.data.subarray(3 * 784, 4 * 784)));
  });
});

test('a set is read from where a program says; one that is given up, or is none, is refused', async () => {
  const asked = [];
  const { csv } = await loadData('iris', { read: async (url) => (asked.push(url.pathname.split('/').at(-1)), new TextEncoder().encode('a,species\n1,x\n')) });
  assert.deepEqual([asked, backprop.readCsv(csv).rows], [['iris.csv'], 1]);
  await assert.rejects(loadData('iris', { signal: AbortSignal.abort() }), { name: 'AbortError' });
  await assert.rejects(loadData('__proto__'), { message: "[data] '__proto__' does not ship with the module; penguins, iris, digits, mnist would be right" });
  await assert.rejects(loadData('mnist', { rows: 0.5 }), { message: '[rows] 0.5 is no count of rows; a whole number from 1 on would be right' });
  await assert.rejects(loadData('iris', { rows: 5 }), { message: '[rows] iris has few rows and is taken whole; only mnist can be shortened' });
});
