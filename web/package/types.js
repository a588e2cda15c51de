// The package's types: tsc writes them of the JSDoc, and those that come with the modules are put where these expect them.

import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { capture, repository, Stop } from '../../wasm/toolchain/shell.js';

/** Where they are: the folder is the repository again, with types alone. */
export const typesFolder = join(repository, 'build/types');

/** Written together with the modules. */
const generated = ['build/wasm/backprop.d.ts', 'build/wasm/eager.d.ts', 'build/wasm-graph/backprop-graph.d.ts', 'build/wasm-evaluate/backprop-evaluate.d.ts'];

export async function writeTypes() {
  rmSync(typesFolder, { recursive: true, force: true });
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const { code, output, errors } = await capture(process.execPath, [tsc, '-p', join(repository, 'web/package/tsconfig.json')]);
  if (code !== 0) throw new Stop(`The package's types cannot be written:\n${output}${errors}`);
  for (const file of generated) {
    const copy = join(typesFolder, file);
    mkdirSync(dirname(copy), { recursive: true });
    cpSync(join(repository, file), copy);
  }
}
