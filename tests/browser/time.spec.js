// Through the time of a run: op by op, over the bar of the whole run, beside a run that was kept, and over a reload.

import { expect } from '@playwright/test';
import { compareLayers } from '../../web/src/engine/comparison.js';
import { enter, expectNothingFromAxe, follow, numbersOfCore, openLab, pause, play, runOfCore, shownNumber, shownNumbers, test } from './lab.js';

/** @import { Page } from '@playwright/test' */

const chosen = { layer: 1, to: 5, from: 4 };
/** @param {Page} page */
const ops = (page) => page.getByRole('slider', { name: 'Op of the step' });
/** @param {Page} page */
const scrub = (page) => page.getByRole('slider', { name: 'Step of the run' });

/** Presses a key so often and waits until the slider tells that op. @param {Page} page @param {string} key @param {number} times @param {string} op */
async function press(page, key, times, op) {
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
  await expect(ops(page)).toHaveAttribute('aria-valuetext', op);
}

/** Every number on screen is that of a core that has trained so far. @param {Page} page @param {number} step @param {object} [options] */
async function expectCoreAt(page, step, options = {}) {
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(step);
  const trainer = await runOfCore(options, step);
  const core = numbersOfCore(trainer, chosen, 0);
  for (const { key, value } of await shownNumbers(page)) expect(`${key} = ${value}`).toBe(`${key} = ${String(follow(core, key))}`);
  trainer.delete();
}

test('ops forth and back over two steps return to the same numbers, to the bit', async ({ page }) => {
  await openLab(page);
  const start = await shownNumbers(page);
  await press(page, 'ArrowRight', 1, 'zero_grad');
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(1);
  const zero = await shownNumbers(page);
  await press(page, 'ArrowRight', 10, 'backward, layer 1');
  await press(page, 'ArrowRight', 1, 'zero_grad');
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(2);
  await press(page, 'ArrowLeft', 11, 'zero_grad');
  expect(await shownNumbers(page)).toEqual(zero);
  await press(page, 'ArrowLeft', 1, 'backward, layer 1');
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(0);
  expect(await shownNumbers(page)).toEqual(start);
  await expectCoreAt(page, 0);
});

test('each phase shows what is there by then, and says what it does', async ({ page }) => {
  await openLab(page);
  const sentence = page.locator('backprop-op-sentence');
  const keys = async () => (await shownNumbers(page)).map(({ key }) => key);
  const figure = (/** @type {string} */ key) => page.locator(`backprop-network-view [data-key="${key}"]`);
  const beads = page.locator('backprop-network-view [data-key*="weightGradient["]');
  await press(page, 'ArrowRight', 1, 'zero_grad');
  await expect(sentence.locator('[aria-live="polite"]')).toContainText('zero_grad: every gradient is 0');
  await expect(beads).toHaveCount(0);
  await expect(figure('example.loss')).toHaveCount(0);
  await expect(figure('example.layers[0].a[4]')).toHaveCount(0);
  await press(page, 'ArrowRight', 1, 'forward, layer 1: linear');
  await expect(figure('example.layers[0].z[4]')).toHaveCount(1);
  await press(page, 'ArrowRight', 1, 'forward, layer 1: activation');
  await expect(figure('example.layers[0].a[4]')).toHaveCount(1);
  await expect(sentence).toContainText('a = tanh(z)');
  await press(page, 'Shift+ArrowRight', 1, 'forward, output: activation');
  await expect(figure('example.layers[2].a[0]')).toHaveCount(1);
  await expect(figure('example.loss')).toHaveCount(0);
  await press(page, 'Shift+ArrowRight', 1, 'loss');
  await expect(figure('example.loss')).toHaveCount(1);
  await expect(beads).toHaveCount(0);
  await press(page, 'ArrowRight', 1, 'backward, output');
  await expect(beads).toHaveCount(6);
  await press(page, 'ArrowRight', 1, 'backward, layer 2');
  await expect(beads).toHaveCount(6 + 36);
  await expect(sentence).toContainText('its gradient');
  await expectCoreAt(page, 1);
  expect(await keys()).toContain('weight.shares.product[0]');
  await press(page, 'Control+ArrowRight', 1, 'backward, layer 2');
  await expectCoreAt(page, 2);
  await press(page, 'Shift+ArrowLeft', 1, 'loss');
  await page.keyboard.press('Home');
  await expectCoreAt(page, 0);
});

test('the slider is a slider: keys pass the end of a step, a click on the update makes it', async ({ page }) => {
  await openLab(page);
  await ops(page).focus();
  await press(page, 'ArrowLeft', 4, 'forward, output: activation');
  const box = /** @type {NonNullable<Awaited<ReturnType<ReturnType<typeof ops>['boundingBox']>>>} */ (await ops(page).boundingBox());
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await page.mouse.down();
  await expect(ops(page)).toHaveAttribute('aria-valuetext', /forward/);
  await page.mouse.move(box.x + box.width - 3, box.y + box.height / 2, { steps: 4 });
  await expect(ops(page)).toHaveAttribute('aria-valuetext', 'update');
  expect(await shownNumber(page, 'status.step'), 'held, it is not yet made').toBe(0);
  await page.mouse.up();
  await expect(ops(page)).toHaveAttribute('aria-valuetext', 'zero_grad');
  await expectCoreAt(page, 1);
});

