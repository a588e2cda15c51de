// What tests of wrong input to the lab share: the ways in which a person gives it, and what is true of the page then.

import { expect } from '@playwright/test';
import { enter, follow, numbersOfCore, openLab, runOfCore, shownNumber, shownNumbers } from './lab.js';

/** @import { Locator, Page } from '@playwright/test' */

export const field = (/** @type {Page} */ page, /** @type {string} */ name) => page.getByRole('textbox', { name, exact: true });
const stepOf = (/** @type {Page} */ page) => shownNumber(page, 'status.step');

/** The run makes one more step. @param {Page} page */
export async function goesOn(page) {
  const step = await stepOf(page);
  await page.getByRole('button', { name: 'Step' }).click();
  await expect.poll(() => stepOf(page)).toBe(step + 1);
}

/** @param {Page} page @param {RegExp} words @param {Locator} control that they stand beside */
export async function saidBeside(page, words, control) {
  const alert = page.getByRole('alert');
  await expect(alert).toContainText(words);
  const top = async (/** @type {Locator} */ one) => (await one.boundingBox())?.y ?? NaN;
  // The page may still be on its way to them.
  await expect.poll(async () => Math.abs((await top(alert)) - (await top(control))), 'the words stand near the control').toBeLessThan(130);
}

/** Every number on the page is that of a core with these options and data. @param {Page} page @param {object} options @param {any} [data] */
export async function hasRun(page, options, data) {
  const trainer = await runOfCore(options, await stepOf(page), data);
  const widths = /** @type {number[]} */ (trainer.options().layers);
  const core = numbersOfCore(trainer, { layer: 1, to: Math.min(5, widths[2] - 1), from: Math.min(4, widths[1] - 1) }, 0);
  for (const { key, value } of await shownNumbers(page)) expect(`${key} = ${value}`).toBe(`${key} = ${String(follow(core, key))}`);
  trainer.delete();
}

/**
 * An address that is opened gives the usual run, one that is typed on the page leaves the run that stands; both say why.
 * @param {Page} page @param {string} settings @param {RegExp} words @param {string} control
 */
export async function refusedAddress(page, settings, words, control) {
  await page.goto(`./#${settings}`);
  await expect(page.getByRole('button', { name: 'Play' })).toBeEnabled();
  await saidBeside(page, words, field(page, control));
  await expect(page.getByRole('alert'), 'wherever the settings are scrolled').toBeInViewport();
  await goesOn(page);
  await hasRun(page, {});
  await page.goto('about:blank');
  await openLab(page, 'lr=0.3&seed=7');
  await goesOn(page);
  const before = await shownNumbers(page);
  await page.evaluate((hash) => { location.hash = hash; }, settings);
  await saidBeside(page, words, field(page, control));
  expect(await shownNumbers(page)).toEqual(before);
  await goesOn(page);
  await page.evaluate(() => { location.hash = 'lr=0.3&layers=2,3,1'; });
  await expect(page.getByRole('alert'), 'a right one takes the words away').toHaveCount(0);
}

/** What is typed is refused in place, and a right number then taken. @param {Page} page @param {string} name @param {string} wrong @param {RegExp} words @param {string} right */
export async function refusedField(page, name, wrong, words, right) {
  const before = await shownNumbers(page);
  await enter(field(page, name), wrong);
  await saidBeside(page, words, field(page, name));
  expect(await shownNumbers(page)).toEqual(before);
  await enter(field(page, name), right);
  await expect(page.getByRole('alert')).toHaveCount(0);
}

/** A table of eight rows with these as what is learnt. @param {(string | number)[]} targets */
export const tableOf = (targets) => `a,b,kind\n${targets.map((target, row) => `${row},${(row * row) % 5},${target}`).join('\n')}\n`;

/** @param {Page} page @param {string} csv */
export async function openTable(page, csv) {
  await page.getByRole('button', { name: 'CSV' }).click();
  await page.getByRole('textbox', { name: 'CSV text' }).fill(csv);
  await expect(page.getByText('8 rows, 3 columns')).toBeVisible();
}

/** @param {Page} page */
export async function learnTable(page) {
  await page.getByRole('button', { name: 'Train on this' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

/** A table of numbers that cross_entropy cannot learn: asked for, it is refused beside the loss. @param {Page} page @param {string} csv @param {RegExp} words */
export async function refusedLoss(page, csv, words) {
  await learnTable(page);
  await goesOn(page);
  await page.getByRole('combobox', { name: 'loss' }).selectOption('cross_entropy');
  await saidBeside(page, words, page.getByRole('combobox', { name: 'loss' }));
  await goesOn(page);
  await hasRun(page, { standardize: true }, { csv, target: ['kind'], missing: 'drop' });
}

/** Eight rows, all of them trained on. @param {Page} page @param {string} csv */
export async function learnAllRows(page, csv) {
  await openLab(page);
  await openTable(page, csv);
  await learnTable(page);
  await page.getByRole('slider', { name: 'train' }).press('End');
  await expect(page).toHaveURL(/train_fraction=1/);
}

/** How many bytes the core's memory has, asked of a worker that was told to answer. @param {Page} page */
export const memoryOf = (page) => page.evaluate(() => new Promise((resolve) => {
  const channel = new BroadcastChannel('memory');
  channel.onmessage = ({ data }) => { if (typeof data === 'number') { channel.close(); resolve(data); } };
  channel.postMessage('how much?');
}));

/** In front of the worker's script: it tells how large the memory is that its module has. */
export const TELLS_MEMORY = `{
  let memory;
  const keep = (instance) => (memory = Object.values(instance.exports).find((one) => one instanceof WebAssembly.Memory));
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const made = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      const result = await made(...given);
      keep(result.instance ?? result);
      return result;
    };
  }
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
    construct(target, given) {
      const instance = new target(...given);
      keep(instance);
      return instance;
    },
  });
  const channel = new BroadcastChannel('memory');
  channel.onmessage = ({ data }) => { if (data === 'how much?') channel.postMessage(memory.buffer.byteLength); };
}\n`;
