// The shipped data are what wasm/data/README.md says: rows, columns, sizes, and how mnist.bin is read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

const folder = new URL('../../wasm/data/', import.meta.url);
const read = (name) => readFileSync(new URL(name, folder));
const readme = read('README.md').toString();

/** Header and rows of a table without quotes. */
function table(name) {
  const [header, ...rows] = read(name).toString().trimEnd().split('\n').map((line) => line.split(','));
  for (const row of rows) assert.equal(row.length, header.length);
  return { header, rows };
}

/** How often each value occurs. */
function counts(values) {
  const times = {};
  for (const value of values) times[value] = (times[value] ?? 0) + 1;
  return times;
}

test('the table of the README gives the sizes of the files', () => {
  const rows = [...readme.matchAll(/^\| `([\w.]+)` \|.*\| ([\d,]+) \| ([\d,]+|the same) \|.*\|.*\|$/gm)];
  assert.equal(rows.length, 4);
  const number = (text) => Number(text.replaceAll(',', ''));
  for (const [, name, bytes, packed] of rows) {
    assert.equal(read(name).length, number(bytes), name);
    // Another zlib may pack a little differently.
    if (packed !== 'the same') assert.ok(Math.abs(gzipSync(read(name), { level: 9 }).length / number(packed) - 1) < 0.02, name);
  }
});

test('penguins: 344 rows of three species, 19 cells missing in 11 rows', () => {
  const { header, rows } = table('penguins.csv');
  assert.deepEqual(header, ['species', 'island', 'bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g', 'sex']);
  assert.deepEqual(counts(rows.map(([species]) => species)), { Adelie: 152, Chinstrap: 68, Gentoo: 124 });
  assert.equal(rows.flat().filter((cell) => cell === 'NA').length, 19);
  assert.equal(rows.filter((row) => row.includes('NA')).length, 11);
  for (const cell of rows.flatMap((row) => row.slice(2, 6))) assert.ok(cell === 'NA' || Number(cell) > 10);
});

test('iris: 50 rows of each species, with the means that Fisher printed', () => {
  const { rows } = table('iris.csv');
  assert.deepEqual(counts(rows.map((row) => row[4])), { setosa: 50, versicolor: 50, virginica: 50 });
  const mean = (species, column) => rows.filter((row) => row[4] === species).reduce((sum, row) => sum + Number(row[column]), 0) / 50;
  const printed = { setosa: [5.006, 3.428, 1.462, 0.246], versicolor: [5.936, 2.77, 4.26, 1.326], virginica: [6.588, 2.974, 5.552, 2.026] };
  for (const [species, means] of Object.entries(printed)) means.forEach((value, column) => assert.ok(Math.abs(mean(species, column) - value) < 1e-9));
});

test('digits: 1,797 pictures of 64 pixels from 0 to 16', () => {
  const { header, rows } = table('digits.csv');
  assert.equal(rows.length, 1797);
  assert.equal(header.length, 65);
  assert.deepEqual([header[0], header[63], header[64]], ['p00', 'p77', 'digit']);
  for (const row of rows) for (const cell of row) assert.match(cell, /^\d+$/);
  assert.ok(rows.every((row) => row.slice(0, 64).every((cell) => Number(cell) <= 16)));
  assert.deepEqual(Object.values(counts(rows.map((row) => row[64]))), [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
});

test('mnist.bin is read by the code of the README: 10,000 digits, mixed, each a picture of ink on paper', async () => {
  const [, code] = /```js\n([^]*?)```/.exec(readme);
  const unpack = new Function(`${code}; return unpack;`)();
  const bytes = await unpack(new Response(read('mnist.bin')));
  assert.equal(bytes.length, 7_850_000);
  const digits = Array.from({ length: 10_000 }, (_, i) => bytes[785 * i + 784]);
  const inAll = counts(digits);
  assert.deepEqual(Object.values(inAll), [1001, 1127, 991, 1032, 980, 863, 1014, 1070, 944, 978]);
  for (const first of [100, 1000, 5000]) {
    const inPart = counts(digits.slice(0, first));
    for (let digit = 0; digit < 10; ++digit) assert.ok(Math.abs(inPart[digit] - (inAll[digit] * first) / 10_000) <= 1);
  }
  for (let i = 0; i < 10_000; ++i) {
    const ink = bytes.subarray(785 * i, 785 * i + 784).reduce((sum, value) => sum + value, 0) / 255;
    assert.ok(ink > 10 && ink < 350, `${i}: ${ink}`);
  }
});
