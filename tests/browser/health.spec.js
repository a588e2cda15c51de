// What goes wrong is named where it is seen, with the core's numbers and something to try; a run that diverges goes back and can go on.

import { expect } from '@playwright/test';
import { rewind } from '../../web/src/engine/divergence.js';
import { expectNothingFromAxe, follow, numbersOfCore, openLab, pause, play, runOfCore, shownNumber, shownNumbers, test } from './lab.js';

/** @import { Page } from '@playwright/test' */

const chosen = { layer: 1, to: 5, from: 4 };

/** @param {Page} page @param {string} hash */
async function openRun(page, hash) {
  await page.goto(`./${hash}`);
  await expect(page.getByRole('button', { name: 'Reset' })).toBeEnabled();
}

/** Of the ribbon. @param {Page} page @param {number} layer from 1 */
const layerCell = (page, layer) => page.getByRole('group', { name: `Layer ${layer}`, exact: true });

/** All that can be read, through all shadow roots. @param {Page} page */
function allText(page) {
  return page.evaluate(() => {
    /** @param {ParentNode} root @returns {string} */
    const textOf = (root) => [...root.childNodes].map((node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.textContent;
      if (!(node instanceof Element) || ['STYLE', 'SCRIPT'].includes(node.tagName)) return '';
      return textOf(node) + (node.shadowRoot ? textOf(node.shadowRoot) : '');
    }).join(' ');
    return textOf(document.body);
  });
}

/** @param {Page} page @param {any} core */
async function expectNumbers(page, core) {
  const shown = await shownNumbers(page);
  for (const { key, value } of shown) expect(`${key} = ${value}`).toBe(`${key} = ${String(follow(core, key))}`);
  return shown.map(({ key }) => key);
}

test('the ribbon has the core’s numbers of every layer, in a run of relu that was paused', async ({ page }) => {
  await openRun(page, '#activation=relu&lr=0.1');
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(300);
  await pause(page);
  await layerCell(page, 1).getByRole('button').click();
  await expect(page.getByText('Layer 1 receives')).toBeVisible();
  await page.getByRole('button', { name: 'Health' }).click();
  await page.getByRole('button', { name: 'Measure' }).click();
  await expect(page.getByText('2/η', { exact: true })).toBeVisible();
  const trainer = await runOfCore({ activation: 'relu', lr: 0.1 }, await shownNumber(page, 'status.step'));
  const keys = await expectNumbers(page, numbersOfCore(trainer, chosen, 0, { curvature: { rows: 'batch', iterations: 100 } }));
  trainer.delete();
  for (const key of ['layers[2].gradient.norm', 'layers[1].ratio', 'layers[0].gradient.counts[54]']) expect(keys).toContain(`instruments.layerStatistics.${key}`);
  for (const key of ['health.layers[1].deadUnits.length', 'health.layers[0].through', 'health.loss', 'curvature.eigenvalue', 'curvature.limit']) expect(keys).toContain(`instruments.${key}`);
  await expectNothingFromAxe(page);
});

test('eight layers of sigmoid: the gradient vanishes in layer 1, which the page says and cures', async ({ page }) => {
  await openRun(page, '#layers=2,6,6,6,6,6,6,6,6,1&activation=sigmoid');
  const first = layerCell(page, 1);
  await expect(first.getByText('vanishing')).toBeVisible();
  await expect(page.locator('svg.heads .chip text')).toHaveText('vanishing');
  await first.getByRole('button').press('Enter');
  for (const words of ['Layer 1 receives 0.09 · ', '= 6e−8 of the output’s δ', 'Here the weights of layer 2 pass 0.55, and sigmoid′, at most 0.25, passes 0.20.', 'Its weights hardly move.']) {
    await expect(page.locator('.cause')).toContainText(words);
  }
  expect(await shownNumber(page, 'instruments.health.layers[0].received')).toBeLessThan(1e-6);
  await page.getByRole('button', { name: 'Health' }).click();
  const remedy = page.getByRole('button', { name: 'Start again with activation leaky_relu and init kaiming_normal' });
  await expect(remedy).toHaveCount(2);
  await page.locator('.cause').getByRole('button').click();
  await expect(page.getByText('✓ Nothing wrong')).toBeVisible();
  // The picture is drawn anew when it is seen.
  await page.getByRole('application').scrollIntoViewIfNeeded();
  await expect(page.getByText('vanishing')).toHaveCount(0);
  expect(await shownNumber(page, 'instruments.health.layers[0].received')).toBeGreaterThan(1e-3);
});

