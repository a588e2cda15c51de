// Finds the browsers that the tests drive: Debian's Chromium, which root can have installed here, and Firefox ESR if it is there.
import { isDebian } from '../wasm/toolchain/machine.js';
import { capture, duration, say, Stop, which } from '../wasm/toolchain/shell.js';

const install = 'apt-get install --no-install-recommends chromium fonts-dejavu-core';

/** The path of Chromium, or undefined; CHROMIUM names another than the one on the PATH. */
export function findChromium() {
  return process.env.CHROMIUM || which('chromium');
}

/** The path of Firefox ESR, or undefined. */
export function findFirefox() {
  return which('firefox-esr');
}

/** Installs Chromium where that is possible and needed. A font comes along, as a bare machine may have none. */
export async function provideChromium() {
  if (findChromium()) return;
  if (!isDebian() || process.getuid?.() !== 0) {
    throw new Stop(`Chromium is needed for the tests in a browser: on Debian run '${install}' as root, elsewhere name one in CHROMIUM.`);
  }
  const start = Date.now();
  say(`Installing Debian's Chromium (about 190 MB): ${install}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };
  const progress = setInterval(() => say(`  still installing, ${duration(Date.now() - start)}`), 10000);
  for (const args of [['update', '-q'], [...install.split(' ').slice(1), '-q', '-y']]) {
    const { code, errors } = await capture('apt-get', args, { env });
    if (code === 0) continue;
    clearInterval(progress);
    const reason = errors.match(/^E: (.*?)\.?$/m)?.[1] ?? 'apt-get failed';
    throw new Stop(`Chromium cannot be installed (${reason}): check the network, then run '${install}'.`);
  }
  clearInterval(progress);
  say(`Installed Chromium in ${duration(Date.now() - start)}.`);
}
