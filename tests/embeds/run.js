// Builds a page with MkDocs and one with MyST, of the snippets of the page Embed, and opens both: npm run check-embeds. What is not installed is left out, and said.

import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import { buildPage, pageFolder } from '../../web/build.js';
import { snippetFor } from '../../web/embed/snippets.js';
import { runScript, say, Stop } from '../../wasm/toolchain/shell.js';
import { serve } from '../browser/static-server.js';
import { findChromium } from '../browsers.js';

/** Meanwhile the site is served, which the program may ask. @param {string} program @param {string[]} args @param {string} folder */
async function run(program, args, folder) {
  try {
    await promisify(execFile)(program, args, { cwd: folder, timeout: 120_000 });
  } catch (error) {
    const { message, stdout, stderr } = /** @type {Error & { stdout: string, stderr: string }} */ (error);
    throw new Stop(`${program} ${args.join(' ')} failed: ${message}\n${stdout}${stderr}`);
  }
}

/** @param {string} program */
const versionOf = (program) => spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout?.match(/v?(\d+\.\d+\.\d+)/)?.[1];

/** A page whose Markdown holds a snippet, as MkDocs builds it. @param {string} folder @param {string} site */
async function mkdocs(folder, site) {
  mkdirSync(join(folder, 'docs'));
  writeFileSync(join(folder, 'mkdocs.yml'), 'site_name: A course\nplugins: []\n');
  writeFileSync(join(folder, 'docs/index.md'), `# Gradient descent\n\n${snippetFor('mkdocs', site)}\n`);
  await run('mkdocs', ['build', '--strict', '--quiet'], folder);
  return { at: join(folder, 'site'), page: undefined };
}

/** @typedef {{ type: string, esm?: string, model?: object, children?: Node[] }} Node of MyST's document */

/** @param {Node} node @returns {Node | undefined} */
const widgetIn = (node) => (node.type === 'anywidget' ? node : node.children?.map(widgetIn).find(Boolean));

/**
 * The same with MyST. Its themes come from the network, so the site is built with one that draws nothing, and the page shows what stands in the built document as a theme does: it
 * imports the file that MyST has copied, and gives it the model.
 * @param {string} folder @param {string} site
 */
async function myst(folder, site) {
  mkdirSync(join(folder, 'theme'));
  writeFileSync(join(folder, 'theme/template.yml'), "myst: v1\ntitle: None\nbuild: { install: 'true', start: 'true' }\n");
  writeFileSync(join(folder, 'myst.yml'), 'version: 1\nproject: { title: A course }\nsite: { template: ./theme }\n');
  writeFileSync(join(folder, 'index.md'), `# Gradient descent\n\n${snippetFor('myst', site)}\n`);
  await run('myst', ['build', '--site'], folder);
  const at = join(folder, '_build/site/public');
  const widget = widgetIn(JSON.parse(readFileSync(join(folder, '_build/site/content/index.json'), 'utf8')).mdast);
  if (!widget?.esm || !readdirSync(at).includes(widget.esm.slice(1))) throw new Stop('MyST made no widget of the snippet.');
  return {
    at,
    page: `<!doctype html><title>A course</title><div></div><script type="module">
      import widget from ${JSON.stringify(widget.esm)};
      const model = ${JSON.stringify(widget.model)};
      widget.render({ el: document.querySelector('div'), model: { get: (name) => model[name], set: () => {}, save_changes: () => { throw new Error('not implemented'); }, on: () => {} } });
    </script>`,
  };
}

/** The figure is drawn on a page, and a step of it makes one. @param {import('playwright-core').Browser} browser @param {string} address */
async function tryPage(browser, address) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  try {
    await page.goto(address);
    const valley = page.locator('backprop-valley');
    await valley.getByRole('button', { name: 'Step' }).click();
    await valley.getByText('After 1 step').waitFor();
  } catch (error) {
    throw new Stop(`${address} shows no figure that steps: ${[...errors, /** @type {Error} */ (error).message].join('\n')}`);
  } finally {
    await page.close();
  }
}

await runScript(async () => {
  await buildPage();
  const site = await serve({ folders: { '/': pageFolder }, headers: { 'access-control-allow-origin': '*' } });
  const browser = await chromium.launch({ executablePath: findChromium(), args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  const folder = mkdtempSync(join(tmpdir(), 'backprop-embeds-'));
  try {
    for (const [program, name, build, how] of /** @type {const} */ ([['mkdocs', 'MkDocs', mkdocs, 'apt install mkdocs'], ['myst', 'MyST', myst, 'npm install -g mystmd']])) {
      const version = versionOf(program);
      if (!version) {
        say(`${name} is not installed, so no page was built with it: ${how} would be right.`);
        continue;
      }
      const own = join(folder, program);
      mkdirSync(own);
      const { at, page } = await build(own, site.address);
      const host = await serve({ folders: { '/': at }, texts: page === undefined ? {} : { '/': page } });
      await tryPage(browser, `${host.address}/`);
      host.close();
      say(`${name} ${version}: the snippet shows a figure, and it steps${page === undefined ? '' : '; its own theme, which comes from the network, was left out'}.`);
    }
  } finally {
    await browser.close();
    site.close();
    rmSync(folder, { recursive: true });
  }
});