test('a learning rate of 10: the run stops, goes back three steps, says why, and goes on with a lower one', async ({ page }) => {
  const options = { activation: 'relu', lr: 10, output_activation: 'identity' };
  await openRun(page, '#activation=relu&lr=10&output_activation=identity');
  await page.getByRole('button', { name: 'Play' }).click();
  const note = page.getByRole('alert', { name: 'The run diverged' });
  await expect(note).toContainText('Diverged at step 13: the loss is ∞ (mse). The weights and biases of layer 3 grew ×19.0 a step. The run is back at step 9.');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  expect(await shownNumber(page, 'status.step')).toBe(9);
  expect(await allText(page)).not.toMatch(/NaN|Infinity|undefined/);
  await expect(note.getByTitle(/Larger than/)).toHaveText('∞');

  const trainer = await runOfCore(options, 3000);
  const divergence = rewind(trainer);
  await expectNumbers(page, { ...numbersOfCore(trainer, chosen, 0), divergence });
  trainer.delete();
  await expectNothingFromAxe(page);

  await note.getByRole('button', { name: 'Lower η to 0.5 and go on' }).click();
  await expect(note).toHaveCount(0);
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(200);
  await pause(page);
  expect(await shownNumber(page, 'status.loss')).toBeLessThan(2);
});

test('where there is no number a dash stands, with the reason', async ({ page }) => {
  await openRun(page, '#init=zeros');
  const ratio = layerCell(page, 1).locator('[data-key="instruments.layerStatistics.layers[0].ratio"]');
  await expect(ratio).toHaveText('–');
  await expect(ratio).toHaveAttribute('title', 'All weights are 0.');
  await expect(layerCell(page, 1).getByText('symmetric')).toBeVisible();
  await page.getByRole('button', { name: 'Health' }).click();
  await expect(page.getByText('have the same weights and the same gradients')).toBeVisible();
  expect(await allText(page)).not.toMatch(/NaN|Infinity|undefined/);
});

test('the gradient-flow bench: a chain by hand, and a deep network that the core computes', async ({ page }) => {
  await openLab(page);
  await page.getByRole('button', { name: 'Gradient flow' }).click();
  const product = page.locator('[data-key="instruments.chain[0]"]');
  await expect(product).toHaveText('0.0960');
  await page.getByRole('slider', { name: 'f₂' }).fill('0.4');
  await expect(product).toHaveText('0.0480');
  await page.getByRole('slider', { name: 'depth' }).fill('50');
  await page.getByRole('region', { name: /A deep network/ }).getByRole('combobox', { name: 'activation' }).selectOption('tanh');
  await expect(page.locator('[data-key="instruments.flow.deltas[50]"]')).toBeVisible();
  const flow = { depth: 50, width: 8, activation: /** @type {const} */ ('tanh'), init: 'default', seed: 1 };
  const trainer = await runOfCore({}, 0);
  await expect.poll(() => shownNumber(page, 'instruments.flow.deltas[0]')).toBe(numbersOfCore(trainer, chosen, 0, { flow }).instruments.flow?.deltas[0]);
  await expectNumbers(page, numbersOfCore(trainer, chosen, 0, { flow, chain: [0.5, 0.4, 0.6, 0.4] }));
  trainer.delete();
  await expectNothingFromAxe(page);
});
