// What makes the site one that can be installed: its manifest, its icons, and a service worker that knows every file of the build.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const icons = join(here, '../icons');

/** Kept when first used: data sets, and the module for browsers that lack SIMD. */
const LATER = /\.(csv|bin)$|backprop-scalar/;
/** What pages elsewhere embed keeps nothing in their reader's browser. */
const NEVER = /^(embed\/(?!index\.html$)|widgets\/|sw\.js$)|\.map$/;

const manifest = {
  name: 'Backprop Playground',
  short_name: 'Backprop',
  description: 'See and touch reverse-mode automatic differentiation: networks, graphs and a course, also without a network.',
  id: './',
  start_url: './index.html',
  scope: './',
  display: 'standalone',
  // Light's; pages say the dark one themselves.
  theme_color: '#ffffff',
  background_color: '#f6f7f9',
  icons: [
    { src: 'icons/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: 'icons/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: 'icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
  shortcuts: [
    { name: 'Lessons', url: 'lessons/index.html' },
    { name: 'Graph', url: 'index.html#graph' },
  ],
};

/** Writes the service worker for the files that are in a folder. @param {string} folder */
export function writeServiceWorker(folder) {
  const addresses = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1).split(sep).join('/'))
    .filter((address) => !NEVER.test(address)).sort();
  const files = addresses.map((address) => ({ address, digest: createHash('sha256').update(readFileSync(join(folder, address))).digest('hex').slice(0, 16) }));
  const list = JSON.stringify({ kept: files.filter(({ address }) => !LATER.test(address)), later: files.filter(({ address }) => LATER.test(address)) });
  const source = readFileSync(join(here, 'service-worker.js'), 'utf8');
  const place = '/* files */ { kept: [], later: [] }';
  if (!source.includes(place)) throw new Error('The service worker has no place for the list of files.');
  writeFileSync(join(folder, 'sw.js'), source.replace(place, () => list));
}

/** @type {import('vite').Plugin} */
export const offline = {
  name: 'offline',
  transformIndexHtml: {
    order: 'post',
    handler(_, { path }) {
      if (/^\/embed\/(?!index\.html$)/.test(path)) return [];
      const root = '../'.repeat(path.split('/').length - 2) || './';
      const tag = (/** @type {string} */ name, /** @type {Record<string, string>} */ attrs) => ({ tag: name, attrs, injectTo: /** @type {const} */ ('head') });
      return [
        tag('link', { rel: 'manifest', href: `${root}site.webmanifest` }),
        tag('link', { rel: 'apple-touch-icon', href: `${root}icons/touch-180.png` }),
        tag('meta', { name: 'theme-color', content: '#ffffff', media: '(prefers-color-scheme: light)' }),
        tag('meta', { name: 'theme-color', content: '#171a1f', media: '(prefers-color-scheme: dark)' }),
      ];
    },
  },
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'site.webmanifest', source: JSON.stringify(manifest) });
    for (const name of readdirSync(icons)) this.emitFile({ type: 'asset', fileName: `icons/${name}`, source: readFileSync(join(icons, name)) });
  },
  writeBundle({ dir }) {
    writeServiceWorker(/** @type {string} */ (dir));
  },
};
