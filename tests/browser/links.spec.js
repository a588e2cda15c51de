// Links in a browser: one brings a run to the bit, hides and locks what it names, and injects nothing whatever it says.

import { expect } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { enter, expectNothingFromAxe, openLab, pause, play, runOfCore, shownNumber, shownNumbers, test } from './lab.js';

/** @import { Page } from '@playwright/test' */

const hash = (/** @type {Page} */ page) => page.evaluate(() => location.hash);

/** The link that the page copies. @param {Page} page */
async function copied(page) {
  await page.evaluate(() => {
    const words = /** @type {{ copied?: string }} */ (window);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (/** @type {string} */ text) => void (words.copied = text) } });
  });
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.locator('backprop-copy-link').first().getByRole('status')).toContainText('Link copied');
  return page.evaluate(() => String(/** @type {{ copied?: string }} */ (window).copied));
}

test('a link trains to its step, stands there, and is forgotten by the address once the run goes on', async ({ page }) => {
  await openLab(page, 'dataset=xor&optimizer=adam&layers=2,4,1&step=37');
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(37);
  const trainer = await runOfCore({ dataset: 'xor', optimizer: 'adam', layers: [2, 4, 1] }, 37);
  expect(await shownNumber(page, 'evaluation.train.loss')).toBe(trainer.evaluate().train.loss);
  expect(await hash(page)).toContain('step=37');
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(38);
  await expect.poll(() => hash(page)).not.toContain('step');
});

test('a copied link opens to exactly what was seen: step, edited weight, learning rate, every number', async ({ page, context }) => {
  await openLab(page, 'dataset=circle&layers=2,4,1&optimizer=adam');
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(20);
  await pause(page);
  await enter(page.getByRole('textbox', { name: 'weight', exact: true }), '0.7');
  await expect.poll(() => shownNumber(page, 'weight.weight')).toBeCloseTo(0.7, 6);
  await enter(page.getByRole('combobox', { name: /learning rate/ }), '0.05');
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Step', exact: true }).click();
  const url = await copied(page);
  expect(url).toMatch(/step=\d+/);
  expect(url).toMatch(/w=W\d\.\d\.\d:0\.7@\d+/);
  expect(url).toMatch(/lr_at=0\.05@\d+/);
  const before = await shownNumbers(page);
  const step = await shownNumber(page, 'status.step');
  const other = await context.newPage();
  await other.goto(url);
  await expect.poll(() => shownNumber(other, 'status.step')).toBe(step);
  await expect(other.locator('backprop-lab')).not.toHaveAttribute('aria-busy');
  // The card may show another weight; all else is the same.
  const whole = (/** @type {Awaited<ReturnType<typeof shownNumbers>>} */ numbers) => Object.fromEntries(numbers.filter(({ key }) => /^(status|evaluation|layers|batch)/.test(key)).map(({ key, value }) => [key, value]));
  expect(Object.keys(whole(before)).length).toBeGreaterThan(5);
  await expect.poll(async () => whole(await shownNumbers(other))).toEqual(whole(before));
});

test('what a link hides is not there, and what it locks changes by no pointer and no key', async ({ page }) => {
  await page.goto('./#lock=play,layers,lr,seed&hide=theme,charts');
  const panels = page.getByRole('group', { name: 'Panels' });
  await expect(panels.getByRole('button', { name: 'Slice' })).toBeVisible();
  await expect(panels.getByRole('button', { name: 'Charts' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Theme/ })).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Play' })).toBeDisabled();
  await expect(page.getByRole('toolbar', { name: 'Layers and neurons' })).toHaveCount(0);
  await expect(page.getByText('lr: locked by the link')).toBeAttached();
  await page.keyboard.press(' ');
  await page.keyboard.press('Control+ArrowRight');
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(1);
  expect(await hash(page)).toBe('#lock=play,layers,lr,seed&hide=theme,charts');
  await expectNothingFromAxe(page);
  // Inert: neither the pointer nor Tab reaches it.
  expect(await page.locator('backprop-rate-field').first().evaluate((field) => { field.shadowRoot?.querySelector('input')?.focus(); return field.shadowRoot?.activeElement === null; })).toBe(true);
});

