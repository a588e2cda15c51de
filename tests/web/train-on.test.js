// `train` goes on with what the page kept or a link names: the page's run and the command's are the same to the bit.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { progressBar } from '../../wasm/cli/progress.js';
import { openSession } from '../../web/src/engine/session.js';
import { toJson } from '../../web/src/export/json.js';
import { fromLink } from '../../web/src/link/link.js';

const program = fileURLToPath(new URL('../../web/cli.js', import.meta.url));
const tables = JSON.parse(readFileSync(new URL('../../build/wasm/tables.json', import.meta.url), 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'train-on-'));
after(() => rmSync(folder, { recursive: true }));

const at = (/** @type {string} */ name) => join(folder, name);
const train = (/** @type {string[]} */ ...args) => spawnSync(process.execPath, [program, 'train', ...args], { encoding: 'utf8' });
const kept = (/** @type {string} */ name) => JSON.parse(readFileSync(at(name), 'utf8'));

/** What the page saves of its run now. @param {any} session */
const pageState = (session) => toJson(session.ask('networkState', null));

/** A file without what its reader need not have the same: the order of what is said of the run. @param {any} file */
const numbersIn = ({ parameters, gradients, updates, optimizer, batch }) => ({ parameters, gradients, updates, optimizer, batch });

/** @param {string} hash */
async function sessionOf(hash) {
  const session = await openSession();
  const { settings } = fromLink(hash, tables).link;
  if (settings.data) await session.shelf.load(settings.data, () => {});
  session.apply(settings);
  return session;
}

const RUNS = ['#dataset=xor&optimizer=adam&layers=2,4,1', '#dataset=rings&dropout=0.2&schedule=step&step_size=9', '#data=iris&dtype=float64&optimizer=rmsprop', '#lr=0.1&momentum=0.9&noise=0.3&seed=9'];

for (const [i, hash] of RUNS.entries())
  test(`${hash}: 23 steps on the page, edited by hand, and 19 more by the command are the page's 42`, async () => {
    const session = await sessionOf(hash);
    session.step(12);
    session.setParameter({ layer: 0, to: 1, from: 0 }, 0.3);
    session.setLr(0.02);
    session.step(11);
    session.setParameter({ layer: 1, to: 0, from: null }, -0.7);
    writeFileSync(at(`a${i}.json`), pageState(session));
    session.step(19);
    const { status, stderr } = train(at(`a${i}.json`), '--steps', '19', '--out', at(`b${i}.json`));
    assert.deepEqual([status, stderr], [0, '']);
    const [page, command] = [JSON.parse(pageState(session)), kept(`b${i}.json`)];
    assert.equal(command.about.step, 42);
    assert.deepEqual(command, page);
    // And on from there, though that file was written by the command.
    session.step(5);
    assert.equal(train(at(`b${i}.json`), '--steps', '5', '--out', at(`c${i}.json`)).status, 0);
    assert.deepEqual(numbersIn(kept(`c${i}.json`)), numbersIn(JSON.parse(pageState(session))));
  });

test('a link is trained to its step, and on', async () => {
  const hash = '#dataset=xor&layers=2,4,1&w=W1.0.1:0.5,b2.0:-1@12&lr_at=0.2@15&step=20';
  const session = await sessionOf(hash);
  session.setParameter({ layer: 0, to: 0, from: 1 }, 0.5);
  session.step(12);
  session.setParameter({ layer: 1, to: 0, from: null }, -1);
  session.step(3);
  session.setLr(0.2);
  session.step(5);
  const there = train(`https://example.org/backprop/${hash}&lock=lr`, '--out', at('l.json'));
  assert.deepEqual([there.status, there.stderr], [0, '']);
  assert.match(there.stdout, /^at step 20: lr 0\.2, train loss \d/);
  assert.deepEqual(kept('l.json'), JSON.parse(pageState(session)));
  session.step(10);
  const on = train(hash, '--steps', '10', '--record', '21,30', '--out', at('m.json'));
  assert.match(on.stdout, /^step .*\n21 .*\n30 /);
  assert.deepEqual(kept('m.json'), JSON.parse(pageState(session)));
});

