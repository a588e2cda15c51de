// Builds the widgets, and beside them a page for each, to be shown in a frame, embed/valley.html#start=2, and the example course page.

import { copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { elements } from './src/course/elements.js';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, '../build/web/embed');
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; worker-src 'self' blob:; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/** Of every widget, as its page is called: its tag without the family name. */
export const widgetNames = [...Object.keys(elements), 'backprop-graph', 'backprop-network'].map((tag) => tag.replace('backprop-', ''));

/** @param {string} name */
const page = (name) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${POLICY}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>Backprop Playground: ${name}</title>
    <link rel="icon" type="image/svg+xml" href="../icon.svg">
    <link rel="stylesheet" href="embed.css">
    <script type="module" src="../widgets/embed.js"></script>
  </head>
  <body data-widget="${name}">
    <main aria-label="Backprop Playground: ${name}"><p class="still">This needs JavaScript and WebAssembly. In a frame with <code>sandbox="allow-scripts"</code>, the server of the widgets must also send <code>Access-Control-Allow-Origin: *</code>.</p></main>
  </body>
</html>
`;

/** Once the site is built, whose folder they go into. @param {typeof import('vite')} vite */
export async function buildWidgets(vite) {
  await vite.build({ configFile: join(here, 'widgets.config.js'), logLevel: 'warn' });
  mkdirSync(folder, { recursive: true });
  copyFileSync(join(here, 'src/widgets/embed.css'), join(folder, 'embed.css'));
  cpSync(join(here, 'examples'), join(folder, '../examples'), { recursive: true });
  for (const name of widgetNames) writeFileSync(join(folder, `${name}.html`), page(name));
}
