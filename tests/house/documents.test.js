// The documents tell the truth: their code runs and prints what they say, and their links lead somewhere.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';

const root = new URL('../../', import.meta.url);
const read = (name) => readFileSync(new URL(name, root), 'utf8');
const documents = ['README.md', 'CONTRIBUTING.md', 'core/README.md', 'wasm/README.md', 'wasm/data/README.md', 'web/README.md', 'web/LINKS.md', 'tests/README.md', 'tests/bench/README.md'];

test('the examples in wasm/README.md, one after the other, print what they say', async () => {
  const code = [...read('wasm/README.md').matchAll(/```js\n([^]*?)```/g)].map(([, block], i) => (i === 0 ? block : `{\n${block}}`)).join('\n');
  const body = code.replace(/^import .*\n/m, '');
  const printed = [];
  const run = new (Object.getPrototypeOf(async () => {}).constructor)('load', 'console', body);
  await run(load, { log: (...values) => printed.push(values.join(' ')) });
  const said = [...code.matchAll(/\/\/ prints (.*)/g)].map(([, text]) => text);
  assert.ok(said.length >= 2);
  assert.deepEqual(printed, said);
});

test('every file and folder that a document links to, or names in backticks with a slash, is there', () => {
  for (const name of documents) {
    const text = read(name);
    const base = new URL(name, root);
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map(([, link]) => new URL(link.replace(/#.*/, ''), base));
    for (const link of links) assert.ok(existsSync(link), `${name}: ${link.pathname}`);
    const paths = [...text.matchAll(/`((?:core|wasm|web|tests)\/[\w./-]*)`/g)].map(([, path]) => path);
    for (const path of paths) assert.ok(existsSync(new URL(path, root)), `${name}: ${path}`);
  }
});

test('every npm script that a document names exists', () => {
  const { scripts } = JSON.parse(read('package.json'));
  for (const name of documents)
    for (const [, script] of read(name).matchAll(/`npm (?:run )?(?!install|ci|pack)([\w:-]+)/g))
      assert.ok(script in scripts, `${name}: npm ${script}`);
});
