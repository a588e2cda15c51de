// Everyone can use it: axe, keyboard, small screens, touch, and a word when nothing can run.

import { expect, test as loud } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { enter, expectNothingFromAxe, openLab, pause, play, shownNumber, test } from './lab.js';

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  for (const [width, height] of [[1440, 900], [768, 1024], [360, 800]]) {
    test(`axe finds nothing, ${colorScheme}, ${width} px wide`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height });
      await openLab(page);
      await play(page);
      await expect.poll(() => page.locator('[data-key="status.step"]').first().textContent()).not.toBe('0');
      await pause(page);
      await expectNothingFromAxe(page);
      if (width === 1440) return;
      for (const tab of ['Settings', 'Output']) {
        await page.getByRole('tab', { name: tab }).click();
        await expectNothingFromAxe(page);
      }
    });
  }
}

test('axe finds nothing in the list of keys, nor in a message', async ({ page }) => {
  test.slow();
  await openLab(page);
  await enter(page.getByRole('textbox', { name: 'neurons of layer 1' }), '0');
  await expect(page.getByRole('alert')).toBeVisible();
  await expectNothingFromAxe(page);
  await page.getByRole('button', { name: 'Keys' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectNothingFromAxe(page);
});

test('the page is driven by keys alone', async ({ page }) => {
  await openLab(page);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(1);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.keyboard.press('Home');
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(0);

  const reached = new Set();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => {
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return at?.getAttribute('aria-label') ?? at?.id ?? at?.tagName;
    }));
  }
  const figure = 'Network. Arrow keys walk its weights.';
  const settings = ['rate', 'spiral', 'batch', 'hidden layers', 'neurons of layer 2', 'seed'];
  for (const name of ['Keys', 'Play', 'Step', 'Reset', ...settings, figure, 'Next weight', 'Next example']) {
    expect(reached, `Tab reaches ${name}`).toContain(name);
  }
});

test('arrow keys walk the weights, and each is spoken as a sentence', async ({ page }) => {
  await openLab(page);
  await page.getByRole('application').focus();
  const spoken = page.locator('[aria-live="polite"]');
  await expect(spoken).toContainText('Weight from layer 1 neuron 5 to layer 2 neuron 6');
  await page.keyboard.press('ArrowLeft');
  await expect(spoken).toContainText('Weight from input y to layer 1 neuron 5');
  await page.keyboard.press('ArrowUp');
  await expect(spoken).toContainText('Weight from input x to layer 1 neuron 5');
  await expect(spoken).toContainText(/Its gradient is −?[\d.e−]+: the step (raises|lowers) it by [\d.e−]+\./);
  expect(await shownNumber(page, 'status.step'), 'walking is not stepping').toBe(0);
});

test('the list of the learning rate opens, moves and chooses by keys', async ({ page }) => {
  await openLab(page);
  const rate = page.getByRole('combobox', { name: /learning rate/ });
  await rate.focus();
  await page.keyboard.press('ArrowDown');
  await expect(rate).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => shownNumber(page, 'status.lr')).toBe(0.03);
  await expect(rate).toHaveAttribute('aria-expanded', 'false');
});

test('a pointer on a bead shows its weight, leaving it shows the chosen one, a click chooses', async ({ page }) => {
  await openLab(page);
  const bead = await page.locator('[data-key="layers[0].weightGradient[6]"]').boundingBox();
  const [x, y] = [(bead?.x ?? 0) + (bead?.width ?? 0) / 2, (bead?.y ?? 0) + (bead?.height ?? 0) / 2];
  await page.mouse.move(x, y);
  await expect(page.getByText('input x → layer 1 neuron 4')).toBeVisible();
  await page.mouse.move(700, 20);
  await expect(page.getByText('layer 1 neuron 5 → layer 2 neuron 6')).toBeVisible();
  await page.mouse.click(x, y);
  await page.mouse.move(700, 20);
  await expect(page.getByText('input x → layer 1 neuron 4')).toBeVisible();
});

test('the theme goes from auto to light to dark and is kept', async ({ page }) => {
  await openLab(page);
  await page.getByRole('button', { name: 'Theme: Auto' }).click();
  await page.getByRole('button', { name: 'Theme: Light' }).click();
  await expect(page.getByRole('button', { name: 'Theme: Dark' })).toBeVisible();
  const surface = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  expect(await surface()).toBe('rgb(23, 26, 31)');
  await openLab(page);
  expect(await surface()).toBe('rgb(23, 26, 31)');
  expect(await page.context().cookies()).toEqual([]);
});

for (const [width, height] of [[320, 640], [360, 800], [600, 900], [768, 1024], [1024, 768], [1180, 700], [1440, 900], [2560, 1300]]) {
  test(`at ${width} px nothing sticks out`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openLab(page);
    const tabs = await page.getByRole('tab').all();
    for (const tab of tabs.length ? tabs : [undefined]) {
      await tab?.click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 800 }, hasTouch: true, isMobile: true });

  test('every target is at least 44 px high, and › walks the weights', async ({ page }) => {
    await openLab(page);
    for (const tab of ['Weight', 'Settings', 'Output']) {
      await page.getByRole('tab', { name: tab }).tap();
      for (const button of await page.getByRole('button').or(page.getByRole('tab')).or(page.getByRole('combobox')).all()) {
        if (!(await button.isVisible())) continue;
        const box = await button.boundingBox();
        const which = await button.evaluate((element) => element.outerHTML.slice(0, 120));
        expect(Math.min(box?.height ?? 0, box?.width ?? 0), which).toBeGreaterThanOrEqual(43);
      }
    }
    await page.getByRole('tab', { name: 'Weight' }).tap();
    await page.getByRole('button', { name: 'Next weight' }).tap();
    await expect(page.getByText('layer 1 neuron 6 → layer 2 neuron 6')).toBeVisible();
  });

  test('a tap near a bead chooses its weight', async ({ page }) => {
    await openLab(page);
    const bead = await page.locator('[data-key="layers[0].weightGradient[0]"]').boundingBox();
    await page.touchscreen.tap((bead?.x ?? 0) + 4, (bead?.y ?? 0) + 2);
    await expect(page.getByText('input x → layer 1 neuron 1')).toBeVisible();
  });
});

test('Play may be pressed before the engine is there, and is taken back by a second press', async ({ page }) => {
  /** @type {() => void} */
  let come = () => {};
  const coming = new Promise((/** @type {(value: void) => void} */ resolve) => { come = resolve; });
  await page.route(/\.wasm$/, async (route) => {
    await coming;
    await route.continue();
  });
  await page.goto('./');
  await page.getByRole('button', { name: 'Play' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page.getByRole('button', { name: 'Step', exact: true })).toBeDisabled();
  come();
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(0);
  await pause(page);
});

loud('without its worker the page says what is wrong', async ({ page }) => {
  await page.route(/worker/, (route) => route.abort());
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('Nothing can run here. The engine’s worker could not start');
});

loud('without its module the page says what is wrong', async ({ page }) => {
  await page.route(/\.wasm$/, (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('Nothing can run here. The engine could not be loaded');
});

loud('opened as a file the page says that it must be served', async ({ page }) => {
  await page.goto(`file://${fileURLToPath(new URL('../../build/web/index.html', import.meta.url))}`);
  await expect(page.getByText('npm start')).toHaveCSS('opacity', '1');
  await expect(page.locator('backprop-lab p')).toHaveCSS('opacity', '1', { timeout: 5000 });
});
