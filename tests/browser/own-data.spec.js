// Data of one's own: points that are drawn, tables that are pasted, chosen or dropped; trained on to the core's numbers, kept over a reload.

import { expect } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { decodePoints, pointsAsData } from '../../web/src/data/points.js';
import { expectNothingFromAxe, follow, numbersOfCore, openLab, runOfCore, shownNumber, shownNumbers, test } from './lab.js';

/** @import { Page } from '@playwright/test' */

const golden = JSON.parse(readFileSync(new URL('../golden/bad_inputs.json', import.meta.url), 'utf8'));
const selected = { layer: 1, to: 5, from: 4 };

/** Every number on the page beside that of a core with these options and data. @param {Page} page @param {object} options @param {any} data */
async function expectNumbersOf(page, options, data) {
  const trainer = await runOfCore(options, await shownNumber(page, 'status.step'), data);
  const numbers = numbersOfCore(trainer, selected, 0);
  for (const { key, value } of await shownNumbers(page)) expect(`${key} = ${value}`).toBe(`${key} = ${String(follow(numbers, key))}`);
  trainer.delete();
}

/** @param {Page} page @param {number} steps */
async function step(page, steps) {
  for (let done = 1; done <= steps; done++) {
    await page.getByRole('button', { name: 'Step' }).click();
    await expect.poll(() => shownNumber(page, 'status.step')).toBe(done);
  }
}

/** @param {Page} page */
const board = (page) => page.getByRole('application', { name: /^Drawing board/ });

/** Drags over the board through places from 0 to 1, from the top left. @param {Page} page @param {[number, number][]} places */
async function drag(page, ...places) {
  // Firefox scrolls farther to a button that is clicked, and the bar of the run stands over what is at the top.
  await board(page).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = /** @type {{ x: number, y: number, width: number, height: number }} */ (await board(page).boundingBox());
  const move = (/** @type {[number, number]} */ [x, y]) => page.mouse.move(box.x + x * box.width, box.y + y * box.height, { steps: 8 });
  await move(places[0]);
  await page.mouse.down();
  for (const place of places.slice(1)) await move(place);
  await page.mouse.up();
}

/** The points that the address holds. @param {Page} page */
function pointsOfAddress(page) {
  const drawn = decodePoints(new URLSearchParams(new URL(page.url()).hash.slice(1)).get('data') ?? '');
  expect(drawn, page.url()).toBeDefined();
  return /** @type {NonNullable<typeof drawn>} */ (drawn);
}

