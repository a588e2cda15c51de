// Builds build/backprop-playground.html: the pages, the module, the course and the small data sets in one file, which a double click opens.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compress } from 'lzma1';
import { repository } from '../../wasm/toolchain/shell.js';
import { tightStyles } from '../tight-styles.js';
import { checksum, ESCAPE } from './boot.js';
import { toColumns } from './columns.js';
import { lessonsInside } from './lessons.js';

export const oneFile = join(repository, 'build/backprop-playground.html');

const root = fileURLToPath(new URL('..', import.meta.url));

/** What stands in the file besides its script, which has the tables. MNIST does not fit. */
const files = ['build/wasm/backprop.wasm', 'wasm/data/penguins.csv', 'wasm/data/iris.csv', 'wasm/data/digits.csv'];

/**
 * Nothing of it has an address but the file itself: what is fetched comes from inside, and a worker is the same script again. The large module
 * answers what elsewhere the small ones do, so that one is enough.
 * @type {import('vite').Plugin}
 */
const inside = {
  name: 'inside',
  enforce: 'pre',
  resolveId(source, importer = '') {
    if (/\/wasm\/(graph|evaluate)\.js$/.test(join(dirname(importer), source))) return join(root, 'one-file/large.js');
  },
  transform(code, id) {
    if (!/\.js$/.test(id) || /node_modules|one-file/.test(id)) return undefined;
    return code
      .replace(/new Worker\(new URL\('\.\/([\w-]+)\.js', import\.meta\.url\), \{[^}]*\}\)/g, "backpropHere.worker('$1')")
      .replace(/new URL\((['"])([^'"]+)\1, ?import\.meta\.url\)/g, (_, quote, path) => `new URL('inside:/${basename(path)}')`)
      .replace(/import\.meta\.url/g, "'inside:/'")
      .replace(/(?<![\w.$])fetch\(/g, 'backpropHere.fetch(')
      .replace(/"\.\/lessons\/([^"]*)index\.html"/g, '"?lesson=$1index"')
      .replace(/<a href="\.\/embed\/[^>]*>[^<]*<\/a>/g, ''); // That page shows how to take widgets of the site.
  },
};

/** One script of an entry and all that it imports. @param {string} entry */
async function scriptOf(entry) {
  const vite = await import('vite');
  const result = await vite.build({
    root, configFile: false, logLevel: 'warn', plugins: [inside, tightStyles], define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false, target: 'es2022', cssTarget: ['chrome123', 'firefox128', 'safari17.5'], modulePreload: false, minify: true,
      // What preloads the parts of a page has none to preload here.
      rolldownOptions: { input: join(root, 'one-file', entry), external: ['module'], transform: { define: { 'import.meta': '{}' } }, output: { format: 'iife', codeSplitting: false } },
    },
  });
  const { output } = /** @type {{ output: { type: string, code: string, moduleIds: string[] }[] }} */ (result);
  const scripts = output.filter(({ type }) => type === 'chunk');
  if (scripts.length !== 1 || /import\.meta|new URL\([^)]*document/.test(scripts[0].code)) throw new Error(`${entry}: ${scripts.length} scripts, or an address that leads out of the file`);
  const small = scripts[0].moduleIds.find((id) => /\/build\/wasm-/.test(id));
  if (small) throw new Error(`${entry}: ${small} is in it, and the large module answers what that one would`);
  const [lost] = scripts[0].code.match(/href="\.\.?\/[^"]*"/) ?? [];
  if (lost) throw new Error(`${entry}: ${lost} leads to a page that the file does not have`);
  return scripts[0].code;
}

/** Bytes in which no reader of HTML finds anything, in windows-1252; the few that would not come through stand after an escape. @param {Uint8Array} bytes */
export function escaped(bytes) {
  /** @type {number[]} */
  const out = [];
  for (const [i, byte] of bytes.entries()) {
    const opens = byte === 0x3c && [0x21, 0x2f, 0x73, 0x53].includes(bytes[i + 1]); // <! </ <s begin what would end the script, or hide its end
    if (byte === 0 || byte === 1 || byte === 0x0d || opens) out.push(ESCAPE, byte + 64);
    else out.push(byte);
  }
  return Buffer.from(out);
}

/** A file's name and bytes as they are inside. @param {string} file */
function inFile(file) {
  const bytes = readFileSync(join(repository, file));
  const columns = file.endsWith('.csv') ? toColumns(bytes.toString()) : undefined;
  return columns ? [`${basename(file)}.columns`, Buffer.from(columns)] : [basename(file), bytes];
}

/** @param {string} script */
const hashOf = (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** Writes it, and says what takes how many bytes, packed for itself. */
export async function writeOneFile() {
  const [boot, script] = [await scriptOf('boot.js'), await scriptOf('main.js')];
  const parts = [
    ['script.js', Buffer.from(script)], ['lessons.json', Buffer.from(JSON.stringify(await lessonsInside()))],
    ...files.map(inFile),
  ].map(([name, bytes]) => ({ name: String(name), bytes: /** @type {Buffer} */ (bytes) }));
  const all = Buffer.concat(parts.map(({ bytes }) => bytes));
  const about = { size: all.length, sum: checksum(all), files: parts.map(({ name, bytes }) => [name, bytes.length]) };
  const code = boot.trim();
  if (/[^\0-\x7f]|<\/script/.test(code)) throw new Error('The script that unpacks the file must be plain ASCII.');
  const icon = `data:image/svg+xml,${encodeURIComponent(readFileSync(join(root, 'icon.svg'), 'utf8').trim())}`;
  const policy = `default-src 'none'; script-src ${hashOf(code)} blob: 'wasm-unsafe-eval'; worker-src blob:; img-src data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'`;
  const before = `<!doctype html><html lang="en"><head><meta charset="windows-1252"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Backprop Playground</title><link rel="icon" href="${icon}"></head><body><p>Backprop Playground needs JavaScript and WebAssembly. <span>It is being unpacked.</span></p><script type="text/plain" id="packed" data-about='${JSON.stringify(about)}'>`;
  writeFileSync(oneFile, Buffer.concat([Buffer.from(before, 'latin1'), escaped(compress(all, 9).subarray(13)), Buffer.from(`</script><script>${code}</script></body></html>\n`, 'latin1')]));
  return parts.map(({ name, bytes }) => ({ name, bytes: bytes.length, packed: compress(bytes, 9).length }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await writeOneFile());
