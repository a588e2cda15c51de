// Installs the npm packages when node_modules is not what package-lock.json says.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { capture, duration, repository, say, Stop, which } from './shell.js';

/** No browser is downloaded, and without a network the answer comes after seconds instead of a minute. */
const settings = {
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  npm_config_fetch_retry_mintimeout: '1000',
  npm_config_fetch_retry_maxtimeout: '5000',
};

/** @typedef {Record<string, {version?: string, optional?: boolean, devDependencies?: object, dependencies?: object}>} Packages */

export async function provideNodeModules() {
  if (isInstalled()) return;
  if (!which('npm')) throw new Stop('npm is not on the PATH: it comes with node from nodejs.org, and is the package npm in Debian.');
  const start = Date.now();
  say('Installing the npm packages of package-lock.json (about 130 MB).');
  const args = ['ci', '--no-progress', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, errors } = await capture('npm', args, { env: { ...process.env, ...settings } });
  const reason = errors.match(/^npm (?:error|ERR!) code (\w+)/m)?.[1] ?? errors.trim().split('\n')[0];
  if (reason === 'EUSAGE') throw new Stop(`package-lock.json is not in step with package.json: run 'npm install'.`);
  if (code !== 0) throw new Stop(`The npm packages cannot be installed (${reason}): check the network and npm's registry setting.`);
  say(`Installed the npm packages in ${duration(Date.now() - start)}.`);
}

/** Compares npm's own record of what it installed with what is asked for. */
function isInstalled() {
  const wanted = readPackages('package-lock.json');
  const present = readPackages('node_modules/.package-lock.json');
  if (!wanted || !present) return false;
  const { devDependencies, dependencies } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const { '': root, ...packages } = wanted;
  return isDeepStrictEqual([root.devDependencies, root.dependencies], [devDependencies, dependencies]) &&
    Object.entries(packages).every(([path, { version, optional }]) => (present[path] ? present[path].version === version : optional));
}

/**
 * @param {string} file
 * @returns {Packages | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(join(repository, file), 'utf8')).packages;
  } catch {
    return undefined;
  }
}