test('points are drawn by pointer and by keys, erased, undone, trained on, and are there after a reload', async ({ page }) => {
  test.slow();
  await openLab(page);
  await page.getByRole('button', { name: 'Draw own' }).click();
  await expect(page.getByRole('img', { name: /Output of the network over the plane/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Train on these' }).click();
  await expect(page.getByRole('alert')).toHaveText(/There are no points; 4 or more, of two classes, would be right/);
  await drag(page, [0.2, 0.2], [0.2, 0.8]);
  await page.getByRole('button', { name: 'Train on these' }).click();
  await expect(page.getByRole('alert')).toHaveText(/All points are ◆; points of a second class would be right/);

  // Three points by keys, of which one is erased and comes back by Ctrl+Z.
  await board(page).focus();
  await page.keyboard.press('2');
  await expect(page.getByRole('radio', { name: 'class ●' })).toBeChecked();
  for (const key of ['Shift+ArrowRight', 'Enter', 'ArrowRight', 'Enter', 'ArrowDown', 'Enter', 'Delete']) await page.keyboard.press(key);
  await expect(page.getByText(/^\d+ ◆ · 2 ●$/).first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^\d+ ◆ · 3 ●$/).first()).toBeVisible();
  await expectNothingFromAxe(page);

  // What was drawn outlives the page before anything was trained on it.
  await page.reload();
  await page.getByRole('button', { name: 'Draw own' }).click();
  await page.getByRole('button', { name: 'Train on these' }).click();
  await expect(page).toHaveURL(/#data=points~6~/);
  const { points, extent } = pointsOfAddress(page);
  const [first, ...others] = points.filter(({ label }) => label === 1);
  expect(others.map(({ x, y }) => [x - first.x, y - first.y]), 'the keys move a twentieth').toEqual([[100, 0], [100, -100]]);
  expect(points.filter(({ label }) => label === 0).length).toBeGreaterThan(5);
  await expect(board(page)).toHaveCount(0);
  await step(page, 3);
  await expectNumbersOf(page, {}, pointsAsData({ points, extent }));

  const fresh = await page.evaluate(() => location.href);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Reset' })).toBeEnabled();
  await expect.poll(() => shownNumber(page, 'status.step'), 'the run is where it was').toBe(3);
  expect(page.url()).toBe(fresh);
  await expectNumbersOf(page, {}, pointsAsData({ points, extent }));
});

test('three classes have an output each, and undo brings back the run before', async ({ page }) => {
  await openLab(page);
  const spiral = await shownNumbers(page);
  await page.getByRole('button', { name: 'Draw own' }).click();
  for (const [sign, x] of /** @type {[string, number][]} */ ([['◆', 0.2], ['●', 0.5], ['▲', 0.8]])) {
    await page.getByRole('radio', { name: `class ${sign}` }).check();
    await drag(page, [x, 0.3], [x, 0.7]);
  }
  await page.getByRole('radio', { name: 'eraser' }).check();
  await drag(page, [0.5, 0.25], [0.5, 0.4]);
  await page.getByRole('button', { name: 'Train on these' }).click();
  await expect(page).toHaveURL(/#data=points~6~/);
  const drawn = pointsOfAddress(page);
  const middle = drawn.points.filter(({ label }) => label === 1);
  expect(middle.length).toBeLessThan(drawn.points.filter(({ label }) => label === 2).length);
  await expectNumbersOf(page, { layers: [2, 6, 6, 3], loss: 'cross_entropy', output_activation: 'identity' }, pointsAsData(drawn));
  await page.keyboard.press('Control+z');
  await expect.poll(() => shownNumbers(page)).toEqual(spiral);
});

test('a drawing that begins with the points of a set is kept although no address has room for it', async ({ page }) => {
  await openLab(page);
  await page.getByRole('button', { name: 'Draw own' }).click();
  await page.getByRole('button', { name: 'From this set' }).click();
  await expect(page.getByText('200 ◆ · 200 ●').first()).toBeVisible();
  await page.getByRole('button', { name: 'Train on these' }).click();
  await expect(page).toHaveURL(/#data=kept~\w+$/);
  const before = await shownNumbers(page);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Reset' })).toBeEnabled();
  await expect.poll(() => shownNumbers(page)).toEqual(before);
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('The run of this address cannot be had, so here is the usual one: these data are kept in the browser in which they were made');
});

const BIRDS = 'bill,mass,kind\n39,3750,Adelie\n40,3800,Adelie\n36.7,3450,Adelie\n38,3600,Adelie\n46,4500,Gentoo\n50,5700,Gentoo\nNA,5000,Gentoo\n48,5200,Gentoo\n';
const KIND = { target: ['kind'], missing: 'drop', integersAreClasses: false };

test('a pasted table says what it holds, trains to the core’s numbers and is there after a reload', async ({ page }) => {
  await openLab(page);
  await page.getByRole('button', { name: 'CSV' }).click();
  await page.getByRole('textbox', { name: 'CSV text' }).fill(BIRDS);
  await expect(page.getByText('8 rows, 3 columns')).toBeVisible();
  await expect(page.getByText('line 8, bill is missing; its row is left out')).toBeVisible();
  await expect(page.getByText('7 rows, 1 left out: 2 inputs, 2 classes')).toBeVisible();
  await expect(page.getByRole('cell', { name: '36.7' })).toBeVisible();
  await expectNothingFromAxe(page);
  await page.getByRole('combobox', { name: 'missing cells' }).selectOption('refuse');
  await expect(page.getByRole('alert')).toContainText("line 8: 'bill' is missing");
  await expect(page.getByRole('button', { name: 'Train on this' })).toBeDisabled();
  await page.getByRole('combobox', { name: 'missing cells' }).selectOption('drop');
  await page.getByRole('button', { name: 'Train on this' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Two inputs are a plane, and two classes one output over it.
  await expect(page.getByRole('img', { name: /Output of the network over the plane/ })).toBeVisible();
  await step(page, 2);
  await expectNumbersOf(page, { standardize: true }, { csv: BIRDS, ...KIND });
  await page.reload();
  await expect(page.getByRole('button', { name: 'Reset' })).toBeEnabled();
  await expect(page.getByText('learns kind')).toBeVisible();
  await expectNumbersOf(page, { standardize: true }, { csv: BIRDS, ...KIND });
  await page.getByRole('button', { name: 'CSV' }).click();
  await expect(page.getByText('8 rows, 3 columns')).toBeVisible();
});

test('a file is dropped anywhere on the page; a number of it is predicted from chosen columns', async ({ page }) => {
  await openLab(page);
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'birds.csv'));
    for (const type of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, BIRDS);
  await expect(page.getByText('birds.csv')).toBeVisible();
  await page.getByRole('combobox', { name: 'learn', exact: true }).selectOption('mass');
  await expect(page.getByText('3 inputs, 1 number to predict')).toBeVisible();
  await page.getByRole('combobox', { name: 'use of kind' }).selectOption('unused');
  await expect(page.getByText('1 inputs, 1 number to predict')).toBeVisible();
  await page.getByRole('combobox', { name: 'use of kind' }).selectOption('input');
  await page.getByRole('button', { name: 'Train on this' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText('learns mass')).toBeVisible();
  await expect(page.getByRole('img', { name: /^Prediction of the network against the right number/ })).toBeVisible();
  await expectNumbersOf(page, { layers: [3, 6, 6, 1], standardize: true }, { csv: BIRDS, target: ['mass'], missing: 'drop' });
});

/** @param {Page} page */
async function watchLongTasks(page) {
  await page.evaluate(() => {
    const tasks = (/** @type {any} */ (window).longTasks = /** @type {number[]} */ ([]));
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  });
}

/** What the dialog says to each csv case of bad_inputs.json. @type {Record<string, RegExp>} */
const SAID = {
  'csv-007': /line 1: holds a NUL byte; the text looks like UTF-16/,
  'csv-014': /^2 rows, 2 columns$/,
  'csv-017': /^3 rows, 2 columns$/,
  'csv-018': /^1 rows, 2 columns$/,
  'csv-021': /^1 rows, 2 columns$/,
  'csv-030': /^2 rows, 2 columns$/,
  'csv-038': /^1 rows, 2 columns|^2 rows, 2 columns$/,
  'csv-045': /column 'x' reaches 1\.79769e\+308, more than float32 can hold/,
  'csv-052': /^<img src=x onerror=/,
  'csv-054': /^\u202Etxet$/,
  'csv-063': /^1,000,000 rows, 3 columns$/,
};

test('every csv case of bad_inputs.json is answered in the dialog, and the old run stays', async ({ page }, testInfo) => {
  test.slow();
  await openLab(page);
  await step(page, 1);
  const before = await shownNumbers(page);
  await page.getByRole('button', { name: 'CSV' }).click();
  const cases = golden.cases.filter((/** @type {any} */ { surface }) => surface === 'csv');
  expect(cases.map((/** @type {any} */ { id }) => id)).toEqual(Object.keys(SAID));
  for (const { id, input_base64: text, input_parts: parts } of cases) {
    const buffer = text ? Buffer.from(text, 'base64') : Buffer.from(parts.map((/** @type {[string, number]} */ [part, times]) => part.repeat(times)).join(''));
    if (id === 'csv-063') await watchLongTasks(page);
    // From the disk, so that the page takes it as it takes a person's.
    const path = testInfo.outputPath(`${id}.csv`);
    writeFileSync(path, buffer);
    await page.locator('input[type=file]').setInputFiles(path);
    await expect(page.getByText(`${id}.csv`)).toBeVisible();
    await expect(page.getByText(SAID[id]).filter({ visible: true }).first(), id).toBeVisible({ timeout: 20_000 });
  }
  expect(await page.locator('img').count(), 'no element comes out of a text').toBe(0);
  expect(Math.max(0, ...(await page.evaluate(() => /** @type {any} */ (window).longTasks))), 'reading 20 MB is the worker’s').toBeLessThan(300);
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await shownNumbers(page)).toEqual(before);
});
