// A graph is built from an empty text, by pointer or by keys alone, walked and looked at; nothing of it is beyond a screen reader.

import { expect } from '@playwright/test';
import { button, expectPictureOfText, LESSON, openText, spoken, textOf } from './graph-page.js';
import { expectNothingFromAxe, shownNumber, test } from './lab.js';

test('the lesson is built from an empty text by pointer alone, and x.grad is 7', async ({ page }) => {
  await openText(page, '');
  await expect(page.getByText('Nothing is here yet.')).toBeVisible();
  await button(page, 'variable').click();
  await button(page, 'Add variable').click();
  await expect(textOf(page)).toHaveValue('x = 2');
  await button(page, 'pow').click();
  await expect(page.getByText('Choose the second operand of ^ (pow)')).toBeVisible();
  await button(page, 'Use number').click();
  await expect(textOf(page)).toHaveValue('x = 2\na = x**2');
  await page.getByRole('group', { name: 'Variable x' }).getByText('leaf').click();
  await button(page, 'mul').click();
  await page.getByRole('group', { name: 'new number' }).getByRole('button', { name: 'more' }).click();
  await button(page, 'Use number').click();
  await expect(textOf(page)).toHaveValue('x = 2\na = x**2\nb = x * 3');
  await button(page, 'add').click();
  await page.getByRole('group', { name: /^a = x\*\*2:/ }).click();
  await expect(textOf(page)).toHaveValue(/\nc = b \+ a$/);
  await button(page, 'add').click();
  await page.getByRole('group', { name: 'new number' }).getByRole('button', { name: 'less' }).click();
  await button(page, 'Use number').click();
  await expect(textOf(page)).toHaveValue('x = 2\na = x**2\nb = x * 3\nc = b + a\nd = c + 1');
  await expect.poll(() => shownNumber(page, 'gradient.x')).toBe(7);
  await expectPictureOfText(page);
});

test('the lesson is built from an empty text by keys alone, and x.grad is 7', async ({ page }) => {
  await openText(page, '');
  const { keyboard } = page;
  /** @param {import('@playwright/test').Locator} wanted @param {'Tab' | 'Shift+Tab'} [key] */
  const tabTo = async (wanted, key = 'Tab') => {
    for (let tries = 0; tries < 40 && !(await wanted.evaluate((element) => element.matches(':focus'))); tries++) await keyboard.press(key);
    await expect(wanted).toBeFocused();
  };
  await tabTo(button(page, 'variable'));
  await keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'name' })).toBeFocused();
  await keyboard.press('Enter');
  await expect(textOf(page)).toHaveValue('x = 2');
  await expect(button(page, 'add')).toBeFocused();
  for (let i = 0; i < 4; i++) await keyboard.press('ArrowRight');
  await expect(button(page, 'pow')).toBeFocused();
  await keyboard.press('Enter');
  const number = page.getByRole('textbox', { name: 'new number' });
  await tabTo(number);
  await keyboard.press('Enter');
  await expect(textOf(page)).toHaveValue('x = 2\na = x**2');
  await expect(button(page, 'pow')).toBeFocused();
  await keyboard.press('Escape');
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');
  await expect(page.getByText('Choose the first operand of × (mul)')).toBeVisible();
  await tabTo(number);
  await keyboard.type('3');
  await keyboard.press('Enter');
  await expect(page.getByText('Choose the second operand of × (mul)')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Choose the second operand of × (mul)' })).toBeFocused();
  await tabTo(button(page, 'Use node'));
  await keyboard.press('Enter');
  await expect(textOf(page)).toHaveValue('x = 2\na = x**2\nb = 3 * x');
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowLeft');
  await keyboard.press('Enter');
  await tabTo(page.getByRole('group', { name: /^Variable x/ }));
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await expect(page.getByRole('group', { name: /^a = x\*\*2:/ })).toBeFocused();
  await keyboard.press('Enter');
  await expect(textOf(page)).toHaveValue(/\nc = b \+ a$/);
  await tabTo(button(page, 'add'), 'Shift+Tab');
  await keyboard.press('Enter');
  await tabTo(number);
  await keyboard.type('1');
  await keyboard.press('Enter');
  await expect(textOf(page)).toHaveValue('x = 2\na = x**2\nb = 3 * x\nc = b + a\nd = c + 1');
  await tabTo(page.getByRole('textbox', { name: 'name it' }).or(page.getByRole('textbox', { name: 'name', exact: true })));
  await keyboard.press('Control+a');
  await keyboard.type('y');
  await keyboard.press('Enter');
  await expect(textOf(page)).toHaveValue(/\ny = c \+ 1$/);
  await expect.poll(() => shownNumber(page, 'gradient.x')).toBe(7);
});

