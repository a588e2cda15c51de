// Runs tests/browser in Chromium against the page as npm start serves it.
import { defineConfig } from '@playwright/test';
import { repository } from '../wasm/toolchain/shell.js';
import { findChromium } from './browsers.js';

const port = Number(process.env.PORT || 4199);
const address = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: 'browser',
  outputDir: '../build/tests/browser',
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  use: {
    browserName: 'chromium',
    baseURL: address,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findChromium() },
  },
  webServer: { command: 'node web/start.js', cwd: repository, url: address, env: { PORT: String(port) }, timeout: 600_000 },
});
