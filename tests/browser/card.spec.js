// The card, the pins and the slice: weights and biases are edited for real, and every number of why and how is the core's.

import { expect } from '@playwright/test';
import { enter, expectNothingFromAxe, follow, numbersOfCore, openLab, pause, play, runOfCore, shownNumber, shownNumbers, test } from './lab.js';
import { parameterIndex } from '../../web/src/draw/parameters.js';
import { sliceAxis } from '../../web/src/draw/slice.js';

/** @import { Page } from '@playwright/test' */
/** @typedef {{ layer: number, to: number, from: number | null }} Place */

const widths = [2, 6, 6, 1];
const w65 = { layer: 1, to: 5, from: 4 };
const button = (/** @type {Page} */ page, /** @type {string} */ name) => page.getByRole('button', { name, exact: true });

/** @param {Page} page @param {number} steps */
async function train(page, steps) {
  const first = await shownNumber(page, 'status.step');
  for (let i = 1; i <= steps; i++) {
    await button(page, 'Step').click();
    await expect.poll(() => shownNumber(page, 'status.step')).toBe(first + i);
  }
}

/** @param {Page} page @param {'weight' | 'bias'} what @param {string} text */
const type = (page, what, text) => enter(page.getByRole('textbox', { name: what, exact: true }), text);

/** @param {Page} page @param {Awaited<ReturnType<typeof runOfCore>>} trainer @param {Place} place @param {import('../../web/src/engine/instruments.js').Wants} [wants] */
async function expectNumbersOf(page, trainer, place, wants = {}, example = 0) {
  const core = numbersOfCore(trainer, place, example, wants);
  const shown = await shownNumbers(page);
  for (const { key, value } of shown) expect(`${key} = ${value}`).toBe(`${key} = ${String(follow(core, key))}`);
  return shown.map(({ key }) => key);
}

test('an edited weight and an edited bias train on as in the core, and undo brings the run back to the bit', async ({ page }) => {
  await openLab(page);
  await train(page, 2);
  const before = await shownNumbers(page);
  await type(page, 'weight', '1.5');
  await expect.poll(() => shownNumber(page, 'weight.weight')).toBe(1.5);
  await page.getByRole('application').focus();
  await page.keyboard.press('b');
  await expect(page.getByText('bias → layer 2 neuron 6')).toBeVisible();
  await type(page, 'bias', '−0.25');
  await expect.poll(() => shownNumber(page, 'weight.weight')).toBe(-0.25);
  expect(await shownNumber(page, 'weight.shares.activation[0]')).toBe(1);
  await train(page, 2);

  const trainer = await runOfCore({}, 2);
  trainer.setParameters(parameterIndex(w65, widths), [1.5]);
  trainer.setParameters(parameterIndex({ ...w65, from: null }, widths), [-0.25]);
  trainer.step(2);
  await expectNumbersOf(page, trainer, { ...w65, from: null });
  trainer.delete();

  await page.getByRole('textbox', { name: 'bias', exact: true }).press('Control+z');
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(2);
  await page.keyboard.press('Control+z');
  await expect(page.getByText('layer 1 neuron 5 → layer 2 neuron 6')).toBeVisible();
  await expect.poll(() => shownNumbers(page)).toEqual(before);
});

test('a value that is no number is refused in words of the core, and nothing has changed', async ({ page }) => {
  await openLab(page);
  const before = await shownNumber(page, 'weight.weight');
  await type(page, 'weight', 'large');
  await expect(page.getByText('a finite number would be right')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('a finite number would be right')).toBeHidden();
  expect(await shownNumber(page, 'weight.weight')).toBe(before);
});

test('one example is a product, the batch its mean, with those examples that say most', async ({ page }) => {
  await openLab(page);
  const trainer = await runOfCore({}, 0);
  const { largest } = trainer.weight({ ...w65, example: 0 }).shares;
  await button(page, 'batch').click();
  await expect(page.getByText('Gradient of the batch of 10')).toBeVisible();
  const keys = await expectNumbersOf(page, trainer, w65);
  expect(keys).toContain('weight.shares.agreement');
  await page.getByRole('button', { name: `Example ${largest[0] + 1}`, exact: true }).click();
  await expect(page.getByText(`Gradient of example ${largest[0] + 1}`)).toBeVisible();
  await expectNumbersOf(page, trainer, w65, {}, largest[0]);
  trainer.delete();
});

test('why δ? walks from a weight of the first layer to the loss', async ({ page }) => {
  await openLab(page);
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('button', { name: 'Walk on to δ3' }).click();
  await page.getByRole('button', { name: 'Walk on to δŷ' }).click();
  const trail = page.getByRole('list', { name: 'From the weight to the loss' });
  await expect(trail.getByRole('button')).toHaveText(['δ5', 'δ3', 'δŷ']);
  await expect(page.getByText('The output stands next to the loss')).toBeVisible();
  const trainer = await runOfCore({}, 0);
  const wants = { reasons: { example: 0, units: [{ layer: 1, to: 2 }, { layer: 2, to: 0 }] } };
  const place = { layer: 0, to: 4, from: 1 };
  expect(await expectNumbersOf(page, trainer, place, wants)).toContain('instruments.reasons[1].why.upstream');
  await trail.getByRole('button', { name: 'δ3' }).click();
  await expect(page.locator('[data-key="instruments.reasons[0].why.terms[0].product"]')).toBeVisible();
  await expectNumbersOf(page, trainer, place, wants);
  trainer.delete();
});

