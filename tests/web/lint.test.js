// The linter of lessons: what it finds in a lesson with one mistake, and where.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { lintLesson } from '../../web/lint/lint.js';

const core = await load();

/** A lesson that is right, around some lines. @param {string} content @param {string} [language] */
const lessonOf = (content, language = 'en') => `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>T</title><meta name="description" content="D"></head>
<body><main id="content"><h1>T</h1><section id="part"><h2>P</h2>
${content}
</section></main></body>
</html>
`;

/** What is found in line 5. @param {string} content @param {string} [language] */
function found(content, language) {
  const findings = lintLesson(core, lessonOf(content, language));
  assert.ok(findings.every(({ line }) => line === 5), JSON.stringify(findings));
  return findings.map(({ message }) => message).join('\n');
}

test('a lesson whose figures, answers and numbers are right passes', () => {
  assert.deepEqual(lintLesson(core, lessonOf(`<p>Two of them: <data value="x.grad" data-graph="x = 2; y = x**2 + 3*x + 1">7</data>.</p>
<math data-holds="6*(3*x + 2) = 18*x + 12"><mn>6</mn><mo>(</mo><mn>3</mn><mi>x</mi><mo>+</mo><mn>2</mn><mo>)</mo><mo>=</mo><mn>18</mn><mi>x</mi><mo>+</mo><mn>12</mn></math>
<backprop-valley alt="A valley." loss="w**2"></backprop-valley>
<backprop-question name="exercise-chain"></backprop-question>
<backprop-question graph="x = {a}; y = x**2" answer="x.grad" vary="a: 2..9 first 2" expect="2*{a}">y = x² at x = {a}. What is the gradient?</backprop-question>`)), []);
});

test('an attribute that a question does not have is found', () => {
  assert.match(found('<backprop-question answer="2" mistake="added">How many?</backprop-question>'), /mistake="added" is unknown; name, id, .*mistakes/);
  assert.match(found('<backprop-question answer="2" mistakes="aded">How many?</backprop-question>'), /the mistake 'aded' is unknown; 'added' would be right$/);
});

test('a number of the prose that nothing checks, or that is wrong, is found', () => {
  assert.match(found('<p>There are 7 of them.</p>'), /nothing checks the number 7/);
  assert.match(found('<p><data value="0.5*0.8*0.6*0.4">0.097</data></p>'), /is 0\.096, not 0\.097/);
  assert.match(found('<p><data>7</data></p>'), /has no value/);
  assert.match(found('<p><data value="2**10">1025</data></p>'), /is 1024, not 1025/);
  assert.match(found('<p><data value="2 +">2</data></p>'), /value="2 \+"/);
  assert.equal(found('<p>x² = <code>4</code>, W<sub>1</sub>, <data value="10**9">1 billion</data>, <data value="2**10">≈ 1,000</data>, <data data-source="A, 2020, T">175</data></p>'), '');
});

test('German numbers have a comma, and other words for a million', () => {
  assert.equal(found('<p><data value="0.096">0,096</data> <data value="1000">1.000</data> <data value="2e6">2 Millionen</data></p>', 'de'), '');
  assert.match(found('<p><data value="0.096">0.096</data></p>', 'de'), /is 0\.096, not 0\.096|is no number/);
});

