// The benchmark's runner: its options, its lines, its tables. How fast anything is, is no test.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { median, oneRound, warmUp } from '../../wasm/cli/bench/timing.js';
import { factors, randomNumbers, toRows, wrongMap, wrongProduct } from './data.js';
import { drawChart } from './chart.js';
import { chooseWorkloads, helpText, readOptions } from './options.js';
import { ratio, short, tables } from './report.js';
import { workloads } from './workloads.js';

const root = new URL('../../', import.meta.url);

/** @param {string[]} args */
function bench(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tests/bench/run.js', ...args], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('npm run bench -- --quick --json prints one figure a line and nothing else, ours at every kind of workload', () => {
  const { status, stdout, stderr } = bench('--quick', '--json');
  assert.equal(status, 0, stderr);
  const figures = stdout.trim().split('\n').map((line) => JSON.parse(line));
  for (const figure of figures) {
    assert.deepEqual(Object.keys(figure), ['system', 'workload', 'value', 'unit', 'min', 'max']);
    assert.equal(figure.unit, workloads.find(({ name }) => name === figure.workload)?.unit);
    assert.ok(0 < figure.min && figure.min <= figure.value && figure.value <= figure.max, JSON.stringify(figure));
  }
  const ours = figures.filter(({ system }) => system === 'backprop-playground').map(({ workload }) => workload);
  for (const kind of [/^training 2-4-2-1/, /^training 2-8-8/, /^heat map/, /^graph of/]) assert.ok(ours.some((name) => kind.test(name)), `${kind}: ${stderr}`);
  assert.ok(figures.some(({ system, workload }) => system === 'plain JavaScript' && workload.startsWith('matmul')));
});

test('without --json there are the machine, tables with ratios, bars, a chart, and how to add the peers', () => {
  const { status, stdout, stderr } = bench('--quick', '--only', 'graph of 1000 ');
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^.*, node \d+\.\d+\.\d+, \d{4}-\d\d-\d\d\n/);
  assert.match(stdout, /\| backprop-playground +\| +[\d.]+/);
  assert.match(stdout, /\| plain JavaScript +\| .*\([\d.]+( [kM])?×\) \|/);
  assert.match(stdout, /backprop-playground +█+ /);
  assert.match(stderr, /npm run bench -- --peers/);
  assert.match(readFileSync(new URL('build/bench/chart.svg', root), 'utf8'), /^<svg [^]*<rect [^]*<\/svg>\n$/);
});

test('an option or a workload that is none is a mistake that names the right ones', () => {
  const choose = (/** @type {string[]} */ args) => () => chooseWorkloads(readOptions(args));
  assert.throws(choose(['--fast']), /There is no option '--fast': choose among --peers, --only, --quick, --json, --markdown, --help\./);
  assert.throws(choose(['--quick=yes']), /--quick takes no value/);
  assert.throws(choose(['--only', 'cooking']), /There is no workload 'cooking': choose among 'training 2-4-2-1/);
  assert.throws(choose(['--only']), /There is no workload ''/);
  assert.throws(choose(['--json', '--markdown']), /exclude each other/);
  const { status, stdout, stderr } = bench('--fast');
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /^There is no option '--fast'/);
  for (const [option] of helpText.matchAll(/--\w+/g)) assert.doesNotThrow(() => readOptions(option === '--only' ? [option, 'heat'] : [option]));
});

test('--only takes a part of a name in any case, and a large workload that is named is measured even quickly', () => {
  const names = (/** @type {string[]} */ ...args) => chooseWorkloads(readOptions(args)).map(({ name }) => name);
  assert.deepEqual(names('--only=MATMUL TN 512'), ['matmul TN 512x512x512 f32']);
  assert.deepEqual(names('--only', 'graph of 1024000', '--quick'), ['graph of 1024000 nodes']);
  assert.deepEqual(names(), workloads.map(({ name }) => name));
  assert.ok(names('--quick').length < names().length / 2);
});

test('a median is the middle, or the mean of the two in the middle', () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([9, 1, 5, 3]), 4);
});

