// What was measured on, and whether what is measured is what the sources say.
import { readdirSync, statSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { repository } from '../../wasm/toolchain/shell.js';

/** One line that a figure needs beside it. */
export function machine() {
  const cores = cpus();
  const model = cores[0]?.model.trim().replace(/\s+/g, ' ') || process.arch;
  return `${model}, ${cores.length} ${cores.length === 1 ? 'core' : 'cores'}, node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
}

/** A source that was written after the module was built, or undefined. */
export function newerThanBuild() {
  const built = statSync(join(repository, 'build/wasm/backprop.wasm')).mtimeMs;
  for (const folder of ['core/include', 'core/src', 'wasm/bindings'])
    for (const file of readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' }))
      if (/\.[ch]pp$/.test(file) && statSync(join(repository, folder, file)).mtimeMs > built) return join(folder, file);
}
