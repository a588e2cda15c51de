// Texts of questions: German has every key of English, every placeholder has a number, and a verdict is a sentence; a question is also read from HTML.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import german from '../../web/src/questions/bank/de.js';
import english from '../../web/src/questions/bank/en.js';
import { bank } from '../../web/src/questions/bank/lessons.js';
import { questionOf } from '../../web/src/questions/from-html.js';
import { mistakes } from '../../web/src/questions/mistakes.js';
import { quiz } from '../../web/src/questions/quiz.js';
import { languages, say, sayFilled, sayText, sayTolerance, sayVerdict, stringsOf } from '../../web/src/questions/speech.js';

const core = await load();
const placeholders = (/** @type {string} */ text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('each language has the catalogue’s sentences, and the keys of English with the same placeholders', () => {
  const { en } = languages;
  assert.deepEqual(Object.keys(en.mistakes).sort(), mistakes.map(({ name }) => name).sort());
  assert.ok(mistakes.length >= 18);
  for (const [name, strings] of Object.entries(languages)) {
    assert.deepEqual(Object.keys(strings.mistakes), Object.keys(en.mistakes), name);
    assert.deepEqual(Object.keys(strings.says), Object.keys(en.says), name);
    for (const [key, text] of Object.entries(strings.says)) assert.deepEqual(placeholders(text), placeholders(en.says[/** @type {keyof typeof en.says} */ (key)]), `${name} ${key}`);
    assert.equal(new Set(Object.values(strings.mistakes)).size, mistakes.length);
  }
});

for (const [name, texts] of Object.entries({ en: english, de: german })) {
  test(`every question has its text and options in ${name}, and every placeholder a number`, () => {
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(bank).sort());
    for (const question of Object.values(bank)) {
      const { text, options = {}, why = {} } = texts[question.id];
      assert.deepEqual(Object.keys(options), (question.options ?? []).map(({ key }) => key), question.id);
      const { numbers } = quiz.pose(core, question, 0);
      for (const each of [text, ...Object.values(options), ...Object.values(why)]) assert.doesNotMatch(sayText(stringsOf(name), each, numbers), /[{}]|NaN|undefined|-\d/, question.id);
    }
  });
}

test('whoever chooses a wrong option is told why it is tempting and wrong, in a sentence of its own', () => {
  for (const question of Object.values(bank).filter(({ kind }) => kind === 'choice')) {
    const wrong = new Set();
    for (let seed = 0; seed < 60; seed++) {
      const { option } = quiz.reveal(core, question, seed);
      const { numbers } = quiz.pose(core, question, seed);
      for (const { key } of question.options ?? []) {
        const verdict = quiz.check(core, question, seed, key);
        assert.equal(verdict.option, key);
        if (key === option) continue;
        wrong.add(key);
        for (const [name, texts] of Object.entries({ en: english, de: german })) {
          const strings = stringsOf(name);
          const why = sayText(strings, texts[question.id].why?.[key] ?? '', numbers);
          assert.match(why, /^.{50,}\.$/, `${question.id} ${key}`);
          assert.equal(sayVerdict(strings, verdict, { kind: 'choice', why }), `${say(strings, 'wrong')} ${why}`);
        }
      }
    }
    for (const texts of [english, german]) assert.deepEqual(Object.keys(texts[question.id].why ?? {}).sort(), [...wrong].sort(), question.id);
  }
});

test('English and German name the same numbers', () => {
  for (const [id, { why = {} }] of Object.entries(english)) for (const [key, text] of Object.entries(why)) assert.deepEqual(placeholders(german[id].why?.[key] ?? ''), placeholders(text), `${id} ${key}`);
  for (const [id, { text }] of Object.entries(english)) assert.deepEqual(placeholders(german[id].text), placeholders(text), id);
});

test('numbers and tolerances are written as the language writes them', () => {
  const [en, de] = [stringsOf('en-GB'), stringsOf('de-AT')];
  assert.equal(say(de, 'answerIs', { answer: -0.096 }), 'Die Antwort ist −0,096.');
  assert.equal(sayTolerance(en, 'numeric', { absolute: 0.01 }), 'Within ±0.01 is right.');
  assert.equal(sayTolerance(de, 'numeric', { relative: 0.005 }), 'Richtig ist, was höchstens 0,5 % abweicht.');
  assert.equal(sayTolerance(en, 'numeric', { absolute: 0 }), 'The exact number is asked for.');
  assert.equal(sayTolerance(en, 'expression', { absolute: 1 }), 'Any form of the right answer counts.');
  assert.equal(stringsOf('fr'), en);
});