test('an equation must hold, and speak of its numbers', () => {
  const equation = '<mn>6</mn><mo>=</mo><mn>18</mn>';
  assert.match(found(`<math>${equation}</math>`), /nothing checks this equation/);
  assert.match(found(`<math data-holds="6*x = 18*x">${equation}</math>`), /"6\*x" is .* not 18\*x \(at x = /);
  assert.match(found(`<math data-holds="6 = 6">${equation}</math>`), /does not speak of 18/);
  assert.match(found('<math data-holds="x.grad = 8" data-graph="x = 2; y = x**2 + 3*x + 1"><mi>x</mi><mo>=</mo><mn>8</mn></math>'), /"x\.grad" is 7, not 8/);
  assert.equal(found('<math data-holds="1/3 ~ 0.33"><mfrac><mn>1</mn><mn>3</mn></mfrac><mo>≈</mo><mn>0.33</mn></math>'), '');
});

test('a figure without alternative text, with a wrong attribute or a broken graph is found', () => {
  assert.match(found('<backprop-valley></backprop-valley>'), /\[backprop-valley\] alt is missing/);
  assert.match(found('<backprop-valley alt="A." rate="fast"></backprop-valley>'), /rate="fast"; a number from 0 to 100 would be right/);
  assert.match(found('<backprop-valley alt="A." loss="w +* 3"></backprop-valley>'), /column 4: an expression is expected/);
  assert.match(found('<backprop-valley alt="A." hide="colour"></backprop-valley>'), /there is no control colour; start, rate/);
  assert.match(found('<backprop-valey alt="A."></backprop-valey>'), /<backprop-valey> is unknown/);
});

test('a question with a wrong answer, an unknown name or no text is found', () => {
  assert.match(found('<backprop-question graph="x = 2; y = x**2" answer="x.grad" expect="5">What is it?</backprop-question>'), /expect="5": the answer is 4/);
  assert.match(found('<backprop-question kind="expression" answer="2*x" solution="3*x">What is it?</backprop-question>'), /solution="3\*x"/);
  assert.match(found('<backprop-question name="nobody"></backprop-question>'), /name="nobody" is unknown; [\w-]+ would be right$/);
  assert.match(found('<backprop-question answer="2*{b}" vary="a: 1..2">What is it?</backprop-question>'), /\{b\} is no parameter/);
  assert.match(found('<backprop-question answer="2"></backprop-question>'), /has no text/);
  assert.match(found('<backprop-question graph="x = 1; y = ({a}*x + 1)**2" answer="x.grad" vary="a: 2..9 first 2" mistakes="outer-only, forgot-two">What is it?</backprop-question>'), /with the first numbers, such as a = 2/);
});

test('an element that is not closed is found where it begins', () => {
  const messages = lintLesson(core, lessonOf('</section>\n<section id="open"><h2>O</h2><p>Text.</p>\n<section id="other"><h2>N</h2><p>Text.</p>')).map(({ line, message }) => `${line}: ${message}`);
  assert.deepEqual(messages, ['6: <section> is not closed; </section> would be right']);
  assert.match(lintLesson(core, lessonOf('<backprop-valley alt="A valley." loss="w**2">')).map(({ message }) => message).join(), /<backprop-valley> is not closed/);
});

test('a wrong option of a choice about which nothing is said is found', () => {
  const choice = (/** @type {string} */ said) => `<backprop-question kind="choice" answer="1">Which? <ul><li data-is="1">this</li><li data-is="2"${said}>that</li></ul></backprop-question>`;
  assert.match(found(choice('')), /nothing is said to who chooses "that"; data-why="/);
  assert.match(found(choice(' data-why="There are {b} of them."')), /\{b\} is no parameter/);
  assert.match(found(choice(' data-mistake="ading"')), /'ading' is unknown; 'added' would be right/);
  for (const said of [' data-why="It is near, but that is another one."', ' data-mistake="added"']) assert.equal(found(choice(said)), '');
});

test('a page without language, title, sections that can be linked, or with links to nowhere is found', () => {
  const messages = lintLesson(core, '<!doctype html><html><head></head><body><h1>A</h1><section><p>B</p></section><a href="#c">C</a><img src="d.png"><p id="e"></p><p id="e"></p></body></html>').map(({ message }) => message).join('\n');
  for (const what of [/no lang/, /no <title>/, /no description/, /0 <main>/, /<section> has no id/, /<section> has no <h2>/, /href="#c" leads nowhere/, /<img> has no alt/, /id="e" is there twice/]) assert.match(messages, what);
  assert.match(lintLesson(core, lessonOf('<a href="gone.html">G</a>'), () => false).map(({ message }) => message).join(), /there is no such file/);
});
