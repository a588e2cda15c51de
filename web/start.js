// npm start: builds whatever is missing or out of date and serves the page; with --once, checks that it answers and ends.
import { createServer } from 'node:net';
import { join } from 'node:path';
import { repository, runScript, say, Stop } from '../wasm/toolchain/shell.js';
import { buildPage, pageFolder } from './build.js';
import { checkPage } from './check.js';

const host = '127.0.0.1';
const usualPort = 4173;

await runScript(async () => {
  const unknown = process.argv.slice(2).find((argument) => argument !== '--once');
  if (unknown) throw new Stop(`'${unknown}' is unknown: npm start takes only --once, which builds, checks that the page answers and ends.`);
  const once = process.argv.includes('--once');
  const port = await choosePort(once);
  await buildPage();

  const vite = await import('vite');
  const server = await vite.preview({
    root: join(repository, 'web'),
    appType: 'mpa', // A missing file is a 404, not the page again.
    logLevel: 'error',
    preview: { host, port, strictPort: true },
  }).catch((error) => {
    throw new Stop(`The page cannot be served: ${error.message}.`);
  });
  const address = `http://${host}:${port}/`;
  if (!once) return say(`The page is at ${address} (Ctrl-C ends the server).`);
  try {
    say(await checkPage(address, pageFolder));
  } finally {
    await server.close();
  }
});

/**
 * The port to serve at, which is found to be free before anything is built.
 * @param {boolean} once whether any port will do if none is named
 */
async function choosePort(once) {
  const named = process.env.PORT;
  if (named && !(/^\d+$/.test(named) && Number(named) >= 1 && Number(named) <= 65535)) {
    throw new Stop(`PORT is '${named}': it must be a number from 1 to 65535.`);
  }
  const wanted = named ? Number(named) : once ? 0 : usualPort;
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', (/** @type {NodeJS.ErrnoException} */ { code }) => {
      const reason = code === 'EACCES' ? 'needs more rights' : 'is in use';
      reject(new Stop(`Port ${wanted} ${reason}: choose another, such as PORT=${wanted + 1} npm start.`));
    });
    probe.listen(wanted, host, () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
