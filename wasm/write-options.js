// Writes the table of options into wasm/README.md, between its marks: node wasm/write-options.js
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { optionMarkdown } from './cli/option-table.js';
import { load } from './index.js';

const readme = new URL('README.md', import.meta.url);
const marks = /(<!-- options: node wasm\/write-options\.js -->\n)[^]*?(<!-- end of options -->)/;

/** The README as it should be. */
export async function readmeWithOptions() {
  const { options } = (await load()).tables();
  const text = readFileSync(readme, 'utf8');
  if (!marks.test(text)) throw new Error('[wasm/README.md] the marks of the table of options are missing');
  return { text, right: text.replace(marks, (_, start, end) => `${start}${optionMarkdown(options)}\n${end}`) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(readme, (await readmeWithOptions()).right);
