// A tiny static server for tests of what stands on pages that are not ours: some folders and texts by address, with what headers a test wants.

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

/** @type {Record<string, string>} */
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.mjs': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.json': 'application/json', '.svg': 'image/svg+xml', '.csv': 'text/csv' };

/**
 * @param {{ folders?: Record<string, string>, texts?: Record<string, string>, headers?: Record<string, string> }} what `folders` by the address that they are
 *   at, such as '/widgets/'; `texts` by address, such as '/'; `headers` of every answer
 * @returns {Promise<{ address: string, asked: string[], close: () => void }>} asked: the addresses that were, without the text after ?
 */
export async function serve({ folders = {}, texts = {}, headers = {} }) {
  /** @type {string[]} */
  const asked = [];
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    asked.push(path);
    const type = TYPES[extname(path)] ?? 'text/html; charset=utf-8';
    try {
      const at = Object.keys(folders).sort((a, b) => b.length - a.length).find((each) => path.startsWith(each));
      const body = texts[path] ?? (at === undefined ? undefined : await readFile(join(folders[at], normalize(`/${path.slice(at.length)}`), path.endsWith('/') ? 'index.html' : '')));
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': type, ...headers }).end(body);
    } catch {
      response.writeHead(404, headers).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { address: `http://127.0.0.1:${port}`, asked, close: () => (server.closeAllConnections(), server.close()) };
}
