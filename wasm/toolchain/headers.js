// Finds the xsimd and doctest headers: the system's if they are new enough, else those of Debian 13.
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { isDebian } from './machine.js';
import { findSet, provideSet } from './package-cache.js';
import { compilerSet, headerSet } from './packages.js';
import { atLeast, repository, Stop } from './shell.js';

/** Where each library states its version, and the first version that will do. */
const libraries = [
  { name: 'xsimd', file: 'config/xsimd_config.hpp', macro: /define XSIMD_VERSION_(?:MAJOR|MINOR|PATCH)\s+(\d+)/g, least: '13' },
  { name: 'doctest', file: 'doctest.h', macro: /define DOCTEST_VERSION_(?:MAJOR|MINOR|PATCH)\s+(\d+)/g, least: '2.4.11' },
];

/**
 * @returns {Promise<string>} a folder that contains xsimd/ and doctest/ and no header of the system, as these would hide Emscripten's
 */
export async function provideHeaders() {
  const found = libraries.map(findOnSystem);
  if (found.every((folder) => folder)) return linkTogether(/** @type {string[]} */ (found));
  if (isDebian()) return join(findSet(compilerSet) ?? (await provideSet(headerSet)), 'usr/include');
  throw new Stop('The headers of xsimd 13 and doctest 2.4.11 or newer are needed: install both packages, or name their folder in CPATH.');
}

/** @param {typeof libraries[number]} library */
function findOnSystem({ name, file, macro, least }) {
  const named = [process.env.CPATH, process.env.CPLUS_INCLUDE_PATH].flatMap((list) => (list ?? '').split(delimiter)).filter(Boolean);
  const conda = process.env.CONDA_PREFIX ? [join(process.env.CONDA_PREFIX, 'include')] : [];
  const folders = [...named, ...conda, '/usr/local/include', '/opt/homebrew/include', '/usr/include'];
  return folders.map((folder) => join(folder, name)).find((folder) => {
    const header = join(folder, file);
    if (!existsSync(header)) return false;
    const version = [...readFileSync(header, 'utf8').matchAll(macro)].map((match) => match[1]).join('.');
    return atLeast(version, least);
  });
}

/** @param {string[]} folders */
function linkTogether(folders) {
  const together = join(repository, 'build/headers');
  mkdirSync(together, { recursive: true });
  libraries.forEach(({ name }, i) => {
    rmSync(join(together, name), { force: true });
    symlinkSync(folders[i], join(together, name));
  });
  return together;
}
