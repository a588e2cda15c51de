// Every lesson works for everyone: no message, numbers of the core, keys, small screens, print; figures rest while nobody sees them.

import { expect } from '@playwright/test';
import { expectNothingFromAxe, test } from './lab.js';
import { FIGURES, english, german, numbersOfFigures, openLesson } from './lessons.js';

for (const file of [...english, ...german]) {
  test(`${file} shows no error, and the core’s numbers`, async ({ page }) => {
    await openLesson(page, file);
    await expect(page.getByRole('alert')).toHaveCount(0);
    const numbers = await numbersOfFigures(page);
    expect(numbers.filter(({ shown, due }) => shown !== due)).toEqual([]);
  });
}

for (const file of english) {
  test(`${file} fits 360 px, and every figure answers to keys`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await openLesson(page, file);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    for (const figure of await page.locator(FIGURES).all()) {
      const before = await stateOf(figure);
      const slider = figure.locator('input[type="range"]:not(:disabled)').first();
      const control = (await slider.count()) ? slider : figure.locator('button:not(:disabled), [tabindex="0"]').first();
      if (!(await control.count())) continue; // a figure that is only looked at
      await control.focus();
      await page.keyboard.press((await slider.count()) ? 'ArrowRight' : 'Enter');
      await expect.poll(() => stateOf(figure), { message: await figure.evaluate(({ localName }) => localName) }).not.toBe(before);
    }
    const numbers = await numbersOfFigures(page);
    expect(numbers.filter(({ shown, due }) => shown !== due)).toEqual([]);
  });

  for (const [width, colorScheme] of /** @type {const} */ ([[1440, 'light'], [360, 'dark']])) {
    test(`axe finds nothing in ${file}, ${width} px, ${colorScheme}`, async ({ page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await openLesson(page, file);
      await expectNothingFromAxe(page);
    });
  }

  test(`${file} prints without controls`, async ({ page, browserName }) => {
    test.skip(browserName === 'firefox', 'this Firefox cannot be asked how it would print');
    await openLesson(page, file);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('header.bar')).toBeHidden();
    for (const button of await page.getByRole('button').all()) await expect(button).toBeHidden();
    for (const figure of await page.locator(FIGURES).all()) await expect(figure).toBeVisible();
  });
}

/** @param {import('@playwright/test').Locator} figure */
const stateOf = (figure) => figure.evaluate((/** @type {any} */ element) => JSON.stringify([element.state, element.playing]));

test('a figure that plays rests when it leaves the screen', async ({ page }) => {
  await openLesson(page, 'index.html');
  const figure = page.locator('backprop-valley').first();
  await figure.getByRole('button', { name: 'Play' }).click();
  await expect(figure.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.setViewportSize({ width: 1440, height: 500 });
  await page.evaluate(() => { document.body.style.paddingBottom = '3000px'; scrollTo(0, 3000); });
  await expect.poll(() => figure.evaluate((/** @type {any} */ element) => element.playing)).toBe(false);
});

test('progress is kept, shown, saved as a file and erased', async ({ page, browserName }) => {
  await openLesson(page, '01-the-learning-problem.html');
  const question = page.locator('backprop-question[name="problem-step"]');
  await question.getByRole('textbox').fill('1.4');
  await question.getByRole('button', { name: 'Check' }).click();
  await expect(question.getByRole('status').first()).toContainText('✓');
  await page.goto('lessons/index.html');
  await expect(page.locator('.lessons [data-begun] .count')).toHaveText(' ✓ 1');
  await expect(page.getByText('1 questions answered right in 1 lessons.')).toBeVisible();
  if (browserName === 'chromium') { // This Firefox cannot be asked for a file that it saves.
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as a file' }).click();
    expect((await download).suggestedFilename()).toBe('backprop-progress.json');
  }
  page.once('dialog', (dialog) => dialog.accept());
  await page.getByRole('button', { name: 'Erase' }).click();
  await expect(page.getByText('No question answered yet.')).toBeVisible();
  await page.reload();
  await expect(page.locator('[data-begun]')).toHaveCount(0);
});

test('every lesson leads to the next, and to its twin in the other language', async ({ page }) => {
  await page.goto(`lessons/${english.find((file) => /^\d/.test(file))}`);
  const lessons = english.filter((file) => /^\d/.test(file));
  for (const next of lessons.slice(1)) {
    await page.waitForLoadState('networkidle'); // What a way to another page breaks off, Firefox may tell.
    await page.locator('a[rel="next"]').click();
    await expect(page).toHaveURL(new RegExp(`/lessons/${next}$`));
  }
  await expect(page.locator('a[rel="next"]')).toHaveCount(0);
  await page.locator('a.language').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.locator('a.language').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});
