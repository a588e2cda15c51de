// Texts that come from elsewhere: hostile ones, very long ones, and the one that the address holds.

import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { programOf } from '../web/program-of.js';
import { button, LESSON, openText, paste, spoken, textOf } from './graph-page.js';
import { shownNumber, test } from './lab.js';

const { cases } = JSON.parse(readFileSync(new URL('../golden/bad_inputs.json', import.meta.url), 'utf8'));
const texts = cases.filter((/** @type {any} */ { surface }) => surface === 'expr').map((/** @type {any} */ { id, input, input_parts: parts }) =>
  ({ id, text: input ?? parts.map((/** @type {[string, number]} */ [piece, times]) => piece.repeat(times)).join('') }));

test('hostile texts are answered at their line and column, the last good graph stays, and the next good text works', async ({ page }) => {
  test.setTimeout(180_000);
  await openText(page, LESSON);
  const good = await spoken(page);
  for (const { id, text } of texts) {
    const isTooLong = text.split('\n').length > 20_000;
    const { errors, nodes } = programOf(isTooLong ? LESSON : text);
    const start = Date.now();
    if (text.length > 5000) await paste(page, text);
    else await textOf(page).fill(text);
    const status = page.locator('#status');
    if (isTooLong) await expect(page.getByRole('alert'), id).toHaveText('Not pasted: 1000001 lines are more than this field can hold; up to 20000 would be right');
    else if (errors.length) {
      const [{ line, column, message }] = errors;
      await expect(status, id).toHaveText(`line ${line}, column ${column}: ${message}`);
      expect(await spoken(page), id).toEqual(good);
    } else await expect(status, id).toHaveText(nodes.length ? /operations?, / : 'Nothing yet: y = x**2 is a beginning.');
    expect(Date.now() - start, id).toBeLessThan(5000);
    await textOf(page).fill(LESSON);
    await expect.poll(() => shownNumber(page, 'gradient.x'), id).toBe(7);
    expect(await spoken(page), id).toEqual(good);
  }
});

test('ten thousand pasted lines are refused in words, and one undo brings back what was', async ({ page }) => {
  await openText(page, LESSON);
  await paste(page, `x = 2\n${Array.from({ length: 10000 }, (_, i) => `v${i} = x*${i}`).join('\n')}`);
  await expect(page.locator('#status')).toHaveText(/more than a picture can hold; up to 5000/, { timeout: 20_000 });
  await page.keyboard.press('Control+z');
  await expect(page.locator('#status')).toHaveText('4 operations, 1 variable, 3 constants');
});

test('the address holds the text, reload brings it, and a broken address says so', async ({ page }) => {
  await openText(page, LESSON);
  const entries = await page.evaluate(() => history.length);
  const text = 'σ = [[1, 2], [3, 4]]\n# a_b ~ 50 %\ny = sum(σ @ σ)\n';
  await textOf(page).fill(text);
  await expect(page).toHaveURL(/#graph=%CF%83_=_%5B%5B1,_2%5D/);
  await page.reload();
  await expect(textOf(page)).toHaveValue(text);
  await expect(page.locator('[data-key="gradient.σ"]')).toHaveAttribute('data-value', '7,11,9,13');
  expect(await page.evaluate(() => history.length)).toBe(entries);
  await page.getByRole('link', { name: 'Network' }).click();
  await expect(button(page, 'Reset').first()).toBeEnabled();
  await page.getByRole('link', { name: 'Graph' }).click();
  await expect(textOf(page)).toHaveValue(text);
  await expect(button(page, 'undo')).toBeVisible();
  await page.goto('./#graph=x%ZZ');
  await expect(page.getByRole('alert')).toHaveText(/`%ZZ` after #graph= is no character/);
  await expect(textOf(page)).toHaveValue(text);
  await page.goto('./#graph=q_=_5');
  await expect(textOf(page)).toHaveValue('q = 5');
});

test('the lab that is left waits where it was', async ({ page }) => {
  await page.goto('./#lr=0.1');
  await expect(button(page, 'Reset')).toBeEnabled();
  await button(page, 'Play').click();
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(5);
  await page.getByRole('link', { name: 'Graph' }).click();
  await expect(textOf(page)).toBeVisible();
  await page.getByRole('link', { name: 'Network' }).click();
  await expect(button(page, 'Play')).toBeVisible();
  expect(await shownNumber(page, 'status.step')).toBeGreaterThan(5);
  expect(await shownNumber(page, 'status.lr')).toBe(0.1);
});
