// The package as a user gets it: packed, installed into an empty folder, and used there from JavaScript, TypeScript and the command line.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { describePackage } from '../../web/package/build.js';
import { elements } from '../../web/src/course/elements.js';
import { kinds } from '../../web/src/figures/kinds.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const bin = (name) => join(repository, 'node_modules/.bin', name);
const { dependencies, exports: entries } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));

/** kB of the tarball: what it is today and a tenth more, half of it MNIST. */
const MOST = 3300;

const folder = mkdtempSync(join(tmpdir(), 'backprop-package-'));
const user = join(folder, 'user');
let tarball;

/** Packs a folder. */
function pack(from) {
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', from, '--ignore-scripts', '--json', '--pack-destination', folder], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  return join(folder, filename);
}

/** Runs a program in the user's folder. */
const run = (program, args, input = '') => spawnSync(program, args, { cwd: user, input, encoding: 'utf8', env: { ...process.env, npm_config_offline: 'true' } });

/** What the installed program prints. */
function cli(...args) {
  const { stdout, stderr, status } = run('npx', ['--no-install', 'backprop-playground', ...args]);
  assert.equal(status, 0, `${args.join(' ')}: ${stderr}`);
  return stdout;
}

before(async () => {
  await describePackage();
  tarball = pack(repository);
  mkdirSync(user);
  writeFileSync(join(user, 'package.json'), '{ "name": "user", "private": true, "type": "module" }');
  // Dependencies are packed too, with what they depend on, so that no network is needed.
  const needed = new Set();
  const add = (names) => {
    for (const name of names) {
      if (needed.has(name)) continue;
      needed.add(name);
      add(Object.keys(JSON.parse(readFileSync(join(repository, 'node_modules', name, 'package.json'), 'utf8')).dependencies ?? {}));
    }
  };
  add(Object.keys(dependencies));
  const others = [...needed].map((name) => pack(join(repository, 'node_modules', name)));
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', '--loglevel=error', tarball, ...others], { cwd: user });
});
after(() => rmSync(folder, { recursive: true, force: true }));

test('publint and arethetypeswrong find nothing', () => {
  const lint = spawnSync(bin('publint'), ['run', tarball, '--strict'], { encoding: 'utf8' });
  assert.equal(lint.status, 0, lint.stdout + lint.stderr);
  const types = spawnSync(bin('attw'), [tarball, '--profile', 'esm-only', '--no-emoji'], { encoding: 'utf8' });
  assert.equal(types.status, 0, types.stdout + types.stderr);
});

test('the tarball has its bound', () => {
  const { length } = readFileSync(tarball);
  assert.ok(length <= MOST * 1000, `${length} bytes`);
});

test('node loads it, evaluates, differentiates, trains and exports', () => {
  const { stdout, stderr } = run(process.execPath, ['--input-type=module'], `
    import { load } from 'backprop-playground';
    import { loadGraphs } from 'backprop-playground/graph';
    import { loadEvaluate } from 'backprop-playground/evaluate';
    import { loadData, shippedData } from 'backprop-playground/data';
    import { exportGraph, exportRun, readExport } from 'backprop-playground/export';
    const backprop = await load();
    const source = 'x = 2; y = x**2 + 3*x + 1';
    const of = (core) => core.evaluate(source, {}).gradients[0].data[0];
    console.log(of(backprop), of(await loadGraphs()), of(await loadEvaluate()));
    const trainer = backprop.createTrainer({ layers: [4, 8, 3], loss: 'cross_entropy', lr: 0.1 }, await loadData('iris'));
    const before = trainer.evaluate().train.loss;
    trainer.step(200);
    console.log(trainer.evaluate().train.loss < before / 2, trainer.status().step);
    const saved = readExport(exportRun(backprop, trainer, 'npz', await loadData('iris')));
    console.log(saved.about.step, saved.tensors.map(({ name }) => name).join());
    console.log(exportGraph(backprop, source, 'dot').startsWith('digraph'), shippedData().length);
    trainer.delete();`);
  assert.equal(stderr, '');
  assert.equal(stdout, '7 7 7\ntrue 200\n200 W1,b1,W2,b2\ntrue 4\n');
});

