// The one file, opened from the disk as by a double click: it trains, answers and teaches, and asks nobody for anything.

import { expect, test } from '@playwright/test';
import { pathToFileURL } from 'node:url';
import { oneFile } from '../../web/one-file/build.js';
import { pause, play, shownNumber } from './lab.js';

/** @import { Page } from '@playwright/test' */

const address = pathToFileURL(oneFile).href;

/** @type {string[]} */
let told = [];

test.beforeEach(({ page }) => {
  told = [];
  page.on('console', (message) => told.push(message.text()));
  page.on('pageerror', (error) => told.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!(url.split(/[?#]/)[0] === address || /^(blob|data):/.test(url))) told.push(`a request to ${url}`);
  });
});
test.afterEach(() => expect(told).toEqual([]));
// A picture of what failed would put a style into the page, which its policy forbids.
test.use({ screenshot: 'off' });

/** Waits until the lab stands. @param {Page} page */
async function labStands(page) {
  await expect(page.getByRole('button', { name: 'Reset' })).toBeEnabled();
  await expect(page.locator('backprop-lab')).not.toHaveAttribute('aria-busy');
}

test('a network learns the spiral', async ({ page }) => {
  await page.goto(`${address}#dataset=spiral`);
  await labStands(page);
  const before = await shownNumber(page, 'evaluation.train.loss');
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step'), { timeout: 20_000 }).toBeGreaterThan(300);
  await pause(page);
  expect(await shownNumber(page, 'evaluation.train.loss')).toBeLessThan(before);
});

test('data that ship are inside, and MNIST says that it is not', async ({ page }) => {
  await page.goto(`${address}#data=digits`);
  await labStands(page);
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('data=digits');
  await page.goto(`${address}?again#data=mnist`);
  await expect(page.getByText('is not in this file').first()).toBeVisible();
});

test('the graph page answers 7', async ({ page }) => {
  await page.goto(`${address}#graph=${encodeURIComponent('x = 2\ny = x**2 + 3*x + 1')}`);
  await expect(page.locator('#status')).toHaveText(/operation/);
  await page.locator('backprop-graph-steps input[type=range]').press('End');
  await expect.poll(() => shownNumber(page, 'gradient.x')).toBe(7);
});

test('the tables of the core that a figure asks for are those of the script', async ({ page }) => {
  await page.goto(`${address}?lesson=06-the-computational-graph`);
  const figure = page.locator('backprop-graph-figure').first();
  await figure.scrollIntoViewIfNeeded();
  await expect(figure.locator('.symbol', { hasText: '×' }).first()).toBeVisible();
  expect(await page.evaluate(() => Object.keys(/** @type {any} */ (window).backpropHere.inside.files))).not.toContain('tables.json');
});

test('a lesson’s figure answers, and its links stay in the file', async ({ page }) => {
  await page.goto(`${address}?lesson=index`);
  await page.locator('backprop-valley figure[aria-busy="false"]').waitFor();
  await page.locator('main a', { hasText: 'chain rule' }).first().click();
  await expect(page).toHaveURL(/\?lesson=02-the-chain-rule$/);
  await expect(page.locator('h1')).toBeVisible();
  await page.locator('backprop-chain').first().scrollIntoViewIfNeeded();
  await page.locator('backprop-chain figure[aria-busy="false"]').first().waitFor();
  await page.locator('header a', { hasText: 'Network' }).click();
  await labStands(page);
  await page.locator('a', { hasText: 'Lessons' }).first().click();
  await expect(page).toHaveURL(/\?lesson=index$/);
});
