// Runs tests/browser in Chromium, and a part in Firefox, against the page as npm start serves it.
import { defineConfig } from '@playwright/test';
import { repository } from '../wasm/toolchain/shell.js';
import { findChromium, findFirefox } from './browsers.js';

const port = Number(process.env.PORT || 4199);
const address = `http://127.0.0.1:${port}/`;

export default defineConfig({
  testDir: 'browser',
  outputDir: '../build/tests/browser',
  reporter: 'list',
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: address,
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'chromium', use: { browserName: 'chromium', launchOptions: { executablePath: findChromium() } } },
    {
      name: 'firefox', // Debian's, which is not Playwright's own build.
      testMatch: ['same-bits.spec.js', 'graph*.spec.js', 'training.spec.js', 'numbers.spec.js', 'check.spec.js', 'matrix.spec.js', 'health.spec.js'],
      // What axe finds is the same in both, and takes minutes here; this Firefox cannot be told to reduce motion, and nothing can be typed into the lab's fields.
      grepInvert: /axe finds nothing|with reduced motion|another data set|a new learning rate|of a wide layer/,
      use: { browserName: 'firefox', channel: 'moz-firefox', launchOptions: { executablePath: findFirefox() } },
    },
  ],
  webServer: { command: 'node web/start.js', cwd: repository, url: address, env: { PORT: String(port) }, timeout: 600_000 },
});
