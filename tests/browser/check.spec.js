// The proof of all gradients: green for networks of every kind, red when a rule is broken on purpose.

import { expect } from '@playwright/test';
import { openLab, pause, play, shownNumber, test } from './lab.js';

/** @import { Page } from '@playwright/test' */

/** @param {Page} page @param {string} settings as the address has them @param {number} least how many steps it trains */
async function trained(page, settings, least = 50) {
  await openLab(page, settings);
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(least);
  await pause(page);
}

/** @param {Page} page */
async function checkAll(page) {
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await page.getByRole('button', { name: 'Check all weights' }).click();
  return page.getByRole('region', { name: 'Check', exact: true });
}

const CONFIGURATIONS = [
  'dataset=spiral',
  'dataset=xor&activation=relu&optimizer=adam&batch_size=7',
  'dataset=circle&activation=sigmoid&loss=bce_with_logits&layers=2,8,1',
  'dataset=spiral&features=x,y,sin(x),sin(y)&layers=4,8,8,1&activation=tanh,relu&weight_decay=0.001&optimizer=adamw',
  'dataset=gauss&loss=huber&init=xavier_uniform&schedule=cosine&lr=0.1',
  'data=penguins',
  'data=iris&activation=gelu&dropout=0.2&layers=4,16,8,3',
  'data=digits',
];

for (const settings of CONFIGURATIONS) {
  test(`every gradient of ${settings} agrees with float64 and with central differences`, async ({ page }) => {
    await trained(page, settings);
    const panel = await checkAll(page);
    await expect(panel.getByRole('status')).toContainText('✓ All agree');
    expect(await shownNumber(page, 'instruments.checkAll.disagreeing')).toBe(0);
    expect(await shownNumber(page, 'instruments.checkAll.rounded')).toBe(0);
  });
}

for (const fault of ['forgotten_derivative', 'no_zero_grad']) {
  test(`a run with ${fault} trains on, and both checks are red`, async ({ page }) => {
    await trained(page, `dataset=xor&fault=${fault}`);
    const panel = await checkAll(page);
    await expect(panel.getByRole('status')).toContainText('✗ They do not agree');
    expect(await shownNumber(page, 'instruments.checkAll.rounded')).toBeGreaterThan(10);
    await expect(page.getByRole('article').getByText('✗')).toBeVisible();
  });
}
