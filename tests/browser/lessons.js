// What the tests of lessons share: which there are, opening one with everything on it awake, and the numbers of its figures beside a core of the test's own.

import { expect } from '@playwright/test';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { load } from '../../wasm/index.js';
import { kinds } from '../../web/src/figures/kinds.js';
import { repository } from '../../wasm/toolchain/shell.js';

const folder = join(repository, 'web/lessons');
const htmlOf = (/** @type {string} */ language) => readdirSync(join(folder, language)).filter((file) => file.endsWith('.html')).sort().map((file) => join(language, file));

/** Addresses of the lessons below `lessons/`. */
export const english = htmlOf('');
export const german = htmlOf('de');

export const FIGURES = Object.keys(kinds).join();

/** A lesson, with every figure and question seen once and ready. @param {import('@playwright/test').Page} page @param {string} file */
export async function openLesson(page, file) {
  await page.goto(`lessons/${file}`);
  for (const element of await page.locator(`${FIGURES}, backprop-question`).all()) {
    await element.scrollIntoViewIfNeeded();
    await element.locator('figure[aria-busy="false"], section').first().waitFor();
  }
}

/**
 * Every number that the figures show, as it stands and as a core of the test's own has it.
 * @param {import('@playwright/test').Page} page @returns {Promise<{ what: string, shown: string, due: string }[]>}
 */
export async function numbersOfFigures(page) {
  const core = await load();
  await expect.poll(() => page.locator(FIGURES).evaluateAll((elements) => elements.some((/** @type {any} */ element) => element.behind))).toBe(false);
  const figures = await page.locator(FIGURES).evaluateAll((elements) => Promise.all(elements.map(async (/** @type {any} */ element) => {
    await element.updateComplete;
    const numbers = [...element.shadowRoot.querySelectorAll('[data-key]')].map((each) => ({ key: each.dataset.key, shown: each.dataset.value }));
    return { tag: element.localName, spec: element.spec, state: element.state, numbers };
  })));
  return figures.flatMap(({ tag, spec, state, numbers }) => {
    const answer = kinds[tag].answer(core, spec, state);
    return numbers.filter(({ key }) => !key.startsWith('measured')).map(({ key, shown }) => ({ what: `${tag} ${key}`, shown, due: String(at(answer, key)) }));
  });
}

/** @param {any} answer @param {string} path such as `path[2].w` */
const at = (answer, path) => path.split(/[.[\]]+/).filter(Boolean).reduce((value, key) => value?.[key], answer);
