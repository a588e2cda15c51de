// The module as a whole: its documented surface, its tables, and what a strict content security policy allows.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';

const backprop = await load();
const built = (file) => readFileSync(new URL(`../../build/wasm/${file}`, import.meta.url), 'utf8');

test('the module is loaded once', async () => {
  assert.equal(await load(), backprop);
});

test('each class has just the methods that its generated types document', () => {
  const types = built('backprop.d.ts');
  for (const name of ['Graph', 'Trainer']) {
    const documented = types.match(new RegExp(`interface ${name} \\{([^]*?)\\n\\}`))[1];
    const members = [...documented.matchAll(/^ {2}(?:readonly )?(\w+)[(:]/gm)].map(([, member]) => member).sort();
    const real = Object.getOwnPropertyNames(backprop[name].prototype).filter((member) => member !== 'constructor');
    assert.ok(members.length > 5);
    assert.deepEqual(members.filter((member) => member !== 'delete'), real.sort());
  }
});

test('tables.json is what the module says', () => {
  assert.deepEqual(JSON.parse(built('tables.json')), backprop.tables());
});

test('every option is described, and every operation has a formula and a derivative per input', () => {
  const { ops, options, datasets } = backprop.tables();
  assert.ok(ops.length >= 16);
  for (const op of ops) {
    assert.ok(op.formula && op.formulaTex);
    assert.equal(op.derivatives.length, op.inputs.length);
  }
  for (const { name, type, default: value, help } of options) {
    assert.ok(help, name);
    assert.equal({ number: 'number', integer: 'number', choice: 'string', integers: 'object' }[type], typeof value);
  }
  assert.deepEqual(options.find(({ name }) => name === 'dataset').choices, datasets.map(({ name }) => name));
});

test('the glue code makes no code from text', () => {
  assert.doesNotMatch(built('backprop.js'), /\beval\(|new Function\(/);
});
