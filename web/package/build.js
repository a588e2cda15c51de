// What the package has besides sources: the modules, the types, the manifest of its elements. npm runs it before it packs.

import { fileURLToPath } from 'node:url';
import { build as buildModule } from '../../wasm/build.js';
import { provideNodeModules } from '../../wasm/toolchain/node-modules.js';
import { runScript, say } from '../../wasm/toolchain/shell.js';

/** What is made of the sources and the modules as they are. */
export async function describePackage() {
  const [{ writeTypes }, { writeManifest }] = await Promise.all([import('./types.js'), import('./elements-manifest.js')]);
  await writeTypes();
  writeManifest();
}

export async function buildPackage() {
  await provideNodeModules();
  for (const preset of ['wasm', 'wasm-scalar', 'wasm-graph', 'wasm-evaluate']) await buildModule(preset, 'backprop');
  await describePackage();
  say('Wrote the types and the manifest of the package.');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runScript(buildPackage);
