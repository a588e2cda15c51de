// A thousand widgets come and go, and leave no worker, no element, no listener and no megabyte behind.

import { expect, test } from '@playwright/test';
import { beside, withModule } from './embeds.js';

const GONE = 2500; // ms: the engine waits two seconds for another widget

/** Of nodes: a thousand widgets have a hundred thousand, and the browser may still hold the last few. */
const FEW = 500;

test('a thousand widgets that were drawn, and one that moved a thousand times, leave nothing behind', async ({ page, browserName }) => {
  test.skip(browserName !== 'chromium', 'this Firefox tells neither its workers nor its memory');
  test.setTimeout(180_000);
  // All at one place, so that each is on the screen and drawn.
  const server = await beside(withModule('<style>main > * { position: absolute; inset: 0 }</style><main></main>'));
  await page.goto(server.address);
  const devtools = await page.context().newCDPSession(page);
  const round = (/** @type {number} */ count) => page.evaluate(async (count) => {
    const main = /** @type {HTMLElement} */ (document.querySelector('main'));
    const tags = ['backprop-valley', 'backprop-chain', 'backprop-slopes', 'backprop-question'];
    const made = Array.from({ length: count }, (_, at) => {
      const element = document.createElement(tags[at % tags.length]);
      if (element.localName === 'backprop-question') element.setAttribute('name', 'chain-sine');
      return element;
    });
    main.append(...made);
    const isDrawn = (/** @type {Element} */ element) => element.shadowRoot?.querySelector('.widget > *')?.shadowRoot?.querySelector('figure[aria-busy="false"], form');
    while (!made.every(isDrawn)) await new Promise((resolve) => setTimeout(resolve, 20));
    main.replaceChildren();
  }, count);
  const left = async () => {
    await expect.poll(() => page.workers().length, { timeout: GONE * 2 }).toBe(0);
    for (let time = 0; time < 3; time++) await devtools.send('HeapProfiler.collectGarbage');
    await devtools.send('Performance.enable');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
    return { nodes: of('Nodes'), listeners: of('JSEventListeners'), megabytes: of('JSHeapUsedSize') / 1e6 };
  };
  await round(20); // what is loaded once, and kept
  const before = await left();
  for (let part = 0; part < 20; part++) await round(50);
  const after = await left();
  expect(after.nodes - before.nodes).toBeLessThan(FEW);
  expect(after.listeners - before.listeners).toBeLessThan(20);
  expect(after.megabytes - before.megabytes).toBeLessThan(1);

  await page.evaluate(() => {
    const main = /** @type {HTMLElement} */ (document.querySelector('main'));
    const valley = document.createElement('backprop-valley');
    for (let time = 0; time < 1000; time++) {
      main.append(valley);
      valley.remove();
    }
  });
  const moved = await left();
  expect(moved.nodes - before.nodes).toBeLessThan(FEW);
  expect(moved.megabytes - before.megabytes).toBeLessThan(1);
  server.close();
});

test('a network that is gone gives back its run, and one that comes back trains', async ({ page, browserName }) => {
  const server = await beside(withModule('<backprop-valley></backprop-valley><main><backprop-network></backprop-network></main>'));
  await page.goto(server.address);
  const step = () => page.locator('backprop-network [data-key="status.step"]').first().getAttribute('data-value').then(Number);
  for (let time = 0; time < 3; time++) {
    await page.locator('backprop-network').getByRole('button', { name: 'Play' }).click();
    await expect.poll(step).toBeGreaterThan(10);
    await page.evaluate(async () => {
      const main = /** @type {HTMLElement} */ (document.querySelector('main'));
      main.replaceChildren();
      await new Promise((resolve) => setTimeout(resolve, 300));
      main.append(document.createElement('backprop-network'));
    });
  }
  if (browserName === 'chromium') expect(page.workers()).toHaveLength(1);
  server.close();
});
