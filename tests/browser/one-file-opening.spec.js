// How the one file opens: what it unpacks, where, and in which turn; what a tab keeps of it; what it says where it cannot.

import { expect, test } from '@playwright/test';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { oneFile } from '../../web/one-file/build.js';

/** @import { Page, TestInfo } from '@playwright/test' */

const address = pathToFileURL(oneFile).href;
const LESSON = `${address}?lesson=02-the-chain-rule`;

// A picture of what failed would put a style into the page, which its policy forbids.
test.use({ screenshot: 'off' });

/** Counts the workers that unpack, as each is made of the script that stands in the file. @param {Page} page @param {number} cores */
async function counted(page, cores) {
  await page.addInitScript((cores) => {
    Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => cores });
    const begun = { unpacking: 0, most: 0, all: 0 };
    Object.assign(globalThis, { begun });
    globalThis.Worker = class extends Worker {
      /** @param {string | URL} address @param {WorkerOptions} [options] */
      constructor(address, options) {
        super(address, options);
        if (options?.name) return;
        begun.all += 1;
        begun.most = Math.max(begun.most, ++begun.unpacking);
        this.addEventListener('message', () => --begun.unpacking);
      }
    };
  }, cores);
}

/** @param {Page} page @returns {Promise<{ most: number, all: number }>} */
const begun = (page) => page.evaluate(() => /** @type {any} */ (globalThis).begun);

/** @param {Page} page */
async function answers(page) {
  await page.locator('backprop-chain').first().scrollIntoViewIfNeeded();
  await page.locator('backprop-chain figure[aria-busy="false"]').first().waitFor();
}

for (const [cores, most] of [[2, 1], [8, 4]])
  test(`with ${cores} cores ${most} of the four parts are unpacked at once, and a second page of the tab unpacks none`, async ({ page }) => {
    await counted(page, cores);
    await page.goto(LESSON);
    await answers(page);
    await expect.poll(() => begun(page)).toMatchObject({ most, all: 4 });
    await page.goto(`${address}?lesson=03-networks-are-compositions`);
    await expect(page.locator('h1')).toBeVisible();
    await page.locator('figure[aria-busy="false"]').first().waitFor();
    expect(await begun(page)).toMatchObject({ all: 0 });
  });

test('the lab does not unpack the course', async ({ page }) => {
  await counted(page, 2);
  await page.goto(address);
  await expect(page.getByRole('button', { name: 'Reset' })).toBeEnabled();
  expect((await begun(page)).all).toBe(3);
});

test('what another page of the tab kept under the same name is not run, and that of another version goes', async ({ page }) => {
  await page.goto(LESSON);
  await answers(page);
  const names = await page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.startsWith('backprop-playground ')));
  expect(names).toHaveLength(4);
  await page.evaluate((names) => {
    for (const name of names) sessionStorage.setItem(name, `globalThis.foreign = true;${sessionStorage.getItem(name)?.slice(26)}`);
    sessionStorage.setItem('backprop-playground of before', 'x');
  }, names);
  await page.reload();
  await answers(page);
  expect(await page.evaluate(() => [/** @type {any} */ (globalThis).foreign, sessionStorage.getItem('backprop-playground of before')])).toEqual([undefined, null]);
});

test('where there are no workers it opens all the same', async ({ page }) => {
  await page.addInitScript(() => void Reflect.deleteProperty(globalThis, 'Worker'));
  await page.goto(LESSON);
  await answers(page);
});

test('where storage is forbidden it opens all the same', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'sessionStorage', { get: () => { throw new DOMException('The operation is insecure.', 'SecurityError'); } }));
  await page.goto(LESSON);
  await answers(page);
});

/** A copy of the file of which a byte is another. @param {TestInfo} info @param {number} part where, of its length */
function damaged(info, part) {
  const bytes = readFileSync(oneFile);
  const at = Math.round(bytes.length * part);
  bytes[at] = bytes[at] === 65 ? 66 : 65;
  const file = info.outputPath('damaged.html');
  writeFileSync(file, bytes);
  return pathToFileURL(file).href;
}

for (const [name, part] of /** @type {[string, number][]} */ ([['script', 0.3], ['module', 0.7]]))
  test(`a file whose ${name} is damaged says so`, async ({ page }, info) => {
    await page.goto(damaged(info, part));
    await expect(page.getByText('Backprop Playground cannot start: the file is damaged, and another copy would be right.')).toBeVisible({ timeout: 20_000 });
  });

test('where WebAssembly has no SIMD it says what is needed', async ({ page }) => {
  await page.addInitScript(() => { WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError('Wasm SIMD unsupported')); });
  await page.goto(address);
  await expect(page.getByText('this file needs WebAssembly with SIMD')).toBeVisible();
});

test('a server that calls it UTF-8 gives the same page, and nothing is kept there', async ({ page }) => {
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(readFileSync(oneFile)));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await page.goto(`http://127.0.0.1:${port}/?lesson=02-the-chain-rule`);
  await answers(page);
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
  server.close();
});
