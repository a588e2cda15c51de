// Unpacks Debian's packages into the user's cache folder, which all clones share, without installing them.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { downloadPackages } from './apt.js';
import { suite } from './packages.js';
import { makeRunnable } from './runnable.js';
import { capture, duration, say, Stop } from './shell.js';

/** @typedef {import('./packages.js').PackageSet} PackageSet */

/** @type {NodeJS.Signals[]} */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** A set-up that was killed leaves its folder behind; after a day nobody can be working in it any more. */
const abandonedAfter = 24 * 3600 * 1000;

/** Follows the convention for caches that XDG_CACHE_HOME moves. */
function cacheFolder() {
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'backprop-playground');
}

/**
 * Where a set lies once it is set up; other packages or other files make another folder, so that clones of all ages share one cache.
 * @param {PackageSet} set
 */
function folderOf(set) {
  const { name, packages, programs, leftOut, layout } = set;
  const digest = createHash('sha256').update(JSON.stringify([suite, packages, programs, leftOut, layout])).digest('hex').slice(0, 12);
  return join(cacheFolder(), `${name}-${digest}`);
}

/** The folder of a set if it has been set up. @param {PackageSet} set */
export function findSet(set) {
  return existsSync(folderOf(set)) ? folderOf(set) : undefined;
}

/**
 * The folder of a set, which is set up first if need be. A folder is complete as soon as it has its name.
 * @param {PackageSet} set
 * @returns {Promise<string>}
 */
export async function provideSet(set) {
  const folder = folderOf(set);
  if (existsSync(folder)) return folder;

  const start = Date.now();
  say(`Setting up ${set.purpose} in ${cacheFolder()}, once for all clones; the system is not touched.`);
  mkdirSync(cacheFolder(), { recursive: true });
  removeAbandoned();
  const work = mkdtempSync(join(cacheFolder(), '.work-'));
  const cleanUp = () => rmSync(work, { recursive: true, force: true, maxRetries: 3 });
  const interrupted = () => {
    cleanUp();
    process.exit(1);
  };
  for (const signal of signals) process.on(signal, interrupted);
  try {
    const debs = await downloadPackages(suite, set.packages, work, set.purpose);
    const tree = join(work, 'tree');
    mkdirSync(tree);
    say('Unpacking (about 15 s).');
    for (const deb of debs) await unpack(deb, tree, set.leftOut);
    if (Object.keys(set.programs).length > 0) makeRunnable(tree, folder, set.programs);
    publish(tree, folder);
  } finally {
    for (const signal of signals) process.off(signal, interrupted);
    cleanUp();
  }
  say(`Set up ${set.purpose} in ${duration(Date.now() - start)}.`);
  return folder;
}

function removeAbandoned() {
  for (const name of readdirSync(cacheFolder()).filter((name) => name.startsWith('.work-'))) {
    const folder = join(cacheFolder(), name);
    const age = Date.now() - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0);
    if (age > abandonedAfter) rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} deb
 * @param {string} tree
 * @param {string[]} leftOut
 */
async function unpack(deb, tree, leftOut) {
  const script = 'dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" --no-same-owner --exclude-from="$3"';
  const list = join(tree, '..', 'left-out');
  writeFileSync(list, leftOut.join('\n') + '\n');
  const { code, errors } = await capture('sh', ['-c', script, 'sh', deb, tree, list]);
  if (code !== 0) throw new Stop(`${basename(deb)} cannot be unpacked (${errors.trim().split('\n')[0]}): is there 1 GB of free disk?`);
}

/**
 * Gives the finished tree its name. Another process may have been faster: then its tree, which has the same content, is kept.
 * @param {string} tree
 * @param {string} folder
 */
function publish(tree, folder) {
  try {
    renameSync(tree, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  }
}
