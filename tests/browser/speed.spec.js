// The speed of play: so slow that every step can be watched, chosen beside Play or by a key, kept in the address.

import { expect } from '@playwright/test';
import { follow, numbersOfCore, openLab, pause, play, runOfCore, shownNumber, shownNumbers, test } from './lab.js';

const place = { layer: 1, to: 5, from: 4 };
/** @param {import('@playwright/test').Page} page */
const speed = (page) => page.getByRole('combobox', { name: 'Speed of play' });

test('at 1 step a second every step is seen, its numbers are the core’s while it plays', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 1200 }); // What is not on screen waits for a pause.
  await openLab(page);
  await speed(page).selectOption('1 step/s');
  await expect(page).toHaveURL(/#speed=1$/);
  await page.evaluate(() => {
    const seen = (/** @type {any} */ (window).seen = /** @type {{ step: number, at: number }[]} */ ([]));
    const look = () => {
      const lab = document.querySelector('backprop-lab')?.shadowRoot;
      const step = Number(/** @type {HTMLElement} */ (lab?.querySelector('backprop-transport')?.shadowRoot?.querySelector('[data-key="status.step"]')).dataset.value);
      if (step !== seen.at(-1)?.step) seen.push({ step, at: performance.now() });
      requestAnimationFrame(look);
    };
    look();
  });
  const pressed = await page.evaluate(() => performance.now());
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step'), { intervals: [100] }).toBeGreaterThan(1);
  await page.waitForTimeout(300); // In play, panels come one after another.
  const shown = await shownNumbers(page);
  const step = Number(shown.find(({ key }) => key === 'status.step')?.value);
  const trainer = await runOfCore({}, step);
  const core = numbersOfCore(trainer, place, 0);
  for (const { key, value } of shown) expect(`${key} = ${value}`).toBe(`${key} = ${String(follow(core, key))}`);
  expect(shown.map(({ key }) => key), 'what else waits for a pause is there too').toContain('instruments.predictedChange.real');
  trainer.delete();
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(3);
  await pause(page);
  const seen = await page.evaluate(() => /** @type {{ step: number, at: number }[]} */ (/** @type {any} */ (window).seen));
  expect(seen.map((one) => one.step)).toEqual(seen.map((_, i) => i));
  // The first comes at once, three more a second each; what is seen of a step on a busy machine may be late, and no step comes early.
  expect(seen[4].at - pressed).toBeGreaterThan(2700);
});

test('Shift and Space change the speed also while it plays, and the address brings it back', async ({ page }) => {
  await openLab(page, 'lr=0.1&speed=1');
  await expect(speed(page)).toHaveValue('1');
  await page.keyboard.press('Space');
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(0);
  await page.keyboard.press('Shift+Space');
  await expect(page).toHaveURL(/#lr=0.1$/);
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(1000);
  await page.keyboard.press('Shift+Space');
  await expect(page).toHaveURL(/#lr=0.1&speed=10$/);
  const begun = await shownNumber(page, 'status.step');
  await page.waitForTimeout(1000);
  const made = (await shownNumber(page, 'status.step')) - begun;
  expect(made).toBeGreaterThan(3);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
  await page.reload();
  await expect(speed(page)).toHaveValue('10');
  await page.evaluate(() => { location.hash = '#lr=0.1&speed=1'; });
  await expect(speed(page)).toHaveValue('1');
});

test('between slow steps a weight is told as soon as the pointer is on it', async ({ page }) => {
  await openLab(page, 'speed=1');
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(1);
  const place = page.locator('backprop-weight-card .place');
  // On a busy machine the next step may come in between: then once more.
  await expect.poll(async () => {
    const [step, name] = [await shownNumber(page, 'status.step'), String(await place.textContent())];
    await page.getByRole('button', { name: 'Next weight' }).click();
    await expect(place).not.toHaveText(name);
    return (await shownNumber(page, 'status.step')) - step;
  }).toBe(0);
  await pause(page);
});
