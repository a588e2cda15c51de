// Installs the other libraries, in this folder alone.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { capture, Stop, which } from '../../../wasm/toolchain/shell.js';

const folder = dirname(fileURLToPath(import.meta.url));

/** @param {(line: string) => void} tell */
export async function installPeers(tell) {
  if (isInstalled()) return;
  if (!which('npm')) throw new Stop('npm is not on the PATH: it comes with node from nodejs.org, and is the package npm in Debian.');
  tell('Installing the libraries of tests/bench/peers/package-lock.json (460 MB).');
  // Without scripts nothing is compiled: brain.js asks for a graphics driver that it does not need here.
  const { code, errors } = await capture('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder });
  if (code !== 0) throw new Stop(`The libraries cannot be installed: ${errors.trim().split('\n')[0]}`);
}

function isInstalled() {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return Object.entries(dependencies).every(([name, version]) => {
    const file = join(folder, 'node_modules', name, 'package.json');
    return existsSync(file) && JSON.parse(readFileSync(file, 'utf8')).version === version;
  });
}
