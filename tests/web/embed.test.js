// What an embedded widget makes of its address, and what it tells the page around it.

import assert from 'node:assert/strict';
import test from 'node:test';
import { readHash } from '../../web/src/widgets/hash.js';
import { answerMessages, heightMessages, stateMessages } from '../../web/src/widgets/messages.js';

test('the address is read as attributes, a flag and a text', () => {
  assert.deepEqual(readHash('#start=2&tangent&text=A+%3Cb%3E'), { attributes: { start: '2', tangent: '' }, text: 'A <b>', unknown: [] });
  assert.deepEqual(readHash(''), { attributes: {}, text: '', unknown: [] });
});

test('nothing that a browser would run or show is an attribute', () => {
  const hash = '#onclick=alert(1)&ONCLICK=x&style=color:red&class=a&id=b&is=c&slot=d&part=e&x%20y=1&%3Cscript%3E=1&__proto__=1&loss=w';
  const { attributes, unknown } = readHash(hash);
  assert.deepEqual(attributes, { loss: 'w' });
  assert.deepEqual(unknown, ['onclick', 'ONCLICK', 'style', 'class', 'id', 'is', 'slot', 'part', 'x y', '<script>', '__proto__']);
});

test('heights have the two shapes that pages around know', () => {
  const [blog, course] = heightMessages(320, 'https://example.org/embed/valley.html');
  assert.deepEqual(JSON.parse(String(blog)), { src: 'https://example.org/embed/valley.html', context: 'iframe.resize', height: 320 });
  assert.deepEqual(course, { subject: 'lti.frameResize', height: 320 });
});

test('a state, an answer and its score', () => {
  assert.deepEqual(stateMessages('valley', { steps: 1 }), [{ source: 'backprop-playground', version: 1, widget: 'valley', type: 'state', state: { steps: 1 } }]);
  const [answer, score, splice] = answerMessages('question', { id: 'q', outcome: 'right' }, 2, 'm');
  assert.deepEqual(answer, { source: 'backprop-playground', version: 1, widget: 'question', type: 'answer', answer: { id: 'q', outcome: 'right' } });
  assert.deepEqual(score, { source: 'backprop-playground', version: 1, widget: 'question', type: 'score', score: 1, max: 1, attempts: 2 });
  assert.deepEqual(splice, { subject: 'SPLICE.reportScoreAndState', message_id: 'm', score: 1, state: { id: 'q', outcome: 'right', attempts: 2 } });
  assert.equal(/** @type {any} */ (answerMessages('question', { outcome: 'wrong' }, 1, 'm')[1]).score, 0);
});
