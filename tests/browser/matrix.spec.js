// The matrix and the table of weights: their numbers are the core's, every cell can be reached, and what is pointed at in one place lights up in all.

import { expect } from '@playwright/test';
import { expectNothingFromAxe, follow, numbersOfCore, openLab, pause, play, runOfCore, shownNumber, shownNumbers, test } from './lab.js';

/** @import { Page } from '@playwright/test' */
/** @import { Weight } from '../../web/src/types.js' */

/** @param {Page} page @param {'Network' | 'Matrix' | 'Table'} name */
const view = (page, name) => page.getByRole('radio', { name, exact: true }).check();

/** @param {Page} page @param {string} name */
const tab = (page, name) => page.getByRole('group', { name: 'what the matrix shows' }).getByRole('radio', { name, exact: true }).check();

/** Where a cell of the matrix is on the page. @param {Page} page @param {Weight} cell */
function cellOnPage(page, { to, from }) {
  return page.locator('backprop-matrix-stage').evaluate((stage, { to, from }) => {
    const { left, top, cellWidth, cellHeight, biasLeft, biasWidth } = /** @type {any} */ (stage).layout;
    const box = /** @type {Element} */ (stage.shadowRoot?.querySelector('.stage')).getBoundingClientRect();
    const x = from === null ? biasLeft + biasWidth / 2 : left + (from + 0.5) * cellWidth;
    return { x: box.left + x, y: box.top + top + (to + 0.5) * cellHeight };
  }, { to, from });
}

/** The one number under the matrix. @param {Page} page */
const readout = (page) => page.locator('.readout [data-key^="instruments.matrix"]');

test('the line under the matrix is the core\'s w, gradient and step, of weights and of biases', async ({ page }) => {
  await openLab(page);
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(50);
  await pause(page);
  await view(page, 'Matrix');
  const trainer = await runOfCore({}, await shownNumber(page, 'status.step'));
  const { layers } = trainer.network();
  const { updates } = trainer.parameters();
  const [first, last] = [layers[1], layers[2]];
  /** What is shown, where, and what it is. @type {[string, Weight, number][]} */
  const cases = [
    ['w', { layer: 1, to: 2, from: 3 }, first.weight[15]],
    ['w', { layer: 1, to: 4, from: null }, first.bias[4]],
    ['∂L/∂w', { layer: 1, to: 2, from: 3 }, first.weightGradient[15]],
    ['∂L/∂w', { layer: 2, to: 0, from: null }, last.biasGradient[0]],
    ['Δw', { layer: 1, to: 2, from: 3 }, updates[18 + 15]],
    ['Δw', { layer: 2, to: 0, from: null }, updates[18 + 42 + 6]],
  ];
  for (const [name, cell, value] of cases) {
    await page.getByRole('combobox', { name: 'layer' }).selectOption(String(cell.layer));
    await tab(page, name);
    await expect(readout(page)).toBeVisible();
    const { x, y } = await cellOnPage(page, cell);
    await page.mouse.move(x, y);
    await expect(readout(page), `${name} of ${JSON.stringify(cell)}`).toHaveAttribute('data-value', String(value));
    expect(cell.from === null).toBe(await page.locator('.readout').getByText('bias').isVisible());
  }
  trainer.delete();
});

test('all numbers beside a matrix and in a table are the core\'s', async ({ page }) => {
  await openLab(page);
  const selected = { layer: 1, to: 5, from: 4 };
  const table = { layer: null, sort: 'place', descending: false, bySize: false, page: 0 };
  for (const [name, wants] of /** @type {const} */ ([['Matrix', { matrix: { layer: 1, what: 'weight' } }], ['Table', { rows: table }]])) {
    await view(page, name);
    await expect(page.locator(`[data-key^="instruments.${Object.keys(wants)[0]}"]`).first()).toBeVisible();
    const trainer = await runOfCore({}, 0);
    const core = numbersOfCore(trainer, selected, 0, /** @type {any} */ (wants));
    const shown = await shownNumbers(page);
    for (const { key, value } of shown) expect(`${key} = ${value}`).toBe(`${key} = ${String(follow(core, key))}`);
    if (name === 'Table') expect(shown.filter(({ key }) => key.startsWith('instruments.rows.weight['))).toHaveLength(67);
    trainer.delete();
  }
});

