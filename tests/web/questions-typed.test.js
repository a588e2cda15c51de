// Answers as one writes them by hand, rewritten into the language of graphs; what can be read in two ways is asked about, with both ways.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { bank } from '../../web/src/questions/bank/lessons.js';
import { quiz } from '../../web/src/questions/quiz.js';
import { sayVerdict, stringsOf } from '../../web/src/questions/speech.js';
import { graphLanguage } from '../../web/src/questions/typed.js';

const core = await load();
const NAMES = ['x', 'u', 'y', 'w1', 'loss', 'ab'];

/** @type {[typed: string, text: string][]} */
const written = [
  ['6x', '6*x'],
  ['6 x cos(3 x^2)', '6*x*cos(3*x^2)'],
  ['cos(3x²)*6x', 'cos(3*x**2)*6*x'],
  ['cos(3x²)·6x', 'cos(3*x**2)·6*x'],
  ['6xcos(3x²)', '6*x*cos(3*x**2)'],
  ['(x + 1)(x − 2)', '(x + 1)*(x − 2)'],
  ['3(x+1)', '3*(x+1)'],
  ['x(x+1)', 'x*(x+1)'],
  ['x^2(x+1)', 'x^2*(x+1)'],
  ['x^2cos(x)', 'x^2*cos(x)'],
  ['2^3 x', '2^3*x'],
  ['3x^2 + 2x', '3*x^2 + 2*x'],
  ['x**2-3x', 'x**2-3*x'],
  ['x^-2 + 3x', 'x^-2 + 3*x'],
  ['x³y', 'x**3*y'],
  ['x⁻¹', 'x**(-1)'],
  ['x¹²', 'x**12'],
  ['2(3x + 2)³', '2*(3*x + 2)**3'],
  ['cos²(3x) + 1', 'cos(3*x)**2 + 1'],
  ['2sin²((x+1)(x+2))x', '2*sin((x+1)*(x+2))**2*x'],
  ['2w1', '2*w1'],
  ['w1x', 'w1*x'],
  ['x w1', 'x*w1'],
  ['2loss', '2*loss'],
  ['ab', 'ab'],
  ['3ab', '3*ab'],
  ['cos(x)6x', 'cos(x)*6*x'],
  ['2  3', '2 3'],
  ['1e5', '1e5'],
  ['2e-3x', '2e-3*x'],
  ['2exp(x)', '2*exp(x)'],
  ['2e^(3x)', '2*e^(3*x)'],
  ['2πx', '2*pi*x'],
  ['xu', 'x*u'],
  ['2x.grad', '2*x.grad'],
  ['torch.cos(x)', 'torch.cos(x)'],
  ['(x+1).sum()', '(x+1).sum()'],
  ['exp(x)', 'exp(x)'],
  ['max(x, 2)', 'max(x, 2)'],
  ['x/2*3x', 'x/2*3*x'],
  ['1/(2x)', '1/(2*x)'],
  ['-x**2', '-x**2'],
  ['x – 1', 'x - 1'],
];
for (const [typed, text] of written) {
  test(`${typed} is ${text}`, () => {
    const read = graphLanguage(typed, NAMES);
    assert.equal('text' in read && read.text, text);
  });
}

/** @type {[typed: string, write: string[], column: number][]} */
const unclear = [
  ['1/2x', ['…/(2*x)', '…/2*x'], 4],
  ['1/x cos(x)', ['…/(x*cos(…))', '…/x*cos(…)'], 5],
  ['1/(2x)(x+1)', ['…/((…)*(…))', '…/(…)*(…)'], 7],
  ['2^3x', ['…**3*x', '…**(3*x)'], 4],
  ['e^-2x', ['…**2*x', '…**(2*x)'], 5],
  ['e^–2x', ['…**2*x', '…**(2*x)'], 5],
  ['x2', ['x*2', 'x**2'], 1],
  ['(x+1)2', ['(…)*2', '(…)**2'], 6],
  ['x 2', ['x*2', 'x**2'], 3],
  ['6 cos 3x', ['cos(…)'], 3],
  ['cos⁻¹(x)', ['1/cos(…)', 'acos(…)'], 4],
  ['u(x)', ['u*x'], 2],
];
for (const [typed, write, column] of unclear) test(`${typed} is asked about`, () => assert.deepEqual(graphLanguage(typed, NAMES), { ask: { write, column } }));

test('a word of names that overlap, which can be read in more ways than can be listed, is left whole at once', () => {
  const textOf = (/** @type {string} */ typed, /** @type {string[]} */ names) => /** @type {{ text: string }} */ (graphLanguage(typed, names)).text;
  const word = 'a'.repeat(500);
  assert.equal(textOf(word, ['a', 'aa', 'aaa']), word);
  assert.equal(textOf(`${word}cos(x)`, ['a', 'aa', 'x']), `${word}cos(x)`);
  assert.equal(textOf(`${word}b`, ['a', 'b']), `${'a*'.repeat(500)}b`);
});

test('numbers side by side are left to the core', () => assert.equal(quiz.check(core, bank['graph-seven'], 0, '2 3').outcome, 'unread'));

/** @type {[id: string, answers: string[]][]} */
const right = [
  ['chain-sine', ['cos(3x²)*6x', '6 x cos(3 x^2)', '6x·cos(3x²)', 'cos(3x²)6x', '6xcos(3x²)', '6 × x × cos(3·x·x)']],
  ['exercise-chain', ['6(3x+2)', '18x+12', '18x + 12', '(3x+2)(6)', '((3x+2)² − (3x+2)²) + 18x + 12', '6u']],
  ['chain-product', ['x² + 2 + 2x(x+1)', '3x²+2x+2']],
  ['exercise-update', ['2 − 0.1·(−0.5)', '2 + 0.1(0.5)']],
  ['problem-combinations', ['10³']],
];
for (const [id, answers] of right) {
  for (const answer of answers) test(`${answer} is right in ${id}`, () => assert.equal(quiz.check(core, bank[id], 0, answer).outcome, 'right'));
}

test('errors of the core stand in the column that was typed, and what is unclear is asked in the reader’s language', () => {
  assert.equal(quiz.check(core, bank['exercise-chain'], 0, '6 x + 3x*)').error?.column, 10);
  const verdict = quiz.check(core, bank['exercise-chain'], 0, '1/2x');
  assert.equal(sayVerdict(stringsOf('en'), verdict), 'This can be read in more than one way (column 4). Write `…/(2*x)` or `…/2*x`.');
  assert.equal(sayVerdict(stringsOf('de'), verdict), 'Das lässt sich verschieden lesen (Spalte 4). Schreib `…/(2*x)` oder `…/2*x`.');
});