test('the bar goes to a step of the past, and playing on from there gives the numbers of a core', async ({ page }) => {
  await openLab(page);
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(3000);
  await pause(page);
  const last = await shownNumber(page, 'status.step');
  const end = await shownNumbers(page);
  await scrub(page).scrollIntoViewIfNeeded();
  const box = /** @type {NonNullable<Awaited<ReturnType<ReturnType<typeof scrub>['boundingBox']>>>} */ (await scrub(page).boundingBox());
  await page.mouse.move(box.x + box.width - 10, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.4, box.y + box.height / 2, { steps: 30 });
  await page.mouse.up();
  const aim = Number(await scrub(page).inputValue());
  expect(aim).toBeLessThan(last);
  await expectCoreAt(page, aim);
  await expect(scrub(page)).toHaveAttribute('max', String(last));

  await scrub(page).focus();
  await page.keyboard.press('PageDown');
  await expectCoreAt(page, Math.max(Math.floor((aim - 1) / 32) * 32, 0));
  await page.keyboard.press('End');
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(last);
  expect(await shownNumbers(page)).toEqual(end);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expectCoreAt(page, 2);
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(100);
  await pause(page);
  await expectCoreAt(page, await shownNumber(page, 'status.step'));
});

test('a step may be an epoch; another learning rate in the past makes another future', async ({ page }) => {
  await openLab(page);
  await page.getByRole('combobox', { name: 'Step by' }).selectOption('epoch');
  for (const step of [32, 64]) {
    await page.getByRole('button', { name: 'Step' }).click();
    await expect.poll(() => shownNumber(page, 'status.step')).toBe(step);
  }
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expectCoreAt(page, 32);
  await expect(scrub(page)).toHaveAttribute('max', '64');
  await enter(page.getByRole('combobox', { name: /learning rate/ }), '0.3');
  await expect(scrub(page)).toHaveAttribute('max', '32');
  await page.getByRole('button', { name: 'Step' }).click();
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(64);
  const trainer = await runOfCore({}, 32);
  trainer.setLr(0.3);
  trainer.step(32);
  expect(await shownNumber(page, 'evaluation.train.loss')).toBe(trainer.evaluate().train.loss);
  trainer.delete();
  // Before the change the rate was another, and the field says so.
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expectCoreAt(page, 0);
  await expect(page.getByRole('combobox', { name: /learning rate/ })).toHaveValue('0.01');
});

test('a run that was kept goes in lock-step with another, and every number is that of two cores', async ({ page }) => {
  await openLab(page);
  await page.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('button', { name: 'Keep this run as A' }).click();
  await expect(page.getByText('Their settings are the same.')).toBeVisible();
  await page.getByRole('combobox', { name: 'activation' }).selectOption('relu');
  await expect(page.getByText(/differ in activation/)).toBeVisible();
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(300);
  await pause(page);
  const step = await shownNumber(page, 'status.step');
  const [a, b] = await Promise.all([runOfCore({}, step), runOfCore({ activation: 'relu' }, step)]);
  const side = (/** @type {typeof a} */ trainer) => ({ loss: trainer.status().loss, train: trainer.evaluate().train.loss, test: trainer.evaluate().test.loss });
  const core = { comparison: { a: side(a), b: side(b), layers: compareLayers(a.network().layers, b.network().layers) } };
  const shown = (await shownNumbers(page)).filter(({ key }) => key.startsWith('comparison.'));
  expect(shown).toHaveLength(6 + 3 * 2 * 4);
  for (const { key, value } of shown) expect(`${key} = ${value}`).toBe(`${key} = ${String(follow(core, key))}`);
  await expectNothingFromAxe(page);
  await page.getByRole('button', { name: 'Stop comparing' }).click();
  await expect(page.locator('[data-key^="comparison."]')).toHaveCount(0);
});

test('a reload finds the run again: its edits, its step, its op, its chosen weight', async ({ page }) => {
  await openLab(page);
  await page.getByRole('button', { name: 'Step' }).click();
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(1);
  await enter(page.getByRole('combobox', { name: /learning rate/ }), '0.3');
  await expect.poll(() => shownNumber(page, 'status.lr')).toBe(0.3);
  await page.getByRole('combobox', { name: 'Step by' }).selectOption('epoch');
  for (const step of [32, 64, 96]) {
    await page.getByRole('button', { name: 'Step' }).click();
    await expect.poll(() => shownNumber(page, 'status.step')).toBe(step);
  }
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowUp');
  await ops(page).focus();
  await press(page, 'ArrowLeft', 1, 'backward, layer 2');
  await expect(page.getByText('layer 1 neuron 4 → layer 2 neuron 6')).toBeVisible();
  const before = await shownNumbers(page);
  await page.reload();
  await expect.poll(() => shownNumbers(page)).toEqual(before);
  await expect(ops(page)).toHaveAttribute('aria-valuetext', 'backward, layer 2');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(0);
});
