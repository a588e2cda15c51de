// How soon the page is at work: from navigation to the first training step on screen, in Chromium, beside a page that only loads an empty module.
import { chromium } from '@playwright/test';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { repository } from '../../wasm/toolchain/shell.js';
import { findChromium } from '../browsers.js';
import { median } from '../../wasm/cli/bench/timing.js';

/** @import { Contestant, Session } from '../../wasm/cli/bench/timing.js' */
/** @import { Server } from 'node:http' */

const workload = 'first step on screen';
/** Navigations a round. */
const visits = 3;
/** ms in which a new window has made itself; it is no part of the page. */
const settling = 500;

/** @type {Record<string, string>} */
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.svg': 'image/svg+xml' };

/** The smallest page that compiles a module and shows that it has. @type {Record<string, string | Buffer>} */
const emptyPage = {
  '/': '<!doctype html><title>An empty module</title><p>0</p><script type="module" src="/main.js"></script>',
  '/main.js': `await WebAssembly.instantiateStreaming(fetch('/empty.wasm')); document.querySelector('p').textContent = '1';`,
  '/empty.wasm': Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
};

/** @param {(path: string) => Promise<string | Buffer> | string | Buffer} contentOf @returns {Promise<Server>} */
function serve(contentOf) {
  const server = createServer(async ({ url = '/' }, response) => {
    try {
      const content = await contentOf(url);
      response.setHeader('content-type', types[url === '/' ? '.html' : extname(url)] ?? 'application/octet-stream').end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** Runs in the page before its own scripts: presses Play when that is possible, and notes when a step has been painted. */
function playAtOnce() {
  let pressed = false;
  const look = () => {
    const transport = document.querySelector('backprop-lab')?.shadowRoot?.querySelector('backprop-transport')?.shadowRoot;
    const play = /** @type {HTMLButtonElement | null | undefined} */ (transport?.querySelector('button.play'));
    if (play && !play.disabled && !pressed) {
      pressed = true;
      play.click();
    }
    const step = /** @type {HTMLElement | null} */ (transport?.querySelector('[data-key="status.step"]') ?? document.querySelector('body > p'));
    if (!(Number(step?.dataset.value ?? step?.textContent) > 0)) return void setTimeout(look);
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => { /** @type {any} */ (window).painted = performance.now(); };
      port2.postMessage(0);
    });
  };
  look();
}

/** @param {Promise<Server>} serving @returns {Promise<Session>} */
async function visitsOf(serving) {
  const server = await serving;
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  const visit = async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.addInitScript(playAtOnce);
    await page.waitForTimeout(settling);
    await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'commit' });
    const painted = await page.waitForFunction(() => /** @type {any} */ (window).painted, undefined, { polling: 100 });
    const value = /** @type {number} */ (await painted.jsonValue());
    await context.close();
    return value;
  };
  await visit();
  return {
    work: 1,
    run: visit,
    measure: async () => {
      const values = [];
      for (let i = 0; i < visits; ++i) values.push(await visit());
      return median(values);
    },
    end: async () => {
      server.close();
      await browser.close();
    },
  };
}

const folder = join(repository, 'build/web');

/** @returns {Promise<Session>} */
async function ours() {
  if (!existsSync(join(folder, 'index.html'))) throw new Error('the page is not built; npm run build would do that');
  return visitsOf(serve((path) => readFile(join(folder, path === '/' ? 'index.html' : path))));
}

/** @type {Contestant[]} */
export const contestants = [
  { system: 'backprop-playground', workload, start: ours },
  { system: 'an empty module', workload, start: () => visitsOf(serve((path) => emptyPage[path])) },
];
