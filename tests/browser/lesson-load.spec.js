// What a lesson costs who opens it: what waits until they read, and memory with many figures. Its bytes are in sizes.spec.js.

import { expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { test } from './lab.js';
import { FIGURES } from './lessons.js';

/** MB of the page's own process, its workers and their modules among them. */
const MOST_MEMORY = 100;

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
