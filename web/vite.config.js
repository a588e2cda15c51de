// How the page is bundled: from web/ into build/web/, with relative addresses so that it works under any path.

import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { lessonFiles, lessonPages } from './lesson-pages.js';
import { offline } from './offline/plugin.js';
import { tightStyles } from './tight-styles.js';

const here = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));

/**
 * The lab is loaded by the entry's script, but fetched along with it. The lab, and what it shares, is compiled whole while it is fetched: most of it is needed at once.
 * @type {import('vite').Plugin}
 */
const hurry = {
  name: 'hurry',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk' && ['lab', 'shared'].includes(file.name)) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
    },
  },
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle = {}, path }) {
      if (path !== '/index.html') return [];
      const lab = Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'lab');
      const files = lab?.type === 'chunk' ? [lab.fileName, ...lab.imports] : [];
      return files.map((file) => ({ tag: 'link', injectTo: 'head', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` } }));
    },
  },
};

/** How the page comes to be, a file each: what it begins with, the network and its run, what stands around them. Each has all that it
 * imports and none before it has. */
const steps = [
  // What lessons use too, who would else load the lab with it; in two files, as the page's worker does not wait for elements.
  { name: 'first', test: /\/src\/(theme|kept|message-of|offline)\.js$|\/engine\/watched\.js$|rolldown\/runtime|preload-helper/ },
  { name: 'shared', test: /node_modules\/(lit|lit-html|lit-element|@lit|comlink)\/|\/src\/settings\.js$|\/elements\/(shared-css|range-css|size|icons|number|segments|change|save-file)\.js$|\/draw\/(format|once|scale|colors)\.js$/ },
  { name: 'index', test: /\/src\/main\.js$/ },
  { name: 'lab', test: /\/elements\/lab\.js$/ },
  { name: 'around', test: /\/elements\/lab\/around\.js$/ },
];

export default defineConfig({
  base: './',
  plugins: [tightStyles, hurry, lessonPages, offline],
  build: {
    outDir: '../build/web',
    emptyOutDir: true,
    target: 'es2022',
    // lightningcss would else rewrite light-dark() for browsers that lack the module's features anyway.
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    // Data addresses would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // By the name of their script, which is else the same for every index.html.
      input: Object.fromEntries([here('index.html'), ...lessonFiles()].map((file) => [relative(here('.'), file).replace(/\.html$/, '').replaceAll(sep, '-').replace(/-index$/, ''), file])),
      output: { codeSplitting: { groups: steps.map(({ name, test }, at) => ({ name, test, priority: steps.length - at })) } },
    },
  },
  // The module's loader imports `module` only under node.
  worker: { format: 'es', rolldownOptions: { external: ['module'] } },
  server: { fs: { allow: ['..'] } },
  // Widgets may stand on pages of other origins, and in frames that have none.
  preview: { cors: { origin: '*' } },
});
