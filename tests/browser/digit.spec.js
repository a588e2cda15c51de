// A digit that is drawn is named by the present network: the probabilities and the pull of each pixel are the core's.

import { expect } from '@playwright/test';
import { mannerOf, pixelsOf } from '../../web/src/data/digit.js';
import { expectNothingFromAxe, follow, numbersOfCore, openLab, pause, play, runOfCore, shownNumber, shownNumbers, test } from './lab.js';

/** @import { Page } from '@playwright/test' */

const OPTIONS = { layers: [64, 32, 10], loss: 'cross_entropy', output_activation: 'identity' };

// So high that all is on screen: what is not is not drawn anew.
test.use({ viewport: { width: 1280, height: 2000 } });

/** @param {Page} page */
const pad = (page) => page.getByRole('application', { name: /^Pad for a digit/ });

/** One stroke, in shares of the pad. @param {Page} page @param {[number, number][]} places */
async function stroke(page, ...places) {
  await pad(page).scrollIntoViewIfNeeded();
  const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await pad(page).boundingBox());
  const move = (/** @type {[number, number]} */ [x, y]) => page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 3 });
  await move(places[0]);
  await page.mouse.down();
  for (const place of places.slice(1)) await move(place);
  await page.mouse.up();
}

/** What was drawn, as the page keeps it. @param {Page} page */
async function pixels(page) {
  const strokes = JSON.parse(await page.evaluate(() => localStorage.getItem('backprop-digit.1') ?? '[]'));
  return pixelsOf(strokes, /** @type {import('../../web/src/data/digit.js').Manner} */ (mannerOf('digits')));
}

/** @param {Page} page @param {number | null} of */
async function expectAnswerOfCore(page, of) {
  const trainer = await runOfCore(OPTIONS, await shownNumber(page, 'status.step'), 'digits');
  const numbers = numbersOfCore(trainer, { layer: 1, to: 5, from: 4 }, 0, { answer: { x: await pixels(page), of } });
  const shown = await shownNumbers(page);
  expect(shown.filter(({ key }) => key.startsWith('instruments.answer.probabilities['))).toHaveLength(10);
  expect(shown.filter(({ key }) => key.startsWith('instruments.answer.pull['))).toHaveLength(1);
  for (const { key, value } of shown) expect(`${key} = ${value}`).toBe(`${key} = ${String(follow(numbers, key))}`);
  trainer.delete();
}

test('a drawn 1 is named by the trained network; probabilities and pull are the core’s, for the named class and for another', async ({ page }) => {
  test.slow();
  await openLab(page);
  await page.getByRole('button', { name: /^digits/ }).click();
  await expect(page.getByRole('button', { name: 'Draw a digit' })).toBeVisible();
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step'), { timeout: 30_000 }).toBeGreaterThan(5000);
  await pause(page);
  await page.getByRole('button', { name: 'Draw a digit' }).click();
  await stroke(page, [0.5, 0.15], [0.5, 0.85]);
  await expect(page.getByText('Probabilities: 1')).toBeVisible();
  await expectAnswerOfCore(page, null);
  const before = await shownNumber(page, 'instruments.answer.probabilities[1]');
  await page.getByRole('button', { name: 'Step' }).click();
  await expect.poll(() => shownNumber(page, 'instruments.answer.probabilities[1]'), 'it is the present network').not.toBe(before);
  await expectAnswerOfCore(page, null);
  await page.getByRole('radio', { name: 'which pixels pull at 7' }).check({ force: true });
  await expect(page.getByText('Which pixels pull at 7?')).toBeVisible();
  await page.getByRole('application', { name: /raises the output of 7/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expectAnswerOfCore(page, 7);
  await expectNothingFromAxe(page);

  // The drawing is there after a reload, and a mean that a drawing does not have is said.
  await page.reload();
  await page.getByRole('button', { name: 'Draw a digit' }).click();
  await expect(page.getByText('Which pixels pull')).toBeVisible();
  await page.goto('./#data=digits&standardize=true');
  await page.reload();
  await page.getByRole('button', { name: 'Draw a digit' }).click();
  await expect(page.getByRole('alert')).toContainText('standardize off would be right');
});

test('a digit is drawn by keys alone, and taken back', async ({ page }) => {
  test.slow();
  await page.goto('./#data=digits');
  await page.getByRole('button', { name: 'Draw a digit' }).click();
  await pad(page).focus();
  await page.keyboard.press('Space');
  for (let i = 0; i < 3; i++) await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByRole('img', { name: 'Drawn digit, 4 strokes' })).toBeVisible();
  expect(await shownNumber(page, 'status.step'), 'keys of the pad are the pad’s').toBe(0);
  await expectAnswerOfCore(page, null);
  await page.getByRole('button', { name: 'Last stroke off' }).click();
  await expect(page.getByRole('img', { name: 'Drawn digit, 3 strokes' })).toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page.locator('[data-key^="instruments.answer"]')).toHaveCount(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });

  test('board, table and digit fit, have large targets, and axe finds nothing', async ({ page }) => {
    test.slow();
    await openLab(page);
    const fits = async () => {
      await expectNothingFromAxe(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
      for (const button of await page.locator('backprop-own-data, backprop-drawing-board, backprop-csv-dialog, backprop-digit').getByRole('button').all()) {
        if (!(await button.isVisible())) continue;
        const box = await button.boundingBox();
        expect(Math.min(box?.height ?? 0, box?.width ?? 0), await button.evaluate((element) => element.outerHTML.slice(0, 120))).toBeGreaterThanOrEqual(43);
      }
    };
    await page.getByRole('tab', { name: 'Settings' }).tap();
    await page.getByRole('button', { name: 'Draw own' }).tap();
    await page.getByRole('application', { name: /^Drawing board/ }).tap();
    await expect(page.getByText('1 ◆').first()).toBeVisible();
    await fits();
    await page.getByRole('tab', { name: 'Settings' }).tap();
    await page.getByRole('button', { name: 'CSV' }).tap();
    await page.getByRole('textbox', { name: 'CSV text' }).fill('a,b,c\n1,2,x\n2,3,y\n3,1,x\n4,4,y\n');
    await expect(page.getByText('4 rows: 2 inputs, 2 classes')).toBeVisible();
    await fits();
    await page.getByRole('button', { name: 'Close' }).first().tap();
    await page.goto('./#data=digits');
    await page.reload();
    await page.getByRole('tab', { name: 'Output' }).tap();
    await page.getByRole('button', { name: 'Draw a digit' }).tap();
    await pad(page).tap();
    await expect(page.getByText('Which pixels pull')).toBeVisible({ timeout: 15_000 });
    await fits();
  });
});
