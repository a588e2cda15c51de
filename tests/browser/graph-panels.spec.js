// The panels of the graph page: why, check, modes, cost, second derivatives, mistakes, scripts and the gallery, with the core's numbers.

import { expect } from '@playwright/test';
import { load } from '../../wasm/index.js';
import { questions } from '../../web/src/engine/graph-questions.js';
import { GraphSession } from '../../web/src/engine/graph-session.js';
import { gallery } from '../../web/src/graph/gallery.js';
import { expectNothingFromAxe, shownNumber, shownNumbers, test } from './lab.js';

/** @import { Page } from '@playwright/test' */

const TABS = ['Why?', 'Gradient check', 'Compare modes', 'How cost grows', 'Second derivatives', 'Export', 'Break it'];

/** @param {Page} page */
async function openGraph(page) {
  await page.goto('./#graph');
  await expect(page.getByText('4 operations, 1 variable')).toBeVisible({ timeout: 20000 });
}

/** @param {Page} page @param {string} name */
const tab = (page, name) => page.getByRole('tab', { name }).click();

/** @param {Page} page @param {string} title */
async function openExample(page, title) {
  await page.getByRole('button', { name: 'Examples' }).click();
  await page.getByRole('group', { name: 'Examples' }).getByRole('button', { name: title }).click();
}

/** @param {Page} page @param {string} start */
const numbersOf = async (page, start) => (await shownNumbers(page)).filter(({ key }) => key.startsWith(start));

test('why? of the lesson shows the paths of 4 and 3, summed to 7, with the numbers of a core of its own', async ({ page }) => {
  await openGraph(page);
  await tab(page, 'Why?');
  await expect(page.getByText('2 paths to y')).toBeVisible();
  const paths = new GraphSession(await load()).ask(gallery[0].text, (graph, output) => questions.paths(graph, output, { node: 0, index: 0 }));
  expect(await shownNumber(page, 'paths.paths[0].product')).toBe(paths.paths[0].product);
  expect(await shownNumber(page, 'paths.paths[1].product')).toBe(paths.paths[1].product);
  expect((await numbersOf(page, 'paths.paths')).map(({ value }) => value)).toEqual(['4', '3']);
  expect(await shownNumber(page, 'paths.sum')).toBe(paths.sum);
  await expect(page.getByText('4 + 3 =', { exact: true })).toBeVisible();
});

test('a path that has the focus is lit in picture, formula and code, and no longer when it has not', async ({ page }) => {
  await openGraph(page);
  await tab(page, 'Why?');
  const lit = page.locator('backprop-graph-formula .lit');
  await page.locator('.path').first().focus();
  await expect(lit).toHaveCount(6);
  await expect(page.locator('backprop-graph-code .line.on')).toHaveCount(3);
  await expect(page.locator('backprop-graph-picture .band.lit')).toHaveCount(3);
  await tab(page, 'Gradient check');
  await expect(lit).toHaveCount(2);
  await expect(page.locator('backprop-graph-picture .band.lit')).toHaveCount(0);
});

test('an entry of a matrix is chosen and explained', async ({ page }) => {
  await openGraph(page);
  await openExample(page, 'Matrix times vector');
  await tab(page, 'Why?');
  await page.getByLabel('Why the gradient of').selectOption('0');
  await page.getByRole('combobox', { name: /^entry/ }).selectOption('2');
  await expect(page.getByText('∂L/∂W[1, 0] =')).toBeVisible();
  await expect.poll(() => shownNumber(page, 'paths.sum')).toBe(12);
});

test('a leaf that no path leads from has 0, and why', async ({ page }) => {
  await openGraph(page);
  await page.getByRole('textbox', { name: 'Text of the graph' }).fill('a = 2\nb = 3\ny = a + detach(b)');
  await tab(page, 'Why?');
  await page.getByLabel('Why the gradient of').selectOption('1');
  await expect(page.getByText('0, because no path leads from b to y')).toBeVisible();
  await tab(page, 'Gradient check');
  await expect(page.getByText('✗ differs').last()).toBeVisible();
});

test('the check shows what the core found, and a kink by its name', async ({ page }) => {
  await openGraph(page);
  await tab(page, 'Gradient check');
  const [{ entries: [entry] }] = new GraphSession(await load()).ask(gallery[0].text, questions.check);
  for (const what of /** @type {const} */ (['analytic', 'numeric', 'error'])) expect(await shownNumber(page, `check.0[0].${what}`)).toBe(entry[what]);
  await expect(page.getByText('✓ agrees')).toBeVisible();
  await page.getByRole('textbox', { name: 'Text of the graph' }).fill('x = 0\ny = relu(x)');
  await expect(page.getByText('∧ kink').last()).toBeVisible();
});