test('keys reach every cell, also those that the picture does not draw, and the card follows', async ({ page }) => {
  // The card is not drawn anew where it is not seen.
  await page.setViewportSize({ width: 1440, height: 1200 });
  await openLab(page, 'data=digits');
  await view(page, 'Matrix');
  await page.getByRole('combobox', { name: 'layer' }).selectOption('0');
  const matrix = page.getByRole('application', { name: /Matrix of layer 1/ });
  await matrix.focus();
  await page.keyboard.press('Control+End');
  await expect(page.locator('.readout')).toContainText('bias to layer 1 neuron 32');
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('backprop-weight-card')).toContainText('pixel 8 of row 8 → layer 1 neuron 32');
  await expect(page.locator('[aria-live="polite"]').first()).toContainText('pixel 8 of row 8');
  expect(await shownNumber(page, 'status.step'), 'walking is not stepping').toBe(0);
  await page.keyboard.press('Home');
  await expect(page.locator('backprop-weight-card')).toContainText('pixel 1 of row 1 → layer 1 neuron 32');
  await view(page, 'Network');
  await expect(page.locator('.marker'), 'nothing marks what is not drawn').toHaveCount(0);
  await expect(page.locator('backprop-weight-card')).toContainText('layer 1 neuron 32');
});

test('what is pointed at in the matrix is what the card, the table and the picture show', async ({ page }) => {
  await openLab(page);
  await view(page, 'Matrix');
  await expect(readout(page)).toBeVisible();
  const { x, y } = await cellOnPage(page, { layer: 1, to: 1, from: 2 });
  await page.mouse.move(x, y);
  await expect(page.locator('backprop-weight-card')).toContainText('layer 1 neuron 3 → layer 2 neuron 2');
  await page.mouse.move(5, 5);
  await expect(page.locator('backprop-weight-card')).toContainText('layer 1 neuron 5 → layer 2 neuron 6');
  await page.mouse.click(x, y);
  await view(page, 'Network');
  await expect(page.locator('backprop-weight-card')).toContainText('layer 1 neuron 3 → layer 2 neuron 2');
  const bead = await page.locator('[data-key="layers[1].weightGradient[8]"]').boundingBox();
  const marker = await page.locator('.marker rect').boundingBox();
  expect(Math.abs((bead?.x ?? 0) + (bead?.width ?? 0) / 2 - (marker?.x ?? 99) - (marker?.width ?? 0) / 2)).toBeLessThan(2);
  await view(page, 'Table');
  await expect(page.locator('tr[aria-current]')).toContainText('layer 2 neuron 2');
});

test('an example that is pointed at on one plot is ringed on the other, and says which way it pulls', async ({ page }) => {
  // Card and map are seen at once.
  await page.setViewportSize({ width: 1440, height: 1200 });
  await openLab(page);
  const dot = page.locator('[data-key="weight.shares.product[6]"].dot');
  await dot.hover();
  await expect(page.getByText('example 7', { exact: false }).first()).toBeVisible();
  await expect(page.locator('.pull')).toContainText('example 7');
  const product = await shownNumber(page, 'weight.shares.product[6]');
  await expect(page.locator('.pull')).toContainText(product > 0 ? '▼ lowers' : '▲ raises');
  await page.mouse.move(5, 5);
  await expect(page.locator('.pull')).toContainText('example 1');

  const place = await page.locator('backprop-decision-map').evaluate((map) => {
    const { points, batch, maps } = /** @type {any} */ (map).frame;
    const box = /** @type {Element} */ (map.shadowRoot?.querySelector('canvas')).getBoundingClientRect();
    const [x, y] = [0, 1].map((of) => points.train.x[2 * batch.rows[3] + of] / maps.extent);
    return { x: box.left + ((x + 1) / 2) * box.width, y: box.top + ((1 - y) / 2) * box.height };
  });
  await page.mouse.move(place.x, place.y);
  await expect(page.locator('.dot.chosen')).toHaveAttribute('data-key', 'weight.shares.product[3]');
  await page.mouse.click(place.x, place.y);
  await page.mouse.move(5, 5);
  await expect(page.getByText('Gradient of example 4')).toBeVisible();
});

