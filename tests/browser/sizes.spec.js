// What a reader downloads: a table of each part beside the bound that it shall have, and no part grows past what it is.

import { expect } from '@playwright/test';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { repository } from '../../wasm/toolchain/shell.js';
import { openLab, test } from './lab.js';
import { FIGURES } from './lessons.js';

/** @import { Page } from '@playwright/test' */

/** In kB, as they are counted on the wire, of a thousand bytes: `bound` is what it shall be, `today` what it is. @type {Record<string, { bound?: number, today: number }>} */
const budget = JSON.parse(readFileSync(new URL('sizes.json', import.meta.url), 'utf8'));

/** kB that names of files, which change with their content, and versions of zlib may make. */
const SLACK = 0.5;

const site = join(repository, 'build/web');
const zipped = (/** @type {Buffer} */ bytes) => gzipSync(bytes, { level: 9 }).length / 1000;
const zippedFile = (/** @type {string} */ path) => zipped(readFileSync(join(repository, path)));

/** Everything that the site can load, without data sets and the module for browsers that lack SIMD. */
function everything() {
  const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return files.filter((file) => !/\.(csv|bin)$|backprop-scalar/.test(file)).reduce((sum, file) => sum + zipped(readFileSync(file)), 0);
}

/** What the page loads until it shows what it is for. @param {Page} page @param {() => Promise<unknown>} show */
async function viewed(page, show) {
  /** @type {Promise<[string, number]>[]} */
  const sizes = [];
  page.on('response', (response) => sizes.push(response.body().then((body) => [new URL(response.url()).pathname.split('/').at(-1) ?? '', zipped(body)])));
  await show();
  const files = await Promise.all(sizes);
  page.removeAllListeners('response');
  return { files, size: files.reduce((sum, [, size]) => sum + size, 0) };
}

test('no part is larger than it is today', async ({ page, context }) => {
  const course = await viewed(page, async () => {
    await page.goto('lessons/index.html');
    await page.locator(FIGURES).first().locator('figure[aria-busy="false"]').waitFor();
  });
  expect(course.files.filter(([name]) => name.endsWith('.wasm'))).toHaveLength(1);
  await page.close();
  const other = await context.newPage();
  const lab = await viewed(other, () => openLab(other));
  const found = {
    'module of texts': zippedFile('build/wasm-evaluate/backprop-evaluate.wasm'),
    'module of graphs': zippedFile('build/wasm-graph/backprop-graph.wasm'),
    'module': zippedFile('build/wasm/backprop.wasm'),
    'module without SIMD': zippedFile('build/wasm-scalar/backprop-scalar.wasm'),
    'first view of the course': course.size,
    'first view of the lab': lab.size,
    'everything but data and other modules': everything(),
    'one file, raw': statSync(join(repository, 'build/backprop-playground.html')).size / 1000,
  };
  const lines = Object.entries(found).map(([name, size]) => {
    const { bound, today } = budget[name];
    const verdict = size > today + SLACK ? `GREW from ${today}` : size < today - SLACK ? `less than ${today}, which can come down` : bound === undefined ? '' : size > bound ? `over by ${(size - bound).toFixed(1)}` : 'kept';
    return `  ${name.padEnd(38)} ${size.toFixed(1).padStart(7)} kB  ${bound === undefined ? '           ' : `bound ${String(bound).padStart(5)}`}  ${verdict}`;
  });
  console.log(`\n  Sizes, gzip\n${lines.join('\n')}`);
  expect(Object.keys(found).sort()).toEqual(Object.keys(budget).sort());
  expect(lines.filter((line) => line.includes('GREW'))).toEqual([]);
});

for (const [name, { bound = Infinity, today }] of Object.entries(budget).filter(([, { bound }]) => bound !== undefined))
  test(`${name}: at most ${bound} kB`, () => {
    test.fail(today > bound, `it is ${today} kB`);
    expect(today).toBeLessThanOrEqual(bound);
  });
