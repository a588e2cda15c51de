// Links: ten thousand random states come back from theirs; what is wrong in one is named, and the rest of it holds.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { loadData } from '../../wasm/data.js';
import { load } from '../../wasm/index.js';
import { linksDocument } from '../../web/links/write-links.js';
import { dataOf, isOwn, ownData } from '../../web/src/data/own-data.js';
import { again } from '../../web/src/engine/run-record.js';
import { Run } from '../../web/src/engine/run.js';
import { seenOf, textPart, withSeen } from '../../web/src/graph/graph-link.js';
import { fromGraphHash, toGraphHash } from '../../web/src/graph/graph-address.js';
import { PAGE_KEYS } from '../../web/src/link/keys.js';
import { fromLink, plainLink, readLink, toLink } from '../../web/src/link/link.js';
import { partsOfChange, refusedBy, silencedBy } from '../../web/src/link/locks.js';
import { inOrder } from '../../web/src/link/moment.js';
import { allParts, Parts } from '../../web/src/link/parts.js';
import { defaultSettings } from '../../web/src/settings.js';
import { SPEEDS } from '../../web/src/speeds.js';
import { THEMES } from '../../web/src/theme.js';
import { chance } from './chance.js';

const read = (/** @type {string} */ path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const tables = read('../../build/wasm/tables.json');
const usual = defaultSettings(tables);
const parts = allParts(tables).map(({ name }) => name);

const { below, pick, some, real } = chance(20261127);

/** A value that the option may have. @param {any} option @param {number[]} layers */
function valueOf({ name, type, choices, min, max, minCount, maxCount, default: standard }, layers) {
  const integer = () => min + below(Math.min(max - min + 1, 2000));
  const number = () => pick([min, max, real(min, max), Number(real(min, max).toPrecision(2))]) + 0;
  switch (type) {
    case 'number': return number();
    case 'integer': return integer();
    case 'optional_number': return pick([null, number()]);
    case 'numbers': return Array.from({ length: minCount }, number);
    case 'integers': return name === 'layers' ? layers : Array.from({ length: minCount + below(3) }, integer);
    case 'choice': return pick(choices);
    case 'flag': return pick([true, false]);
    case 'flags_by_layer': return pick([true, false, layers.slice(1).map(() => pick([true, false]))]);
    case 'choices_by_layer': return Array.isArray(standard) ? some(choices, maxCount) : pick([pick(choices), layers.slice(1, -1).map(() => pick(choices))]);
    default: throw new Error(`a type ${type} of options has no random values here`);
  }
}

/** What a reader may have come to. */
function randomLink() {
  const layers = Array.from({ length: 2 + below(4) }, () => 1 + below(9));
  const changed = some(tables.options, 12);
  /** @type {any} */
  const settings = { ...usual, ...Object.fromEntries(changed.map((option) => [option.name, valueOf(option, layers)])), layers };
  const data = pick([undefined, undefined, 'iris', 'penguins', 'digits', 'mnist']);
  if (data) Object.assign(settings, { data });
  const round = settings.dtype === 'float64' ? Number : Math.fround;
  const biased = (/** @type {number} */ layer) => (Array.isArray(settings.bias) ? settings.bias[layer] : settings.bias);
  const place = () => {
    const layer = below(layers.length - 1);
    return { layer, to: below(layers[layer + 1]), from: biased(layer) && below(3) === 0 ? null : below(layers[layer]) };
  };
  const value = () => round(pick([0, -0, real(-3, 3), real(-3, 3) * 10 ** (below(60) - 30), 1e21, below(9) / 8]));
  const edits = Array.from({ length: pick([0, 0, 1, 2, below(20)]) }, () => ({ step: pick([0, below(50), below(1e9)]), ...(below(4) ? { place: place(), value: value() } : { lr: real(0, 10) }) }));
  const sorted = inOrder(edits);
  const theme = pick([undefined, ...THEMES.slice(1)]);
  const lang = pick([undefined, 'en', 'de']);
  return {
    settings, step: Math.max(pick([0, below(1000), below(1e9)]), sorted.at(-1)?.step ?? 0), edits: sorted, speed: pick(SPEEDS),
    hide: some(parts, 4), lock: some(parts, 4), ...(theme ? { theme } : {}), ...(lang ? { lang } : {}),
  };
}

/** What is not there is as what is undefined. @param {any} link */
const plain = (link) => ({ ...link, settings: Object.fromEntries(Object.entries(link.settings).filter(([, value]) => value !== undefined)) });

test('ten thousand random states → link → state, equal', () => {
  for (let i = 0; i < 10_000; i++) {
    const link = /** @type {any} */ (randomLink());
    const hash = toLink(link, tables);
    const { link: back, faults } = fromLink(hash, tables);
    assert.deepEqual(faults, [], hash);
    assert.deepEqual(plain(back), plain(link), hash);
    assert.equal(new URL(`https://example.org/${hash}`).hash, hash, 'a browser leaves it as it is');
  }
});

test('a list of one layer is not the one value of all layers', () => {
  const settings = { ...usual, layers: [2, 4, 1], activation: ['relu'], bias: [true, true] };
  assert.match(toLink(plainLink(settings), tables), /activation=relu,/);
  assert.deepEqual(fromLink(toLink(plainLink(settings), tables), tables).link.settings, settings);
});

/** What a link opens to, as the golden file has it: what differs from the usual. @param {string} hash */
function opened(hash) {
  const { link: { settings, ...rest }, faults } = fromLink(hash, tables);
  const changed = Object.fromEntries(Object.entries(settings).filter(([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(usual[name])));
  const plain = plainLink(usual);
  const others = Object.entries(rest).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(/** @type {any} */ (plain)[name]));
  return { settings: changed, ...Object.fromEntries(others), ...(faults.length ? { faults } : {}) };
}

const golden = read('../golden/links.json');

test('links of every release open to what they always did', () => {
  for (const { link, opens } of golden.lab) assert.deepEqual(opened(link), opens, link);
  for (const { link, text } of golden.graph) assert.equal(fromGraphHash(link).text, text, link);
});

test('the run of a link is the same at its step, to the bit, as when the link was made', async () => {
  const core = await load();
  for (const { link, bits } of golden.runs) {
    const { settings: { data, ...options }, step, edits } = fromLink(link, tables).link;
    const run = new Run(data ? core.createTrainer(options, await dataNamed(data)) : core.createTrainer(options), options);
    for (const at of again(run, { edits, furthest: step, step })) assert.ok(at <= step);
    assert.equal(run.at, step, link);
    const { buffer } = run.trainer.parameters().values;
    assert.equal(createHash('sha256').update(new Uint8Array(buffer)).digest('hex').slice(0, 16), bits, link);
    run.delete();
  }
});

/** @param {string} name @returns {Promise<any>} */
const dataNamed = async (name) => (isOwn(name) ? dataOf(name, ownData.get(name)) : loadData(name));

const { cases } = read('../golden/bad_inputs.json');
/** @param {string} surface */
const hostile = (surface) => cases.filter((/** @type {any} */ one) => one.surface === surface).map((/** @type {any} */ { input, input_parts: inParts, ...one }) => {
  return { ...one, input: input ?? inParts.map((/** @type {[string, number]} */ [text, times]) => text.repeat(times)).join('') };
});

test('hostile links: the key is named, its value is not repeated, and the usual run stands', () => {
  const inputs = hostile('hash');
  assert.equal(inputs.length, 13);
  const before = Object.getOwnPropertyNames(Object.prototype).join();
  for (const { id, input } of inputs) {
    const began = performance.now();
    const { link, faults } = fromLink(input, tables);
    assert.ok(performance.now() - began < 100, `${id}: ${performance.now() - began} ms`);
    assert.deepEqual(link, plainLink(usual), id);
    assert.ok(faults.length > 0 && faults.every(({ key, text }) => key.length <= 41 && text.length < 200), id);
    assert.ok(!JSON.stringify(faults).includes('alert('), id);
    // As the text of a graph it is read, or refused with a sentence.
    const { text, mistake } = fromGraphHash(input.replace(/^#\w+=/, '#graph='));
    assert.ok(text !== undefined || /^The /.test(String(mistake)), `${id}: ${mistake}`);
  }
  assert.equal(Object.getOwnPropertyNames(Object.prototype).join(), before);
});

test('hostile attributes: enumerated values, and none is run', () => {
  const attributesOf = (/** @type {string} */ tag) => [...tag.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, name, text]) => /** @type {[string, string]} */ ([name, text]));
  for (const { id, input } of hostile('embed').filter((/** @type {any} */ one) => one.input.startsWith('<'))) {
    const { link } = readLink(attributesOf(input), tables);
    assert.deepEqual(link, plainLink(usual), id);
  }
  const { link, faults } = readLink([['theme', '</style><script>alert(1)</script>'], ['lr', '0.5'], ['__proto__', '1'], ['constructor', '1']], tables);
  assert.equal(link.settings.lr, 0.5);
  assert.equal(link.theme, undefined);
  assert.deepEqual(faults.map(({ key }) => key), ['theme', '__proto__', 'constructor']);
  assert.match(faults[0].text, /light, dark, projector would be right/);
});

test('what is wrong is named with what would be right', () => {
  const wrong = [
    ['step', 'ten', /'ten' is no step; a whole number from 0 to 1000000000/], ['step', '-1', /'-1' is no step/], ['step', '1e99', /is no step/], ['step', '1.5', /is no step/], ['step', '', /^'' is no step/],
    ['hide', 'setings', /'setings' is no part of the page; settings would be right/], ['lock', 'run,drop table', /'drop table' is no part/],
    ['speed', '3', /'3' is no speed; 10, 1 would be right/], ['theme', 'Dark', /light, dark, projector/], ['lang', 'fr', /en, de would be right/], ['v', '2', /of form 1, and not '2'/],
    ['w', 'W1.0.0', /is no weight with its value; W1\.0\.1:0\.5/], ['w', 'W1.6.0:1', /no place in a network of the layers 2,6,6,1/], ['w', 'W0.0.0:1', /no place/], ['w', 'W1.0.0:1e999', /too large/],
    ['w', 'W1.0.0:nan', /no weight with its value/], ['w', 'W1.0.0:1@9999999999', /is no step/], ['lr_at', '0.3', undefined], ['lr_at', 'x@3', /no learning rate with its step; 0\.3@50/],
    ['w', Array(100_001).fill('b1.0:1').join(), /has 100001 entries; at most 100000/], ['learning_rate', '1', /is no key of a link; lr would be right/], ['layrs', '2,1', /layers would be right/], ['epochs', '5', /is no key of a link; step would be right/],
  ];
  for (const [key, text, words] of /** @type {[string, string, RegExp | undefined][]} */ (wrong)) {
    const { link, faults } = readLink([['noise', '0.25'], [key, text]], tables);
    assert.equal(link.settings.noise, 0.25, key);
    if (!words) assert.deepEqual(faults, []);
    else {
      assert.deepEqual(faults.map((fault) => fault.key), [key]);
      assert.match(faults[0].text, words);
    }
  }
  assert.deepEqual(readLink([['lock', 'run,nothing'], ['lr', '1'], ['lr', '2']], tables).link.lock, ['run'], 'the other entries of a list hold');
  assert.deepEqual(readLink([['lr', '1'], ['lr', '2']], tables).faults, [{ key: 'lr', text: 'is said more than once; the first one holds' }]);
});

test('what is said before the text of a graph comes back, and the text too', () => {
  for (let i = 0; i < 500; i++) {
    const text = Array.from({ length: below(30) }, () => pick(['x', ' ', '=', '&', '#', '\n', '_', '~', '%', 'graph=', '&step=1', '+', '2', 'é'])).join('');
    const theme = pick([undefined, 'dark']);
    const step = pick([undefined, below(50)]);
    const seen = /** @type {any} */ ({ ...(theme ? { theme } : {}), ...(step === undefined ? {} : { step }) });
    const hash = withSeen(toGraphHash(text), seen);
    assert.deepEqual(seenOf(hash), { seen, faults: [] }, hash);
    assert.equal(fromGraphHash(String(textPart(hash))).text, text, hash);
  }
  for (const hash of ['', '#', '#lr=0.1&step=3', '#graphs=1', '#agraph=1']) assert.equal(textPart(hash), undefined, hash);
  assert.deepEqual(seenOf('#stepp=1&theme=pink&graph=x=1').faults.map(({ key }) => key), ['stepp', 'theme']);
});

test('a part goes with what it belongs to, and every name is one', () => {
  assert.equal(new Set(parts).size, parts.length);
  const all = new Parts(['settings', 'run'], ['panels', 'training']);
  assert.deepEqual(['lr', 'play', 'output', 'charts'].map((name) => all.hides(name)), [true, true, false, false]);
  assert.deepEqual(['charts', 'lr', 'noise', 'gradient-flow'].map((name) => all.locks(name)), [true, true, false, true]);
  for (const option of tables.options) assert.ok(new Parts(['settings']).hides(option.name), `${option.name} is one of the settings`);
});

test('a change is told from which part it comes', () => {
  /** @type {[any, string[]][]} */
  const changes = [
    [{ setting: 'lr', value: 1 }, ['lr']], [{ settings: { ...usual, layers: [2, 1] } }, ['layers']], [{ action: 'play' }, ['play']], [{ action: 'undo' }, []], [{ by: { unit: 'op', way: -1 } }, ['back']],
    [{ panel: 'Gradient flow' }, ['gradient-flow']], [{ panel: '' }, []], [{ goTo: 0 }, ['time']], [{ edit: {} }, ['edit']], [{ hover: null }, []], [{ data: 'iris' }, ['data']],
  ];
  for (const [change, expected] of changes) assert.deepEqual(partsOfChange(change, usual), expected, JSON.stringify(change));
  assert.ok(refusedBy({ setting: 'lr', value: 1 }, new Parts([], ['training']), usual) && !refusedBy({ setting: 'lr', value: 1 }, new Parts(['training'], []), usual));
  assert.ok(silencedBy({ action: 'play' }, new Parts(['run'], []), usual), 'no key for what is not there');
});

test('the tables in LINKS.md are those of the schema', () => {
  const { text, right } = linksDocument(tables);
  assert.equal(text, right, 'node web/links/write-links.js writes them');
  for (const { example } of PAGE_KEYS) assert.deepEqual(fromLink(example, tables).faults, [], example);
});
