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
      // These take minutes for what is the same in both, or look at files that are, need a phone, which this Firefox cannot be, or a file that it saves.
      testIgnore: ['digit.spec.js', 'export.spec.js', 'manners.spec.js', 'mnist.spec.js', 'offline.spec.js', 'real-data.spec.js', 'sizes.spec.js'],
      // Axe is asked in Chromium alone; this Firefox cannot be told to reduce motion, nor asked for a file that it saves.
      grepInvert: /axe finds nothing|with reduced motion|table and CSV of the loss|the picture has the plot|a run that was kept is made again, and a file|a run whose data are in its file|the JSON that the page keeps goes on/,
      use: { browserName: 'firefox', channel: 'moz-firefox', launchOptions: { executablePath: findFirefox() } },
    },
  ],
  webServer: { command: 'node web/start.js', cwd: repository, url: address, env: { PORT: String(port) }, timeout: 600_000 },
});
