// What the browser tests share: a page that must stay silent, and the numbers on it beside those of a fresh core.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';
import { loadData } from '../../wasm/data.js';
import { load } from '../../wasm/index.js';
import { biasedBy, parameterIndex } from '../../web/src/draw/parameters.js';
import { curveOf } from '../../web/src/engine/curve.js';
import { read } from '../../web/src/engine/instruments.js';
import { WideLook } from '../../web/src/engine/wide-look.js';

/** @import { Page } from '@playwright/test' */
/** @typedef {{ key: string, value: string, text: string }} Shown */

const core = await load();

/** Every test fails when the page writes to the console or asks another origin for something. */
export const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    /** @type {string[]} */
    const said = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(String(baseURL))) said.push(`asked for ${request.url()}`);
    });
    await use(page);
    expect(said, 'the console is empty and no request leaves the origin').toEqual([]);
  },
});

/** Opens the lab and waits until the first numbers of the core stand there, and panels are there too. @param {Page} page @param {string} [settings] as the address has them */
export async function openLab(page, settings = '') {
  await page.goto(settings ? `./#${settings}` : './');
  await expect(page.getByRole('button', { name: 'Reset' })).toBeEnabled();
  await expect(page.locator('backprop-lab')).not.toHaveAttribute('aria-busy');
}

/**
 * Types over what a field holds, and takes it, by keys as a person does: of `fill`, which sets the value by a script, Firefox tells no `change` when Enter is pressed.
 * @param {import('@playwright/test').Locator} field @param {string} text
 */
export async function enter(field, text) {
  await field.selectText();
  if (text) await field.pressSequentially(text);
  else await field.press('Delete');
  await field.press('Enter');
}

/** @param {Page} page */
export async function play(page) {
  await page.getByRole('button', { name: 'Play' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
}

/** @param {Page} page */
export async function pause(page) {
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible();
}

/** Every element that carries a number of the core, through all shadow roots. @param {Page} page @returns {Promise<Shown[]>} */
export function shownNumbers(page) {
  return page.evaluate(() => {
    /** @type {Shown[]} */
    const found = [];
    /** @param {ParentNode} root */
    const collect = (root) => {
      for (const element of root.querySelectorAll('*')) {
        const { key, value } = /** @type {HTMLElement} */ (element).dataset;
        if (key !== undefined) found.push({ key, value: value ?? '', text: element.textContent?.trim() ?? '' });
        if (element.shadowRoot) collect(element.shadowRoot);
      }
    };
    collect(document);
    return found;
  });
}

/** One number on the page, in full precision. @param {Page} page @param {string} key */
export async function shownNumber(page, key) {
  return Number(await page.locator(`[data-key="${key}"]`).first().getAttribute('data-value'));
}

/** What instruments need besides the run, by run. @type {WeakMap<object, import('../../web/src/engine/instruments.js').Tools>} */
const toolsOf = new WeakMap();

/**
 * The same run in a core of its own, under node: what its numbers are.
 * @param {object} options @param {number} steps @param {string | import('../../web/src/types.js').Data} [learnt] the data that it learns, by their name if they ship
 */
export async function runOfCore(options, steps, learnt) {
  const data = typeof learnt === 'string' ? await loadData(learnt) : learnt;
  const create = (/** @type {object} */ changes) => (data ? core.createTrainer({ ...options, ...changes }, data) : core.createTrainer({ ...options, ...changes }));
  const trainer = create({});
  toolsOf.set(trainer, { core, wide: new WideLook(create), createLike: create, data: typeof learnt === 'string' ? learnt : undefined });
  trainer.step(steps);
  return trainer;
}

/**
 * Everything that keys on the page can point to.
 * @param {Awaited<ReturnType<typeof runOfCore>>} trainer @param {{ layer: number, to: number, from: number | null }} place @param {number} example
 * @param {import('../../web/src/engine/instruments.js').Wants} [wants] instruments that are on the page besides the ribbon's, with their arguments
 */
export function numbersOfCore(trainer, place, example, wants = {}) {
  const evaluation = { ...trainer.evaluate(), step: trainer.status().step };
  const options = /** @type {import('../../web/src/types.js').Settings} */ (trainer.options());
  return {
    status: trainer.status(),
    evaluation,
    curve: curveOf(trainer, evaluation),
    layers: trainer.network().layers,
    weight: trainer.weight({ ...place, example }),
    anatomy: trainer.anatomy(parameterIndex(place, /** @type {number[]} */ (options.layers), biasedBy(options))),
    example: trainer.example(example),
    instruments: read(trainer, { predictedChange: 1, layerStatistics: null, health: null, ...wants }, true,
      /** @type {import('../../web/src/engine/instruments.js').Tools} */ (toolsOf.get(trainer))).instruments,
  };
}

/** Follows `weight.shares.product[3]` into an object. @param {any} root @param {string} key @returns {unknown} */
export function follow(root, key) {
  return key.split(/[.[\]]+/).filter(Boolean).reduce((value, part) => value?.[part], root);
}

/** What axe finds is the same in both browsers, and takes minutes in Firefox. @param {Page} page */
export async function expectNothingFromAxe(page) {
  if (page.context().browser()?.browserType().name() === 'firefox') return;
  // The two packages bring the same types from two places.
  const { violations } = await new AxeBuilder({ page: /** @type {any} */ (page) }).analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ target, failureSummary }) => `${target}: ${failureSummary}`)])).toEqual([]);
}
