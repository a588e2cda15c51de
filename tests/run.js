// npm test: installs what the tests need and runs every suite, or those that are named: npm test -- core browser
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { build } from '../wasm/build.js';
import { provideNodeModules } from '../wasm/toolchain/node-modules.js';
import { duration, repository, run, runScript, say, Stop } from '../wasm/toolchain/shell.js';
import { buildOneFile, buildPage } from '../web/build.js';
import { provideBrowsers } from './browsers.js';

/** A sanitizer that finds something ends the program, so that its test fails. */
const sanitizers = { ASAN_OPTIONS: 'halt_on_error=1:detect_leaks=1', UBSAN_OPTIONS: 'halt_on_error=1:print_stacktrace=1' };

/** In order; WebAssembly comes first, as its set-up brings what the native build needs. */
const suites = [
  { name: 'wasm', about: 'the C++ tests compiled to WebAssembly with and without SIMD, under node', test: testWasm },
  { name: 'core', about: 'the C++ tests natively, under sanitizers', test: () => testWithCTest('native-sanitize') },
  { name: 'types', about: 'the types of the JavaScript', test: testTypes },
  { name: 'js', about: 'the JavaScript under node', test: testJavaScript },
  { name: 'browser', about: 'the page in Chromium, and what must not depend on the browser in Firefox too', test: testPage },
];

/** Each preset is built once; a build that failed fails every suite that needs it, with the same sentence. */
const builds = new Map();

/** @param {string} preset @returns {Promise<string>} */
function buildOnce(preset) {
  if (!builds.has(preset)) builds.set(preset, build(preset));
  return builds.get(preset);
}

async function testWasm() {
  await testWithCTest('wasm');
  await testWithCTest('wasm-scalar');
}

/** @param {string} preset */
async function testWithCTest(preset) {
  await buildOnce(preset);
  const args = ['--preset', preset, '--no-tests=error', '--parallel', String(availableParallelism())];
  await expectSuccess('ctest', args, sanitizers);
}

async function testTypes() {
  await provideNodeModules();
  for (const preset of ['wasm', 'wasm-graph', 'wasm-evaluate']) await buildOnce(preset); // The types of the module are written, and scripts are read.
  await expectSuccess(tool('tsc'), ['-p', '.']);
}

async function testJavaScript() {
  await buildOnce('wasm');
  for (const preset of ['wasm-scalar', 'wasm-graph', 'wasm-evaluate']) await buildOnce(preset); // They are compared with the other.
  const files = readdirSync(join(repository, 'tests'), { recursive: true, encoding: 'utf8' });
  const ours = files.filter((file) => file.endsWith('.test.js') && !file.includes('node_modules'));
  const tests = ours.map((file) => join('tests', file)).sort();
  await expectSuccess(process.execPath, ['--test', `--test-reporter=${process.env.CI ? 'tap' : 'spec'}`, ...tests]);
}

async function testPage() {
  await buildOnce('wasm');
  await buildPage();
  await buildOneFile();
  await provideBrowsers();
  await expectSuccess(tool('playwright'), ['test', '--config', 'tests/playwright.config.js'], { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' });
}

/** A program of the npm packages. @param {string} name */
function tool(name) {
  return join(repository, 'node_modules/.bin', name);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [settings] added to the environment
 */
async function expectSuccess(program, args, settings) {
  const code = await run(program, args, { env: { ...process.env, ...settings } });
  if (code !== 0) throw new Stop(`${program.split('/').at(-1)} ended with code ${code}; what failed is above.`);
}

await runScript(async () => {
  const named = process.argv.slice(2);
  const unknown = named.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown) throw new Stop(`There is no suite '${unknown}': choose among ${suites.map(({ name }) => name).join(', ')}.`);
  const chosen = suites.filter(({ name }) => named.length === 0 || named.includes(name));

  const start = Date.now();
  const results = [];
  for (const { name, about, test } of chosen) {
    say(`\nTesting ${about} (${name}).`);
    const begun = Date.now();
    try {
      await test();
      results.push({ name, line: `passed in ${duration(Date.now() - begun)}` });
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
      console.error(error.message);
      results.push({ name, line: `FAILED: ${error.message}` });
    }
  }
  say('\nSummary');
  for (const { name, line } of results) say(`  ${name}: ${line}`);
  const failed = results.filter(({ line }) => line.startsWith('FAILED')).length;
  if (failed > 0) throw new Stop(`${failed} of ${results.length} suites failed, after ${duration(Date.now() - start)}.`);
  say(`Every suite passed, in ${duration(Date.now() - start)}.`);
});
