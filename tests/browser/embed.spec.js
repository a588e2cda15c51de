// Widgets on pages of others: in an empty folder, from another origin, under strict policies, without a worker; and what they leave alone.

import { expect, test } from '@playwright/test';
import { bare, beside, drawn, FOUR, NO_WORKER, QUESTION, siteElsewhere, snippetPage, STRICT, troubles, withModule } from './embeds.js';
import { serve } from './static-server.js';

/** @type {{ close: () => void }[]} */
const open = [];
const keep = async (/** @type {ReturnType<typeof serve>} */ opening) => {
  const server = await opening;
  open.push(server);
  return server;
};
test.afterEach(() => open.splice(0).forEach((server) => server.close()));

test('the snippet for plain HTML makes a figure, and fetches what that figure needs alone', async ({ page }) => {
  const server = await keep(siteElsewhere());
  const host = await keep(serve({ texts: { '/': snippetPage('html', server.address) } }));
  const wrong = troubles(page);
  await page.goto(host.address);
  const valley = page.locator('backprop-valley');
  await drawn(valley);
  await page.evaluate(() => addEventListener('backprop-state', (event) => Object.assign(document.body.dataset, { told: JSON.stringify(/** @type {CustomEvent} */ (event).detail) })));
  await valley.getByRole('button', { name: 'Step' }).click();
  await expect(valley.locator('.sentence')).toContainText('1 step');
  expect(JSON.parse(await page.locator('body').getAttribute('data-told') ?? '')).toEqual({ widget: 'backprop-valley', state: { start: -1, rate: 0.6, steps: 1, nudge: 0 } });
  expect(server.asked.filter((path) => /question|network|session|workbench|backprop\.wasm/.test(path))).toEqual([]);
  expect(server.asked.filter((path) => path.endsWith('.wasm'))).toEqual(['/widgets/backprop-evaluate.wasm']);
  expect(host.asked).toEqual(['/']);
  expect(wrong).toEqual([]);
});

test('from another origin the worker comes by a blob', async ({ page, browserName }) => {
  const server = await keep(siteElsewhere());
  const host = await keep(serve({ texts: { '/': withModule(FOUR, server.address) } }));
  await page.goto(host.address);
  await drawn(page.locator('backprop-valley'));
  await expect(page.locator('backprop-question')).toContainText('What is the gradient at w = 5?');
  expect(server.asked).toContain('/widgets/engine.js');
  if (browserName === 'chromium') expect(page.workers().map((worker) => worker.url())).toEqual([expect.stringMatching(/^blob:/)]);
});

test('four widgets of a page share one worker, and each answers', async ({ page, browserName }) => {
  const host = await keep(beside(withModule(FOUR)));
  const wrong = troubles(page);
  await page.goto(host.address);
  await drawn(page.locator('backprop-valley'));
  const question = page.locator('backprop-question');
  await question.getByRole('textbox').fill('6');
  await page.evaluate(() => addEventListener('backprop-answer', (event) => Object.assign(document.body.dataset, { answer: JSON.stringify(/** @type {CustomEvent} */ (event).detail) })));
  await question.getByRole('button', { name: 'Check' }).click();
  await expect.poll(async () => JSON.parse(await page.locator('body').getAttribute('data-answer') ?? '{}')).toMatchObject({ widget: 'backprop-question', outcome: 'right', seed: 0 });
  const graph = page.locator('backprop-graph');
  await graph.scrollIntoViewIfNeeded();
  await expect(graph.locator('[data-key="gradient.x"]').first()).toHaveAttribute('data-value', '4');
  const network = page.locator('backprop-network');
  await network.scrollIntoViewIfNeeded();
  await network.getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => Number(await network.locator('[data-key="status.step"]').first().getAttribute('data-value'))).toBeGreaterThan(20);
  if (browserName === 'chromium') expect(page.workers()).toHaveLength(1);
  expect(wrong).toEqual([]);
});

