// Every setting makes the run that the core makes of it, from the panel and from the picture.

import { expect } from '@playwright/test';
import { enter, expectNothingFromAxe, follow, numbersOfCore, openLab, pause, play, runOfCore, shownNumber, shownNumbers, test } from './lab.js';

/** @import { Page } from '@playwright/test' */

const place = { layer: 1, to: 5, from: 4 };

/** The numbers on the page are those of a core's run with these settings. @param {Page} page @param {object} options */
async function expectRunOfCore(page, options, at = place) {
  const trainer = await runOfCore(options, await shownNumber(page, 'status.step'));
  const core = numbersOfCore(trainer, at, 0);
  for (const { key, value } of await shownNumbers(page)) expect(`${key} = ${value}`).toBe(`${key} = ${String(follow(core, key))}`);
  trainer.delete();
}

/** @param {Page} page @param {number} steps */
async function train(page, steps) {
  for (let i = 1; i <= steps; i++) {
    await page.getByRole('button', { name: 'Step' }).click();
    await expect.poll(() => shownNumber(page, 'status.step')).toBe(i);
  }
}

/** @param {Page} page @param {string} name @param {string} text */
const type = (page, name, text) => enter(page.getByRole('textbox', { name, exact: true }), text);

test('adam appears with its own parameters, and the run is the core\'s with these options', async ({ page }) => {
  await openLab(page);
  await page.getByRole('button', { name: 'Training' }).click();
  await expect(page.getByRole('slider', { name: 'momentum' })).toBeVisible();
  await page.getByRole('region', { name: 'Run' }).getByRole('combobox', { name: 'optimizer' }).selectOption('adam');
  await expect(page.getByRole('slider', { name: 'momentum' })).toBeHidden();
  await type(page, 'β₁', '0.8');
  await page.getByRole('checkbox', { name: 'amsgrad' }).check();
  await type(page, 'l1', '0.001');
  await type(page, 'clip norm', '0.5');
  await page.getByRole('combobox', { name: 'schedule' }).selectOption('cosine');
  await expect(page.getByRole('img', { name: 'Learning rate over 2,000 steps' })).toBeVisible();
  await expect(page).toHaveURL(/schedule=cosine/);
  await train(page, 3);
  const options = { optimizer: 'adam', betas: [0.8, 0.999], amsgrad: true, l1: 0.001, clip_norm: 0.5, schedule: 'cosine' };
  await expectRunOfCore(page, options);

  await page.reload();
  await expect(page.getByRole('button', { name: 'Reset' })).toBeEnabled();
  await expect(page.getByRole('textbox', { name: 'β₁' }), 'an open group stays open').toHaveValue('0.8');
  await expectRunOfCore(page, options);
  await type(page, 'clip norm', '');
  await expect(page).not.toHaveURL(/clip_norm/);
});

test('what the core refuses stands at its control, also where it has no say', async ({ page }) => {
  await openLab(page, 'optimizer=adam&momentum=0.9');
  await page.getByRole('button', { name: 'Training' }).click();
  await type(page, 'β₂', '1');
  await expect(page.getByRole('alert')).toHaveText('entry 2 of 2 is 1; a number from 0 to 0.999999 would be right');
  await page.getByRole('textbox', { name: 'β₂' }).press('Escape');
  await expect(page.getByRole('alert')).toBeHidden();
  await type(page, 'eps', 'tiny');
  await expect(page.getByRole('alert')).toHaveText(/NaN.*would be right/);
});

test('features are inputs with their names, and a loss for classes gets one output a class', async ({ page }) => {
  await openLab(page);
  await page.getByRole('button', { name: 'sin y' }).click();
  await page.getByRole('button', { name: 'x²' }).click();
  await expect(page.locator('[data-key="layers[0].weight[23]"]').first()).toBeAttached();
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByText('input sin y → layer 1 neuron 5')).toBeVisible();
  await page.getByRole('combobox', { name: 'loss' }).selectOption('cross_entropy');
  await expect(page.locator('[data-key="layers[2].weight[11]"]').first()).toBeAttached();
  await train(page, 2);
  await expectRunOfCore(page, { features: ['x', 'y', 'x^2', 'sin(y)'], layers: [4, 6, 6, 2], loss: 'cross_entropy' }, { layer: 0, to: 4, from: 3 });
});

test('each layer can have its own activation, and the lists follow the layers', async ({ page }) => {
  await openLab(page);
  await page.getByRole('checkbox', { name: 'activation per layer' }).check();
  await page.getByRole('combobox', { name: 'activation of layer 2' }).selectOption('relu');
  await type(page, 'hidden layers', '3');
  await expect(page.getByRole('combobox', { name: 'activation of layer 3' })).toHaveValue('relu');
  await page.getByRole('combobox', { name: 'activation of layer 3' }).selectOption('sin');
  await expect(page).toHaveURL(/activation=tanh,relu,sin/);
  await train(page, 1);
  await expectRunOfCore(page, { layers: [2, 6, 6, 6, 1], activation: ['tanh', 'relu', 'sin'] });
});

test('reset brings the same weights to the bit, another seed brings others', async ({ page }) => {
  await openLab(page);
  const first = await shownNumbers(page);
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step')).toBeGreaterThan(300);
  await pause(page);
  expect(await shownNumbers(page)).not.toEqual(first);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect.poll(() => shownNumbers(page)).toEqual(first);
  await page.getByRole('button', { name: 'New seed' }).click();
  await expect(page).toHaveURL(/seed=\d+/);
  const seed = Number(await page.getByRole('textbox', { name: 'seed' }).inputValue());
  await expect.poll(() => shownNumber(page, 'layers[0].weight[0]')).not.toBe(Number(first.find(({ key }) => key === 'layers[0].weight[0]')?.value));
  await expectRunOfCore(page, { seed });
});

