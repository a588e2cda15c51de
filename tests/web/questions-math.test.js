// What a reader reads of steps and solutions: one notation, the mathematical one.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from '../../wasm/index.js';
import { bank } from '../../web/src/questions/bank/lessons.js';
import { mathOf } from '../../web/src/questions/math-text.js';
import { quiz } from '../../web/src/questions/quiz.js';
import { stringsOf } from '../../web/src/questions/speech.js';

const core = await load();
const [en, de] = [stringsOf('en'), stringsOf('de')];

/** @type {[code: string, math: string][]} */
const written = [
  ['(3)**2', '3²'],
  ['((3)**2 + (-1)**2)/2', '(3² + (−1)²)/2'],
  ['a**2', 'a²'],
  ['(−1)^2 = 1', '(−1)² = 1'],
  ['1 · 2 · (−7)^(2−1) = −14', '1 · 2 · (−7)²⁻¹ = −14'],
  ['3*(2*x + 1)**(3 - 1)*2', '3 · (2 · x + 1)³⁻¹ · 2'],
  ['-0.1*(-3)**2', '−0.1 · (−3)²'],
  ['3*(0.1) - 2*(0.2)', '3 · 0.1 − 2 · 0.2'],
  ['(−1.5) · 3 ≈ −4.5', '−1.5 · 3 ≈ −4.5'],
  ['w - 0.1*w.grad', 'w − 0.1 · w.grad'],
  ['mse(a, [(-3), -2])', 'mse(a, [−3, −2])'],
  ['tanh(2)', 'tanh(2)'],
  ['f(3)**12', 'f(3)¹²'],
  ['2e-7', '2 · 10⁻⁷'],
  ['3/2e-7', '3/(2 · 10⁻⁷)'],
  ['3 / -2.5e-7', '3 / −(2.5 · 10⁻⁷)'],
  ['2e-7**2', '(2 · 10⁻⁷)²'],
  ['(2e-7)**2/5', '(2 · 10⁻⁷)²/5'],
  ['x**2e3', 'x**(2 · 10³)'],
  ['1.5e+3*x - 2e-7/3', '1.5 · 10³ · x − 2 · 10⁻⁷/3'],
  ['x2e3', 'x2e3'],
  ['x**0.5', 'x**0.5'],
  ['x**2**3', 'x**2³'],
  ['a^(b−1)', 'a^(b−1)'],
];
for (const [code, math] of written) test(`${code} is read as ${math}`, () => assert.equal(mathOf(en, code), math));

test('German has its comma', () => assert.equal(mathOf(de, '[0.5, 2]*1.25'), '[0,5; 2] · 1,25'));

test('no step, solution or node of any question of the lessons reads like code', () => {
  for (const question of Object.values(bank)) {
    for (let seed = 0; seed < 12; seed++) {
      const { steps, solution } = quiz.reveal(core, question, seed);
      const { nodes } = quiz.pose(core, question, seed);
      const texts = [solution, ...steps.flatMap(({ name, symbols, numbers }) => [name ? `${name}: ${numbers}` : `${symbols} = ${numbers}`]), ...nodes.map(({ name, expression }) => `${name} = ${expression}`)];
      for (const text of texts) assert.doesNotMatch(mathOf(en, text), /\*|\^|-|(?<!\w)\(\d+(\.\d+)?\)|NaN|undefined|(^|: )(\S+) = \2$|\(−(\S+)\) = −\3$/, `${question.id}: ${text}`);
    }
  }
});
