// The place of a figure and of a question is kept before it is drawn: what comes late pushes nothing aside.
import { expect, test } from '@playwright/test';

/** Lighthouse calls 0.1 good; this is half of it. */
const MOST = 0.05;

/** @param {import('@playwright/test').Page} page */
async function countShifts(page) {
  await page.addInitScript(() => {
    const counted = /** @type {any} */ (window);
    counted.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of /** @type {any[]} */ (list.getEntries())) if (!entry.hadRecentInput) counted.shifts += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

for (const width of [412, 1350]) {
  for (const path of ['index.html', '02-the-chain-rule.html', '04-forward-and-backward.html']) {
    test(`nothing jumps while ${path} comes, ${width} px wide`, async ({ page, browserName }) => {
      test.skip(browserName !== 'chromium', 'only Chromium measures shifts');
      await countShifts(page);
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`lessons/${path}`);
      await expect(page.locator('main [alt] figure').first()).toHaveAttribute('aria-busy', 'false');
      await expect(page.locator('backprop-question #text').or(page.locator('.progress p')).first()).toBeAttached();
      expect(await page.evaluate(() => /** @type {any} */ (window).shifts)).toBeLessThan(MOST);
    });
  }
}

test('every kind of figure keeps about as much place as it needs', async ({ page }) => {
  await page.setViewportSize({ width: 1350, height: 900 });
  for (const path of ['01-the-learning-problem.html', '05-what-a-gradient-tells.html', '07-why-it-is-efficient.html', '09-gradient-flow.html', '10-past-the-basics.html']) {
    await page.goto(`lessons/${path}`);
    for (const figure of await page.locator('main [alt]').all()) {
      await figure.scrollIntoViewIfNeeded();
      await expect(figure.locator('figure')).toHaveAttribute('aria-busy', 'false');
      const [name, place, height] = await figure.evaluate((element) => [element.localName, parseFloat(getComputedStyle(element).getPropertyValue('--place')), element.clientHeight]);
      expect(Math.abs(Number(place) - Number(height)) / Number(height), `${path}: ${name} keeps ${place} px and has ${height} px`).toBeLessThan(0.2);
    }
  }
});
