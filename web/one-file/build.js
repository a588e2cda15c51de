// Builds build/backprop-playground.html: the pages, the module, the course and the small data sets in one file, which a double click opens.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { repository } from '../../wasm/toolchain/shell.js';
import { tightStyles } from '../tight-styles.js';
import { BLOCK, checksum } from './boot.js';
import { toCells } from './cells.js';
import { lessonsInside } from './lessons.js';
import { KINDS, pack, unpack } from './packer.js';

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

/** Whether bytes, as characters, come through HTML as they are: no NUL, no CR, and nothing that would end the script or hide its end. @param {string} characters */
const comesThrough = (characters) => !/[\0\r]|<[!/s]/i.test(characters);

/** Bytes in which no reader of HTML finds anything, in windows-1252: in blocks, each behind the first key that does it. @param {Uint8Array} bytes */
export function shielded(bytes) {
  let out = '';
  for (let at = 0; at < bytes.length; at += BLOCK) {
    const block = bytes.subarray(at, at + BLOCK);
    const key = Array.from({ length: 256 }, (_, key) => key).find((key) => comesThrough(out.slice(-1) + turned(block, key)));
    if (key === undefined) throw new Error('a block of bytes has no key: a shorter BLOCK would be right');
    out += turned(block, key);
  }
  return Buffer.from(out, 'latin1');
}

/** @param {Uint8Array} block @param {number} key */
const turned = (block, key) => Buffer.from([key, ...block.map((byte) => byte ^ key)]).toString('latin1');

/** What is packed and unpacked for itself, so that nothing waits for what it does not need; and by which model. */
const streams = { script: KINDS.text, lessons: KINDS.text, module: KINDS.module, digits: KINDS.digits };

/** @typedef {{ name: string, stream: keyof typeof streams, bytes: Uint8Array }} Part */

/** A file as it is inside. @param {string} file @returns {Part[]} */
function partsOf(file) {
  const bytes = readFileSync(join(repository, file));
  const name = basename(file);
  const table = file.endsWith('digits.csv') ? toCells(bytes.toString()) : undefined;
  if (!table) return [{ name, stream: file.endsWith('.wasm') ? 'module' : 'script', bytes }];
  return [{ name: `${name}.header`, stream: 'script', bytes: table.header }, { name: `${name}.cells`, stream: 'digits', bytes: table.cells }];
}

/** How the page looks while it is unpacked; `page.js` takes it away. */
const OPENING = 'body{margin:0;min-height:100vh;display:grid;place-content:center;text-align:center;font:1rem/1.5 system-ui,sans-serif;color:light-dark(#5a6270,#a4acb7);background:light-dark(#f6f7f9,#101316)}b{color:light-dark(#1a1d21,#e8eaed)}p{margin:.25em 1em}';

/** @param {string} script */
const hashOf = (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

/** Writes it, and says how many bytes each kind of content takes. */
export async function writeOneFile() {
  const [boot, script] = [await scriptOf('boot.js'), await scriptOf('main.js')];
  /** @type {Part[]} */
  const parts = [
    { name: 'script.js', stream: 'script', bytes: Buffer.from(script) }, { name: 'lessons.json', stream: 'lessons', bytes: Buffer.from(JSON.stringify(await lessonsInside())) },
    ...files.flatMap(partsOf),
  ];
  const packer = readFileSync(join(repository, 'build/wasm/packer.wasm'));
  const compiled = await WebAssembly.compile(packer);
  const packedStreams = Object.entries(streams).map(([name, kind]) => {
    const inIt = parts.filter((part) => part.stream === name);
    const plain = Buffer.concat(inIt.map(({ bytes }) => bytes));
    const packed = pack(compiled, kind, plain);
    if (Buffer.compare(unpack(compiled, kind, packed, plain.length), plain) !== 0) throw new Error(`${name}: what was packed does not come out again`);
    return { name, packed, about: { kind, packed: packed.length, size: plain.length, sum: checksum(plain), digest: createHash('sha256').update(plain).digest('base64'), files: inIt.map(({ name, bytes }) => [name, bytes.length]) } };
  });
  const about = { packer: packer.length, streams: packedStreams.map(({ about }) => about) };
  const code = boot.trim();
  if (/[^\0-\x7f]|<\/script/.test(code)) throw new Error('The script that unpacks the file must be plain ASCII.');
  const icon = `data:image/svg+xml,${encodeURIComponent(readFileSync(join(root, 'icon.svg'), 'utf8').trim())}`;
  const policy = `default-src 'none'; script-src ${hashOf(code)} blob: 'wasm-unsafe-eval'; worker-src blob:; style-src ${hashOf(OPENING)}; img-src data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'`;
  const before = `<!doctype html><html lang="en"><head><meta charset="windows-1252"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Backprop Playground</title><link rel="icon" href="${icon}"><style>${OPENING}</style></head><body><p role="status"><b>Backprop Playground</b><br>is being unpacked &hellip;</p><noscript><p>It needs JavaScript and WebAssembly.</p></noscript><script type="text/plain" id="packed" data-about='${JSON.stringify(about)}'>`;
  const content = shielded(Buffer.concat([packer, ...packedStreams.map(({ packed }) => packed)]));
  writeFileSync(oneFile, Buffer.concat([Buffer.from(before, 'latin1'), content, Buffer.from(`</script><script>${code}</script></body></html>\n`, 'latin1')]));
  return [
    ...packedStreams.map(({ name, about: { size, packed } }) => ({ name, bytes: size, packed })),
    { name: 'packer', bytes: packer.length, packed: packer.length }, { name: 'boot', bytes: code.length, packed: code.length },
    { name: 'keys', bytes: 0, packed: content.length - packer.length - packedStreams.reduce((sum, { packed }) => sum + packed.length, 0) },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.table(await writeOneFile());