test('a policy that allows the page’s own files alone is enough', async ({ page }) => {
  const host = await keep(beside(withModule(FOUR), STRICT));
  const wrong = troubles(page);
  await page.goto(host.address);
  await drawn(page.locator('backprop-valley'));
  await expect(page.locator('backprop-question')).toContainText('What is the gradient at w = 5?');
  for (const tag of ['backprop-graph', 'backprop-network']) await page.locator(tag).scrollIntoViewIfNeeded();
  await page.locator('backprop-network [data-key="status.step"]').first().waitFor();
  expect(wrong).toEqual([]);
});

test('where workers are forbidden, the page’s own thread trains in slices and lets the page have its turn after each', async ({ page }) => {
  const host = await keep(beside(withModule(FOUR), NO_WORKER));
  // With this empty message the engine gives way: a test of it says how long what lies between two of them is.
  await page.addInitScript(() => {
    const post = MessagePort.prototype.postMessage;
    Object.assign(window, { slices: 0 });
    MessagePort.prototype.postMessage = function (/** @type {unknown} */ message, /** @type {any[]} */ ...more) {
      if (message === undefined) /** @type {any} */ (window).slices++;
      return post.call(this, message, .../** @type {[any]} */ (more));
    };
  });
  await page.goto(host.address);
  await drawn(page.locator('backprop-valley'));
  expect(page.workers()).toEqual([]);
  const network = page.locator('backprop-network');
  await network.scrollIntoViewIfNeeded();
  await network.getByRole('button', { name: 'Play' }).click();
  const steps = async () => Number(await network.locator('[data-key="status.step"]').first().getAttribute('data-value'));
  await expect.poll(steps).toBeGreaterThan(20);
  const before = await steps();
  const between = await page.evaluate(async () => {
    const { port1, port2 } = new MessageChannel();
    const between = [];
    for (let turn = 0; turn < 100; turn++) {
      const { slices } = /** @type {any} */ (window);
      await new Promise((resolve) => {
        port1.onmessage = resolve;
        port2.postMessage('');
      });
      between.push(/** @type {any} */ (window).slices - slices);
    }
    return between;
  });
  expect(Math.max(...between), 'slices before a message of the page is heard').toBeLessThanOrEqual(2);
  expect(between.filter((slices) => slices > 0).length, 'slices while the page had its turns').toBeGreaterThan(20);
  await expect.poll(steps).toBeGreaterThan(before);
  await network.getByRole('button', { name: 'Pause' }).click();
  await expect(network.getByRole('button', { name: 'Play' })).toBeVisible();
});

test('the page around it stays as it was: styles, globals, address, storage', async ({ page }) => {
  const style = '<link rel="stylesheet" href="/host.css">';
  const texts = { '/': bare(`${style}<p>Text</p><main></main>`), '/host.css': 'html { font-size: 62.5% } * { color: red; font: 40px fantasy; letter-spacing: 9px; } button, svg { display: none !important }' };
  const server = await keep(siteElsewhere());
  const host = await keep(serve({ texts }));
  await page.goto(`${host.address}#graph=x`);
  const snapshot = () => page.evaluate(() => ({
    globals: [window, Symbol, Object.prototype].flatMap((each) => Object.getOwnPropertyNames(each).filter((name) => !name.startsWith('__pw')).sort()), head: document.head.innerHTML, sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    root: /** @type {Element} */ (document.documentElement.cloneNode(false)).outerHTML, body: document.body.children.length,
    paragraph: ['color', 'font', 'letterSpacing', 'margin', 'display', 'background', 'colorScheme'].map((name) => /** @type {any} */ (getComputedStyle(/** @type {Element} */ (document.querySelector('p'))))[name]),
    hash: location.hash, title: document.title, stored: localStorage.length + sessionStorage.length, cookies: document.cookie, history: history.length,
  }));
  const before = await snapshot();
  await page.evaluate(([address, html]) => {
    const script = Object.assign(document.createElement('script'), { type: 'module', src: `${address}/widgets/backprop-playground.js` });
    /** @type {Element} */ (document.querySelector('main')).innerHTML = html;
    /** @type {Element} */ (document.querySelector('main')).append(script);
  }, [server.address, FOUR]);
  await drawn(page.locator('backprop-valley'));
  const step = page.locator('backprop-valley').getByRole('button', { name: 'Step' });
  await step.click();
  expect(await step.evaluate((button) => [getComputedStyle(button).fontSize, getComputedStyle(button).letterSpacing, getComputedStyle(button).color])).toEqual(['14px', 'normal', 'rgb(26, 29, 33)']);
  for (const tag of ['backprop-graph', 'backprop-network']) await page.locator(tag).scrollIntoViewIfNeeded();
  const network = page.locator('backprop-network');
  await network.getByRole('button', { name: 'Next step' }).or(network.getByRole('button', { name: 'Step' })).first().click();
  await page.waitForTimeout(800);
  expect(await snapshot()).toEqual(before);
});

