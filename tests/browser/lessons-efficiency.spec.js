// The figures of the lessons on efficiency and gradient flow: the race is run and timed here, products are stepped through, a path past the layers is opened.

import { expect } from '@playwright/test';
import { test } from './lab.js';
import { openLesson } from './lessons.js';

test('the race grows when the network is doubled, and is timed on this machine', async ({ page }) => {
  await openLesson(page, '07-why-it-is-efficient.html');
  const race = page.locator('backprop-race');
  const operations = (/** @type {number} */ at) => race.locator(`[data-key="rows[${at}].forward"]`);
  for (let at = 1; at <= 3; at++) {
    await race.getByRole('button', { name: `Double it: n = ${2 ** (at + 1)}` }).click();
    await expect(operations(at)).toHaveAttribute('data-value', String(6 * 4 ** (at + 1)));
  }
  await expect(race.locator('.sentence')).toHaveText('With 16 weights, backward takes 96 operations, forward 1,536: 16 times as many.');
  await race.getByRole('button', { name: 'Measure here' }).click();
  await expect(race.locator('.sentence')).toContainText('times as fast', { timeout: 30000 });
  await expect(race.getByRole('button', { name: 'Measure here' })).toBeDisabled();
  for (const mode of ['reverse', 'forward', 'central_differences']) expect(Number(await race.locator(`[data-key="measured.16.${mode}"]`).getAttribute('data-value'))).toBeGreaterThan(0);
});

test('a product is found again alone, and kept with reuse', async ({ page }) => {
  await openLesson(page, '07-why-it-is-efficient.html');
  const chain = page.locator('backprop-reuse').nth(1);
  const step = chain.getByRole('button', { name: 'Step' });
  for (let at = 0; at < 9; at++) await step.click();
  await expect(chain.locator('.sentence')).toHaveText('All gradients are there after 9 multiplications; none was made twice.');
  await expect(step).toBeDisabled();
  await chain.getByText('alone', { exact: true }).click();
  for (let at = 0; at < 4; at++) await step.click();
  await expect(chain.locator('.sentence')).toContainText('Multiplication 4 of 15');
  await chain.getByRole('slider', { name: 'multiplications' }).press('End');
  await expect(chain.locator('.sentence')).toHaveText('All gradients are there after 15 multiplications; 6 of them repeated one that was made before.');
});

test('a deep network of sigmoids loses its gradient, unless a path goes past each layer', async ({ page }) => {
  await openLesson(page, '09-gradient-flow.html');
  const flow = page.locator('backprop-flow').nth(1);
  await expect(flow.locator('.sentence')).toContainText('The gradient keeps about its size');
  await flow.getByText('plain', { exact: true }).click();
  await expect(flow.locator('.sentence')).toContainText('The gradient vanishes');
});

test('the link to the lab opens eight layers of sigmoids', async ({ page }) => {
  await page.goto('lessons/09-gradient-flow.html');
  await page.getByRole('link', { name: 'Open eight sigmoid layers' }).click();
  await expect(page.locator('backprop-lab')).toBeVisible();
  await expect(page).toHaveURL(/index\.html#layers=2,8,8,8,8,8,8,8,8,1&activation=sigmoid&lr=0\.1/);
});
