// The service worker of the site: keeps all its files, of one version at a time, so that it works without a network. Of an embedded page it keeps and answers nothing.

/** @typedef {{ address: string, digest: string }} Kept relative to the site */

const worker = /** @type {any} */ (self);

/** What the build found: files that are kept at once, and such as are kept when they are first used. @type {{ kept: Kept[], later: Kept[] }} */
const { kept, later } = /* files */ { kept: [], later: [] };

const root = new URL('./', worker.location.href).href;
const names = { files: 'backprop-files', data: 'backprop-data' };

/** A file as this version has it: the digest is part of the address in the cache. @param {Kept} file */
const keyOf = ({ address, digest }) => `${root}${address}?${digest}`;

const filesBy = new Map(kept.map((file) => [root + file.address, file]));
const dataBy = new Map(later.map((file) => [root + file.address, file]));

/** All or nothing: until each file is there, the version before goes on. What has not changed is there already. */
async function install() {
  const cache = await caches.open(names.files);
  await Promise.all(kept.map(async (file) => {
    if (await cache.match(keyOf(file))) return;
    const answer = await fetch(root + file.address, { cache: 'no-cache' });
    if (!answer.ok) throw new Error(`${file.address}: ${answer.status}`);
    // Of an answer that was redirected, as some hosts do with index.html, a browser makes no page.
    await cache.put(keyOf(file), answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer);
  }));
}

/** Files of versions before are let go. */
async function activate() {
  for (const [name, files] of /** @type {const} */ ([[names.files, kept], [names.data, later]])) {
    const cache = await caches.open(name);
    const wanted = new Set(files.map(keyOf));
    for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
  }
}

/** @param {Kept} file @param {Request} request */
async function fromCache(file, request) {
  return (await (await caches.open(names.files)).match(keyOf(file))) ?? fetch(request);
}

/** Kept once it is here, whole. @param {Kept} file @param {Request} request */
async function whenUsed(file, request) {
  const cache = await caches.open(names.data);
  const found = await cache.match(keyOf(file));
  if (found) return found;
  const answer = await fetch(request);
  // It may be given up on the way: then nothing is kept.
  if (answer.ok) cache.put(keyOf(file), answer.clone()).catch(() => {});
  return answer;
}

const isEmbedded = (/** @type {string} */ url) => url.startsWith(`${root}embed/`) && !/\/embed\/(index\.html)?$/.test(url.split(/[?#]/)[0]);

/** @param {any} event of fetch @param {string} url without what follows ? and # */
async function answer({ request, clientId }, url) {
  if (request.mode === 'navigate') {
    // The page that goes was the last of the version before, so the next begins with all of the new one.
    const { waiting } = worker.registration;
    if (waiting && (await worker.clients.matchAll()).length < 2) {
      waiting.postMessage('take over');
      // A header that says so would not load an address again that has a part after #.
      return new Response('<!doctype html><script>location.reload()</script>', { headers: { 'content-type': 'text/html' } });
    }
  } else {
    const client = clientId && (await worker.clients.get(clientId));
    if (client && isEmbedded(client.url)) return fetch(request);
  }
  const file = filesBy.get(url.endsWith('/') ? `${url}index.html` : url);
  return file ? fromCache(file, request) : whenUsed(/** @type {Kept} */ (dataBy.get(url)), request);
}

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(install()));
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(activate()));
worker.addEventListener('message', (/** @type {MessageEvent} */ { data }) => {
  if (data === 'take over') worker.skipWaiting();
});
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const [url] = event.request.url.split(/[?#]/);
  const known = filesBy.has(url.endsWith('/') ? `${url}index.html` : url) || dataBy.has(url);
  if (event.request.method === 'GET' && known && !isEmbedded(url)) event.respondWith(answer(event, url));
});
