// What a lesson costs who opens it: bytes of the first view, and memory with many figures.

import { expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { test } from './lab.js';
import { FIGURES } from './lessons.js';

/** kB, as they are counted on the wire: of a thousand bytes. */
const FIRST_VIEW = 100;
/** MB of the page's own process, its workers and their modules among them. */
const MOST_MEMORY = 100;

test('the course’s first view takes less than 100 kB, gzip, its module included', async ({ page }) => {
  /** @type {Promise<[string, number]>[]} */
  const sizes = [];
  page.on('response', (response) => sizes.push(response.body().then((body) => [new URL(response.url()).pathname.split('/').at(-1) ?? '', gzipSync(body, { level: 9 }).length])));
  await page.goto('lessons/index.html');
  await page.locator(FIGURES).first().locator('figure[aria-busy="false"]').waitFor();
  const files = await Promise.all(sizes);
  expect(files.map(([name]) => name).filter((name) => name.endsWith('.wasm'))).toHaveLength(1);
  expect(files.reduce((sum, [, size]) => sum + size, 0) / 1000, JSON.stringify(files)).toBeLessThan(FIRST_VIEW);
});

test('before a sign of a reader nothing further down is fetched; after it all gets ready, as for paper', async ({ page }) => {
  await page.goto('lessons/02-the-chain-rule.html');
  const figures = page.locator(FIGURES);
  const ready = page.locator('figure[aria-busy="false"]');
  await expect(ready.first()).toBeVisible();
  const [all, first] = [await figures.count(), await ready.count()];
  expect(first).toBeLessThan(all);
  await page.keyboard.press('Tab');
  await expect(ready).toHaveCount(all, { timeout: 30_000 });
});

test('a page of eight figures stays under 100 MB', async ({ page, browser, browserName }) => {
  test.skip(browserName !== 'chromium', 'Firefox does not tell');
  const tags = ['valley', 'fit', 'combinations', 'landscape', 'chain', 'nested', 'batches', 'optimizers'];
  await page.route('**/lessons/index.html', async (route) => {
    const response = await route.fetch();
    const figures = tags.map((tag) => `<backprop-${tag} alt="A figure."></backprop-${tag}>`).join('');
    await route.fulfill({ response, body: (await response.text()).replace(/<main[^]*<\/main>/, `<main id="content">${figures}</main>`) });
  });
  await page.goto('lessons/index.html');
  for (const tag of tags) {
    await page.locator(`backprop-${tag}`).scrollIntoViewIfNeeded();
    await page.locator(`backprop-${tag} figure[aria-busy="false"]`).waitFor();
  }
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => ownMemory(id));
  expect(Math.max(...renderers)).toBeLessThan(MOST_MEMORY);
});

/** MB that a process shares with no other. @param {number} id */
function ownMemory(id) {
  const told = readFileSync(`/proc/${id}/smaps_rollup`, 'utf8');
  const of = (/** @type {string} */ name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(told)?.[1]);
  return (of('Private_Clean') + of('Private_Dirty')) / 1024;
}