test('a warm-up finds how many turns fill a round, and a round gives work a second, or milliseconds', async (t) => {
  let clock = 0;
  t.mock.method(performance, 'now', () => clock);
  const session = { work: 10, run: (/** @type {number} */ turns) => (clock += 2 * turns) };
  assert.equal(await warmUp(session, { warmUp: 5, round: 10 }), 5);
  assert.equal(await oneRound(session, 5, false), 5000);
  assert.equal(await oneRound(session, 5, true), 0.2);
  assert.equal(await oneRound({ ...session, measure: () => 7 }, 0, false), 7);
});

test('ratios say how many times as fast we are, for speeds as for times', () => {
  const [speed] = workloads, time = workloads.find(({ unit }) => unit === 'ms') ?? speed;
  const figure = (/** @type {string} */ system, /** @type {import('./workloads.js').Workload} */ { name, unit }, /** @type {number} */ value) =>
    ({ system, workload: name, value, unit, min: value, max: value });
  const figures = [figure('backprop-playground', speed, 300), figure('other & co', speed, 100), figure('backprop-playground', time, 2), figure('other & co', time, 1)];
  assert.equal(ratio(figures, 'other & co', speed), '3.00×');
  assert.equal(ratio(figures, 'other & co', time), '0.50×');
  assert.match(tables(figures), /\| other & co +\| +100 \(3\.00×\) \|/);
  const chart = drawChart(figures, 'a machine <b>');
  assert.ok(chart.includes('other &#38; co') && !chart.includes('<b>'));
  assert.deepEqual([0.1234, 12.34, 1234, 12_345, 1.5e6].map(short), ['0.12', '12.3', '1234', '12.3 k', '1.50 M']);
});

test('a wrong product and a wrong map are found', () => {
  const product = /** @type {const} */ ({ layout: 'NT', m: 2, n: 3, k: 4 });
  const { a, b } = factors(product);
  const c = toRows(a, 4).flatMap((row) => toRows(b, 4).map((column) => row.reduce((sum, value, p) => sum + value * column[p], 0)));
  assert.equal(wrongProduct(c, product), undefined);
  assert.match(wrongProduct(c.map((value) => value + 1e-3), product) ?? '', /^entry \(0, 0\) of the product is /);
  const layer = { inputs: 2, outputs: 1, weight: Float32Array.of(0, 0), bias: Float32Array.of(0.5) };
  const map = new Float32Array(10_000).fill(Math.tanh(0.5));
  assert.equal(wrongMap(map, [layer]), undefined);
  assert.match(wrongMap(map.fill(0), [layer]) ?? '', /^cell 0 of the heat map is 0 instead of 0\.46/);
});

test('random numbers are the same for the same seed, spread from 0 to 1, and others for another seed', () => {
  const draw = (/** @type {number} */ seed) => Array.from({ length: 10_000 }, randomNumbers(seed));
  const numbers = draw(1);
  assert.deepEqual(draw(1), numbers);
  assert.notDeepEqual(draw(2), numbers);
  // The mean of 10,000 uniform numbers has a standard deviation of 0.0029.
  assert.ok(Math.abs(numbers.reduce((sum, x) => sum + x) / numbers.length - 0.5) < 0.01);
  assert.ok(Math.min(...numbers) >= 0 && Math.max(...numbers) < 1);
});

test('the lock file of the peers names no registry, pins every version, and only the benchmark wants them', () => {
  const lock = readFileSync(new URL('tests/bench/peers/package-lock.json', root), 'utf8');
  assert.ok(!lock.includes('"resolved"'));
  const { dependencies } = JSON.parse(readFileSync(new URL('tests/bench/peers/package.json', root), 'utf8'));
  for (const version of Object.values(dependencies)) assert.match(version, /^\d+\.\d+\.\d+$/);
  const own = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  for (const name of Object.keys(dependencies)) assert.ok(!(name in { ...own.dependencies, ...own.devDependencies }), name);
  assert.ok(existsSync(new URL('tests/bench/peers/.npmrc', root)));
});
