// The house stays as drawn: core ← wasm ← web, and each outside library behind one door.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);

/** Text of every file below `folder` whose name ends in one of `endings`, by path. */
function texts(folder, endings) {
  const names = readdirSync(new URL(folder, root), { recursive: true }).map((name) => `${folder}/${name}`);
  return names
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .map((name) => ({ name, text: readFileSync(new URL(name, root), 'utf8') }));
}

const cpp = ['.hpp', '.cpp'];
const naming = (files, pattern) => files.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

test('core knows neither Emscripten nor the folders above it', () => {
  const core = texts('core', cpp);
  assert.ok(core.length > 20);
  assert.deepEqual(naming(core, /#include [<"](emscripten|wasm|bindings)/), []);
});

test('xsimd is included by one header', () => {
  assert.deepEqual(naming(texts('core', cpp), /#include <xsimd/), ['core/src/kernels/batch.hpp']);
});

test("the public headers include nothing of core's inside", () => {
  assert.deepEqual(naming(texts('core/include', cpp), /#include "(?!backprop\/)/), []);
});

test('kernels know no tape and no rule', () => {
  assert.deepEqual(naming(texts('core/src/kernels', cpp), /#include "(ops\/|backprop\/(?!dual))/), []);
});

test('the bindings use the public headers of core only', () => {
  assert.deepEqual(naming(texts('wasm/bindings', cpp), /#include "(?!backprop\/|\w+\.hpp")/), []);
});

test('the packer of the one file stands alone', () => {
  const packer = texts('web/one-file/packer', cpp);
  assert.ok(packer.length > 10);
  assert.deepEqual(naming(packer, /#include "(?!\w+\.hpp")|#include <(xsimd|emscripten)/), []);
});

/** What files include or import, statically or not; a type in a comment is no import. */
const imports = (files) =>
  files.flatMap(({ name, text }) => {
    const code = text.replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
    return [...code.matchAll(/(?:\bfrom|\bimport|#include|\bimport\()\s*['"`<]([^'"`>]+)/g)].map(([, to]) => ({ name, to }));
  });

/** Files of which one of the imports matches. */
const importing = (files, path) => [...new Set(imports(files).filter(({ to }) => path.test(to)).map(({ name }) => name))];

test('one module of the page imports each door of wasm, its tables, its data and its names, and none anything else', () => {
  const web = texts('web/src', ['.js', '.ts', '.html']);
  assert.ok(web.length > 10);
  const ofWasm = imports(web).map(({ name, to }) => [to.replace(/^(\.\.\/)+/, ''), name]).filter(([to]) => /^(build\/)?wasm/.test(to));
  assert.deepEqual(Object.fromEntries(ofWasm), {
    'wasm/index.js': 'web/src/engine/core.js',
    'wasm/graph.js': 'web/src/engine/graph-core.js',
    'wasm/evaluate.js': 'web/src/engine/graph-core.js',
    'wasm/data.js': 'web/src/shipped.js',
    'wasm/nearest.js': 'web/src/nearest-name.js',
    'build/wasm/tables.json': 'web/src/tables.js',
  });
  assert.equal(new Set(ofWasm.map(String)).size, 6);
  assert.deepEqual(importing(web, /backprop(-\w+)?\.(js|wasm)$/), []);
});

test('nothing of core or wasm imports web, wasm/build.js included', () => {
  const below = [...texts('core', cpp), ...texts('wasm', [...cpp, '.js'])];
  assert.ok(['wasm/build.js', 'wasm/index.js'].every((name) => below.some((file) => file.name === name)));
  assert.deepEqual(importing(below, /(^|\/)web\//), []);
});

test('an import is seen in each of its forms, and none in a comment', () => {
  const seen = (text) => importing([{ name: 'it', text }], /(^|\/)web\//).length === 1;
  for (const text of ["import a from '../web/a.js'", "import '../web/a.js'", "await import('../web/a.js')", "export * from '../web/a.js'", '#include "web/a.hpp"'])
    assert.ok(seen(text), text);
  for (const text of ["// import '../web/a.js'", "/** @typedef {import('../web/a.js').A} A */", "import './cobweb/a.js'"]) assert.ok(!seen(text), text);
});
