// Undo and redo of a graph's text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canUndo, picturedEdit, redo, startPast, typed, undo } from '../../web/src/graph/text-past.js';

/** Types characters at the end of a text. @param {ReturnType<typeof startPast>} past @param {string} text @param {number} at @param {number} gap in ms */
function type(past, text, at, gap = 100) {
  for (const character of text) {
    const source = past.now.source + character;
    past = typed(past, { source, selection: { begin: source.length, end: source.length } }, (at += gap));
  }
  return past;
}

/** @param {ReturnType<typeof startPast>} past all texts that undo leads to */
function steps(past) {
  const texts = [past.now.source];
  for (; canUndo(past).undo; past = undo(past)) texts.push(undo(past).now.source);
  return texts;
}

test('typing is one step for each word, and for what follows a pause', () => {
  assert.deepEqual(steps(type(startPast(''), 'y = x**2', 0)), ['y = x**2', 'y = ', 'y ', '']);
  const paused = type(type(startPast(''), 'ab', 0), 'cd', 5000);
  assert.deepEqual(steps(paused), ['abcd', 'ab', '']);
});

test('what is pasted, typed elsewhere, or made in the picture is a step of its own', () => {
  const selection = { begin: 0, end: 1 };
  const pasted = typed(type(startPast(''), 'ab', 0), { source: 'abcdef', selection: { begin: 6, end: 6 } }, 250);
  assert.deepEqual(steps(pasted), ['abcdef', 'ab', '']);
  const elsewhere = typed(type(startPast(''), 'ab', 0), { source: 'xab', selection: { begin: 1, end: 1 } }, 250);
  assert.deepEqual(steps(elsewhere), ['xab', 'ab', '']);
  const pictured = picturedEdit(picturedEdit(type(startPast(''), 'ab', 0), { source: 'b', selection }), { source: 'c', selection });
  assert.deepEqual(steps(type(pictured, 'd', 250)), ['cd', 'c', 'b', 'ab', '']);
});

test('backspaces that follow each other are one step', () => {
  let past = startPast('abc');
  for (const [at, source] of ['ab', 'a'].entries()) past = typed(past, { source, selection: { begin: source.length, end: source.length } }, 100 * at);
  assert.deepEqual(steps(past), ['a', 'abc']);
});

test('redo leads back to the byte, until something new is made', () => {
  const past = type(startPast(''), 'a b c', 0);
  const back = undo(undo(past));
  assert.deepEqual([redo(redo(back)).now, redo(redo(redo(back))).now], [past.now, past.now]);
  assert.deepEqual(canUndo(type(back, 'x', 9000)), { undo: true, redo: false });
  assert.equal(undo(startPast('a')).now.source, 'a');
});
