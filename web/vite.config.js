// How the page is bundled: from web/ into build/web/, with relative addresses so that it works under any path.

import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { lessonFiles, lessonPages } from './lesson-pages.js';

/**
 * The lab is loaded by the entry's script, but fetched along with it.
 * @type {import('vite').Plugin}
 */
const preloadLab = {
  name: 'preload-lab',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle = {}, path }) {
      if (path !== '/index.html') return [];
      const lab = Object.values(bundle).find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/elements/lab.js'));
      const files = lab?.type === 'chunk' ? [lab.fileName, ...lab.imports] : [];
      return files.map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` } }));
    },
  },
};

export default defineConfig({
  base: './',
  plugins: [preloadLab, lessonPages],
  build: {
    outDir: '../build/web',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: [fileURLToPath(new URL('./index.html', import.meta.url)), ...lessonFiles()] },
    // lightningcss would else rewrite light-dark() for browsers that lack the module's features anyway.
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    // Data addresses would need a wider content security policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  // The module's loader imports `module` only under node.
  worker: { format: 'es', rolldownOptions: { external: ['module'] } },
  server: { fs: { allow: ['..'] } },
});