test('weights that a configuration gives are in the file of its run', () => {
  const config = { dataset: 'xor', layers: [2, 2, 1], optimizer: 'adam', parameters: { W1: [[0.1, 0.2], [0.3, 0.4]], b1: [0, 0.5], W2: [[1, -1]], b2: [0.25] } };
  writeFileSync(at('p.json'), JSON.stringify(config));
  assert.equal(train(at('p.json'), '--steps', '10', '--out', at('q.json')).status, 0);
  assert.equal(train(at('q.json'), '--steps', '10', '--out', at('r.json')).stderr, '');
  assert.equal(train(at('p.json'), '--steps', '20', '--out', at('s.json')).status, 0);
  assert.deepEqual(numbersIn(kept('r.json')), numbersIn(kept('s.json')));
});

test('a run of a table is kept with the path of its file', () => {
  writeFileSync(at('t.csv'), 'a,b,kind\n1,2,x\n2,1,y\n3,5,x\n4,2,y\n5,6,x\n6,3,y\n');
  writeFileSync(at('t.json'), '{"layers":[2,2],"loss":"cross_entropy","data":{"csv":"t.csv","target":"kind"}}');
  assert.equal(train(at('t.json'), '--steps', '5', '--out', at('u.json')).status, 0);
  assert.deepEqual(train(at('u.json'), '--steps', '5', '--out', at('v.json')).stderr, '');
  assert.equal(kept('v.json').about.step, 10);
});

test('what is wrong in a link or a file is one sentence, and nothing is written', () => {
  writeFileSync(at('w.json'), '{"about":{"playground":1,"step":3,"options":{"layers":[2,1]},"w":"W9.0.0:1"},"parameters":{"W1":[[1,2]],"b1":[0]}}');
  /** @type {[string[], number, RegExp][]} */
  const mistakes = [
    [['#stepp=1'], 1, /^\[stepp\] is no key of a link; step would be right\n$/], [['#step=-1'], 1, /^\[step\] '-1' is no step/], [['#lr=fast'], 1, /^\[lr\] 'fast' is not a number/],
    [['#data=kept~x'], 1, /^\[data\] these data are kept in the browser/], [['#step=1', '--steps', 'many'], 2, /^--steps: 'many' is no number/], [['#step=5', '--steps', '5', '--record', '3'], 1, /^\[record\] entry 1 is 3; a whole number from 6 to the last step, 10/],
    [[at('w.json')], 1, /^\[about\] 'W9\.0\.0:1' is no place/], [['#step=1', '--out', '/nowhere/a.json'], 1, /^--out: /],
  ];
  for (const [args, status, message] of mistakes) {
    const result = train(...args);
    assert.match(result.stderr, message, args.join(' '));
    assert.deepEqual([result.status, result.stdout], [status, ''], args.join(' '));
  }
});

test('a terminal sees how far a long run is, and a pipe nothing', () => {
  /** @type {string[]} */
  const written = [];
  let now = 0;
  const bar = (/** @type {boolean} */ isTTY) => progressBar(/** @type {any} */ ({ isTTY, write: (/** @type {string} */ text) => written.push(text) }), () => now);
  const terminal = bar(true);
  terminal.at(1, 100);
  assert.deepEqual(written, [], 'a short run has none');
  now = 250;
  terminal.at(50, 100);
  terminal.at(51, 100);
  terminal.end();
  assert.equal(written.length, 2);
  assert.match(written[0], /^\r\[█{14}·{14}\] step 50 of 100/);
  assert.equal(written[1], '\r\x1b[K');
  const pipe = bar(false);
  now = 10_000;
  pipe.at(50, 100);
  pipe.end();
  assert.equal(written.length, 2);
});
