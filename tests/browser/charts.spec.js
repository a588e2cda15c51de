// Charts: what they draw, list and save is the core's history, and keys read it.

import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expectNothingFromAxe, openLab, pause, play, runOfCore, shownNumber, test } from './lab.js';

/** @import { Download, Page } from '@playwright/test' */

/** A chart of the panel. @param {Page} page @param {string} name */
const chart = (page, name) => page.getByRole('region', { name: 'Charts' }).locator('backprop-chart').filter({ has: page.getByRole('slider', { name }) });

/** A run that was played and stands. @param {Page} page */
async function playedCharts(page) {
  await openLab(page);
  await page.getByRole('button', { name: 'Charts' }).click();
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(2000);
  await pause(page);
  return shownNumber(page, 'status.step');
}

/** @param {Page} page @param {() => Promise<void>} act @returns {Promise<Download>} */
async function saved(page, act) {
  const download = page.waitForEvent('download');
  await act();
  return download;
}

/** Rows of the open table, in full. @param {import('@playwright/test').Locator} table */
const rowsOf = (table) => table.locator('tbody tr').evaluateAll((rows) => rows.map((row) => [
  Number(row.querySelector('th')?.textContent?.replaceAll(',', '')), ...[...row.querySelectorAll('[data-value]')].map((cell) => Number(/** @type {HTMLElement} */ (cell).dataset.value)),
]));

test('table and CSV of the loss are the history of a fresh core', async ({ page }) => {
  const step = await playedCharts(page);
  const loss = chart(page, 'Loss by step');
  await loss.getByRole('button', { name: 'Table' }).click();
  const rows = await rowsOf(loss.getByRole('table', { name: 'Loss (mse) by step' }));
  const trainer = await runOfCore({}, step);
  const { train, test: other } = trainer.evaluate();
  const history = trainer.history();
  const expected = [...history.step].map((at, i) => [at, history.train[i], history.test[i]]);
  if (history.step.at(-1) !== step) expected.push([step, train.loss, other.loss]);
  expect(rows).toEqual(expected);

  const file = await saved(page, () => loss.getByRole('button', { name: 'CSV' }).click());
  expect(file.suggestedFilename()).toBe(`loss-to-step-${step}.csv`);
  const [head, ...lines] = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(head).toBe('step (updates),train (mse),test (mse)');
  expect(lines.map((line) => line.split(',').map(Number))).toEqual(expected);
  trainer.delete();
});

test('accuracy and norms are those of a fresh core at the steps that were drawn', async ({ page }) => {
  await playedCharts(page);
  const trainer = await runOfCore({}, 0);
  for (const [name, values] of /** @type {const} */ ([
    ['Accuracy', () => Object.values(trainer.evaluate()).map(({ accuracy }) => accuracy)],
    ['Gradient norm', () => trainer.layerStatistics().layers.map(({ gradient }) => gradient.norm)],
    ['Update ratio', () => trainer.layerStatistics().layers.map(({ ratio }) => ratio)],
  ])) {
    const one = chart(page, `${name} by step`);
    await one.getByRole('button', { name: 'Table' }).click();
    const rows = await rowsOf(one);
    expect(rows.length).toBeGreaterThan(1);
    for (const [step, ...shown] of rows) {
      trainer.goTo(step);
      expect(shown, `${name} at ${step}`).toEqual(values());
    }
  }
  trainer.delete();
});

test('arrow keys read every point, also on log scales, and Escape puts the cursor away', async ({ page }) => {
  const step = await playedCharts(page);
  const loss = chart(page, 'Loss by step');
  const plot = loss.getByRole('slider');
  await plot.focus();
  await page.keyboard.press('Home');
  const trainer = await runOfCore({}, 0);
  await expect(plot).toHaveAttribute('aria-valuetext', `Step 0: train ${trainer.evaluate().train.loss.toFixed(4)}, test ${trainer.evaluate().test.loss.toFixed(4)}`);
  await expect(loss.locator('.reading [data-key="curve.train[0]"]')).toHaveAttribute('data-value', String(trainer.history().train[0]));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(plot).toHaveAttribute('aria-valuenow', '2');
  await page.keyboard.press('End');
  await expect(plot).toHaveAttribute('aria-valuenow', String(step));
  expect(await shownNumber(page, 'status.step'), 'reading is not stepping').toBe(step);
  await page.keyboard.press('Escape');
  await expect(plot).toHaveAttribute('aria-valuetext', 'Arrow keys walk the points');
  trainer.delete();
});

