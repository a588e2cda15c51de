// One build, one seed, one history of settings: the same loss bits in every browser and under node.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { load } from '../../wasm/index.js';
import { test } from './lab.js';

const steps = 5000;
const runs = [
  { layers: [2, 8, 8, 1] },
  { layers: [2, 16, 16, 3], dataset: 'rings', activation: 'sigmoid', output_activation: 'identity', loss: 'cross_entropy', optimizer: 'adam', dropout: 0.1 },
  { layers: [1, 12, 12, 1], dataset: 'sin', activation: 'gelu', output_activation: 'identity', loss: 'huber', optimizer: 'rmsprop', momentum: 0.5, schedule: 'cosine' },
];

/** The bits of the losses of every step of each run, as one text. Runs here and in the page. @param {any} given @returns {string} */
function lossBits({ backprop, runs, steps }) {
  return runs.map((/** @type {any} */ options) => {
    const trainer = backprop.createTrainer(options);
    const losses = Float64Array.from({ length: steps }, () => trainer.step(1).loss);
    trainer.delete();
    return Array.from(new Uint32Array(losses.buffer)).join(' ');
  }).join('\n');
}

/** @param {string} text */
const digest = (text) => createHash('sha256').update(text).digest('hex');

test('the losses of 5,000 steps are those of node, bit for bit', async ({ page }) => {
  // The module itself, beside the page that has it bundled.
  for (const [name, contentType] of [['backprop.js', 'text/javascript'], ['backprop.wasm', 'application/wasm']])
    await page.route(`**/same-bits/${name}`, (route) =>
      route.fulfill({ body: readFileSync(new URL(`../../build/wasm/${name}`, import.meta.url)), contentType }));
  await page.goto('./');
  await page.evaluate(`globalThis.lossBits = ${lossBits}`);
  const inPage = await page.evaluate(async (given) => {
    const { default: createModule } = await import(new URL('same-bits/backprop.js', document.baseURI).href);
    return /** @type {any} */ (globalThis).lossBits({ backprop: await createModule(), ...given });
  }, { runs, steps });
  const here = lossBits({ backprop: await load(), runs, steps });
  expect(here.split(' ').length).toBeGreaterThan(2 * 3 * steps - 10);
  expect(digest(inPage)).toBe(digest(here));
});
