// MNIST is downloaded when someone asks for it: its size, how far it is, the way out, what goes wrong, and the training.

import { expect, test as loud } from '@playwright/test';
import { expectNothingFromAxe, openLab, pause, play, shownNumber, shownNumbers, test } from './lab.js';

/** @import { Page } from '@playwright/test' */

const mnist = (/** @type {Page} */ page) => page.getByRole('button', { name: /^MNIST/ });
const bar = (/** @type {Page} */ page) => page.getByRole('progressbar');

/** The file waits until it is let go. @param {Page} page */
async function holdBack(page) {
  /** @type {() => void} */
  let letGo = () => {};
  const free = new Promise((/** @type {(value: void) => void} */ resolve) => (letGo = resolve));
  await page.route(/mnist.*\.bin$/, async (route) => {
    await free;
    await route.continue().catch(() => {});
  });
  return letGo;
}

test('MNIST says its size, shows its download, is given up by cancel, and trains when it is here', async ({ page }) => {
  test.slow();
  await openLab(page);
  await expect(mnist(page)).toContainText('1.6 MB');
  const letGo = await holdBack(page);
  await page.getByRole('button', { name: 'Step' }).click();
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(1);
  const before = await shownNumbers(page);
  await mnist(page).click();
  await expect(bar(page)).toHaveAttribute('value', '0');
  await expect(page.getByText('0.0 MB of 1.6 MB')).toBeVisible();
  await expect(page.getByText(/LeCun, Cortes and Burges.*CC BY-SA 3\.0/).first()).toBeVisible();
  await expectNothingFromAxe(page);
  expect(await shownNumbers(page), 'the old run stands meanwhile').toEqual(before);

  await page.getByRole('button', { name: 'cancel' }).click();
  await expect(bar(page)).toBeHidden();
  expect(await shownNumbers(page)).toEqual(before);
  await expect(page.getByRole('radio', { name: 'spiral' })).toBeChecked();
  await expect(page.getByRole('alert')).toHaveCount(0);

  await page.evaluate(() => {
    const values = (/** @type {any} */ (window).progress = /** @type {number[]} */ ([]));
    const { set } = /** @type {any} */ (Object.getOwnPropertyDescriptor(HTMLProgressElement.prototype, 'value'));
    Object.defineProperty(HTMLProgressElement.prototype, 'value', { set(value) { values.push(value); set.call(this, value); } });
  });
  await mnist(page).click();
  await expect(bar(page)).toBeVisible();
  letGo();
  await expect(mnist(page)).toHaveAttribute('aria-pressed', 'true', { timeout: 20_000 });
  await expect(bar(page)).toBeHidden();
  const values = await page.evaluate(() => /** @type {any} */ (window).progress);
  expect(values.at(-1)).toBe(1_631_255);
  expect(values, 'it only ever grows').toEqual([...values].sort((a, b) => a - b));
  await expect(page.getByText('12 of 784')).toBeVisible();

  await page.evaluate(() => {
    const tasks = (/** @type {any} */ (window).longTasks = /** @type {number[]} */ ([]));
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
  });
  await play(page);
  await expect.poll(() => shownNumber(page, 'evaluation.test.accuracy'), { timeout: 30_000 }).toBeGreaterThan(0.9);
  await pause(page);
  // The same bound as for small networks: what is drawn does not grow with the data.
  expect(Math.max(0, ...(await page.evaluate(() => /** @type {any} */ (window).longTasks)))).toBeLessThan(300);
  await expectNothingFromAxe(page);
});

test('another choice takes the place of a download', async ({ page }) => {
  await openLab(page);
  await holdBack(page);
  await mnist(page).click();
  await expect(bar(page)).toBeVisible();
  await page.getByRole('button', { name: /^iris/ }).click();
  await expect(page.getByRole('button', { name: /^iris/ })).toHaveAttribute('aria-pressed', 'true');
  await expect(bar(page)).toBeHidden();
});

for (const [what, words, answer] of /** @type {const} */ ([
  ['is not there', 'the server answers 404', { status: 404, body: '' }],
  ['cannot be reached', 'the server cannot be reached', undefined],
])) {
  loud(`when the file ${what} the page says so and the run goes on`, async ({ page }) => {
    await page.route(/mnist.*\.bin$/, (route) => (answer ? route.fulfill(answer) : route.abort()));
    await openLab(page);
    await page.getByRole('button', { name: 'Step' }).click();
    await expect.poll(() => shownNumber(page, 'status.step')).toBe(1);
    const before = await shownNumbers(page);
    await mnist(page).click();
    await expect(page.getByRole('alert')).toContainText(words);
    await expect(page.getByRole('alert')).toContainText('The run stays as it was.');
    expect(await shownNumbers(page)).toEqual(before);
    await page.getByRole('button', { name: 'Step' }).click();
    await expect.poll(() => shownNumber(page, 'status.step')).toBe(2);
    await page.getByRole('button', { name: /^iris/ }).click();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
}

loud('a page that is opened again at MNIST and cannot have it shows the usual run and says why', async ({ page }) => {
  await page.route(/mnist.*\.bin$/, (route) => route.abort());
  await openLab(page, 'data=mnist&layers=784,32,10&output_activation=identity&loss=cross_entropy');
  await expect(page.getByRole('alert')).toContainText('cannot be reached');
  await expect(page.getByRole('radio', { name: 'spiral' })).toBeChecked();
  expect(page.url(), 'the address is left for the next try').toContain('#data=mnist');
});