test('a pointer reads the point under it, and a log axis of steps puts the first tenth of the run further right', async ({ page }) => {
  await playedCharts(page);
  const loss = chart(page, 'Loss by step');
  const plot = loss.getByRole('slider');
  const readMiddle = async () => {
    // Firefox scrolls farther to a button that is clicked.
    await plot.scrollIntoViewIfNeeded();
    const box = await plot.boundingBox();
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + 40);
    await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2 + 1, (box?.y ?? 0) + 40);
    await expect(loss.locator('.reading')).toContainText('train');
    return Number(await plot.getAttribute('aria-valuenow'));
  };
  const linear = await readMiddle();
  await loss.getByRole('button', { name: 'log x' }).click();
  await expect(loss.getByRole('button', { name: 'log x' })).toHaveAttribute('aria-pressed', 'true');
  expect(await readMiddle()).toBeLessThan(linear / 5);
});

test('the picture has the plot’s pixels, a head, and ink on the surface', async ({ page }) => {
  await playedCharts(page);
  const loss = chart(page, 'Loss by step');
  await loss.scrollIntoViewIfNeeded();
  const canvas = await loss.locator('canvas').evaluate((/** @type {HTMLCanvasElement} */ { width, height }) => ({ width, height }));
  const file = await saved(page, () => loss.getByRole('button', { name: 'PNG' }).click());
  expect(file.suggestedFilename()).toMatch(/^loss-to-step-\d+\.png$/);
  const bytes = await readFile(await file.path());
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([canvas.width + 24, canvas.height + 68]);
  const colors = await page.evaluate(async (data) => {
    const picture = await createImageBitmap(new Blob([new Uint8Array(data)], { type: 'image/png' }));
    const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(picture.width, picture.height).getContext('2d'));
    pen.drawImage(picture, 0, 0);
    const pixels = new Uint32Array(pen.getImageData(0, 0, picture.width, picture.height).data.buffer);
    return { corner: pixels[0].toString(16), different: pixels.reduce((count, pixel) => count + Number(pixel !== pixels[0]), 0) };
  }, [...bytes]);
  expect(colors.corner).toBe('ffffffff');
  expect(colors.different).toBeGreaterThan(1500);
});

test('what comes after the present step is drawn faintly, and the past as dark as ever', async ({ page }) => {
  const last = await playedCharts(page);
  const canvas = chart(page, 'Loss by step').locator('canvas');
  await canvas.scrollIntoViewIfNeeded();
  /** How opaque the darkest pixel is left of the middle and right of it. */
  const darkest = () => canvas.evaluate((element) => {
    const { width, height } = /** @type {HTMLCanvasElement} */ (element);
    const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(width, height).getContext('2d'));
    pen.drawImage(/** @type {HTMLCanvasElement} */ (element), 0, 0);
    const { data } = pen.getImageData(0, 0, width, height * 0.8);
    return [0.3, 0.7].map((from) => {
      let most = 0;
      for (let at = 3; at < data.length; at += 4) {
        const x = ((at >> 2) % width) / width;
        if (x > from && x < from + 0.15) most = Math.max(most, data[at]);
      }
      return most;
    });
  });
  await expect.poll(async () => Math.min(...(await darkest()))).toBeGreaterThan(200);
  const bar = page.getByRole('slider', { name: 'Step of the run' });
  await bar.fill(String(Math.round(last * 0.6)));
  await expect.poll(() => shownNumber(page, 'status.step')).toBeLessThan(last);
  await canvas.scrollIntoViewIfNeeded();
  await expect.poll(async () => (await darkest())[1]).toBeLessThan(130);
  expect((await darkest())[0]).toBeGreaterThan(200);
});

for (const width of [1440, 360]) {
  test(`axe finds nothing in the charts with a table open, ${width} px wide`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    await openLab(page);
    if (width === 360) await page.getByRole('tab', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Charts' }).click();
    await chart(page, 'Loss by step').getByRole('button', { name: 'Table' }).click();
    await expectNothingFromAxe(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