/** How many pixels of the output's picture have each colour. @param {Page} page @param {string} name */
async function pixels(page, name) {
  const counts = await page.getByRole('img', { name }).evaluate((canvas) => {
    const { width, height } = /** @type {HTMLCanvasElement} */ (canvas);
    const copy = /** @type {OffscreenCanvasRenderingContext2D} */ (new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true }));
    copy.drawImage(/** @type {HTMLCanvasElement} */ (canvas), 0, 0);
    const { data } = copy.getImageData(0, 0, width, height);
    const found = new Map();
    for (let i = 0; i < data.length; i += 4) found.set(data.slice(i, i + 3).join(), (found.get(data.slice(i, i + 3).join()) ?? 0) + 1);
    return [...found];
  });
  return new Map(counts);
}

/** Colours of more than a few pixels. @param {Page} page @param {string} name */
const colours = async (page, name) => [...(await pixels(page, name)).values()].filter((count) => count > 250).length;

test('a discretised output has one colour a class; the test set can be hidden', async ({ page }) => {
  await openLab(page, 'dataset=rings');
  const map = 'Output of the network over the plane';
  const shades = await colours(page, map);
  await play(page);
  await expect.poll(() => shownNumber(page, 'evaluation.train.accuracy')).toBeGreaterThan(0.9);
  await pause(page);
  await page.getByRole('checkbox', { name: 'discretise' }).check();
  await expect.poll(() => colours(page, map)).toBeLessThan(10);
  expect(shades).toBeGreaterThan(20);
  const withTest = await pixels(page, map);
  await page.getByRole('checkbox', { name: 'show test data' }).uncheck();
  await expect(page.getByText('hollow: test')).toBeHidden();
  expect(await pixels(page, map)).not.toEqual(withTest);
});

test('regression is learnt from the plane and from one input, and has no accuracy', async ({ page }) => {
  await openLab(page);
  await page.getByRole('radio', { name: 'reg-gauss' }).check();
  await expect(page.getByRole('rowheader', { name: 'accuracy' })).toBeHidden();
  await expectRunOfCore(page, { dataset: 'reg-gauss' });
  await page.getByRole('radio', { name: 'sin' }).check();
  await expect(page.getByRole('img', { name: 'Output of the network over its input' })).toBeVisible();
  await expect(page.getByText('1 feature', { exact: true })).toBeAttached();
  await play(page);
  await expect.poll(() => shownNumber(page, 'evaluation.train.loss')).toBeLessThan(0.05);
  await pause(page);
  await expectRunOfCore(page, { dataset: 'sin', layers: [1, 6, 6, 1] });
});

test('layers and neurons are added and removed at the network, by pointer and by keyboard', async ({ page }) => {
  await openLab(page);
  const widths = () => page.evaluate(() => new URLSearchParams(location.hash.slice(1)).get('layers') ?? '2,6,6,1');
  await page.getByRole('button', { name: 'Add a neuron to layer 1' }).click();
  await expect.poll(widths).toBe('2,7,6,1');
  await page.getByRole('button', { name: 'Add a layer after layer 1' }).click();
  await expect.poll(widths).toBe('2,7,7,6,1');
  await page.getByRole('button', { name: 'Remove layer 2' }).click();
  await expect.poll(widths).toBe('2,7,6,1');

  const focused = () => page.evaluate(() => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at?.getAttribute('aria-label');
  });
  await page.getByRole('button', { name: 'Add a layer after the input' }).focus();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe('Remove a neuron of layer 2');
  await page.keyboard.press('Enter');
  await expect.poll(widths).toBe('2,7,5,1');
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowLeft');
  expect(await focused()).toBe('Remove layer 2');
  await page.keyboard.press('Enter');
  await expect.poll(widths).toBe('2,7,1');
  await expect.poll(focused, 'the focus stays on the toolbar').toBe('Add a layer after layer 1');
  expect(await shownNumber(page, 'status.step'), 'moving there is not stepping').toBe(0);
  await expectRunOfCore(page, { layers: [2, 7, 1] }, { layer: 1, to: 0, from: 4 });
});

test('for a projector type and picture are larger, and the pointer finds what it is on', async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openLab(page);
  const head = () => page.getByText('Layer 1', { exact: true }).first().evaluate((text) => text.getBoundingClientRect().width);
  const before = await head();
  for (let i = 0; i < 3; i++) await page.getByRole('button', { name: 'Theme' }).click();
  await expect(page.getByRole('button', { name: 'Theme: Projector' })).toBeVisible();
  expect(await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize))).toBeGreaterThan(20);
  const bead = page.locator('[data-key="layers[0].weightGradient[6]"]');
  await expect.poll(head).toBeGreaterThan(1.2 * before);
  const box = await bead.boundingBox();
  await page.mouse.move((box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await expect(page.getByText('input x → layer 1 neuron 4')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1920);
  await expectNothingFromAxe(page);
});

test('axe finds nothing in the open settings', async ({ page }) => {
  await openLab(page, 'optimizer=adam&schedule=one_cycle&activation=relu,tanh&features=x,xy,sin(x)&layers=3,6,6,1');
  await page.getByRole('button', { name: 'Training' }).click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expectNothingFromAxe(page);
});