test('three modes walk in lock-step: after 4 visits forward mode alone has its gradient', async ({ page }) => {
  await openGraph(page);
  await tab(page, 'Compare modes');
  await expect(page.getByText('8 of 8 visits', { exact: true })).toBeVisible();
  for (const [mode, visits] of Object.entries({ reverse: 8, forward: 4, central_differences: 8 })) expect(await shownNumber(page, `modes.${mode}.work.visits`)).toBe(visits);
  await page.getByRole('slider', { name: 'Visits of nodes' }).fill('3');
  await page.getByRole('button', { name: 'One visit more' }).click();
  await expect(page.getByText('4 of 8 visits', { exact: true })).toBeVisible();
  expect((await numbersOf(page, 'modes.')).filter(({ key }) => key.endsWith('.0[0]')).map(({ key, value }) => [key, value])).toEqual([['modes.forward.0[0]', '7']]);
});

test('when the reader doubles the graph, reverse mode doubles and the others quadruple', async ({ page }) => {
  await openGraph(page);
  await tab(page, 'How cost grows');
  await page.getByRole('button', { name: 'Begin with n = 2' }).click();
  for (const n of [4, 8, 16, 32, 64]) await page.getByRole('button', { name: `Double it: n = ${n}` }).click();
  await expect(page.locator('[data-key="growth.64.reverse.visits"]')).toBeVisible({ timeout: 20000 });
  const ratio = async (/** @type {string} */ mode) => (await shownNumber(page, `growth.64.${mode}.visits`)) / (await shownNumber(page, `growth.32.${mode}.visits`));
  expect(await ratio('reverse')).toBeCloseTo(2, 1);
  expect(await ratio('forward')).toBeCloseTo(4, 0);
  expect(await ratio('central_differences')).toBeCloseTo(4, 0);
});

test('the second derivative of the lesson is 2, when it is asked for', async ({ page }) => {
  await openGraph(page);
  await tab(page, 'Second derivatives');
  await page.getByRole('button', { name: 'Compute second derivatives' }).click();
  await expect(page.locator('[data-key="hessian[0][0]"]').first()).toHaveAttribute('data-value', '2');
});

test('with = instead of += the lesson gets one contribution beside the right 7', async ({ page }) => {
  await openGraph(page);
  await tab(page, 'Break it');
  await page.getByRole('button', { name: 'overwrite' }).click();
  await expect(page.getByText('First wrong at x')).toBeVisible();
  expect([3, 4]).toContain(await shownNumber(page, 'fault.wrong[0].data'));
  expect(await shownNumber(page, 'fault.right[0].data')).toBe(7);
  expect([3, 4]).toContain(await shownNumber(page, 'wrong.x')); // struck out in the picture
  expect(await shownNumber(page, 'gradient.x')).toBe(7);
});

test('a mistake that does no harm here leads to a graph where it does', async ({ page }) => {
  await openGraph(page);
  await tab(page, 'Break it');
  await page.getByRole('button', { name: 'forgotten derivative' }).click();
  await page.getByRole('button', { name: 'Open an example where it does' }).click();
  await expect(page.getByText('First wrong at u')).toBeVisible();
});

test('code is shown in three modes and goes to the clipboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openGraph(page);
  await expect(page.getByText('print(x.grad) # tensor(7.)')).toBeVisible();
  await tab(page, 'Finite difference');
  await expect(page.getByText('print((f(x + h) - f(x - h)) / (2 * h)) # tensor(7.0000)')).toBeVisible();
  await tab(page, 'Forward mode');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('forward_ad.make_dual(x, torch.tensor(1.0))');
});

test('each graph of the gallery opens without a mistake, and its formula ends in the gradient of its first leaf', async ({ page }) => {
  test.setTimeout(90000);
  await openGraph(page);
  const session = new GraphSession(await load());
  for (const { title, text } of gallery) {
    await openExample(page, title);
    await expect(page.getByRole('textbox', { name: 'Text of the graph' })).toHaveValue(text);
    const { nodes } = session.read(text);
    const leaf = nodes.findIndex(({ kind }) => kind === 'parameter');
    const { sum } = session.ask(text, (graph, output) => questions.paths(graph, output, { node: leaf, index: 0 }));
    await expect.poll(() => shownNumber(page, 'paths.sum'), title).toBe(sum);
    await expect(page.getByRole('status')).not.toContainText('line');
  }
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  // Axe takes seconds a panel: the widths between are those of graph.spec.js.
  for (const [width, height] of [[1440, 900], [360, 800]]) {
    test(`axe finds nothing in any panel, ${colorScheme}, ${width} px wide`, async ({ page }) => {
      test.setTimeout(180000);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await openGraph(page);
      for (const name of TABS) {
        await tab(page, name);
        if (name === 'How cost grows') await page.getByRole('button', { name: 'Begin with n = 2' }).click();
        if (name === 'Second derivatives') await page.getByRole('button', { name: 'Compute' }).click();
        if (name === 'Break it') await page.getByRole('button', { name: 'overwrite' }).click();
        await expect(page.getByRole('tabpanel', { name, exact: true })).toBeVisible();
        await page.waitForTimeout(300);
        await expectNothingFromAxe(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name.replace(/\W/g, '')}-${width}-${colorScheme}.png`, fullPage: width < 900 });
      }
    });
  }
}
