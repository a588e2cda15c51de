// Finds the browsers that the tests drive: Debian's Chromium and Firefox ESR, which root can have installed here.
import { isDebian } from '../wasm/toolchain/machine.js';
import { capture, duration, say, Stop, which } from '../wasm/toolchain/shell.js';

const browsers = [
  { name: 'Chromium', package: 'chromium', size: '190 MB', variable: 'CHROMIUM' },
  { name: 'Firefox ESR', package: 'firefox-esr', size: '80 MB', variable: 'FIREFOX' },
];

/** The path of Chromium, or undefined; CHROMIUM names another than the one on the PATH. */
export function findChromium() {
  return process.env.CHROMIUM || which('chromium');
}

/** The path of Firefox ESR, or undefined; FIREFOX names another than the one on the PATH. */
export function findFirefox() {
  return process.env.FIREFOX || which('firefox-esr');
}

/** Installs the browsers that are missing, where that is possible. A font comes along, as a bare machine may have none. */
export async function provideBrowsers() {
  const missing = browsers.filter((browser) => !process.env[browser.variable] && !which(browser.package));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(' and ');
  const install = `apt-get install --no-install-recommends ${missing.map((browser) => browser.package).join(' ')} fonts-dejavu-core`;
  if (!isDebian() || process.getuid?.() !== 0) {
    const variables = missing.map(({ variable }) => variable).join(' and ');
    throw new Stop(`The tests in a browser need ${names}: on Debian run '${install}' as root, elsewhere name the program in ${variables}.`);
  }
  const start = Date.now();
  say(`Installing Debian's ${missing.map(({ name, size }) => `${name} (about ${size})`).join(' and ')}: ${install}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const progress = setInterval(() => say(`  still installing, ${duration(Date.now() - start)}`), 10000);
  for (const args of [['update', '-q'], [...install.split(' ').slice(1), '-q', '-y']]) {
    const { code, errors } = await capture('apt-get', args, { env });
    if (code === 0) continue;
    clearInterval(progress);
    const reason = errors.match(/^E: (.*?)\.?$/m)?.[1] ?? 'apt-get failed';
    throw new Stop(`${names} cannot be installed (${reason}): check the network, then run '${install}'.`);
  }
  clearInterval(progress);
  say(`Installed ${names} in ${duration(Date.now() - start)}.`);
}
