// The page's style as a widget's: what holds for the root, the window and the root's type holds for the widget.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { hostTokens, ownLengths } from '../../web/host-css.js';
import { tightened } from '../../web/tight-styles.js';

const tokens = hostTokens(readFileSync(new URL('../../web/src/tokens.css', import.meta.url), 'utf8'));

test('tokens hold for the frame of a widget and say nothing of the page', () => {
  assert.doesNotMatch(tokens, /:root|data-theme|\bhtml\b|\bbody\b|@layer|\drem\b/);
  assert.match(tokens, /:host\(\[theme="dark"\]\) \.widget \{ color-scheme: dark/);
  assert.match(tokens, /--text: calc\(0\.8125 \* var\(--rem\)\)/);
});

test('each length that a page’s root or window decides is the widget’s', () => {
  /** @type {[string, string][]} */
  const cases = [
    ['font-size: 1.35rem;', 'font-size: calc(1.35 * var(--rem));'],
    ['min-height: calc(100dvh - 278px * var(--scale));', 'min-height: calc(calc(1 * var(--tall)) - 278px * var(--scale));'],
    ['height: clamp(300px, 46dvh, 560px);', 'height: clamp(300px, calc(0.46 * var(--tall)), 560px);'],
    ['@media (max-width: 900px) {', '@container widget (max-width: 900px) {'],
    ['@media (min-width: 700px) and (max-width: 1000px) {', '@container widget (min-width: 700px) and (max-width: 1000px) {'],
    ['@container (max-width: 47.5rem) {', '@container (max-width: 760px) {'],
    ['@media (pointer: coarse) {', '@media (pointer: coarse) {'],
    [
      'a { top: 0; } @media (max-width: 400px) and (pointer: coarse) { .keys { ${none} } } @media (max-width: 300px) { b { top: 0; } }',
      'a { top: 0; } @media (pointer: coarse) { @container widget (max-width: 400px) { .keys { ${none} } } } @container widget (max-width: 300px) { b { top: 0; } }',
    ],
    [
      '@media (min-width: 1px) and (max-width: 2px) and (pointer: coarse) and (hover: none) { @media (max-width: 3px) { b { top: 0; } } }',
      '@media (pointer: coarse) and (hover: none) { @container widget (min-width: 1px) and (max-width: 2px) { @container widget (max-width: 3px) { b { top: 0; } } } }',
    ],
  ];
  for (const [page, widget] of cases) assert.equal(ownLengths(page), widget);
});

test('a rule by width that a widget cannot have ends the build', () => {
  for (const rule of ['(max-width: 400px), (pointer: coarse)', '(max-width: 400px) or (pointer: coarse)', 'not (max-width: 400px)', '(width < 400px)', '(max-width: 40rem) and (pointer: coarse)'])
    assert.throws(() => ownLengths(`@media ${rule} { b { top: 0; } }`), /would be right/, rule);
  assert.throws(() => ownLengths('@media (max-width: 4px) and (pointer: coarse) { b { top: 0; }'), /without an end/);
});

test('styles travel without their notes and lines, and code stays as it is', () => {
  const code = 'const a = css`\n  :host { display: block; }\n  /* why */\n  a:not(.b) > .c, .d .e {\n    margin: 0 ${x};\n  }\n`; // why\n';
  assert.equal(tightened(code), 'const a = css` :host{display:block;}a:not(.b) > .c,.d .e{margin:0 ${x};}`; // why\n');
});

test('what stands in quotes in a style stays as it is, and a note is one whatever is quoted in it', () => {
  const code = 'css`\n  a::before { content: ", :  /* no note */ "; }\n  /* it\'s \n why */\n  b { content: \'it\\\'s ; \' ; top: 0; /* "so" */ }\n  [title="a: b"] > ${x} { top: 0; }\n`';
  assert.equal(tightened(code), 'css` a::before{content:", :  /* no note */ ";}b{content:\'it\\\'s ; \';top:0;}[title="a: b"] > ${x}{top:0;}`');
});