test('a verdict is a sentence with its diagnosis', () => {
  const en = stringsOf('en');
  assert.equal(sayVerdict(en, quiz.check(core, bank['exercise-update'], 0, '1.95')), `Not yet. ${en.mistakes['along-gradient']}`);
  assert.equal(sayVerdict(en, quiz.check(core, bank['exercise-chain'], 0, '18*x+12')), 'Right. Compared with the right answer at 8 points.');
  assert.equal(sayVerdict(en, quiz.check(core, bank['exercise-chain'], 0, '6(3*x+2')), 'This cannot be read: missing `)`: the `(` in column 2 is not closed (column 8).');
  assert.match(sayVerdict(en, { outcome: 'wrong', mistakes: ['added', 'wrong-sign'], node: undefined }), /^Not yet\. Two mistakes give this answer\./);
});

test('the first wrong step of a graph is named', () => {
  const question = bank['graph-polynomial'];
  const { nodes, cells } = quiz.pose(core, question, 0);
  const backward = Object.fromEntries(nodes.map(({ id, gradient }) => [id, String(gradient)]));
  const forward = Object.fromEntries(nodes.map(({ id, value }) => [id, String(value)]));
  const x = cells[cells.length - 1].node;
  const filled = quiz.checkGraph(core, question, 0, { forward, backward: { ...backward, [x]: '6' } });
  assert.match(sayFilled(stringsOf('en'), filled, nodes), /^The first wrong step: the gradient of x\. A use is left out/);
});

test('a question is read from attributes', () => {
  const { question, text } = questionOf({
    kind: 'numeric', graph: 'x = {x}; y = ({a}*x + 1)**2', answer: 'x.grad', vary: 'a: 2..9 step 0.5 not 3, 4 first 2; x: -1, 2.5', where: '{a} != {x}', tolerance: '0.01 + 1 %', mistakes: 'outer-only, inner-only',
  }, 'What is dy/dx at x = {x}?');
  assert.deepEqual({ ...question, id: '' }, {
    id: '', kind: 'numeric', graph: 'x = {x}\ny = ({a}*x + 1)**2', answer: 'x.grad',
    parameters: { a: { from: 2, to: 9, step: 0.5, not: [3, 4], first: 2 }, x: { among: [-1, 2.5] } }, where: ['{a} != {x}'], tolerance: { absolute: 0.01, relative: 0.01 }, mistakes: ['outer-only', 'inner-only'],
  });
  assert.equal(text.text, 'What is dy/dx at x = {x}?');
  assert.ok(Number.isFinite(quiz.reveal(core, question, 3).answer));
  assert.deepEqual(questionOf({ answer: '2', tolerance: '2 %' }, '').question.tolerance, { relative: 0.02 });
  assert.deepEqual(questionOf({ answer: '2', tolerance: '0.5' }, '').question.tolerance, { absolute: 0.5 });
});

test('options of a choice and factors of a product are read', () => {
  const options = [{ key: 'a', is: '1', mistake: undefined, why: undefined, text: 'up' }, { key: 'b', is: '-1', mistake: 'wrong-sign', why: 'A minus is easily lost.', text: 'down' }];
  const { question, text } = questionOf({ kind: 'choice', answer: '1', roles: 'factors: 2, 3; rate: 0.1' }, 'Which?', options);
  assert.deepEqual(question.options, [{ key: 'a', is: '1' }, { key: 'b', is: '-1', mistake: 'wrong-sign' }]);
  assert.deepEqual(question.roles, { factors: ['2', '3'], rate: '0.1' });
  assert.deepEqual(text.options, { a: 'up', b: 'down' });
  assert.deepEqual(text.why, { b: 'A minus is easily lost.' });
});

/** @type {[attributes: Record<string, string>, message: RegExp][]} */
const mistaken = [
  [{ kind: 'essay', answer: '1' }, /kind="essay" is unknown; numeric, expression, choice, graph would be right/],
  [{ kind: 'numeric' }, /needs answer/],
  [{ kind: 'graph' }, /needs graph/],
  [{ answer: '1', vary: 'a = 2' }, /"a = 2" is no range/],
  [{ answer: '1', vary: 'a: 9..2' }, /"a: 9..2" is empty/],
  [{ answer: '1', tolerance: 'some' }, /tolerance="some" is none/],
  [{ answer: '1', roles: 'rate' }, /"rate" is no role/],
];
for (const [attributes, message] of mistaken) {
  test(`attributes that are wrong are told: ${message.source}`, () => assert.throws(() => questionOf(attributes, ''), message));
}
