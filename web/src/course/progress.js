// What a reader has done, kept in this browser alone: which questions of which lesson were answered, and right. It can be seen, saved as a file, and erased.

import { keep, kept } from '../kept.js';
import { saveFile } from '../elements/save-file.js';

/** @typedef {Record<string, Record<string, { tries: number, right: number }>>} Done by lesson, then by question */

/** @returns {Done} what is kept; anything else counts as nothing */
export function readProgress() {
  try {
    const { version, lessons } = JSON.parse(kept('progress') ?? '{}');
    return version === 1 ? lessons : {};
  } catch {
    return {};
  }
}

/** @param {Done} done @param {string} lesson @param {{ id: string, outcome: string }} answer @returns {Done} */
export function withAnswer(done, lesson, { id, outcome }) {
  const { tries, right } = done[lesson]?.[id] ?? { tries: 0, right: 0 };
  return { ...done, [lesson]: { ...done[lesson], [id]: { tries: tries + 1, right: right + (outcome === 'right' ? 1 : 0) } } };
}

/** How many questions were answered right at least once. @param {Done[string] | undefined} lesson */
export const rightOf = (lesson) => Object.values(lesson ?? {}).filter(({ right }) => right > 0).length;

const toText = (/** @type {Done} */ lessons) => JSON.stringify({ version: 1, lessons });

/** Follows the answers on this page, and shows what was done on it. */
export function showProgress() {
  const lesson = document.querySelector('nav.contents .here')?.getAttribute('data-lesson');
  document.addEventListener('answered', (event) => {
    if (!lesson) return;
    keep('progress', toText(withAnswer(readProgress(), lesson, /** @type {CustomEvent} */ (event).detail)));
    mark();
  });
  addEventListener('storage', mark);
  mark();
}

function mark() {
  const done = readProgress();
  for (const item of document.querySelectorAll('[data-lesson]')) {
    const right = rightOf(done[item.getAttribute('data-lesson') ?? '']);
    const tried = Object.keys(done[item.getAttribute('data-lesson') ?? ''] ?? {}).length;
    item.toggleAttribute('data-begun', tried > 0);
    const link = item.querySelector('a');
    let count = item.querySelector('.count');
    if (!count && right > 0) link?.append((count = Object.assign(document.createElement('span'), { className: 'count' })));
    if (count) count.textContent = right > 0 ? ` ✓ ${right}` : '';
  }
  summary(done);
}

/** On the course's first page. @param {Done} done */
function summary(done) {
  const place = /** @type {HTMLElement | null} */ (document.querySelector('.progress'));
  if (!place) return;
  const words = JSON.parse(place.dataset.words ?? '{}');
  const lessons = Object.values(done).filter((lesson) => rightOf(lesson) > 0);
  const right = lessons.reduce((sum, lesson) => sum + rightOf(lesson), 0);
  const line = document.createElement('p');
  line.textContent = `${right ? words.of.replace('{right}', right).replace('{lessons}', lessons.length) : words.none} ${words.kept}`;
  place.replaceChildren(line, ...(right ? [button(words.export, () => saveFile('backprop-progress.json', new Blob([toText(done)], { type: 'application/json' }))), button(words.erase, () => {
    if (!confirm(words.sure)) return;
    keep('progress', toText({}));
    mark();
  })] : []));
}

/** @param {string} words @param {() => void} act */
function button(words, act) {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: words });
  made.addEventListener('click', act);
  return made;
}
