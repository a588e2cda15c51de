// How the widgets are bundled: into build/web/widgets/, files that work wherever the folder is copied. The site's own bundle is vite.config.js's.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { hostTokens, ownLengths } from './host-css.js';
import { tightened } from './tight-styles.js';

const at = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));
const TOKENS = 'virtual:host-tokens';

/** What is another module here: the site starts a worker for each page, the widgets of a page share one. @type {Record<string, string>} */
const INSTEAD = {
  'start-lesson.js': at('./src/widgets/start-engine.js'),
  'start-worker.js': at('./src/widgets/start-worker.js'),
  // The page's address is another's, and there is no bar.
  'route.js': at('./src/widgets/no-route.js'),
  'header.js': at('./src/widgets/no-route.js'),
};

/** Built files that pages name, and what each is made of. */
const ENTRIES = { 'backprop-playground': 'main.js', engine: 'engine.js', embed: 'embed.js', anywidget: 'anywidget.js' };

/** What Lit leaves in the page for other copies of itself and for decorators, kept within the module here. @param {string} code */
const withoutGlobals = (code) => {
  const own = code
    .replace(/\(\w+\.(?:litHtmlVersions|litElementVersions|reactiveElementVersions)\?\?=\[\]\)\.push\([^)]*\)/g, '0')
    .replace('Symbol.metadata??=Symbol("metadata")', '0')
    .replace(/\b\w+\.litPropertyMetadata/g, 'litPropertyMetadata');
  return own.includes('litPropertyMetadata') ? `let litPropertyMetadata;${own}` : own;
};

/** @type {import('vite').Plugin} */
const onOthersPages = {
  name: 'on-others-pages',
  enforce: 'pre',
  // An entry that needs another imports it as it is built, so that neither becomes a chunk of both.
  resolveId: (id, importer) => (id === './main.js' ? { id: './backprop-playground.js', external: true } : id === TOKENS ? `\0${TOKENS}` : importer?.includes('/src/') ? INSTEAD[id.slice(id.lastIndexOf('/') + 1)] : undefined),
  load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : id === `\0${TOKENS}` ? `export default ${JSON.stringify(hostTokens(readFileSync(at('./src/tokens.css'), 'utf8')).replace(/\/\*[^]*?\*\/|\n\s*/g, ''))}` : undefined),
  transform(code, id) {
    if (/\/src\/elements\/.*\.js$/.test(id)) return tightened(ownLengths(code));
    if (/node_modules\/(lit|@lit|lit-html|lit-element)\//.test(id)) return withoutGlobals(code);
  },
};

export default defineConfig({
  root: at('.'),
  base: './',
  publicDir: false,
  plugins: [onOthersPages],
  build: {
    outDir: '../build/web/widgets',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, at(`./src/widgets/${file}`)])),
      // The modules' loaders import `module` only under node.
      external: ['module'],
      preserveEntrySignatures: 'exports-only',
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', assetFileNames: '[name][extname]' },
    },
  },
});
