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
  assert.deepEqual(naming(texts('core', cpp), /#include <xsimd/), ['core/src/kernels/lanes.hpp']);
});

test("the public headers include nothing of core's inside", () => {
  assert.deepEqual(naming(texts('core/include', cpp), /#include "(?!backprop\/)/), []);
});

test('kernels know no tape and no rule', () => {
  assert.deepEqual(naming(texts('core/src/kernels', cpp), /#include "(ops\/|backprop\/(?!dual))/), []);
});

test('the bindings use the public headers of core only', () => {
  assert.deepEqual(naming(texts('wasm/bindings', cpp), /#include "(?!backprop\/|values\.hpp)/), []);
});

test('one module of web imports wasm, by its door, and nothing of core or wasm imports web', () => {
  const web = texts('web/src', ['.js']);
  assert.deepEqual(naming(web, /from '[^']*\/wasm\/index\.js'/), ['web/src/engine/session.js']);
  assert.deepEqual(naming(web, /from '[^']*\/backprop\.js'/), []);
  const below = [...texts('core', cpp), ...texts('wasm', [...cpp, '.js'])];
  assert.deepEqual(naming(below, /(?:from '|#include ")[^'"]*\bweb\//), []);
});
