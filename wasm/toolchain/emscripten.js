// Finds an Emscripten that is new enough: the one in EMSDK or on the PATH, else a private one from Debian's packages.
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { isDebian } from './machine.js';
import { provideSet } from './package-cache.js';
import { compilerSet } from './packages.js';
import { atLeast, capture, repository, say, Stop, which } from './shell.js';

/** The first version that Debian packages with typed bindings; CMakeLists.txt relies on nothing newer. */
const leastVersion = '3.1.69';

/** @returns {Promise<string>} the folder that holds emcc */
export async function provideEmscripten() {
  const own = installedCompiler();
  const version = own && (await capture(own, ['--version'])).output.match(/\d+\.\d+\.\d+/)?.[0];
  if (own && version && atLeast(version, leastVersion)) return dirname(own);
  const lack = own ? `${own} is ${version ? `version ${version}` : 'not working'}` : 'no emcc is on the PATH or in EMSDK';
  if (!isDebian()) {
    throw new Stop(`Emscripten ${leastVersion} or newer is needed and ${lack}: install it with emsdk (see emscripten.org).`);
  }
  if (own) say(`Using a private Emscripten, as ${lack} and ${leastVersion} is needed.`);
  return join(await provideSet(compilerSet), 'usr/share/emscripten');
}

/** @returns {string | undefined} */
function installedCompiler() {
  const inSdk = process.env.EMSDK && join(process.env.EMSDK, 'upstream/emscripten/emcc');
  return inSdk && existsSync(inSdk) ? inSdk : which('emcc');
}

/**
 * What to change in the environment, so that this Emscripten is found, and by Emscripten the TypeScript compiler that writes the
 * typed bindings. Undefined stands for a variable to take away, which would lead to another Emscripten.
 * @returns {Promise<Record<string, string | undefined>>}
 */
export async function emscriptenSettings() {
  const folder = await provideEmscripten();
  const PATH = [folder, join(repository, 'wasm/toolchain/bin'), process.env.PATH].join(delimiter);
  const { EMSDK } = process.env;
  return EMSDK && folder.startsWith(EMSDK) ? { PATH } : { PATH, EMSDK: undefined, EM_CONFIG: undefined, EM_CACHE: undefined };
}
