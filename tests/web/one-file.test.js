// How the one file is packed: what comes out is what went in, and no address leads out of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { BLOCK, checksum, plain } from '../../web/one-file/boot.js';
import { shielded } from '../../web/one-file/build.js';
import { fromCells, toCells } from '../../web/one-file/cells.js';
import { addressInside, lessonsInside } from '../../web/one-file/lessons.js';
import { KINDS, pack, unpack } from '../../web/one-file/packer.js';

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url));

const packer = await WebAssembly.compile(read('build/wasm/packer.wasm'));

/** The same numbers each time, without pattern. @param {number} length */
function noiseOf(length) {
  let state = 1;
  return Uint8Array.from({ length }, () => (state = (state * 48271) % 2147483647) & 255);
}

test('each model unpacks what it packed, whatever it is: text, a module, the digits, noise, runs and far repeats', () => {
  const noise = noiseOf(20_000);
  const module = read('build/wasm-evaluate/backprop-evaluate.wasm');
  const cases = [
    read('README.md'), module, module.subarray(5, 9000), toCells(read('wasm/data/digits.csv').toString())?.cells ?? new Uint8Array(), noise, new Uint8Array(50_000),
    Buffer.concat([noise, read('package.json'), noise]), Uint8Array.of(7), new Uint8Array(),
  ];
  for (const bytes of cases)
    for (const [name, kind] of Object.entries(KINDS)) {
      const packed = pack(packer, kind, bytes);
      assert.ok(packed.length <= bytes.length * 1.03 + 20, `${name}: ${packed.length} of ${bytes.length}`);
      assert.equal(Buffer.compare(unpack(packer, kind, packed, bytes.length), bytes), 0, name);
    }
});

test('each model packs its own content best, and to less than brotli does', () => {
  const digits = toCells(read('wasm/data/digits.csv').toString())?.cells ?? new Uint8Array();
  const own = [[KINDS.text, Buffer.concat(['README.md', 'web/README.md', 'wasm/README.md'].map(read))], [KINDS.module, read('build/wasm-graph/backprop-graph.wasm')], [KINDS.digits, digits]];
  for (const [kind, bytes] of /** @type {[number, Uint8Array][]} */ (own)) {
    const sizes = Object.values(KINDS).map((each) => pack(packer, each, bytes).length);
    assert.equal(Math.min(...sizes), sizes[kind], `of ${sizes}`);
    assert.ok(sizes[kind] < 0.9 * brotliCompressSync(bytes).length, `${sizes[kind]} beside ${brotliCompressSync(bytes).length}`);
  }
});

test('what is damaged or cut short unpacks to something else, and ends', () => {
  const contents = [[KINDS.text, read('README.md')], [KINDS.module, read('build/wasm-evaluate/backprop-evaluate.wasm').subarray(0, 20_000)], [KINDS.digits, noiseOf(5000)]];
  for (const [kind, bytes] of /** @type {[number, Uint8Array][]} */ (contents)) {
    const packed = pack(packer, kind, bytes);
    for (const other of [packed.subarray(0, 100), noiseOf(packed.length), packed.with(1000, packed[1000] ^ 1), new Uint8Array()]) assert.notEqual(checksum(unpack(packer, kind, other, bytes.length)), checksum(bytes));
  }
});

test('every byte comes through HTML in windows-1252, and nothing in them ends the script', () => {
  const contents = [Uint8Array.from({ length: 65_536 * 2 }, (_, i) => (i % 2 ? i >> 1 : i >> 9)), noiseOf(100_000), Buffer.from('</script><script>'.repeat(100)), new Uint8Array(BLOCK), Uint8Array.of(13), new Uint8Array()];
  for (const bytes of contents) {
    const written = shielded(bytes);
    assert.ok(!written.includes(0) && !written.includes(0x0d));
    assert.doesNotMatch(written.toString('latin1'), /<[!/s]/i);
    assert.equal(Buffer.compare(plain(written), bytes), 0);
  }
  const characters = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, i) => i));
  assert.equal(new Set(characters).size, 256);
});

test('a table of small numbers comes back as it was written, and any other is left alone', () => {
  const digits = read('wasm/data/digits.csv').toString();
  const { header, cells } = toCells(digits) ?? assert.fail('it is such a table');
  assert.equal(new TextDecoder().decode(fromCells(header, cells)), digits);
  for (const other of ['a,b\n1,2.5\n', 'a,b\n1,256\n', 'a,b\n1,02\n', 'a,b\n1,2', 'a,b\n1\n', read('wasm/data/iris.csv').toString()]) assert.equal(toCells(other), undefined, other.slice(0, 20));
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
