// The chain rule's figures by hand: the wrong place is taken on purpose, layers unfold by keys, a factor lights its box up.

import { expect } from '@playwright/test';
import { test } from './lab.js';
import { openLesson } from './lessons.js';

test('the outer slope at the wrong place gives another product', async ({ page }) => {
  await openLesson(page, '02-the-chain-rule.html');
  const figure = page.locator('#where backprop-chain');
  await expect(figure.locator('.product')).toHaveText('3.0000 × (−0.6282) = −1.8845');
  await figure.getByRole('checkbox').check();
  await expect(figure.locator('.product')).toHaveText('3.0000 × 0.0707 = 0.2122 ≠ −1.8845');
  await figure.getByRole('slider').fill('1');
  await expect(figure.locator('.product')).toHaveText('2.0000 × 0.5403 = 1.0806 = 1.0806');
});

test('x is dragged in a plot', async ({ page }) => {
  await openLesson(page, '02-the-chain-rule.html');
  const figure = page.locator('#rule backprop-chain');
  const plot = figure.locator('.drag').first();
  await plot.scrollIntoViewIfNeeded();
  const { x, y, height } = /** @type {{ x: number, y: number, height: number }} */ (await plot.boundingBox());
  await page.mouse.move(x + 100, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + 41, y + height / 2);
  await page.mouse.up();
  await expect(figure.getByRole('slider')).toHaveValue(/^0(\.0\d)?$/);
});

test('layers unfold from outside in by keys, the focus goes along, and the chain grows to its product', async ({ page }) => {
  await openLesson(page, '03-networks-are-compositions.html');
  const figure = page.locator('#innermost backprop-nested').first();
  await expect(figure.locator('.factor')).toHaveCount(1);
  await figure.getByRole('button', { name: 'unfold f₃' }).focus();
  await page.keyboard.press('Enter');
  await expect(figure.getByRole('button', { name: 'unfold f₂' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(figure.getByRole('button', { name: 'Fold', exact: true })).toBeFocused();
  await expect(figure.locator('.factor')).toHaveCount(4);
  await expect(figure.locator('.chain b')).toHaveText('0.1669');
  await figure.locator('.factor').nth(2).focus();
  await expect(figure.locator('.box.lit > .tab')).toHaveText('f₂');
  await expect(figure.locator('.reason')).toContainText('the slope of tanh there, times its weights = 0.4759 · 0.9');
});
