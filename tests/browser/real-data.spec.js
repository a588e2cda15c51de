// The data that ship: trained on the page to the core's own numbers, kept by the address, taken back by undo.

import { expect } from '@playwright/test';
import { enter, expectNothingFromAxe, follow, numbersOfCore, openLab, pause, play, runOfCore, shownNumber, shownNumbers, test } from './lab.js';

/** @import { Page } from '@playwright/test' */

/** @param {Page} page @param {RegExp} name */
export async function choose(page, name) {
  const button = page.getByRole('button', { name });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
}

const fitted = { loss: 'cross_entropy', output_activation: 'identity' };
const iris = { ...fitted, layers: [4, 6, 6, 3], standardize: true };

test('iris trains to 95 of 100 training flowers, and the confusion matrix is the core’s', async ({ page }) => {
  await openLab(page);
  await choose(page, /^iris/);
  await play(page);
  await expect.poll(() => shownNumber(page, 'evaluation.train.accuracy'), { timeout: 20_000 }).toBeGreaterThan(0.95);
  await pause(page);
  const trainer = await runOfCore(iris, await shownNumber(page, 'status.step'), 'iris');
  const core = numbersOfCore(trainer, { layer: 1, to: 5, from: 4 }, 0);
  for (const { key, value } of await shownNumbers(page)) expect(`${key} = ${value}`).toBe(`${key} = ${String(follow(core, key))}`);
  for (const [part, rows] of /** @type {const} */ ([['test', 30], ['train', 120]])) {
    await page.getByRole('radio', { name: `${part} set` }).check();
    const cells = page.getByRole('table').filter({ hasText: 'true class' }).getByRole('cell').locator('[data-key]');
    await expect(cells.first()).toHaveAttribute('data-key', `evaluation.${part}.confusion[0]`);
    const counts = (await cells.allTextContents()).map(Number);
    expect(counts).toEqual(Array.from(core.evaluation[part].confusion));
    expect(counts.reduce((sum, n) => sum + n)).toBe(rows);
  }
  trainer.delete();
});

test('the confusion matrix is a table with its classes as heads of rows and columns', async ({ page }) => {
  await openLab(page);
  await expect(page.getByRole('img', { name: /Output of the network over the plane/ })).toBeVisible();
  await choose(page, /^penguins/);
  for (const species of ['Adelie', 'Chinstrap', 'Gentoo']) {
    await expect(page.getByRole('columnheader', { name: species, exact: true })).toBeVisible();
    await expect(page.getByRole('rowheader', { name: species, exact: true })).toBeVisible();
  }
  await expect(page.getByRole('img', { name: /Output of the network over the plane/ })).toHaveCount(0);
  await page.getByRole('radio', { name: 'xor' }).check();
  await expect(page.getByRole('img', { name: /Output of the network over the plane/ })).toBeVisible();
  await expect(page.locator('[data-key="evaluation.test.confusion[0]"]')).toHaveCount(0);
});

test('digits are 12 of 64 pixels in the figure, a picture with its class beside it, and one weight with its reason', async ({ page }) => {
  await openLab(page);
  await choose(page, /^digits/);
  await expect(page.getByText('12 of 64')).toBeVisible();
  await expect(page.getByText('12 of 32')).toBeVisible();
  await expect(page.getByRole('img', { name: /Picture of example 1, of class \d/ })).toBeVisible();
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText(/pixel \d of row \d → layer 1 neuron 5/)).toBeVisible();
  const before = await page.getByRole('img', { name: /Picture of example/ }).getAttribute('aria-label');
  await page.getByRole('button', { name: 'Picture after' }).click();
  await expect(page.getByRole('img', { name: /Picture of example 2/ })).toBeVisible();
  expect(before).toContain('example 1');
  const trainer = await runOfCore({ ...fitted, layers: [64, 32, 10] }, 0, 'digits');
  const { row } = trainer.example(1);
  const digit = trainer.data().train.y[row];
  await expect(page.getByRole('img', { name: `Picture of example 2, of class ${digit}` })).toBeVisible();
  trainer.delete();
});

test('undo brings the old run back where it was, and redo the new one', async ({ page }) => {
  await openLab(page);
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(500);
  await pause(page);
  const spiral = await shownNumbers(page);
  await choose(page, /^iris/);
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(0);
  const fresh = await shownNumbers(page);
  await page.keyboard.press('Control+z');
  await expect.poll(() => shownNumbers(page)).toEqual(spiral);
  await expect(page.getByRole('radio', { name: 'spiral' })).toBeChecked();
  expect(page.url()).not.toContain('#');
  await page.getByRole('button', { name: 'redo' }).click();
  await expect.poll(() => shownNumbers(page)).toEqual(fresh);
  await expect(page.getByRole('button', { name: 'redo' })).toBeDisabled();
});

test('a reload brings the same run, and only the chosen set is ever fetched', async ({ page }) => {
  /** @type {string[]} */
  const fetched = [];
  page.on('request', (request) => {
    const found = /(\w+)-[\w-]+\.(csv|bin)$/.exec(request.url());
    if (found) fetched.push(found[1]);
  });
  await openLab(page);
  await enter(page.getByRole('textbox', { name: 'seed' }), '7');
  await choose(page, /^penguins/);
  await expect(page).toHaveURL(/#data=penguins&/);
  const before = await shownNumbers(page);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Reset' })).toBeEnabled();
  await expect.poll(() => shownNumbers(page)).toEqual(before);
  expect(fetched).toEqual(['penguins', 'penguins']);
});

test('layers that the core refuses for the data of an address give way to the usual ones, the data stay, and it says why', async ({ page }) => {
  await openLab(page, 'data=iris&layers=5,3');
  await expect(page.getByRole('alert')).toContainText('here is the usual one: the input layer has 5 units; 4 would be right');
  await expect(page.getByRole('button', { name: /^iris/ })).toHaveAttribute('aria-pressed', 'true');
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  for (const [width, height] of [[1440, 900], [768, 1024], [360, 800]]) {
    test(`axe finds nothing and nothing sticks out with penguins and digits, ${colorScheme}, ${width} px wide`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await openLab(page);
      for (const name of [/^penguins/, /^digits/]) {
        if (width < 1240) await page.getByRole('tab', { name: 'Settings' }).click();
        await choose(page, name);
        const tabs = await page.getByRole('tab').all();
        for (const tab of tabs.length ? tabs : [undefined]) {
          await tab?.click();
          await expectNothingFromAxe(page);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        }
      }
    });
  }
}