test('the table sorts by any column, up and down and by size, and is copied as it stands', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openLab(page);
  await view(page, 'Table');
  const gradients = async () => (await page.locator('[data-key^="instruments.rows.gradient["]').evaluateAll((cells) => cells.map((cell) => Number(/** @type {HTMLElement} */ (cell).dataset.value))));
  const header = page.getByRole('columnheader', { name: '∂L/∂w' });
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(async () => { const all = await gradients(); return all.length === 67 && all.every((g, i) => i === 0 || all[i - 1] <= g); }).toBe(true);
  await page.getByRole('checkbox', { name: /by size/ }).check();
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(async () => (await gradients()).every((g, i, all) => i === 0 || Math.abs(all[i - 1]) >= Math.abs(g))).toBe(true);
  await page.getByRole('button', { name: 'Copy rows' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const copied = (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\n').map((line) => line.split('\t'));
  expect(copied).toHaveLength(68);
  expect(copied.slice(1).map((cells) => Math.fround(Number(cells[4])))).toEqual(await gradients());

  await page.locator('tr[tabindex="0"]').focus();
  await page.keyboard.press('Home');
  await expect(page.locator('tbody tr').first()).toHaveAttribute('aria-current', 'true');
  const name = await page.locator('tbody tr').first().locator('th').textContent();
  await expect(page.locator('backprop-weight-card .place')).toContainText(String(name));
});

test('cells that were checked are marked, until the run goes on', async ({ page }) => {
  await openLab(page);
  await view(page, 'Matrix');
  await tab(page, 'check');
  await page.getByRole('button', { name: 'Check', exact: true }).first().click();
  await expect(page.getByText('42 agree')).toBeVisible();
  const error = page.locator('.readout [data-key^="instruments.checkAll.checked.error["]');
  expect(Number(await error.getAttribute('data-value'))).toBeLessThan(1e-7);
  await expect(page.locator('.readout')).toContainText('✓');
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(page.getByText('42 agree')).toBeHidden();
});

test('784 × 128 weights are drawn, enlarged to numbers, shown as pictures, and remember where they began', async ({ page }) => {
  test.slow();
  await page.goto('./#data=mnist&layers=784,128,64,10&activation=relu&lr=0.1');
  await expect(page.getByRole('button', { name: 'Reset' })).toBeEnabled({ timeout: 30_000 });
  await view(page, 'Matrix');
  await page.getByRole('combobox', { name: 'layer' }).selectOption('0');
  await tab(page, '∂L/∂w');
  await page.getByRole('radio', { name: 'per layer' }).check();
  const colours = () => page.locator('backprop-matrix-stage').evaluate((stage) => {
    const canvas = /** @type {HTMLCanvasElement} */ (stage.shadowRoot?.querySelector('canvas'));
    const { data } = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d')).getImageData(canvas.width / 3, canvas.height / 3, 200, 50);
    return new Set(new Uint32Array(data.buffer)).size;
  });
  await expect.poll(colours).toBeGreaterThan(50);
  await expect(page.locator('backprop-receptive-fields canvas')).toBeVisible();
  for (let i = 0; i < 12; i++) await page.getByRole('button', { name: 'Larger cells' }).click({ timeout: 500 }).catch(() => {});
  await expect(page.getByRole('button', { name: 'Larger cells' })).toBeDisabled();
  await page.getByRole('button', { name: 'Fit' }).click();

  await tab(page, 'history');
  await expect(page.getByText('since step 0')).toBeVisible();
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(20);
  await pause(page);
  await page.getByRole('button', { name: 'From now' }).click();
  await expect(page.getByText(/moved 0/)).toBeVisible();
});

for (const width of [1440, 360]) {
  test(`axe finds nothing in the matrix and the table, ${width} px wide`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await openLab(page);
    for (const name of /** @type {const} */ (['Matrix', 'Table'])) {
      await view(page, name);
      await expect(page.locator('[data-key^="instruments."]').first()).toBeVisible();
      await expectNothingFromAxe(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}
