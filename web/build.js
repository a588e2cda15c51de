// Builds the page into build/web: the WebAssembly module first, then Vite's bundle, each only when something changed.
// As a command it also builds the page as one file, and what the npm package has besides sources.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as buildModule } from '../wasm/build.js';
import { provideNodeModules } from '../wasm/toolchain/node-modules.js';
import { duration, repository, runScript, say, Stop } from '../wasm/toolchain/shell.js';
import { buildWidgets } from './embed-pages.js';

/** Where the bundled page is. */
export const pageFolder = join(repository, 'build/web');

/** What goes into the page besides npm's packages, which the lock file stands for. */
const inputs = [
  'web', 'wasm/index.js', 'wasm/data.js', 'wasm/data', 'build/wasm/backprop.js', 'build/wasm/backprop.wasm', 'build/wasm/tables.json',
  'build/wasm-scalar/backprop-scalar.js', 'build/wasm-scalar/backprop-scalar.wasm', 'build/wasm-graph/backprop-graph.js',
  'build/wasm-graph/backprop-graph.wasm', 'build/wasm-evaluate/backprop-evaluate.js', 'build/wasm-evaluate/backprop-evaluate.wasm', 'wasm/door.js',
  'wasm/graph.js', 'wasm/evaluate.js', 'wasm/eager.js', 'wasm/nested.js', 'wasm/nearest.js', 'package-lock.json',
];

export const buildPage = () => onceFor('web', join(pageFolder, 'index.html'), async () => {
  const vite = await import('vite');
  await vite.build({ root: join(repository, 'web'), logLevel: 'warn' });
  await buildWidgets(vite);
});

/** The page as one file: build/backprop-playground.html. */
export const buildOneFile = () => onceFor('one-file', join(repository, 'build/backprop-playground.html'), async () => {
  await buildModule('wasm', 'packer');
  await (await import('./one-file/build.js')).writeOneFile();
});

/** Bundles what changed since it was bundled last. @param {string} name @param {string} made a file of it @param {() => Promise<void>} bundle */
async function onceFor(name, made, bundle) {
  await provideNodeModules();
  for (const preset of ['wasm', 'wasm-scalar', 'wasm-graph', 'wasm-evaluate']) await buildModule(preset, 'backprop');
  const stampFile = join(repository, `build/${name}.built-from`);
  const stamp = digest(inputs);
  if (existsSync(made) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;

  const start = Date.now();
  rmSync(stampFile, { force: true });
  try {
    await bundle();
  } catch (error) {
    throw new Stop(`Bundling the page failed: ${/** @type {Error} */ (error).message}`);
  }
  writeFileSync(stampFile, stamp);
  say(`Bundled ${name === 'web' ? 'the page' : 'the page as one file'} in ${duration(Date.now() - start)}.`);
}

/** One digest of the content of files and folders. @param {string[]} paths */
function digest(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const whole = join(repository, path);
    const files = path.includes('.') ? [whole] : readdirSync(whole, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
    for (const file of files) hash.update(file).update(readFileSync(file));
  }
  return hash.digest('hex');
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await runScript(async () => {
    await buildPage();
    await buildOneFile();
    await (await import('./package/build.js')).describePackage();
  });