test('a widget is light or dark as the system, its theme or the page says, and speaks the language around it', async ({ page, browserName }) => {
  const html = withModule(`<backprop-valley id="auto"></backprop-valley><backprop-valley id="light" theme="light"></backprop-valley>
    <div style="color-scheme: light"><backprop-valley id="page" theme="inherit"></backprop-valley></div><div lang="de"><backprop-valley id="de"></backprop-valley></div>`);
  const host = await keep(beside(html));
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto(host.address);
  const ink = (/** @type {string} */ id) => page.locator(`#${id} figure`).evaluate((figure) => getComputedStyle(figure).color);
  await drawn(page.locator('#de'));
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches); // which this Firefox cannot be told
  expect(dark || browserName === 'firefox').toBe(true);
  expect(await Promise.all(['auto', 'light', 'page'].map(ink))).toEqual([dark ? 'rgb(232, 234, 237)' : 'rgb(26, 29, 33)', 'rgb(26, 29, 33)', 'rgb(26, 29, 33)']);
  await expect(page.locator('#de').getByRole('button', { name: 'Schritt' }).first()).toBeVisible();
});

test('pictures of two widgets beside each other have each the colours of its own theme, and change with it', async ({ page }) => {
  const host = await keep(beside(withModule('<backprop-network id="dark" theme="dark"></backprop-network><backprop-network id="light" theme="light"></backprop-network>')));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 1000, height: 2400 });
  await page.goto(host.address);
  /** The units' maps are as pale or as dark as the surface where a unit is near 0. */
  const isPale = (/** @type {string} */ id) => page.locator(`#${id} backprop-network-view canvas`).evaluate((canvas) => {
    const { width, height } = /** @type {HTMLCanvasElement} */ (canvas);
    const bytes = /** @type {HTMLCanvasElement} */ (canvas).getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    for (let at = 0; at < bytes.length; at += 4) if (bytes[at + 3] === 255 && Math.min(bytes[at], bytes[at + 1], bytes[at + 2]) > 200) return true;
    return false;
  });
  const arePale = async () => [await isPale('dark'), await isPale('light')];
  await expect.poll(arePale).toEqual([false, true]);
  await page.locator('#dark').evaluate((widget) => widget.setAttribute('theme', 'light'));
  await expect.poll(arePale).toEqual([true, true]);
  await page.locator('#light').evaluate((widget) => widget.setAttribute('theme', 'dark'));
  await expect.poll(arePale).toEqual([true, false]);
});

test('what is written wrong is said where it stands, and what is written later is shown', async ({ page }) => {
  const host = await keep(beside(withModule(`<backprop-valley loss="(w -"></backprop-valley>${QUESTION}`)));
  const wrong = troubles(page);
  await page.goto(host.address);
  const valley = page.locator('backprop-valley');
  await expect(valley.getByRole('alert')).toContainText('column');
  await valley.evaluate((element) => {
    for (let start = 0; start < 10000; start++) element.setAttribute('start', String(start / 10000));
    element.setAttribute('loss', 'w**2');
  });
  await expect(valley.locator('.sentence')).toContainText('0.9999');
  await valley.evaluate((element) => element.setAttribute('state', '{"steps": 3}'));
  expect(wrong).toEqual([]);
});
