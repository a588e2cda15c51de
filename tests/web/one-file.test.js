// How the one file is packed: what comes out is what went in, and no address leads out of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compress } from 'lzma1';
import { checksum } from '../../web/one-file/boot.js';
import { fromColumns, toColumns } from '../../web/one-file/columns.js';
import { escaped } from '../../web/one-file/build.js';
import { addressInside, lessonsInside } from '../../web/one-file/lessons.js';
import { unpack } from '../../web/one-file/lzma.js';

/** What stands at the beginning of an .lzma file and not in ours. */
const HEADER = 13;

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url));

test('LZMA unpacks what was packed: text, a module, noise, runs and far repeats', () => {
  let state = 1;
  const noise = Uint8Array.from({ length: 100_000 }, () => (state = (state * 48271) % 2147483647) & 255);
  const cases = [read('README.md'), read('build/wasm-graph/backprop-graph.wasm'), noise, new Uint8Array(50_000), Buffer.concat([noise, read('package.json'), noise]), Uint8Array.of(7)];
  for (const bytes of cases) assert.equal(Buffer.compare(Buffer.from(unpack(compress(bytes, 9).subarray(HEADER), bytes.length)), Buffer.from(bytes)), 0);
});

test('every byte comes through HTML in windows-1252, and nothing in them ends the script', () => {
  const all = Uint8Array.from({ length: 65_536 * 2 }, (_, i) => (i % 2 ? i >> 1 : i >> 9));
  const written = escaped(all);
  assert.ok(!written.includes(0) && !written.includes(0x0d));
  assert.doesNotMatch(written.toString('latin1'), /<[!/s]/i);
  const plain = [];
  for (let i = 0; i < written.length; ++i) plain.push(written[i] === 1 ? written[++i] - 64 : written[i]);
  assert.deepEqual(Uint8Array.from(plain), all);
  const characters = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, i) => i));
  assert.equal(new Set(characters).size, 256);
});

test('a table of small numbers comes back as it was written, and any other is left alone', () => {
  const digits = read('wasm/data/digits.csv').toString();
  assert.equal(new TextDecoder().decode(fromColumns(toColumns(digits) ?? new Uint8Array())), digits);
  for (const other of ['a,b\n1,2.5\n', 'a,b\n1,256\n', 'a,b\n1,02\n', 'a,b\n1,2', 'a,b\n1\n', read('wasm/data/iris.csv').toString()]) assert.equal(toColumns(other), undefined, other.slice(0, 20));
});

test('a damaged byte changes the sum', () => {
  const bytes = read('README.md');
  const sum = checksum(bytes);
  bytes[1000] ^= 1;
  assert.notEqual(checksum(bytes), sum);
});

test('addresses of the site lead back into the file, and one that it lacks is an error', () => {
  const cases = [
    ['02-the-chain-rule.html', 'lessons/index.html', '?lesson=02-the-chain-rule'], ['#how', 'lessons/index.html', '#how'], ['../index.html#graph=x', 'lessons/01.html', '?#graph=x'],
    ['../index.html', 'lessons/01.html', '?'], ['de/index.html#a', 'lessons/index.html', '?lesson=de/index#a'], ['../../index.html', 'lessons/de/01.html', '?'], ['../08.html', 'lessons/de/08.html', '?lesson=08'],
  ];
  for (const [address, page, inside] of cases) assert.equal(addressInside(address, page), inside, address);
  assert.throws(() => addressInside('../picture.png', 'lessons/01.html'), /which the one file does not have/);
});

test('each page of the course is inside, and its links are to pages that are', async () => {
  const lessons = await lessonsInside();
  assert.ok(Object.keys(lessons).length >= 26);
  for (const [name, { title, lang, body }] of Object.entries(lessons)) {
    assert.ok(title.length > 5 && body.includes('<main'), name);
    assert.equal(lang, name.startsWith('de/') ? 'de' : 'en');
    for (const [, to] of body.matchAll(/href="\?lesson=([^"#]+)/g)) assert.ok(to in lessons, `${name} → ${to}`);
    assert.doesNotMatch(body.replace(/<pre[^]*?<\/pre>|<code[^]*?<\/code>/g, ''), /(href|src)="(?![?#])[^"]*\.html/);
  }
});
