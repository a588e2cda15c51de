// At a pause every number on screen is the core's, to the bit: compared with a core of its own under node.

import { expect } from '@playwright/test';
import { enter, follow, numbersOfCore, openLab, pause, play, runOfCore, shownNumber, shownNumbers, test } from './lab.js';

/** @import { Page } from '@playwright/test' */

/** @param {Page} page @param {object} options @param {{ layer: number, to: number, from: number }} place */
async function expectNumbersOfCore(page, options, place, example = 0) {
  const shown = await shownNumbers(page);
  const trainer = await runOfCore(options, await shownNumber(page, 'status.step'));
  const core = numbersOfCore(trainer, place, example);
  for (const { key, value } of shown) expect(`${key} = ${value}`).toBe(`${key} = ${String(follow(core, key))}`);
  trainer.delete();
  return shown;
}

test('all numbers of a fresh run, and of one that was played and paused', async ({ page }) => {
  await openLab(page);
  const chosen = { layer: 1, to: 5, from: 4 };
  const shown = await expectNumbersOfCore(page, {}, chosen);
  const weights = 2 * 6 + 6 * 6 + 6;
  expect(shown.filter(({ key }) => /^layers\[\d\]\.weight\[/.test(key))).toHaveLength(weights);
  expect(shown.filter(({ key }) => key.includes('weightGradient['))).toHaveLength(weights);
  expect(new Set(shown.map(({ key }) => key)).size).toBeGreaterThan(120);

  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(500);
  await pause(page);
  await expectNumbersOfCore(page, {}, chosen);
});

test('a deeper relu network on another data set, each layer and an example of its own', async ({ page }) => {
  await openLab(page);
  await page.getByRole('radio', { name: 'xor' }).check();
  await page.getByRole('combobox', { name: 'activation' }).selectOption('relu');
  await enter(page.getByRole('textbox', { name: 'hidden layers' }), '3');
  await expect(page.locator('[data-key^="layers[3].weight["]').first()).toBeAttached();
  await enter(page.getByRole('textbox', { name: 'batch' }), '7');
  await expect(page.getByText('of 7', { exact: false }).first()).toBeVisible();
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(100);
  await pause(page);
  await page.getByRole('button', { name: 'Next example' }).click();
  await page.getByRole('button', { name: 'Next example' }).click();
  await expect(page.getByText('Gradient of example 3')).toBeVisible();

  const options = { dataset: 'xor', activation: 'relu', layers: [2, 6, 6, 6, 1], batch_size: 7 };
  const figure = page.getByRole('application');
  await figure.focus();
  let place = { layer: 1, to: 5, from: 4 };
  await expectNumbersOfCore(page, options, place, 2);
  for (const [key, next, name] of /** @type {const} */ ([
    ['ArrowDown', { layer: 1, to: 5, from: 5 }, 'layer 1 neuron 6 → layer 2 neuron 6'],
    ['ArrowRight', { layer: 2, to: 5, from: 5 }, 'layer 2 neuron 6 → layer 3 neuron 6'],
    ['ArrowRight', { layer: 3, to: 0, from: 5 }, 'layer 3 neuron 6 → output ŷ'],
  ])) {
    await page.keyboard.press(key);
    await expect(page.getByText(name)).toBeVisible();
    place = next;
    await expectNumbersOfCore(page, options, place, 2);
  }
});

test('what is read is what is carried, rounded', async ({ page }) => {
  await openLab(page);
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(100);
  await pause(page);
  for (const { key, value, text } of await shownNumbers(page)) {
    if (!text) continue;
    const read = Number(text.replaceAll('−', '-').replaceAll(',', ''));
    // An error is written with one figure, small numbers with two or three, all others with four decimals.
    const slack = Math.abs(Number(value)) * (key.endsWith('error') ? 0.5 : 0.05) + 5e-5;
    expect(Math.abs(read - Number(value)), `${key}: ${text} for ${value}`).toBeLessThanOrEqual(slack);
  }
});

test('the product on the card is the product of its factors, and their mean the gradient', async ({ page }) => {
  await openLab(page);
  const product = await shownNumber(page, 'weight.shares.product[0]');
  const delta = await shownNumber(page, 'weight.shares.delta[0]');
  const activation = await shownNumber(page, 'weight.shares.activation[0]');
  expect(product).toBeCloseTo(delta * activation, 6);
  let sum = 0;
  for (let i = 0; i < 10; i++) sum += await shownNumber(page, `weight.shares.product[${i}]`);
  expect(sum / 10).toBeCloseTo(await shownNumber(page, 'weight.gradient'), 6);
  expect(await shownNumber(page, 'weight.check.error')).toBeLessThan(1e-7);
});
