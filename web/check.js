// Checks that a served page answers: the page itself, every file that it refers to, and among them the WebAssembly module.
import { readdirSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { Stop } from '../wasm/toolchain/shell.js';

/** What a browser insists on; WebAssembly is compiled while it arrives only with its own type. */
const types = new Map([['.html', 'text/html'], ['.js', 'text/javascript'], ['.css', 'text/css'], ['.wasm', 'application/wasm']]);

/**
 * Fetches index.html, then whatever built file is named in what was fetched.
 * @param {string} address with a slash at its end
 * @param {string} folder the built files that are served there
 * @returns {Promise<string>} a sentence about what was fetched
 */
export async function checkPage(address, folder) {
  const built = readdirSync(folder, { recursive: true }).map(String).filter((file) => extname(file));
  const reached = new Set(['index.html']);
  let bytes = 0;
  for (const file of reached) {
    const response = await fetch(new URL(file, address));
    const type = response.headers.get('content-type') ?? 'no type';
    if (!response.ok || !type.startsWith(types.get(extname(file)) ?? '')) {
      throw new Stop(`The page does not answer: ${file} came with status ${response.status} and ${type}.`);
    }
    const content = Buffer.from(await response.arrayBuffer());
    bytes += content.length;
    for (const other of built) if (content.includes(basename(other))) reached.add(other);
  }
  const module = [...reached].find((file) => file.endsWith('.wasm'));
  if (!module) throw new Stop('The page answers, but refers to no WebAssembly module.');
  return `The page answers: ${reached.size} files, ${Math.round(bytes / 1000)} kB, among them ${basename(module)}.`;
}
