// The graph page: the lesson's example to 7, steps both ways, a mistake in the text, axe.

import { expect } from '@playwright/test';
import { expectNothingFromAxe, openLab, shownNumber, test } from './lab.js';

/** @param {import('@playwright/test').Page} page */
async function openGraph(page) {
  await page.goto('./#graph');
  await expect(page.getByText('4 operations, 1 variable, 3 constants')).toBeVisible();
}

test('the lesson reaches 7, with both contributions on screen, and the lab does not run', async ({ page }) => {
  await openGraph(page);
  expect(await shownNumber(page, 'gradient.x')).toBe(7);
  const x = page.getByRole('group', { name: 'Variable x' });
  await expect(x.getByText('1 × 4 = 4')).toBeVisible();
  await expect(x.getByText('1 × 3 = 3')).toBeVisible();
  await expect(x.getByText('3 += 4')).toBeVisible();
  expect(page.workers().length).toBe(1);
  await expect(page.locator('backprop-lab')).toHaveCount(0);
});

test('a step back shows the state before, and a step forward the state after', async ({ page }) => {
  await openGraph(page);
  await page.getByRole('button', { name: 'Step back' }).click();
  expect(await shownNumber(page, 'gradient.x')).toBe(3);
  await page.getByRole('button', { name: 'Step back' }).click();
  expect(await shownNumber(page, 'gradient.x')).toBe(0);
  await page.getByRole('button', { name: 'Step forward' }).click();
  await page.getByRole('button', { name: 'Step forward' }).click();
  expect(await shownNumber(page, 'gradient.x')).toBe(7);
  await expect(page.getByText('3 becomes 7')).toBeVisible();
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByText('Nothing is computed yet.')).toBeVisible();
});

test('a mistake stands under the text with its place, and the last good graph stays', async ({ page }) => {
  await openGraph(page);
  const text = page.getByRole('textbox', { name: 'Text of the graph' });
  await text.fill('x = 2\ny = (x');
  await expect(page.getByText('line 2, column 7: missing `)`')).toBeVisible();
  expect(await shownNumber(page, 'gradient.x')).toBe(7);
  await text.fill('x = 3\ny = x*x');
  await expect.poll(() => shownNumber(page, 'gradient.x')).toBe(6);
});

test('a slider changes the number in the text, and arrow keys walk the nodes', async ({ page }) => {
  await openGraph(page);
  await page.getByRole('slider', { name: 'value of x' }).fill('3');
  await expect(page.getByRole('textbox', { name: 'Text of the graph' })).toHaveValue(/x = 3\n/);
  await expect.poll(() => shownNumber(page, 'gradient.x')).toBe(9);
  await page.getByRole('group', { name: 'Variable x' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('group', { name: 'a = x**2: value 9, gradient 1.' })).toBeFocused();
});

test('between graph and lab one goes by the header, and the lab keeps its settings', async ({ page }) => {
  await openLab(page, 'lr=0.1');
  await page.getByRole('link', { name: 'Graph' }).click();
  await expect(page.getByText('4 operations')).toBeVisible();
  await page.getByRole('link', { name: 'Network' }).click();
  await expect.poll(() => shownNumber(page, 'status.lr')).toBe(0.1);
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  for (const [width, height] of [[1440, 900], [768, 1024], [360, 800]]) {
    test(`axe finds nothing on the graph page, ${colorScheme}, ${width} px wide`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await openGraph(page);
      await expectNothingFromAxe(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/graph-${width}-${colorScheme}.png` });
    });
  }
}
