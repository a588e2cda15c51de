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

test('a failed attempt to load is not kept, and the place is said once', async () => {
  const { load: fresh } = await import('../../wasm/index.js?fresh');
  await assert.rejects(fresh({ locateFile: () => '/nowhere/backprop.wasm' }));
  const where = (file) => new URL(`../../build/wasm/${file}`, import.meta.url).pathname;
  const module = await fresh({ locateFile: where });
  assert.equal(await fresh(), module);
  assert.equal(await fresh({ locateFile: where }), module);
  await assert.rejects(fresh({ locateFile: (file) => file }), { name: 'Error', message: /^\[load\] .* would be right$/ });
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

/** The TypeScript type that a function or method returns, as the generated types say. */
const returned = (name) => built('backprop.d.ts').match(new RegExp(`^  ${name}\\(.*\\): (.*);$`, 'm'))[1];

/** The names of properties in a TypeScript type. */
const named = (type) => new Set([...type.matchAll(/(\w+)\??: /g), ...(type.match(/Record<([^,]*),/)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, name]) => name));

/** The names of properties in a value, those of what it holds included. */
function keysOf(value, keys = new Set()) {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return keys;
  for (const [key, entry] of Object.entries(value)) {
    if (!Array.isArray(value)) keys.add(key);
    keysOf(entry, keys);
  }
  return keys;
}

test('every result has just the properties that its generated type names', () => {
  const graph = new backprop.Graph();
  const trainer = backprop.createTrainer({});
  trainer.watch([{ layer: 0, to: 0, from: null }]);
  const x = graph.variable(2);
  const y = graph.apply('log', [x]);
  graph.forward();
  graph.backward(y);
  const zero = new backprop.Graph();
  zero.apply('log', [zero.variable(0)]);
  zero.forward();
  const results = {
    value: graph.value(x), gradient: graph.gradient(x), node: graph.node(x),
    derivatives: graph.derivatives(y, 'forward'), hessianVectorProduct: graph.hessianVectorProduct(y, [1]), check: graph.check(y),
    fault: graph.fault(y, 'overwrite'), explain: { ...graph.explain(x), edges: graph.explain(y).edges }, paths: graph.paths(x, y), nonFinite: zero.nonFinite(),
    step: trainer.step(1), goTo: trainer.goTo(1), parameters: trainer.parameters(), setParameters: trainer.setParameters(0, [0.5]), anatomy: trainer.anatomy(0), setLr: trainer.setLr(0.1), status: trainer.status(), evaluate: trainer.evaluate(), network: trainer.network(),
    data: trainer.data(), batch: trainer.batch(), example: trainer.example(0), maps: trainer.maps(4), history: trainer.history(),
    weight: trainer.weight({ layer: 0, to: 0, from: 0, example: 0 }), layerStatistics: trainer.layerStatistics(),
    predictedChange: trainer.predictedChange(2), slice: trainer.slice(), surface: trainer.surface({ x: { points: 2 }, y: { points: 2 } }),
    curvature: trainer.curvature(), checkAll: trainer.checkAll(), watched: trainer.watched(),
    dataset: backprop.dataset({}), tables: backprop.tables(),
  };
  for (const [name, result] of Object.entries(results)) assert.deepEqual([...keysOf(result)].sort(), [...named(returned(name))].sort(), name);
  assert.deepEqual(Object.keys(trainer.options()), backprop.tables().options.map(({ name }) => name));
  for (const handle of [graph, zero, trainer]) handle.delete();
});

test('wasm/README.md describes every function, method and getter, and no other', () => {
  const readme = readFileSync(new URL('../../wasm/README.md', import.meta.url), 'utf8');
  const described = (heading) => {
    const table = readme.split(`### ${heading}\n`)[1].split('\n#')[0];
    return [...table.matchAll(/^\| `(\w+)/gm)].map(([, name]) => name).sort();
  };
  for (const name of ['Graph', 'Trainer']) {
    const real = Object.getOwnPropertyNames(backprop[name].prototype).filter((member) => member !== 'constructor');
    assert.deepEqual(described(name), [...real, 'delete'].sort());
  }
  assert.deepEqual(Object.getOwnPropertyNames(backprop.Trainer64.prototype), Object.getOwnPropertyNames(backprop.Trainer.prototype));
  const [, functions] = built('backprop.d.ts').match(/interface EmbindModule \{([^]*?)\n\}/);
  assert.deepEqual(described('Functions'), ['load', 'eager', ...[...functions.matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name)].sort());
});

test('an error of the constructor or of a getter is thrown like any other', () => {
  assert.throws(() => new backprop.Trainer(), /made by a function of the module/);
  const graph = new backprop.Graph();
  assert.ok(graph instanceof backprop.Graph);
  assert.equal(graph.size, 0);
  graph.delete();
  assert.throws(() => graph.size, { name: 'Error', message: '[Graph] was deleted; another one would be right' });
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
    const types = { number: 'number', integer: 'number', choice: 'string', flag: 'boolean', choices_by_layer: ['string', 'object'], flags_by_layer: 'boolean' };
    assert.ok([types[type] ?? 'object'].flat().includes(typeof value), name);
  }
  assert.deepEqual(options.find(({ name }) => name === 'dataset').choices, datasets.map(({ name }) => name));
});

test('the glue code makes no code from text', () => {
  assert.doesNotMatch(built('backprop.js'), /\beval\(|new Function\(/);
});
