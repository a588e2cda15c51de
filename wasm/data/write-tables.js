// Writes penguins.csv, iris.csv and digits.csv from the files of two packages:
// node write-tables.js <folder of npm's @observablehq/sample-datasets> <folder sklearn/datasets/data of Debian's python3-sklearn>
//
// No value is changed. The columns get names, missing values one spelling, classes the names that the sources give.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const [penguins, sklearn] = process.argv.slice(2);
if (!penguins || !sklearn) {
  console.error('Two folders would be right: the unpacked @observablehq/sample-datasets 1.0.1, and sklearn/datasets/data of python3-sklearn.');
  process.exit(1);
}

/** The rows of a file without quotes. @param {Buffer} bytes */
const rowsOf = (bytes) => bytes.toString('utf8').trim().split(/\r?\n/).map((line) => line.split(','));

/** @param {string} name @param {string[]} header @param {string[][]} rows */
function write(name, header, rows) {
  if (rows.some((row) => row.length !== header.length)) throw new Error(`${name}: a row without ${header.length} cells`);
  writeFileSync(new URL(name, import.meta.url), [header, ...rows].map((row) => row.join(',') + '\n').join(''));
  console.log(`${name}: ${rows.length} rows`);
}

// `culmen` is the upper ridge of the bill; the palmerpenguins package calls its columns so.
const [, ...birds] = rowsOf(readFileSync(join(penguins, 'penguins.csv')));
write(
  'penguins.csv',
  ['species', 'island', 'bill_length_mm', 'bill_depth_mm', 'flipper_length_mm', 'body_mass_g', 'sex'],
  birds.map((row) => row.map((cell) => (['', 'NaN', '.'].includes(cell) ? 'NA' : /^(FE)?MALE$/.test(cell) ? cell.toLowerCase() : cell))),
);

const [[, , ...species], ...flowers] = rowsOf(readFileSync(join(sklearn, 'iris.csv')));
write(
  'iris.csv',
  ['sepal_length_cm', 'sepal_width_cm', 'petal_length_cm', 'petal_width_cm', 'species'],
  flowers.map((row) => [...row.slice(0, 4), species[Number(row[4])]]),
);

const names = Array.from({ length: 64 }, (_, i) => `p${Math.floor(i / 8)}${i % 8}`);
write('digits.csv', [...names, 'digit'], rowsOf(gunzipSync(readFileSync(join(sklearn, 'digits.csv.gz')))));