test('the anatomy of an update by adam, with what is clipped and decayed', async ({ page }) => {
  const options = { optimizer: 'adam', weight_decay: 0.01, clip_norm: 0.1 };
  await page.goto(`./#${Object.entries(options).map(([name, value]) => `${name}=${value}`).join('&')}`);
  await expect(button(page, 'Reset')).toBeEnabled();
  await train(page, 3);
  await button(page, 'anatomy of Δw').click();
  const trainer = await runOfCore(options, 3);
  await expect(page.locator('[data-key="anatomy.first"]')).toBeVisible();
  const keys = await expectNumbersOf(page, trainer, w65);
  const named = keys.filter((key) => key.startsWith('anatomy.')).map((key) => key.split('.')[1]);
  expect(named).toEqual(['gradient', 'clipped', 'decay', 'effective', 'first', 'second', 'denominator', 'lr', 'update']);
  await expect(page.getByText('no l1')).toBeVisible();
  trainer.delete();
});

test('pins keep their history, end with the present, and lead to their weight', async ({ page }) => {
  await openLab(page);
  await button(page, 'Pin').click();
  // It is drawn while it is on screen.
  await page.locator('backprop-pin-board').scrollIntoViewIfNeeded();
  const pinned = () => shownNumbers(page).then((shown) => shown.filter(({ key }) => key.startsWith('instruments.watched[0].weight')));
  await expect.poll(pinned).toHaveLength(1);
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(1000);
  await pause(page);
  await page.locator('backprop-pin-board').scrollIntoViewIfNeeded();
  const present = await shownNumber(page, 'weight.weight');
  await expect.poll(async () => Number((await pinned())[0].value)).toBe(present);
  await button(page, 'Next weight').click();
  await expect(page.getByText('layer 1 neuron 6 → layer 2 neuron 6')).toBeVisible();
  await page.getByRole('list', { name: 'Pinned weights' }).getByRole('button', { name: /w65/ }).first().click();
  await expect(page.getByText('layer 1 neuron 5 → layer 2 neuron 6')).toBeVisible();
  await expectNothingFromAxe(page);
  await button(page, 'Unpin w65').click();
  await expect.poll(pinned).toHaveLength(0);
});

test('the tangent of the slice is the gradient, its predictions are those of the core, and dragging edits the weight', async ({ page }) => {
  await openLab(page);
  await button(page, 'Slice').click();
  await expect(page.locator('[data-key="instruments.slice.slope"]')).toBeVisible();
  expect(await shownNumber(page, 'instruments.slice.slope')).toBeCloseTo(await shownNumber(page, 'weight.gradient'), 6);
  const trainer = await runOfCore({}, 0);
  const weight = trainer.weight({ ...w65, example: 0 });
  await expectNumbersOf(page, trainer, w65, { slice: sliceAxis(weight, { along: 'weight', zoom: 1 }), predictedChange: 2 });
  await button(page, 'update').click();
  await expect(page.getByRole('slider', { name: 'value of the weight' })).toBeHidden();
  await expect.poll(() => shownNumber(page, 'instruments.slice.next')).toBe(1);
  await expectNumbersOf(page, trainer, w65, { slice: sliceAxis(weight, { along: 'update', zoom: 2 }), predictedChange: 2 });
  trainer.delete();

  await button(page, 'this weight').click();
  const slider = page.getByRole('slider', { name: 'value of the weight' });
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => shownNumber(page, 'weight.weight')).toBe(Math.fround(0.4));
  const area = await page.getByRole('img', { name: /^Loss of the batch/ }).boundingBox();
  if (!area) throw new Error('the curve is drawn');
  await page.mouse.move(area.x + area.width / 2, area.y + 40);
  await page.mouse.down();
  await page.mouse.move(area.x + area.width * 0.75, area.y + 40, { steps: 4 });
  await expect(page.getByText('dragged to 1.0000')).toBeVisible();
  expect(await shownNumber(page, 'weight.weight')).toBe(Math.fround(0.4));
  await page.mouse.up();
  await expect.poll(() => shownNumber(page, 'weight.weight')).toBe(1);
  await expectNothingFromAxe(page);
});

test('a click on a unit chooses its bias', async ({ page }) => {
  await openLab(page);
  const canvas = await page.locator('backprop-network-view .unit').nth(2).boundingBox();
  if (!canvas) throw new Error('the unit is drawn');
  await page.mouse.click(canvas.x + canvas.width / 2, canvas.y + canvas.height / 2);
  await expect(page.getByText('bias → layer 1 neuron 1')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'bias', exact: true })).toBeVisible();
});

test('a check that fails is unmistakable: a cross, a word and a frame', async ({ page }) => {
  await page.goto('./#fault=forgotten_derivative&layers=2,6,6,6,1');
  await expect(button(page, 'Reset')).toBeEnabled();
  const verdict = page.getByText('✗ wrong, off by');
  await expect(verdict).toBeVisible();
  await expect(verdict).toHaveCSS('border-top-width', '2px');
  expect(await shownNumber(page, 'weight.check.rounding')).toBeGreaterThan(1e-4);
});