test('a theme of a link is for this page only', async ({ page }) => {
  await page.goto('./#theme=dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: 'Theme: Dark' })).toBeVisible();
  await page.goto('about:blank');
  await page.goto('./');
  await expect(page.getByRole('button', { name: 'Theme: Auto' })).toBeVisible();
});

test('what is wrong in a link is named, and the rest holds', async ({ page }) => {
  await openLab(page, 'lr=0.5&hide=legnd,output&step=ten&learning_rate=1');
  const notice = page.getByRole('alert').filter({ hasText: 'Not all of this link' });
  await expect(notice).toContainText("hide 'legnd' is no part of the page");
  await expect(notice).toContainText("step 'ten' is no step; a whole number");
  await expect(notice).toContainText('learning_rate is no key of a link; lr would be right');
  await expect(page.getByRole('complementary', { name: 'Output' })).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: /learning rate/ })).toHaveValue('0.5');
  await notice.getByRole('button', { name: 'Close' }).click();
  await expect(notice).toHaveCount(0);
});

test('the JSON that the page keeps goes on at the command line to the bits of the page', async ({ page }) => {
  await openLab(page, 'dataset=xor&layers=2,4,1&optimizer=adam&step=15');
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(15);
  await enter(page.getByRole('textbox', { name: 'weight', exact: true }), '-0.4');
  await expect.poll(() => shownNumber(page, 'weight.weight')).toBeCloseTo(-0.4, 6);
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(16);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const panel = page.getByRole('region', { name: 'Export', exact: true });
  const saved = async () => {
    const download = page.waitForEvent('download');
    await panel.getByRole('button', { name: 'JSON', exact: true }).click();
    return (await download).path();
  };
  const folder = mkdtempSync(join(tmpdir(), 'links-'));
  const state = join(folder, 'state.json');
  const program = fileURLToPath(new URL('../../web/cli.js', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [program, 'train', await saved(), '--steps', '4', '--out', state], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  for (let step = 17; step <= 20; step++) {
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await expect.poll(() => shownNumber(page, 'status.step')).toBe(step);
  }
  expect(JSON.parse(readFileSync(state, 'utf8'))).toEqual(JSON.parse(readFileSync(await saved(), 'utf8')));
  rmSync(folder, { recursive: true });
});

test('the link to a graph has its text and the step that is shown', async ({ page }) => {
  await page.goto('./#step=2&theme=dark&graph=x_=_2~y_=_x**2_+_3*x');
  const text = page.getByRole('textbox', { name: 'Text of the graph' });
  await expect(text).toHaveValue('x = 2\ny = x**2 + 3*x');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const steps = page.locator('backprop-graph-steps');
  await expect(steps).toContainText(/\b2\b/);
  expect(await copied(page)).toMatch(/#step=2&theme=dark&graph=x_=_2~y_=_x\*\*2_\+_3\*x$/);
  await page.keyboard.press('End');
  await expect.poll(() => hash(page)).toBe('#theme=dark&graph=x_=_2~y_=_x**2_+_3*x');
});

const { cases } = JSON.parse(readFileSync(new URL('../golden/bad_inputs.json', import.meta.url), 'utf8'));
const bad = cases.filter((/** @type {any} */ { surface }) => surface === 'hash').map((/** @type {any} */ { id, input, input_parts: parts }) => {
  return { id, input: input ?? parts.map((/** @type {[string, number]} */ [text, times]) => text.repeat(times)).join('') };
});

test('no hostile link makes an element, runs a script or asks another origin, and the next link is right', async ({ page }) => {
  test.slow();
  for (const { id, input } of [...bad, { id: 'all keys', input: ['#data', 'hide', 'lock', 'theme', 'lang', 'step', 'w', 'lr_at', 'v', 'lr', '<img src=x onerror=alert(1)>'].map((key) => `${key}=<svg onload=alert(1)>`).join('&') }]) {
    await page.goto('about:blank');
    await page.evaluate(([base, text]) => void (location.href = base + text), [new URL('./', String(test.info().project.use.baseURL)).href, input]);
    await expect(page.getByRole('button', { name: 'Play' }), id).toBeEnabled();
    await expect(page.getByRole('alert').first(), id).toBeVisible();
    await expect(page.locator('backprop-lab'), id).not.toHaveAttribute('aria-busy'); // what is still to load is not cut off
    expect(await page.evaluate(() => document.querySelectorAll('script:not([type="module"]), svg[onload], img[onerror]').length), id).toBe(0);
  }
  await page.goto('about:blank');
  await openLab(page, 'dataset=xor&step=3');
  await expect.poll(() => shownNumber(page, 'status.step')).toBe(3);
});
