// How the page is bundled: from web/ into build/web/, with relative addresses so that it works under any path.

import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  build: {
    outDir: '../build/web',
    emptyOutDir: true,
    target: 'es2022',
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
