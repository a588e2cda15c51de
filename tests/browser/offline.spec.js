// The site without a network: it is kept once it was seen, whole, by versions that never mix.

import { expect, test } from '@playwright/test';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, extname, join, sep } from 'node:path';
import { repository } from '../../wasm/toolchain/shell.js';
import { writeServiceWorker } from '../../web/offline/plugin.js';
import { findChromium } from '../browsers.js';
import { pause, play, shownNumber } from './lab.js';

/** @import { BrowserContext, Page } from '@playwright/test' */

const HOST = 'playground.test';
const port = 4360 + Number(process.env.TEST_PARALLEL_INDEX ?? 0);
const site = `http://${HOST}:${port}/`;

// A name that is not the machine's own, and passes for secure.
test.use({ launchOptions: { executablePath: findChromium(), args: [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`, `--unsafely-treat-insecure-origin-as-secure=${site.slice(0, -1)}`] } });

const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.webmanifest': 'application/manifest+json' };

/** @type {string} */
let folder;
/** What the server was asked for. @type {string[]} */
let asked = [];
const server = createServer(({ url = '' }, response) => {
  const path = url.split('?')[0].replace(/\/$/, '/index.html');
  asked.push(path);
  try {
    const content = readFileSync(join(folder, path));
    response.writeHead(200, { 'content-type': types[/** @type {'.js'} */ (extname(path))] ?? 'application/octet-stream', 'cache-control': 'no-cache' }).end(content);
  } catch {
    response.writeHead(404).end();
  }
});

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'backprop-site-'));
  cpSync(join(repository, 'build/web'), folder, { recursive: true });
  asked = [];
  await new Promise((resolve) => void server.listen(port, '127.0.0.1', () => resolve(undefined)));
});
test.afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true });
});

/** Waits until the lab stands. @param {Page} page */
async function labStands(page) {
  await expect(page.getByRole('button', { name: 'Reset' })).toBeEnabled();
  await expect(page.locator('backprop-lab')).not.toHaveAttribute('aria-busy');
}

/** Waits until the version that the page found is kept. @param {Page} page */
const kept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

/** Fails when anybody else is asked. @param {BrowserContext} context */
function expectOneOrigin(context) {
  context.on('request', (request) => expect(request.url().startsWith(site) || request.url().startsWith('blob:')).toBe(true));
}

test('without a network the lab trains, a lesson answers, a graph is walked, and data that were used are there', async ({ page, context }) => {
  expectOneOrigin(context);
  await page.goto(site);
  await labStands(page);
  await kept(page);
  await page.reload();
  await labStands(page);
  await page.goto(`${site}?#data=iris`);
  await labStands(page);
  await context.setOffline(true);

  await page.goto(`${site}index.html?again#data=iris`);
  await labStands(page);
  await page.goto(`${site}#dataset=spiral`);
  await page.reload();
  await labStands(page);
  await play(page);
  await expect.poll(() => shownNumber(page, 'status.step'), { timeout: 20_000 }).toBeGreaterThan(100);
  await pause(page);

  await page.goto(`${site}lessons/`);
  await page.locator('backprop-valley figure[aria-busy="false"]').waitFor();
  await page.goto(`${site}index.html?graph#graph=${encodeURIComponent('x = 2\ny = x**2 + 3*x + 1')}`);
  await expect(page.locator('#status')).toHaveText(/operation/);
  await page.locator('backprop-graph-steps input[type=range]').press('End');
  await expect.poll(() => shownNumber(page, 'gradient.x')).toBe(7);
});

test('the first view asks for nothing that it does not need: what is kept comes after it', async ({ page }) => {
  await page.goto(`${site}lessons/index.html`);
  await page.locator('backprop-valley figure[aria-busy="false"]').waitFor();
  const first = [...asked];
  expect(first.filter((path) => /lab-|\/sw\.js|backprop-[\w-]+\.wasm/.test(path) && !/graph|evaluate/.test(path))).toEqual([]);
  await kept(page);
  expect(asked.length).toBeGreaterThan(first.length + 20);
  expect(asked.filter((path) => /\.(csv|bin)$|scalar/.test(path))).toEqual([]);
});

/** Makes another version of the site, with a script under another name. @param {string} mark @returns {string[]} what is another file now */
function newVersion(mark) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(html|js)$/.test(name) && name !== 'sw.js');
  const script = files.find((name) => /^assets.index-.*\.js$/.test(name)) ?? '';
  const [from, to] = [basename(script), `index-${mark}.js`];
  const changed = files.filter((name) => {
    const source = readFileSync(join(folder, name), 'utf8');
    const begun = name === script ? `document.documentElement.dataset.version = '${mark}';\n${source}` : source;
    const renamed = begun.replaceAll(from, to);
    writeFileSync(join(folder, name), renamed);
    return renamed !== source;
  });
  renameSync(join(folder, script), join(folder, 'assets', to));
  writeServiceWorker(folder);
  return changed.map((name) => `/${name.split(sep).join('/').replace(from, to)}`);
}

test('a new version takes the place of the old one as a whole, and what is old is let go', async ({ page, context }) => {
  const versionOf = () => page.evaluate(() => document.documentElement.dataset.version);
  await page.goto(`${site}#dataset=spiral`);
  await labStands(page);
  await kept(page);
  await page.reload();
  const changed = newVersion('second');
  asked = [];
  await page.reload();
  await labStands(page);
  expect(await versionOf()).toBeUndefined();
  // The old page goes on with its files; the new ones are fetched beside it, and of them only what changed.
  await expect.poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)), { timeout: 15_000 }).toBe(true);
  expect([...new Set(asked)].sort()).toEqual([...changed, '/sw.js'].sort());
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-version', 'second');
  await labStands(page);
  expect(new URL(page.url()).hash).toContain('dataset=spiral');
  await context.setOffline(true);
  await page.reload();
  await labStands(page);
  expect(await versionOf()).toBe('second');
  const old = await page.evaluate(async () => (await (await caches.open('backprop-files')).keys()).filter(({ url }) => /index-(?!second).*\.js/.test(url)).map(({ url }) => url));
  expect(old).toEqual([]);
});

test('another tab with the old version keeps the new one waiting', async ({ page, context }) => {
  await page.goto(site);
  await labStands(page);
  await kept(page);
  await page.reload();
  const other = await context.newPage();
  await other.goto(`${site}lessons/index.html`);
  newVersion('third');
  await page.reload();
  await expect.poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)), { timeout: 15_000 }).toBe(true);
  await page.reload();
  await labStands(page);
  expect(await page.evaluate(() => document.documentElement.dataset.version)).toBeUndefined();
  await other.close();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-version', 'third');
});

test('the manifest says what a browser needs to install it', async ({ page }) => {
  await page.goto(site);
  const address = await page.locator('link[rel="manifest"]').evaluate((link) => /** @type {HTMLLinkElement} */ (link).href);
  const manifest = await (await page.request.get(address.replace(HOST, '127.0.0.1'))).json();
  expect(manifest).toMatchObject({ name: 'Backprop Playground', display: 'standalone', start_url: './index.html' });
  for (const { src } of manifest.icons) expect((await page.request.get(new URL(src, address).href.replace(HOST, '127.0.0.1'))).headers()['content-type']).toBe('image/png');
  expect(manifest.icons.some((/** @type {{ purpose?: string }} */ { purpose }) => purpose === 'maskable')).toBe(true);
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
});
