// The graph of a lesson: stepped by keys, with the line of code that runs, a loop that goes on past its end, and variables that are moved.

import { expect } from '@playwright/test';
import { test } from './lab.js';

/** @param {import('@playwright/test').Page} page @param {string} lesson @param {number} nth of its graphs */
async function openGraph(page, lesson, nth) {
  await page.goto(`lessons/${lesson}`);
  const figure = page.locator('backprop-graph-figure').nth(nth);
  await figure.scrollIntoViewIfNeeded();
  await figure.locator('figure[aria-busy="false"]').waitFor();
  return figure;
}

test('→ and ← step, the line that runs is lit, and 7 is printed at the end', async ({ page }) => {
  const figure = await openGraph(page, '06-the-computational-graph.html', 0);
  const [said, lit] = [figure.getByRole('status'), figure.locator('.line.on')];
  await figure.getByRole('button', { name: 'Step forward' }).click();
  await expect(said).toHaveText('Every gradient starts at 0.');
  await page.keyboard.press('ArrowRight');
  await expect(said).toContainText('a = x**2: 2^2 = 4.');
  await expect(lit).toHaveText('y = x ** 2 + 3 * x + 1');
  await page.keyboard.press('End');
  await expect(lit).toHaveText('y.backward()');
  await expect(figure.locator('.printed')).toHaveText('→ tensor(7.)');
  await expect(figure.getByRole('button', { name: 'Step forward' })).toBeDisabled();
  await page.keyboard.press('ArrowLeft');
  await expect(said).toContainText('b = 3*x sends back to x upstream × local, 1 × 3 = 3.');
  await expect(figure.locator('.printed')).toHaveCount(0);
});

test('a variable that is moved changes values and code, and Start again brings it back', async ({ page }) => {
  const figure = await openGraph(page, '06-the-computational-graph.html', 1);
  await figure.getByRole('slider', { name: 'value of x' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator('pre')).toContainText('x = torch.tensor(2.1, requires_grad=True)');
  await figure.getByRole('button', { name: 'Start again' }).click();
  await expect(figure.locator('pre')).toContainText('x = torch.tensor(2.0, requires_grad=True)');
});

test('a second pass adds 7 to 7, and zero_grad clears it', async ({ page }) => {
  const figure = await openGraph(page, '06-the-computational-graph.html', 2);
  await figure.getByRole('button', { name: 'backward() again' }).click();
  await page.keyboard.press('End');
  await expect(figure.locator('.printed')).toHaveText(['→ tensor(7.)', '→ tensor(14.)']);
  await figure.getByRole('button', { name: 'zero_grad()' }).click();
  await expect(figure.locator('.line.on')).toHaveText('x.grad.zero_()');
});

test('a loop goes on past its update, the loss falls, and ← leads back into the round before', async ({ page }) => {
  const figure = await openGraph(page, '04-forward-and-backward.html', 3);
  const [said, losses] = [figure.locator('.sentence'), figure.locator('.losses li')];
  await figure.getByRole('button', { name: 'To the end of the round' }).click();
  await expect(said).toHaveText('Each weight moves against its gradient: w = 3 − 0.05 · 4 = 2.8, b = −1 − 0.05 · 2 = −1.1.');
  await expect(figure.locator('.line.on')).toHaveText('optimizer.step()');
  await page.keyboard.press('ArrowRight');
  await expect(said).toHaveText('Every gradient starts at 0.');
  await expect(figure.locator('[data-key="frame.nodes[0].value.data[0]"]')).toHaveText('2.8');
  await page.keyboard.press('End');
  await expect(losses).toHaveText(['1.0000', '0.2500']);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(said).toContainText('w = 3 − 0.05 · 4 = 2.8');
  await expect(losses).toHaveText(['1.0000']);
});

test('a loop keeps its picture while its numbers get longer, and nothing in it is cut off', async ({ page }) => {
  const figure = await openGraph(page, '04-forward-and-backward.html', 3);
  const picture = figure.locator('.picture');
  const look = () => picture.evaluate((element) => [element.getAttribute('style'), ...Array.from(element.querySelectorAll('.node'), (node) => node.getAttribute('style'))]);
  const before = await look();
  for (let round = 1; round <= 7; round++) {
    await figure.getByRole('button', { name: 'To the end of the round' }).click();
    await expect(figure.locator('.losses li')).toHaveCount(round);
  }
  expect(await look()).toEqual(before);
  const cut = await figure.locator('.stage').evaluate((stage) => [stage, ...stage.querySelectorAll('.node, .value, .total')].filter((part) => part.scrollWidth > part.clientWidth + 1).map((part) => part.textContent));
  expect(cut).toEqual([]);
});

test('a picture that is wider than the screen says so: it begins at the left, fades where more lies beyond, and keys scroll it', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const figure = await openGraph(page, '04-forward-and-backward.html', 2);
  const stage = figure.locator('.stage');
  await expect(stage).toHaveClass('stage more-after');
  await expect(stage).toHaveRole('group');
  await expect(stage).toHaveAccessibleName(/wider than its place/);
  expect(await stage.evaluate((element) => element.scrollLeft)).toBe(0);
  await page.keyboard.press('Tab');
  await stage.focus();
  await page.keyboard.press('ArrowRight');
  await expect(stage).toHaveClass('stage more-after more-before');
  await expect(figure.getByRole('status')).toContainText('loss = a**2');
});

test('what each node is stands whole in its head', async ({ page }) => {
  for (const width of [1440, 768, 360]) {
    await page.setViewportSize({ width, height: 900 });
    for (const lesson of ['04-forward-and-backward.html', 'de/04-forward-and-backward.html']) {
      const figure = await openGraph(page, lesson, 4);
      await expect(figure.locator('.said').filter({ hasText: 'mse(y, [1, 4])' })).toBeVisible();
      const cut = await figure.locator('.said').evaluateAll((heads) => heads.filter((head) => head.scrollWidth > head.clientWidth).map((head) => head.textContent));
      expect(cut, `${lesson}, ${width} px wide`).toEqual([]);
    }
  }
});
