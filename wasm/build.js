// Configures and builds CMake presets, setting up what they need first: node wasm/build.js [preset ...], 'wasm' if none is named.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findSet, provideSet } from './toolchain/package-cache.js';
import { emscriptenSettings } from './toolchain/emscripten.js';
import { provideHeaders } from './toolchain/headers.js';
import { isDebian } from './toolchain/machine.js';
import { provideNodeModules } from './toolchain/node-modules.js';
import { compilerSet } from './toolchain/packages.js';
import { atLeast, capture, duration, repository, run, runScript, say, Stop, which } from './toolchain/shell.js';

/** @type {{cmakeMinimumRequired: {major: number, minor: number}, configurePresets: {name: string, hidden?: boolean}[]}} */
const { cmakeMinimumRequired: least, configurePresets } = JSON.parse(readFileSync(join(repository, 'CMakePresets.json'), 'utf8'));

/**
 * Builds a preset, or one target of it; what is up to date is not built again.
 * @param {string} preset
 * @param {string} [target]
 * @returns {Promise<string>} its build folder
 */
export async function build(preset, target) {
  const start = Date.now();
  const folder = buildFolder(preset);
  await checkCMake();
  const toWasm = preset.startsWith('wasm');
  if (toWasm) await provideNodeModules();
  else if (!compilers().some(which)) throw new Stop(`A C++ compiler is needed: install one, on Debian with 'apt-get install g++'.`);
  // A dumb terminal makes Ninja print lines instead of redrawing one.
  const env = { ...process.env, ...(toWasm ? await emscriptenSettings() : {}), TERM: 'dumb' };

  await configure(preset, folder, env);
  const only = target ? ['--target', target] : [];
  const code = await run('cmake', ['--build', folder, '--parallel', String(availableParallelism()), ...only], { env });
  if (code !== 0) throw new Stop(`Building '${preset}' failed: the compiler's message is above.`);
  say(`${preset} is built (${duration(Date.now() - start)}).`);
  return folder;
}

/** Names of native compilers that CMake would find. */
function compilers() {
  return process.env.CXX ? [process.env.CXX.split(' ')[0]] : ['c++', 'g++', 'clang++'];
}

/**
 * Where a preset is built.
 * @param {string} preset
 */
function buildFolder(preset) {
  const names = configurePresets.filter(({ hidden }) => !hidden).map(({ name }) => name);
  if (!names.includes(preset)) throw new Stop(`There is no preset '${preset}': choose among ${names.join(', ')}.`);
  return join(repository, 'build', preset);
}

async function checkCMake() {
  const version = (await capture('cmake', ['--version'])).output.match(/\d+(\.\d+)+/)?.[0];
  const needed = `${least.major}.${least.minor}`;
  if (!version || !atLeast(version, needed)) {
    const present = version ? `, this is ${version}` : '';
    throw new Stop(`CMake ${needed} or newer is needed${present}: install it, on Debian with 'apt-get install cmake'.`);
  }
}

/**
 * Configures a build folder, unless that was done with the same presets, tools and headers; CMake itself follows CMakeLists.txt.
 * @param {string} preset
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
async function configure(preset, folder, env) {
  const headers = await provideHeaders();
  const args = ['--preset', preset, ...(await generator()), `-DXSIMD_INCLUDE=${headers}`, `-DDOCTEST_INCLUDE=${headers}`];
  const inputs = ['CMakePresets.json', 'wasm/toolchain/emscripten.cmake'].map((file) => readFileSync(join(repository, file), 'utf8'));
  const compiler = preset.startsWith('wasm') ? env.PATH?.split(':')[0] : env.CXX;
  const stamp = createHash('sha256').update(JSON.stringify([args, inputs, compiler])).digest('hex');
  const stampFile = join(folder, 'configured-with');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  say(`Configuring ${preset}.`);
  const code = await run('cmake', ['--fresh', ...args], { env });
  if (code !== 0) throw new Stop(`Configuring '${preset}' failed: CMake's message is above.`);
  writeFileSync(stampFile, stamp);
}

/** Ninja from the PATH or from the private tools, else make, else private tools. */
async function generator() {
  const tools = findSet(compilerSet);
  const ninja = which('ninja') ?? (tools && join(tools, 'bin/ninja'));
  if (ninja) return ['-G', 'Ninja', `-DCMAKE_MAKE_PROGRAM=${ninja}`];
  if (which('make')) return ['-G', 'Unix Makefiles'];
  if (isDebian()) return ['-G', 'Ninja', `-DCMAKE_MAKE_PROGRAM=${join(await provideSet(compilerSet), 'bin/ninja')}`];
  throw new Stop(`Ninja or make is needed: install one, on Debian with 'apt-get install ninja-build'.`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runScript(async () => {
    const presets = process.argv.slice(2);
    for (const preset of presets.length > 0 ? presets : ['wasm']) await build(preset);
  });
}
