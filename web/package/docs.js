// npm run docs: pages about the package's calls, made of its types, in build/docs.

import { join } from 'node:path';
import { provideNodeModules } from '../../wasm/toolchain/node-modules.js';
import { capture, repository, runScript, say, Stop } from '../../wasm/toolchain/shell.js';
import { typesFolder, writeTypes } from './types.js';

const folder = join(repository, 'build/docs');

await runScript(async () => {
  await provideNodeModules();
  await writeTypes();
  const entries = ['wasm/index.d.ts', 'wasm/graph.d.ts', 'wasm/evaluate.d.ts', 'wasm/data.d.ts', 'web/export/index.d.ts', 'build/wasm/eager.d.ts'].map((file) => join(typesFolder, file));
  const { code, output, errors } = await capture(process.execPath, [
    join(repository, 'node_modules/typedoc/bin/typedoc'), '--out', folder, '--name', 'backprop-playground', '--readme', join(repository, 'wasm/README.md'), '--tsconfig', join(repository, 'web/package/docs.tsconfig.json'),
    '--githubPages', 'false', '--disableSources', '--excludeExternals', '--logLevel', 'Error', ...entries,
  ]);
  if (code !== 0) throw new Stop(`The documentation cannot be written:\n${output}${errors}`);
  say(`The documentation is at ${join(folder, 'index.html')}.`);
});