test('TypeScript checks a program against it, as a bundler and as node resolve modules', () => {
  writeFileSync(join(user, 'right.ts'), `
    import { load, type Module, type Tensor, type Trainer } from 'backprop-playground';
    import { loadGraphs, type GraphModule } from 'backprop-playground/graph';
    import { loadData } from 'backprop-playground/data';
    import { exportRun } from 'backprop-playground/export';
    const backprop: Module = await load();
    const trainer: Trainer = backprop.createTrainer({ layers: [2, 4, 1] }, undefined);
    const step: number = trainer.step(10).step;
    const { tensor } = backprop.eager();
    const a: Tensor = tensor(2, { requiresGrad: true });
    a.pow(2).add(1).backward();
    const graphs: GraphModule = await loadGraphs();
    const file: string | Uint8Array = exportRun(backprop, trainer, 'onnx', await loadData('iris'));
    console.log(step, a.grad, graphs, file);
    // @ts-expect-error there is no such call
    trainer.stepp(10);
    // @ts-expect-error there is no such format
    exportRun(backprop, trainer, 'docx');
    // @ts-expect-error the small module trains nothing
    graphs.createTrainer({});
    // @ts-expect-error a step is a number
    const wrong: string = trainer.step(10).step;`);
  for (const [module, moduleResolution] of [['esnext', 'bundler'], ['node16', 'node16'], ['nodenext', 'nodenext']]) {
    const { stdout, status } = run(bin('tsc'), ['--noEmit', '--strict', '--target', 'es2022', '--module', module, '--moduleResolution', moduleResolution, 'right.ts']);
    assert.equal(status, 0, `${moduleResolution}: ${stdout}`);
  }
});

test('each command starts from the installed package', () => {
  writeFileSync(join(user, 'run.json'), '{ "layers": [2, 4, 1], "dataset": "xor", "steps": 10 }');
  writeFileSync(join(user, 'lesson.html'), readFileSync(join(repository, 'web/lessons/template.html')));
  assert.equal(cli('eval', 'x=2; y=x**2+3*x+1', '--grad'), 'x      = 2\ny      = 11\nx.grad = 7\n');
  assert.match(cli('train', 'run.json', '--json'), /^\{.*"records"/);
  cli('check', 'run.json');
  assert.match(cli('export', 'run.json', '--format', 'pytorch'), /^import torch$/m);
  cli('lint', 'lesson.html');
  const { machine, figures } = JSON.parse(cli('bench', '--quick', '--json'));
  assert.ok(machine.includes('node') && figures.length >= 5 && figures.every(({ value }) => value > 0));
  for (const name of ['eval', 'train', 'check', 'export', 'lint', 'bench']) assert.match(cli(name, '--help'), new RegExp(`^usage: backprop-playground ${name}`));
});

test('the manifest lists each element with its attributes and events', () => {
  const { modules } = JSON.parse(readFileSync(join(user, 'node_modules/backprop-playground', entries['./custom-elements.json']), 'utf8'));
  const declared = modules.flatMap(({ declarations }) => declarations);
  assert.deepEqual(declared.map(({ tagName }) => tagName).sort(), Object.keys(elements).sort());
  for (const { tagName, attributes, description } of declared) {
    const names = attributes.map(({ name }) => name);
    assert.ok(description.length > 20, tagName);
    if (!kinds[tagName]) continue;
    assert.deepEqual(names, [...Object.keys(kinds[tagName].attributes), 'alt', 'hide', 'lock'], tagName);
    assert.ok(attributes.every(({ description: about, type }) => about && type.text), tagName);
  }
  const question = declared.find(({ tagName }) => tagName === 'backprop-question');
  assert.deepEqual(question.events.map(({ name }) => name), ['answered']);
  assert.ok(['name', 'seed', 'graph', 'answer', 'mistakes'].every((name) => question.attributes.some((one) => one.name === name)));
  for (const { path, exports } of modules) {
    assert.ok(readdirSync(join(repository, path, '..')).length > 0);
    assert.ok(exports.some(({ kind, name }) => kind === 'custom-element-definition' && name in elements), path);
  }
});
