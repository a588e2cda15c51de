// Wrong input gets the core's own words beside its control, and the run stays as it was.

import { expect } from '@playwright/test';
import { enter, openLab, shownNumber, shownNumbers, test } from './lab.js';

const layerOne = 'neurons of layer 1';

/** Where it is typed, what, and what the core says. @type {['combobox' | 'textbox', string | RegExp, string, RegExp][]} */
const WRONG = [
  ['combobox', /learning rate/, 'fast', /NaN.*1000 would be right/],
  ['combobox', /learning rate/, '-1', /-1.*1000 would be right/],
  ['combobox', /learning rate/, '1001', /1001.*1000 would be right/],
  ['textbox', layerOne, '0', /has 0 units.*from 1 to 4096 would be right/],
  ['textbox', layerOne, '1e9', /units; a whole number from 1 to 4096 would be right/],
  ['textbox', layerOne, '2.5', /2\.5 units.*from 1 to 4096 would be right/],
  ['textbox', 'hidden layers', '31', /layers.*would be right/],
  ['textbox', 'batch', '', /NaN.*from 1 to 100000 would be right/],
  ['textbox', 'seed', 'x', /NaN.*would be right/],
];

for (const [role, name, text, message] of WRONG) {
  test(`'${text}' in ${name} is refused in place, and Escape takes it back`, async ({ page }) => {
    await openLab(page);
    await page.getByRole('button', { name: 'Step' }).click();
    await expect.poll(() => shownNumber(page, 'status.step')).toBe(1);
    const before = await shownNumbers(page);

    const field = page.getByRole(role, { name });
    const right = await field.inputValue();
    await enter(field, text);
    const alert = page.getByRole('alert');
    await expect(alert).toHaveText(message);
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    expect(await shownNumbers(page)).toEqual(before);
    const [at, control] = [await alert.boundingBox(), await field.boundingBox()];
    expect(Math.abs((at?.y ?? 0) - (control?.y ?? 0)), 'the words stand near the field').toBeLessThan(90);

    await field.press('Escape');
    await expect(alert).toBeHidden();
    await expect(field).toHaveValue(right);
    await page.getByRole('button', { name: 'Step' }).click();
    await expect.poll(() => shownNumber(page, 'status.step')).toBe(2);
  });
}

test('a right value after a wrong one removes the words', async ({ page }) => {
  await openLab(page);
  const field = page.getByRole('textbox', { name: layerOne });
  await enter(field, '0');
  await expect(page.getByRole('alert')).toBeVisible();
  await enter(field, '3');
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(page.locator('[data-key="layers[1].weight[17]"]').first()).toBeAttached();
});

test('a run that diverges stops and says where', async ({ page }) => {
  await openLab(page);
  await page.getByRole('combobox', { name: 'activation' }).selectOption('relu');
  await enter(page.getByRole('combobox', { name: /learning rate/ }), '10');
  await page.getByRole('button', { name: 'Play' }).click();
  await page.waitForTimeout(1000);
  // Whether it diverges is the core's business; what must not happen is a NaN without a reason.
  const numbers = await shownNumbers(page);
  const broken = numbers.filter(({ value }) => !Number.isFinite(Number(value)));
  if (broken.length > 0) await expect(page.getByRole('alert')).toBeVisible();
});