test('keys walk the ten nodes in the order of computing, and each is spoken as a sentence', async ({ page }) => {
  await openText(page, 'x = 2\nw = 3\na = x*w\nb = tanh(a)\nc = b + x\nd = c*c\ne1 = exp(b)\nf = d - e1\ng = f/w\nh = relu(g)\n');
  await expectPictureOfText(page);
  const said = await spoken(page);
  expect(said.length).toBe(10);
  await page.getByRole('group', { name: said[0] }).focus();
  for (let at = 0; at < 10; at++) {
    await expect(page.getByRole('group', { name: said[at], exact: true })).toBeFocused();
    expect(said[at]).toMatch(/^(Variable \w+|\w+ = .+): value [−\d.e]+, gradient [−\d.e]+\.$/);
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Edit' }).getByText('h = relu(g)')).toBeVisible();
});

test('backward() again makes x.grad 14, and zero_grad() 0; keys step by op and by phase', async ({ page }) => {
  await openText(page, LESSON);
  await expect.poll(() => shownNumber(page, 'gradient.x')).toBe(7);
  await button(page, 'backward() again').click();
  await button(page, 'Pause').click();
  await page.getByRole('heading', { name: 'Text' }).click();
  await page.keyboard.press('End');
  await expect.poll(() => shownNumber(page, 'gradient.x')).toBe(14);
  await expect(page.getByText('sum over uses')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => shownNumber(page, 'gradient.x')).toBe(10);
  await expect(page.getByText('gradients accumulate')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(page.getByText('step 0 of 17')).toBeVisible();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByText('step 1 of 17')).toBeVisible();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByText('step 5 of 17')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('step 6 of 17')).toBeVisible();
  await button(page, 'zero_grad()').click();
  await button(page, 'Pause').click();
  await page.getByRole('heading', { name: 'Text' }).click();
  await page.keyboard.press('End');
  await expect.poll(() => shownNumber(page, 'gradient.x')).toBe(0);
});

/** @type {[string, (page: import('@playwright/test').Page) => Promise<void>][]} */
const looks = [
  ['a node selected', async (page) => page.getByRole('group', { name: /^b = 3\*x:/ }).click()],
  ['operands being chosen', async (page) => {
    await page.getByRole('group', { name: /^b = 3\*x:/ }).click();
    await button(page, 'add').click();
  }],
  ['a mistake in the text', async (page) => {
    await textOf(page).fill('y = x + )');
    await expect(page.locator('#status')).toHaveText(/line 1/);
  }],
  ['all operations', async (page) => page.getByRole('button', { name: 'more…' }).click()],
  ['a new variable', async (page) => button(page, 'variable').click()],
];
for (const colorScheme of /** @type {const} */ (['light', 'dark']))
  for (const width of [1440, 768, 360])
    test(`axe finds nothing while editing, and nothing is wider than the screen, ${colorScheme}, ${width} px wide`, async ({ page, browserName }) => {
      test.skip(browserName !== 'chromium', 'axe takes minutes in Firefox, and finds the same');
      test.setTimeout(90_000);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      for (const [name, act] of looks) {
        await openText(page, LESSON);
        await act(page);
        await expectNothingFromAxe(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(width);
        await page.goto('about:blank');
      }
    });
